package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.observe.WaitBins;
import org.junit.jupiter.api.Test;

class AccumulatedTest {
    private static Accumulated of(String id) {
        return new Accumulated(Measure.byId(id).orElseThrow());
    }

    /** 1, 2, 3, 4: mean 2.5, s = 1.29099, t(3) = 3.18245, half-width 2.05426. */
    @Test
    void aTotalIsTheMeanOverRuns() {
        Accumulated offered = of("offered");
        for (int i = 1; i <= 4; i++) {
            offered.add(i, 1);
        }

        Estimate estimate = offered.estimate();

        assertThat(estimate.value()).isEqualTo(2.5);
        assertThat(estimate.halfWidth()).isCloseTo(2.05426, within(1e-5));
        assertThat(estimate.n()).isEqualTo(4);
    }

    /** 3 of 4 and 1 of 4: 4 of 8, not the mean of shares where they differ in size; in any order the same bits. */
    @Test
    void aRatioIsThatOfTotalsInAnyOrder() {
        long[][] runs = {{9, 10}, {1, 2}, {30, 90}, {7, 7}};
        Accumulated forth = of("answer_rate");
        Accumulated back = of("answer_rate");
        for (int i = 0; i < runs.length; i++) {
            forth.add(runs[i][0], runs[i][1]);
            back.add(runs[3 - i][0], runs[3 - i][1]);
        }

        assertThat(forth.estimate().value()).isEqualTo(47.0 / 109);
        assertThat(back.estimate()).isEqualTo(forth.estimate());
        assertThat(of("answer_rate").estimate().isEmpty()).isTrue();
    }

    @Test
    void whatFollowsFromTheScenarioHasAnIntervalOnlyWhereRunsDiffer() {
        Accumulated same = of("fte");
        Accumulated other = of("fte");
        for (int i = 0; i < 4; i++) {
            same.add(7.5);
            other.add(1 + i);
        }

        assertThat(same.estimate()).isEqualTo(Estimate.exact(7.5, 4));
        assertThat(other.estimate().halfWidth()).isCloseTo(2.05426, within(1e-5));
        other.add(Double.NaN);
        assertThat(other.estimate().isEmpty()).isTrue();
    }

    /** All wait between the same two bounds: nobody as short as bin 0, of which there is no count. */
    @Test
    void aQuantileLiesInTheOneBinThatIsCounted() {
        Accumulated waits = of("wait_p95");
        waits.add(new short[] {1000}, new int[] {40});
        waits.add(new short[] {1000}, new int[] {60});

        Estimate estimate = waits.estimate();

        double scale = Measure.byId("wait_p95").orElseThrow().scale();
        assertThat(estimate.value()).isCloseTo(scale * (WaitBins.floor(1000) + 0.95 * (WaitBins.floor(1001) - WaitBins.floor(1000))), within(1e-9));
        assertThat(estimate.halfWidth()).isZero();
    }
}
