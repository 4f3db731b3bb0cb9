package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.FairClock;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words targets may use for a measure, and which of them changed their meaning. */
class TargetWordsTest {
    /** Calls of 2 min, at main with 1 min of after-call work. */
    private static final String DESK = """
            name: t
            time: {start: 2025-04-07T09:00, length: 1 h, zone: UTC, end: drain}
            councils: {town: , city: }
            services: {tax: }
            flows:
              calls:
                {council: town, service: tax, desk: main, volume: 15 / h, work: {distribution: constant, mean: 2 min}, after_call: {distribution: constant, mean: 1 min}}
              others: {council: city, service: tax, desk: quick, volume: 15 / h, work: {distribution: constant, mean: 2 min}}
            desks: {main: , quick: }
            groups: {team: {desk: main, employer: town, staffing: 2}, fast: {desk: quick, employer: city, staffing: 2}}
            targets: [TARGET]
            """;

    private static ScenarioFile file(String target) {
        return ScenarioFile.of(DESK.replace("TARGET", target), Path.of("desk.yaml"));
    }

    @Test
    void verdictsNameTheIdentifier() {
        Study study = Mergedesk.run(
                file("{measure: ASA, at_most: 30 s}, {measure: occupancy_with_wrap_up, at_most: 85 %, desk: main}, {measure: FTE, at_most: 100}, {measure: AHT, at_most: 4 min}"),
                new RunOptions(2, null, 1, ""),
                Watcher.NONE);
        assertThat(study.verdicts()).extracting(Study.Verdict::measure).containsExactly("wait_mean_answered", "occupancy", "fte", "handle_mean");
        assertThat(study.verdicts()).extracting(Study.Verdict::estimate).noneMatch(estimate -> estimate.isEmpty());
        assertThat(study.kpis()).extracting(kpi -> kpi.measure()).contains("occupancy", "occupancy_talk").noneMatch(id -> id.contains("with_wrap_up"));
    }

    /** What is not known is taken for a mistyped identifier, not for an abbreviation, of which all are alike. */
    @Test
    void suggestsIdentifiers() {
        assertThat(file("{measure: cos, at_most: 1}").faults()).singleElement().asString().contains("did you mean 'cost'?");
        assertThatThrownBy(() -> Until.parse("cos <= 1")).hasMessageContaining("did you mean 'cost'?");
    }

    /** Two minutes of talk and one of wrap-up: a third of the busy time is not talk. */
    @Test
    void occupancyCountsTheWrapUp() {
        Study study = Mergedesk.run(file("{measure: occupancy, at_most: 85 %}"), new RunOptions(30, null, 2, ""), Watcher.NONE);
        double all = study.estimate("occupancy_to_last_event", Scope.desk("main")).value();
        double talk = study.estimate("occupancy_talk_to_last_event", Scope.desk("main")).value();
        assertThat(talk / all).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(study.estimate("occupancy_talk", Scope.desk("main")).value() / study.estimate("occupancy", Scope.desk("main")).value())
                .as("without the minutes after the hour")
                .isBetween(0.66, 0.7);
        assertThat(study.estimate("occupancy", Scope.desk("quick"))).isEqualTo(study.estimate("occupancy_talk", Scope.desk("quick")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{measure: occupancy, at_most: 85 %}", "{measure: occupancy, at_most: 85 %, desk: main}", "{measure: occupancy, at_most: 85 %, group: team}",
        "{measure: occupancy, at_most: 85 %, council: town}", "{measure: occupancy_to_last_event, at_most: 85 %}", "{measure: occupancy_scheduled, at_most: 85 %}"
    })
    void toldWhereTheMeaningChanged(String target) {
        List<String> notes = file(target).notes();
        assertThat(notes).singleElement().asString()
                .startsWith("desk.yaml:11:21: targets[0].measure: found \"occupancy")
                .contains("changed its meaning and counts after-call work as well as talk");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{measure: occupancy, at_most: 85 %, desk: quick}", "{measure: occupancy, at_most: 85 %, group: fast}", "{measure: occupancy, at_most: 85 %, council: city}",
        "{measure: occupancy_with_wrap_up, at_most: 85 %}", "{measure: occupancy_talk, at_most: 85 %}", "{measure: answer_rate, at_least: 85 %}"
    })
    void saysNothingWhereItDidNot(String target) {
        assertThat(file(target).faults()).isEmpty();
        assertThat(file(target).notes()).isEmpty();
    }

    /** No agent anywhere has after-call work, which is found out once and not for each target. */
    @Test
    void manyTargetsAtManyDesksAreLookedThroughQuickly() {
        StringBuilder yaml = new StringBuilder("name: t\ntime: {start: 2025-04-07, length: 1 day}\ncouncils: {town: }\nservices: {tax: }\n");
        yaml.append("desks:\n");
        IntStream.range(0, 2_000).forEach(i -> yaml.append("  d").append(i).append(":\n"));
        yaml.append("flows:\n");
        IntStream.range(0, 2_000).forEach(i -> yaml.append("  f%d: {council: town, service: tax, desk: d%d, volume: 1 / h, work: {distribution: constant, mean: 1 min}}\n".formatted(i, i)));
        yaml.append("groups:\n");
        IntStream.range(0, 2_000).forEach(i -> yaml.append("  g%d: {desk: d%d, staffing: 1}\n".formatted(i, i)));
        yaml.append("targets:\n").append("  - {measure: occupancy, at_most: 90 %}\n".repeat(400));
        ScenarioFile file = ScenarioFile.of(yaml.toString(), Path.of("desk.yaml"));
        assertThat(FairClock.secondsOf(() -> assertThat(file.notes()).isEmpty())).isLessThan(2);
    }
}
