package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.results.Sensitivity;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;
import mergedesk.results.Study.Verdict.State;
import org.junit.jupiter.api.Test;

/** Each end of a range is what comparing with the scenario that has that value gives: on the same people, to the last bit. */
class WhatMattersTest {
    private static final RunOptions OPTIONS = new RunOptions(5, 3L, 2, "");
    private static final String DESK = """
            name: A desk
            time: {start: 2025-04-07, length: 4 h, zone: UTC}
            councils: {town: {}}
            services: {tax: {}, bins: {}}
            flows:
              one:
                council: town
                service: tax
                desk: desk
                volume: {value: 1 / min, range: [0.9 / min, 1.2 / min]}
                work: {distribution: exponential, mean: {value: 4 min, range: [2 min, 5 min]}}
                patience: {distribution: exponential, mean: {value: 5 min, range: [4 min, 5 min]}}
              two:
                council: town
                service: bins
                desk: desk
                volume: {value: 1 / min, range: [0.5 / min, 1.1 / min]}
                work: {distribution: exponential, mean: 3 min}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: {value: 8, range: [0, 9]}}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %}]
            """;

    private static ScenarioFile file(String yaml) {
        return ScenarioFile.of(yaml, Path.of("desk.yaml"));
    }

    private static Sensitivity found(String yaml) {
        return found(yaml, OPTIONS);
    }

    private static Sensitivity found(String yaml, RunOptions options) {
        ScenarioFile file = file(yaml);
        return new WhatMatters(file, options).find(Mergedesk.run(file, options, Watcher.NONE), Watcher.NONE);
    }

    private static Swing swing(Sensitivity found, String path) {
        return found.swings().stream().filter(swing -> swing.path().equals(path)).findFirst().orElseThrow();
    }

    private static void isComparison(End end, String... sets) {
        ScenarioFile base = file(DESK);
        Comparison comparison = Mergedesk.compare(List.of(base, base.varying().with(sets)), OPTIONS, Watcher.NONE);
        Comparison.Difference difference = comparison.others().get(0).difference("sl_answered_of_offered", Scope.OVERALL).orElseThrow();
        assertThat(end.change()).isEqualTo(difference.difference());
        assertThat(end.level().value()).isEqualTo(difference.value());
    }

    @Test
    void anEndIsWhatAComparisonWithItGives() {
        Sensitivity found = found(DESK);

        Swing talk = swing(found, "flows.one.work.mean");
        assertThat(talk.low().value()).isEqualTo("2 min");
        isComparison(talk.low(), "flows.one.work.mean=2 min");
        isComparison(talk.high(), "flows.one.work.mean=5 min");
        assertThat(found.measure()).isEqualTo("sl_answered_of_offered");
        assertThat(found.scope()).isEqualTo(Scope.OVERALL);
        assertThat(found.replications()).isEqualTo(WhatMatters.REPLICATIONS);
    }

    @Test
    void theSameNumberOfSeveralFlowsIsMovedTogetherEachToItsOwnEnd() {
        Swing volumes = swing(found(DESK), "flows.*.volume");

        assertThat(volumes.numbers()).isEqualTo(2);
        assertThat(volumes.high().value()).isEmpty();
        isComparison(volumes.high(), "flows.one.volume=1.2 / min", "flows.two.volume=1.1 / min");
        isComparison(volumes.low(), "flows.one.volume=0.9 / min", "flows.two.volume=0.5 / min");
    }

    @Test
    void whatMovesItMostComesFirst() {
        Sensitivity found = found(DESK);

        assertThat(found.swings()).extracting(Swing::path).containsExactlyInAnyOrder(
                "flows.*.volume", "flows.one.work.mean", "flows.one.patience.mean", "groups.agents.staffing");
        assertThat(found.swings()).extracting(Swing::reach).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(found.swings().get(0).path()).as("has an end that is not possible").isEqualTo("groups.agents.staffing");
        assertThat(found.swings().get(3).path()).isEqualTo("flows.one.patience.mean");
        assertThat(found.complete()).isTrue();
    }

    @Test
    void saysAtWhichEndTheTargetIsMet() {
        RunOptions many = new RunOptions(60, 3L, 2, "");
        String longer = DESK.replace("length: 4 h", "length: 60 h");
        Sensitivity found = found(longer, many);
        Swing talk = swing(found, "flows.one.work.mean");

        assertThat(found.base()).isEqualTo(Mergedesk.run(file(longer), many, Watcher.NONE).verdicts().get(0).estimate());
        assertThat(found.state(talk.low())).isEqualTo(State.MET);
        assertThat(found.state(talk.high())).isEqualTo(State.MISSED);
    }

    @Test
    void anEndWithWhichTheScenarioWouldBeAtFaultHasNoValueAndSaysWhy() {
        Swing agents = swing(found(DESK), "groups.agents.staffing");

        assertThat(agents.low().change().isEmpty()).isTrue();
        assertThat(agents.low().problem()).contains("no group can serve this flow");
        isComparison(agents.high(), "groups.agents.staffing=9");
    }

    @Test
    void theWidestAreTried() {
        String branches = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "\"" + (i < 10 ? "0" : "") + i + ":00\": {distribution: exponential, mean: {value: 4 min, range: [" + (240 - i * 10) + " s, 4 min]}}")
                .collect(Collectors.joining(", "));
        String yaml = """
                name: A desk
                time: {start: 2025-04-07, length: 1 h, zone: UTC}
                councils: {town: {}}
                services: {tax: {}}
                flows: {calls: {council: town, service: tax, desk: desk, volume: 1 / min, work: {by_time: {BRANCHES}}}}
                desks: {desk: {}}
                groups: {agents: {desk: desk, staffing: 8}}
                """.replace("BRANCHES", branches);

