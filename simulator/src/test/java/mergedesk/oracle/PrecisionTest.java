package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.Watcher;
import mergedesk.results.Kpi;
import mergedesk.results.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of an oracle with its own settings ends with half-widths under 4 % of the value; more replications make them smaller. */
class PrecisionTest {
    private static final double MOST = 0.04;
    private static final List<String> MAIN = List.of(
            "offered",
            "answered",
            "answer_rate",
            "abandonment_rate",
            "blocked_share",
            "delayed_share",
            "wait_mean_all",
            "wait_mean_answered",
            "queue_mean",
            "occupancy",
            "sl_answered_of_offered",
            "sl_answered_of_answered",
            "sl_excluding_quick_abandons",
            "sl_counting_quick_abandons",
            "sl_answered_of_answered_and_late_abandons");

    static Stream<String> scenarios() {
        return Stream.concat(SteadyStateTest.cases().map(SteadyStateTest.Case::scenario), DayTest.cases().map(DayTest.Case::scenario)).distinct();
    }

    private static Study run(String scenario, Integer replications) {
        return Mergedesk.run(OracleRun.file(scenario), new RunOptions(replications, null, OracleRun.THREADS, ""), Watcher.NONE);
    }

    /** Half-width over value of the main measures of all contacts; measures that are exactly zero have none. */
    private static Map<String, Double> relativeHalfWidths(Study study) {
        Map<String, Double> widths = new java.util.TreeMap<>();
        for (Kpi kpi : study.kpis()) {
            if (kpi.scope().isOverall() && MAIN.contains(kpi.measure()) && kpi.estimate().value() != 0) {
                widths.put(kpi.measure(), kpi.estimate().halfWidth() / kpi.estimate().value());
            }
        }
        return widths;
    }

    private static void check(String scenario) {
        Map<String, Double> widths = relativeHalfWidths(run(scenario, null));
        List<String> wide = new ArrayList<>();
        widths.forEach((measure, width) -> {
            if (!(width < MOST)) {
                wide.add("%s: half-width of %s is %.1f %% of the value".formatted(scenario, measure, 100 * width));
            }
        });
        assertThat(wide).isEmpty();
        assertThat(widths).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02_mmc_abandon_day", "14_erlang_reference-a8", "14_erlang_reference-b2", "14_erlang_reference-b17"})
    void ownSettingsSuffice(String scenario) {
        check(scenario);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("scenarios")
    void ownSettingsSufficeEverywhere(String scenario) {
        check(scenario);
    }

    /** Four times the replications halve a half-width; a third more or less is chance. */
    @Test
    void moreReplicationsTighten() {
        Map<String, Double> few = relativeHalfWidths(run("14_erlang_reference-a8", 10));
        Map<String, Double> many = relativeHalfWidths(run("14_erlang_reference-a8", 40));
        assertThat(many.keySet()).isEqualTo(few.keySet());
        many.forEach((measure, width) -> assertThat(width / few.get(measure)).as(measure).isBetween(0.33, 0.67));
    }
}
