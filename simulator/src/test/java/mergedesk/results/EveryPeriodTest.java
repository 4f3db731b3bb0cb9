package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.results.Study.Verdict.State;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** What is shown of many periods agrees with the verdict on them, whichever has the lowest value. */
class EveryPeriodTest {
    private static EveryPeriod levels(double... valuesAndHalves) {
        List<Kpi> periods = new ArrayList<>();
        for (int i = 0; i < valuesAndHalves.length; i += 2) {
            periods.add(new Kpi("sl_answered_of_offered", Scope.OVERALL.in(Scope.Kind.MONTH, "2026-0" + (1 + i / 2)), new Estimate(valuesAndHalves[i], valuesAndHalves[i + 1], 20, Estimate.Method.RATIO)));
        }
        return new EveryPeriod(periods);
    }

    private static double shown(EveryPeriod all, double bound, boolean atLeast) {
        return all.deciding(bound, atLeast).estimate().value();
    }

    @Test
    void unsureShowsAnIntervalThatContainsTheBound() {
        EveryPeriod all = levels(0.81, 0.005, 0.815, 0.03, 0.9, 0.01);
        assertThat(all.state(0.8, true)).isEqualTo(State.UNSURE);
        assertThat(shown(all, 0.8, true)).isEqualTo(0.815);
    }

    @Test
    void missedShowsAnIntervalBeyondTheBound() {
        EveryPeriod all = levels(0.6, 0.25, 0.75, 0.02, 0.9, 0.01);
        assertThat(all.state(0.8, true)).isEqualTo(State.MISSED);
        assertThat(shown(all, 0.8, true)).isEqualTo(0.75);
    }

    @Test
    void metShowsTheWorst() {
        EveryPeriod all = levels(0.9, 0.01, 0.85, 0.02, 0.86, 0.05);
        assertThat(all.state(0.8, true)).isEqualTo(State.MET);
        assertThat(shown(all, 0.8, true)).isEqualTo(0.85);
    }

    @Test
    void upperBoundsAreTheMirrorOfLowerOnes() {
        EveryPeriod all = levels(40, 25, 32, 1, 10, 1);
        assertThat(all.state(30, false)).isEqualTo(State.MISSED);
        assertThat(shown(all, 30, false)).isEqualTo(32);
        assertThat(shown(all, 33.5, false)).isEqualTo(40);
        assertThat(all.worst(false).estimate().value()).isEqualTo(40);
    }

    @Test
    void intervalsHoldForAllTogether() {
        List<Kpi> single = levels(0.81, 0.005, 0.815, 0.03).periods();
        Estimate wider = EveryPeriod.of(single).periods().get(0).estimate();
        assertThat(wider).isEqualTo(single.get(0).estimate().amongst(2));
        assertThat(wider.halfWidth()).isGreaterThan(0.005);
    }
}