        Sensitivity found = found(yaml);

        assertThat(found.ranges()).isEqualTo(12);
        assertThat(found.swings()).hasSize(WhatMatters.MOST);
        assertThat(found.swings()).extracting(Swing::path).noneMatch(path -> path.contains("01:00") || path.contains("02:00"));
        assertThat(found.verdict()).isEmpty();
    }

    @Test
    void hasNoMoreReplicationsThanTheRun() {
        Sensitivity found = found(DESK, new RunOptions(2, 3L, 2, ""));

        assertThat(found.replications()).isEqualTo(2);
        assertThat(found.swings()).allMatch(swing -> swing.high().change().n() == 2);
    }

    @Test
    void looksAtTheServiceLevelWhereTheTargetIsAQuantile() {
        Sensitivity found = found(DESK.replace("sl_answered_of_offered, at_least: 80 %", "wait_p90, at_most: 60 s"));

        assertThat(found.measure()).isEqualTo("sl_answered_of_offered");
        assertThat(found.verdict()).isEmpty();
    }

    @Test
    void looksAtThePlaceOfTheTarget() {
        Sensitivity found = found(DESK.replace("at_least: 80 %", "service: bins, at_least: 80 %"));

        assertThat(found.scope()).isEqualTo(Scope.service("bins"));
        assertThat(found.verdict().orElseThrow().boundValue()).isEqualTo(0.8);
    }

    @Test
    void tellsWhatWasTriedWhenItIsStopped() {
        class Few implements Watcher {
            private double done;

            @Override
            public void planned(double more) {}

            @Override
            public synchronized void advanced(double replications) {
                done += replications;
            }

            @Override
            public synchronized boolean stopped() {
                return done > 18; // base, one assumption, a part of the second
            }
        }

        Sensitivity found = new WhatMatters(file(DESK), OPTIONS).find(Mergedesk.run(file(DESK), OPTIONS, Watcher.NONE), new Few());

        assertThat(found.complete()).isFalse();
        assertThat(found.swings()).isNotEmpty().hasSizeLessThan(4);
    }

    @Test
    void refusesAScenarioWithoutRanges() {
        ScenarioFile without = file(DESK.replaceAll(", range: \\[[^]]*\\]", ""));

        assertThatThrownBy(() -> new WhatMatters(without, OPTIONS)).isInstanceOf(WrongInput.class).hasMessageContaining("no number has a range");
        assertThat(WhatMatters.count(without)).isZero();
        assertThat(WhatMatters.count(file(DESK))).isEqualTo(4);
    }

    @Test
    void threadsChangeNothing() {
        Sensitivity one = found(DESK, new RunOptions(5, 3L, 1, ""));

        assertThat(one).isEqualTo(found(DESK));
    }

    /** A target of every month is looked at in the month that decides, on the same people. */
    @Test
    void looksAtTheMonthThatDecides() {
        String months = DESK.replace("length: 4 h", "length: 2 months")
                .replace("desks: {desk: {}}", "desks: {desk: {opening: {mon-fri: 09:00-11:00}}}\nprofiles: {day: {mon-fri: {\"09:00\": 1}}}\nseasons: {spring: {may: 3}}")
                .replace("2025-04-07", "2025-04-01")
                .replace("volume: {value: 1 / min, range: [0.9 / min, 1.2 / min]}", "volume: 30000 / year\n    profile: day\n    season: spring")
                .replace("volume: {value: 1 / min, range: [0.5 / min, 1.1 / min]}", "volume: 30000 / year\n    profile: day\n    season: spring")
                .replace("at_least: 80 %", "at_least: 80 %, every: month");
        Sensitivity found = found(months);
        Swing talk = swing(found, "flows.one.work.mean");

        assertThat(found.scope().interval()).isEqualTo("2025-05");
        ScenarioFile there = file(months).varying().with("flows.one.work.mean=5 min");
        double ofMay = Mergedesk.run(there, OPTIONS, Watcher.NONE).estimate("sl_answered_of_offered", found.scope()).value();
        assertThat(talk.high().level().value()).isEqualTo(ofMay);
        double asItIs = Mergedesk.run(file(months), OPTIONS, Watcher.NONE).estimate("sl_answered_of_offered", found.scope()).value();
        assertThat(talk.high().change().value()).isEqualTo(ofMay - asItIs);
        assertThat(found.base().value()).isEqualTo(asItIs);
    }

    /** Of twenty looks the largest is picked out: what is claimed of it must hold for all. */
    @Test
    void whatIsClaimedHoldsForAllThatWasLookedAt() {
        Sensitivity found = found(DESK);
        End end = swing(found, "flows.one.work.mean").high();

        assertThat(found.looks()).isEqualTo(8);
        assertThat(found.together(end)).isEqualTo(end.change().amongst(8));
        assertThat(found.isShown(end)).isTrue();
        assertThat(found.isShown(swing(found, "groups.agents.staffing").low())).isFalse();
        assertThat(found(DESK, new RunOptions(1, 3L, 1, "")).swings()).noneMatch(swing -> found.isShown(new End("", swing.low().level(), swing.low().change(), "")));
    }
}
