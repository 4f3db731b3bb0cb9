package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's events and totals are those of the reference model on generated scenarios. {@code -Dseed=17} repeats one. */
class WildScenarioTest {
    /** So many are compared by default, and so much of each. */
    static final long SCENARIOS = 32;
    /** And these, for what none of the others has. */
    static final long[] MORE = {80};
    static final long LINES = 20_000;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : defaults();
    }

    /** Those that are compared by default. */
    static LongStream defaults() {
        return LongStream.concat(LongStream.range(0, SCENARIOS), LongStream.of(MORE));
    }

    static LongStream moreSeeds() {
        return LongStream.range(1_000, 1_000 + Integer.getInteger("scenarios", 200));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runsAreTheSame(long seed) throws IOException {
        assertSame(seed, LINES);
    }

    /** Generated scenarios that once found something. */
    @ParameterizedTest
    @ValueSource(strings = {"abandonments-after-a-cut", "break-at-a-closed-desk", "file-at-closing"})
    void findsStayFound(String name) {
        Path file = Path.of("src", "test", "resources", "mergedesk", "dsol", "reference", name + ".yaml");
        Program program = ScenarioCompiler.compile(ScenarioFile.read(file, List.of()).scenario());
        assertThat(new SecondOpinion(program, name.startsWith("break") ? 1_148 : 58, 0).difference(LINES)).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void moreRunsAreTheSame(long seed) throws IOException {
        assertSame(seed, 200_000);
    }

    private void assertSame(long seed, long lines) throws IOException {
        ScenarioFile scenario = WildScenario.of(seed, folder);
        String difference = new SecondOpinion(ScenarioCompiler.compile(scenario.scenario()), seed, 0).difference(lines);
        assertThat(difference)
                .as(() -> "-Dseed=" + seed + "\n" + text(scenario.path()))
                .isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
