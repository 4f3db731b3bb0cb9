package mergedesk.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.SweepFile;
import mergedesk.api.Watcher;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.scenario.TimeFrame;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario that ships is sound, says what its numbers rest on, and runs. */
class ShippedScenariosTest {
    private static final Path SCENARIOS = Path.of("..", "scenarios");

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(Shipped::isScenario)
                    .sorted()
                    .toList();
        }
    }

    static List<Path> sweeps() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve("sweeps"))) {
            return files.filter(Shipped::isSweep).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void sweepsAreSound(Path path) {
        SweepFile sweep = SweepFile.read(path);

        assertThat(sweep.faults()).isEmpty();
        assertThat(sweep.scenario(sweep.points() - 1).faults()).isEmpty();
    }

    @Test
    void areWhereTheIndexSaysTheyAre() throws IOException {
        String index = Files.readString(SCENARIOS.resolve("README.md"));

        assertThat(scenarios()).hasSizeGreaterThan(40).allSatisfy(file -> {
            String folder = SCENARIOS.relativize(file.getParent()).toString().replace('\\', '/');
            assertThat(index).contains("(" + folder + "/README.md)");
        });
    }

    /** A note that is no question any more is silenced with the reason; what is left is true of these desks: too few agents in some hours, by their history. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void areNotedOnlyForWhatIsSo(Path path) {
        boolean isOracle = path.toString().contains("oracles");
        assertThat(ScenarioFile.read(path, List.of()).notes()).allMatch(note -> !isOracle && (note.endsWith("[overloaded]") || note.endsWith("[target_out_of_reach]")));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void areSoundAndRun(Path path) {
        ScenarioFile file = ScenarioFile.read(path, List.of());
        assertThat(file.faults()).isEmpty();

        boolean isWhole = path.endsWith("business-hours.yaml") || !file.scenario().plan().isEmpty(); // a dozen pieces of work in six weeks; steps until the end
        ScenarioFile shortened = isWhole ? file : ScenarioFile.read(path, shortened(file.scenario().time()));
        assertThat(shortened.faults()).isEmpty();
        Study study = Mergedesk.run(shortened, new RunOptions(1, 1L, 1, "test"), Watcher.NONE);

        assertThat(study.manifest().complete()).isTrue();
        if (file.scenario().flows().values().stream().allMatch(file.scenario()::isDeferred)) {
            assertThat(overall(study, "finished")).isPositive();
            return;
        }
        if (!shortened.scenario().campaigns().isEmpty()) {
            assertThat(overall(study, "connects")).isPositive();
        }
        if (file.scenario().flows().values().stream().allMatch(flow -> flow.volume() != null && flow.volume().count() == 0)) {
            return; // agents call, and nobody else does
        }
        assertThat(overall(study, "offered")).isPositive();
        assertThat(overall(study, "answer_rate")).isBetween(0.0, 1.0);
        double ended = Stream.of("answered", "abandoned", "blocked", "disconnected", "messages")
                .map(measure -> study.estimate(measure, Scope.OVERALL))
                .filter(estimate -> !estimate.isEmpty())
                .mapToDouble(Estimate::value)
                .sum();
        assertThat(ended)
                .isCloseTo(overall(study, "offered"), within(1e-6));
        assertThat(study.name()).isNotBlank();
    }

    /** Sets that make a year a week and a steady state half a day. */
    private static List<String> shortened(TimeFrame time) {
        if (time.end() == TimeFrame.End.CUT) {
            return List.of("time.length=10 h", "time.warm_up=2 h", "time.batches=2");
        }
        LocalDateTime week = time.start().plusDays(7);
        boolean longer = time.length().endFrom(time.start()).isAfter(week);
        return longer ? List.of("time.length=1 week") : List.of();
    }

    private static double overall(Study study, String measure) {
        return study.estimate(measure, Scope.OVERALL).value();
    }
}
