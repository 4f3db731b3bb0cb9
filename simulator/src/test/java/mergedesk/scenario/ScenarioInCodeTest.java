package mergedesk.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.Fingerprint;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.scenario.io.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is built in code is checked, runs and can be written down. */
class ScenarioInCodeTest {
    private static final Path SCENARIOS = Path.of("..", "scenarios");

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** Writing and reading give the same records and the same Program. */
    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsWrittenIsReadAgain(Path file) {
        ScenarioFile read = ScenarioFile.read(file, List.of());
        if (read.isSound()) {
            again(read.scenario(), file.getParent());
        }
    }

    @Test
    void everyKeyIsWritten(@TempDir Path temporary) {
        Folder folder = new Folder(temporary).with("merged.yaml", Folder.FULL.split("\n"));
        assertThat(folder.faults()).isEmpty();
        again(folder.read().scenario(), temporary);
    }

    private static void again(Scenario scenario, Path folder) {
        ScenarioFile again = ScenarioFile.of(ScenarioFile.yaml(scenario), folder.resolve("again"));
        assertThat(again.faults()).isEmpty();
        assertThat(withoutFigures(again.scenario())).isEqualTo(withoutFigures(scenario));
        assertThat(Fingerprint.of(ScenarioCompiler.compile(again.scenario()))).isEqualTo(Fingerprint.of(ScenarioCompiler.compile(scenario)));
    }

    private static Scenario withoutFigures(Scenario scenario) {
        Map<String, PlanStep> plan = new LinkedHashMap<>(scenario.plan());
        plan.replaceAll((id, step) -> step.with(PlanStep::then, withoutFigures(step.then())).with(PlanStep::afterwards, step.afterwards() == null ? null : withoutFigures(step.afterwards())));
        return scenario.with(Scenario::figures, List.of()).with(Scenario::plan, plan);
    }

    private static final Scenario DESK = Scenario.named(
                    "A desk", TimeFrame.of(LocalDateTime.parse("2025-04-07T09:00"), new CalendarSpan(2, ChronoUnit.HOURS)))
            .plus(Scenario::councils, "north", Council.named("North"))
            .plus(Scenario::services, "tax", Service.named("Council tax"))
            .plus(Scenario::desks, "main", Desk.named("Main desk"))
            .plus(
                    Scenario::flows,
                    "calls",
                    Flow.of("north", "tax", "main", Distribution.exponential(Duration.ofMinutes(5))).with(Flow::volume, new Rate(60, Rate.Per.HOUR)))
            .plus(Scenario::groups, "team", AgentGroup.named("Team", "main").with(AgentGroup::staffing, Staffing.of(6)));

    @Test
    void runsAsAFileDoes(@TempDir Path folder) throws IOException {
        RunOptions options = new RunOptions(3, 7L, 1, "");
        Path file = Files.writeString(folder.resolve("desk.yaml"), ScenarioFile.yaml(DESK));

        assertThat(Mergedesk.run(ScenarioFile.of(DESK), options, Watcher.NONE).kpis())
                .isNotEmpty()
                .isEqualTo(Mergedesk.run(ScenarioFile.read(file, List.of()), options, Watcher.NONE).kpis());
        assertThat(ScenarioFile.of(DESK).hash()).isEqualTo(ScenarioFile.read(file, List.of()).hash());
    }

    @Test
    void isCheckedAsAFileIs() {
        Scenario faulty = DESK.plus(Scenario::targets, ServiceTarget.atLeast("answer_rate", 1.2))
                .plus(Scenario::flows, "lost", Flow.of("north", "tax", "man", Distribution.exponential(Duration.ofMinutes(5))).with(Flow::volume, new Rate(1, Rate.Per.DAY)));

        assertThat(ScenarioFile.of(faulty).faults())
                .containsExactly(
                        "scenario in code:14:46: flows.lost.desk: found \"man\": there is no desk \"man\"; did you mean 'main'?",
                        "scenario in code:20:44: targets[0].at_least: found \"120 %\": a share is at most 100 %; write 100 % or less");
    }
}
