package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    /** An estimate whose bound, 0.8, lies so many standard errors below it. */
    private static Estimate above(double errors) {
        int n = 20;
        double error = 0.01;
        return new Estimate(0.8 + errors * error, error * Student.of(n), n, Estimate.Method.RATIO);
    }

    private static double tail(double errors) {
        return new TDistribution(null, 19).cumulativeProbability(-errors);
    }

    /** Twelve months, each 2.1 standard errors above the bound: what each may err by adds up. */
    @Test
    void ofManyEachAddsItsDoubt() {
        List<Estimate> year = Collections.nCopies(12, above(2.1));
        assertThat(Confidence.allHold(year, 0.8, true)).isCloseTo(1 - 12 * tail(2.1), within(1e-9)).isBetween(0.65, 0.72);
        assertThat(Confidence.allHold(Collections.nCopies(12, above(0.5)), 0.8, true)).isZero();
        assertThat(Confidence.allHold(List.of(above(2.1)), 0.8, true)).isEqualTo(Confidence.holds(above(2.1), 0.8, true));
    }

    @Test
    void theSurestOfManyIsOneOfMany() {
        List<Estimate> year = List.of(above(3), above(-2.5), above(4));
        assertThat(Confidence.oneFails(year, 0.8, true)).isCloseTo(1 - 3 * tail(2.5), within(1e-9));
        assertThat(Confidence.oneFails(List.of(above(-2.5)), 0.8, true)).isCloseTo(1 - Confidence.holds(above(-2.5), 0.8, true), within(1e-12));
        assertThat(Confidence.oneFails(List.of(above(1), above(2)), 0.8, true)).isZero();
    }
}
