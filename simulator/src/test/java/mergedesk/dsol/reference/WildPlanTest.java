package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated plans over generated desks: the reference model gives the same trace and the same totals. {@code -Dseed=17} repeats one. */
class WildPlanTest {
    private static final long LINES = 20_000;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : LongStream.range(0, 40);
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
        ScenarioFile scenario = WildScenario.planned(seed, folder);
        String difference = new SecondOpinion(ScenarioCompiler.compile(scenario.scenario()), seed, 0).difference(LINES);
        assertThat(difference).as(() -> "-Dseed=" + seed + "\n" + text(scenario.path())).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Most plans move somebody, and many move people who wait. */
    @Test
    void plansMovePeople() throws IOException {
        int phases = 0;
        int lanes = 0;
        int moved = 0;
        for (long seed = 0; seed < 40; seed++) {
            Program program = ScenarioCompiler.compile(WildScenario.planned(seed, folder).scenario());
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
