package mergedesk.experiment;

import static mergedesk.results.Study.Verdict.State.MET;
import static mergedesk.results.Study.Verdict.State.MISSED;
import static mergedesk.results.Study.Verdict.State.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.results.Study.Verdict.State;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static Estimate estimate(double value, double halfWidth) {
        return new Estimate(value, halfWidth, 20, Estimate.Method.RATIO);
    }

    @ParameterizedTest
    @CsvSource({
        "0.85, 0.02, true, MET", "0.75, 0.02, true, MISSED", "0.81, 0.02, true, UNSURE", "0.79, 0.02, true, UNSURE",
        "0.85, 0.02, false, MISSED", "0.75, 0.02, false, MET", "0.81, 0.02, false, UNSURE", "0.79, 0.02, false, UNSURE"
    })
    void judgesByTheWholeInterval(double value, double halfWidth, boolean atLeast, State expected) {
        assertThat(Targets.judge(estimate(value, halfWidth), 0.8, atLeast)).isEqualTo(expected);
    }

    /** One replication says nothing about how sure it is. */
    @Test
    void isUnsureWithoutAnInterval() {
        assertThat(Targets.judge(new Estimate(0.99, Double.NaN, 1, Estimate.Method.RATIO), 0.8, true)).isEqualTo(UNSURE);
        assertThat(Targets.judge(new Estimate(0.1, Double.NaN, 1, Estimate.Method.RATIO), 0.8, true)).isEqualTo(UNSURE);
        assertThat(Targets.judge(Estimate.EMPTY, 0.8, true)).isEqualTo(UNSURE);
    }

    /** "At most 0 blocked" is met when none ever is: the bound itself is inside. */
    @Test
    void meetsABoundThatItEqualsForCertain() {
        assertThat(Targets.judge(estimate(0, 0), 0, false)).isEqualTo(MET);
        assertThat(Targets.judge(estimate(1, 0), 1, true)).isEqualTo(MET);
        assertThat(Targets.judge(estimate(0.5, 0), 1, true)).isEqualTo(MISSED);
    }
}
