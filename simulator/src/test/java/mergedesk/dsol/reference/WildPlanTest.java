package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated plans over generated desks: the reference model gives the same trace and the same totals. {@code -Dseed=17} repeats one. */
class WildPlanTest {
    private static final long LINES = 20_000;

    private static final int SEEDS = 40;
    /** By seed: to draw one that is sound takes longer than to run it. */
    private static final Map<Long, Planned> DRAWN = new HashMap<>();

    @TempDir
    private Path folder;

    private record Planned(Program program, String text) {}

    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : LongStream.range(0, SEEDS);
    }

    static LongStream moreSeeds() {
        return LongStream.range(1_000, 1_000 + Integer.getInteger("scenarios", 300));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runsAreTheSame(long seed) throws IOException {
        assertSame(seed);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void moreRunsAreTheSame(long seed) throws IOException {
        assertSame(seed);
    }

    private void assertSame(long seed) throws IOException {
        Planned planned = planned(seed);
        assertThat(new SecondOpinion(planned.program(), seed, 0).difference(LINES)).as("-Dseed=" + seed + "\n" + planned.text()).isEmpty();
    }

    private Planned planned(long seed) throws IOException {
        if (!DRAWN.containsKey(seed)) {
            ScenarioFile scenario = WildScenario.planned(seed, folder);
            DRAWN.put(seed, new Planned(ScenarioCompiler.compile(scenario.scenario()), Files.readString(scenario.path())));
        }
        return DRAWN.get(seed);
    }

    @AfterAll
    static void forget() {
        DRAWN.clear();
    }

    /** Most plans move somebody, and many move people who wait. */
    @Test
    void plansMovePeople() throws IOException {
        int phases = 0;
        int lanes = 0;
        int moved = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Program program = planned(seed).program();
            phases += program.plan().phases().size();
            lanes += program.names().flows().stream().anyMatch(name -> name.contains("@")) ? 1 : 0;
            boolean[] any = new boolean[1];
            try (Reference reference = new Reference(program, seed, 0, line -> any[0] |= line.contains(",comes_to_desk,"))) {
                reference.run(LINES);
            }
            moved += any[0] ? 1 : 0;
        }
        assertThat(phases).isGreaterThan(30);
        assertThat(lanes).isGreaterThan(15);
        assertThat(moved).isGreaterThan(5);
    }
}
