package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.program.Program;
import mergedesk.scenarios.Shipped;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel's events are those of the reference model, one for one, for every scenario that comes with Mergedesk. */
class ReferenceTest {
    private static final Path SCENARIOS = Path.of("..", "scenarios");
    private static final long SEED = 20_110_103;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(Shipped::isScenario)
                    .map(SCENARIOS::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tracesAreTheSame(Path scenario) {
        assertThat(differenceOf(scenario, 20_000)).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("scenarios")
    void longTracesAreTheSame(Path scenario) {
        assertThat(differenceOf(scenario, 200_000)).isEmpty();
    }

    private static String differenceOf(Path scenario, long lines) {
        Program program = ScenarioCompiler.compile(
                ScenarioFile.read(SCENARIOS.resolve(scenario), List.of()).scenario());
        return new SecondOpinion(program, SEED, 3).difference(lines);
    }
}
