package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mergedesk.results.Answer;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolvingTest {
    private static final RunOptions OPTIONS = new RunOptions(3, 7L, 1, "");

    @TempDir
    Path folder;

    private ScenarioFile read() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), """
                name: A desk
                time: {start: 2025-04-07, length: 2 h, zone: UTC}
                councils: {town: {}}
                services: {tax: {}}
                flows:
                  calls:
                    council: town
                    service: tax
                    desk: desk
                    volume: {file: volumes.csv}
                    work: {distribution: exponential, mean: 4 min}
                    patience: {distribution: empirical, file: patience.csv}
                desks: {desk: {}}
                groups: {agents: {desk: desk, staffing: 10}}
                """);
        Files.writeString(folder.resolve("desk.yaml"), "extends: base.yaml\nname: The desk\n");
        Files.writeString(folder.resolve("volumes.csv"), "flow,volume\ncalls,2 / min\n");
        Files.writeString(folder.resolve("patience.csv"), "seconds\n100\n300\n");
        return ScenarioFile.read(folder.resolve("desk.yaml"), List.of("flows.calls.work.mean=3 min"));
    }

    /** Whatever becomes of its files meanwhile, each trial and the run of the answer is of what was read first. */
    @Test
    void everyTrialIsOfTheSameScenario() throws IOException {
        Until until = Until.parse("sl_answered_of_offered >= 80 %");
        Solving undisturbed = new Solving(read(), "groups.agents.staffing", until, OPTIONS);
        Answer expected = undisturbed.solve(Watcher.NONE);
        Study study = undisturbed.run(expected.found().orElseThrow(), Watcher.NONE);
        Solving disturbed = new Solving(read(), "groups.agents.staffing", until, OPTIONS);
        Files.writeString(folder.resolve("desk.yaml"), "nonsense: [");
        Files.writeString(folder.resolve("volumes.csv"), "flow,volume\ncalls,9 / min\n");
        Files.delete(folder.resolve("base.yaml"));
        Files.delete(folder.resolve("patience.csv"));

        Answer answer = disturbed.solve(Watcher.NONE);
        assertThat(answer).isEqualTo(expected);
        assertThat(answer.trials()).hasSizeGreaterThan(3).anyMatch(Answer.Trial::meets).anyMatch(trial -> !trial.meets());
        Study again = disturbed.run(answer.found().orElseThrow(), Watcher.NONE);
        assertThat(again.kpis()).isEqualTo(study.kpis());
        assertThat(again.manifest().scenarioHash()).isEqualTo(study.manifest().scenarioHash());
        assertThat(ScenarioFile.read(read().path(), List.of("flows.calls.work.mean=3 min", "groups.agents.staffing=" + answer.found().orElseThrow().value())).hash())
                .isEqualTo(again.manifest().scenarioHash());
    }

    /** A fault of the program itself, here in the watcher, in the third trial: the two before are kept, and its own words are for its makers. */
    @Test
    void aTrialThatFailsInAnUnforeseenWayLeavesTheOthers() throws IOException {
        List<Throwable> told = new ArrayList<>();
        int[] planned = new int[1];
        Answer answer = new Solving(read(), "groups.agents.staffing", Until.parse("sl_answered_of_offered >= 80 %"), OPTIONS).solve(new Watcher() {
            @Override
            public void planned(double more) {
                if (++planned[0] == 3) {
                    throw new ArithmeticException("/ by zero");
                }
            }

            @Override
            public void advanced(double replications) {}

            @Override
            public void failed(Throwable fault) {
                told.add(fault);
            }

            @Override
            public boolean stopped() {
                return false;
            }
        });
        assertThat(answer.trials()).hasSize(2);
        assertThat(answer.complete()).isFalse();
        assertThat(told).singleElement().isInstanceOf(ArithmeticException.class);
        assertThat(answer.failure())
                .matches("the numbers of 3 replications with seed 7 could not be computed: a condition inside Mergedesk does not hold\\. It repeats with: mergedesk run "
                        + "\\S+desk.yaml --set 'flows.calls.work.mean=3 min' --set groups.agents.staffing=\\d+ --seed 7 --replications 3");
    }

    @Test
    void refusesAScenarioThatChangedBeforeTheSearch() throws IOException {
        ScenarioFile file = read();
        Files.writeString(folder.resolve("volumes.csv"), "flow,volume\ncalls,9 / min\n");
        assertThatThrownBy(() -> new Solving(file, "groups.agents.staffing", Until.parse("offered >= 3"), OPTIONS))
                .isInstanceOf(WrongInput.class)
                .hasMessageEndingWith("desk.yaml: the scenario was changed while it was read; give the command again");
    }

    /** A trial's estimate is that of a run's verdict on such a target: of the worst month, by an interval that holds for all. */
    @Test
    void everyMonthIsJudgedAsATargetThatAsksForIt() {
        String yaml = """
                name: A desk
                time: {start: 2025-04-01, length: 2 months, zone: UTC}
                councils: {town: {}}
                services: {tax: {}}
                flows:
                  calls:
                    council: town
                    service: tax
                    desk: desk
                    volume: 60,000 / year
                    profile: day
                    season: spring
                    work: {distribution: exponential, mean: 4 min}
                    patience: {distribution: exponential, mean: 5 min}
                profiles: {day: {mon-fri: {"09:00": 1}}}
                seasons: {spring: {apr: 1, may: 3}}
                desks: {desk: {opening: {mon-fri: 09:00-13:00}}}
                groups: {agents: {desk: desk, staffing: 6}}
                targets: [{measure: sl_answered_of_offered, at_least: 80 %, every: month}]
                """;
        ScenarioFile file = ScenarioFile.of(yaml, Path.of("desk.yaml"));
        Answer whole = new Solving(file, "groups.agents.staffing", Until.parse("sl_answered_of_offered >= 80 %"), OPTIONS).solve(Watcher.NONE);
        Answer every = new Solving(file, "groups.agents.staffing", Until.parse("sl_answered_of_offered >= 80 % in every month").in(file), OPTIONS).solve(Watcher.NONE);

        assertThat(every.goal()).isEqualTo("sl_answered_of_offered >= 80 % in every month");
        assertThat(every.every()).contains(Scope.Kind.MONTH);
        assertThat(Integer.parseInt(every.found().orElseThrow().value())).isGreaterThan(Integer.parseInt(whole.found().orElseThrow().value()));
        Study answer = Mergedesk.run(file.varying().with("groups.agents.staffing=" + every.found().orElseThrow().value()), OPTIONS, Watcher.NONE);
        assertThat(answer.verdicts().get(0).scope().interval()).isEqualTo("2025-05");
        for (Answer.Trial trial : every.trials().stream().filter(trial -> !trial.estimate().isEmpty()).toList()) {
            ScenarioFile there = file.varying().with("groups.agents.staffing=" + trial.value());
            Study study = Mergedesk.run(there, new RunOptions(trial.replications(), 7L, 1, ""), Watcher.NONE);
            assertThat(study.verdicts().get(0).estimate()).isEqualTo(trial.estimate());
        }
    }
}
