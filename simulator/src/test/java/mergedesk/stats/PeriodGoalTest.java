package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mergedesk.observe.Count;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Goals for every month, and months in general, over replications of known numbers. */
class PeriodGoalTest {
    private static final int[][] FLOWS = {{0}, {0}};
    private static final Measure LEVEL = Measure.byId("sl_answered_of_offered").orElseThrow();

    private static RunSummary summary(long... offeredAndWithin) {
        long[] totals = new long[2 * Count.COLUMNS];
        totals[Count.COLUMNS + Count.OFFERED] = offeredAndWithin[0];
        totals[Count.COLUMNS + Count.ANSWERED_WITHIN] = offeredAndWithin[1];
        return new RunSummary(0, totals, new short[][] {{0}}, new int[][] {{0}}, new int[0][]);
    }

    private static List<RunSummary> replication(long[]... months) {
        long[] all = new long[2];
        for (long[] month : months) {
            all[0] += month[0];
            all[1] += month[1];
        }
        return List.of(summary(all).withPeriods(Map.of(Period.MONTH, Arrays.stream(months).map(PeriodGoalTest::summary).toList())));
    }

    private static Observations observations(PeriodGoal... goals) {
        Observations observations = new Observations(KeptMeasures.all(FLOWS, Map.of(Period.MONTH, new int[] {0, 1})).counting(List.of(goals)), false);
        observations.add(replication(new long[] {100, 80}, new long[] {100, 79}, new long[] {0, 0}));
        observations.add(replication(new long[] {100, 80}, new long[] {100, 81}, new long[] {0, 0}));
        observations.add(replication(new long[] {100, 100}, new long[] {100, 60}, new long[] {50, 50}));
        return observations;
    }

    @Test
    void countsReplicationsInWhichEveryMonthReachesIt() {
        PeriodGoal four = new PeriodGoal(Period.MONTH, LEVEL, 1, 0.8, true);
        PeriodGoal low = new PeriodGoal(Period.MONTH, LEVEL, 1, 0.79, true);
        PeriodGoal most = new PeriodGoal(Period.MONTH, LEVEL, 1, 0.81, false);
        Observations observations = observations(four, low, most);
        assertThat(observations.reached(four)).isEqualTo(1);
        assertThat(observations.reached(low)).isEqualTo(2);
        assertThat(observations.reached(most)).isEqualTo(2);
        assertThat(observations.replications()).isEqualTo(3);
        assertThatThrownBy(() -> observations.reached(new PeriodGoal(Period.MONTH, LEVEL, 0, 0.8, true))).hasMessageContaining("is not counted");
    }

    /** A month with 5 of some 100 contacts says nothing of a share, and everything of a number of contacts. */
    @Test
    void aQuietPeriodIsNotJudgedBySharesOfItsContacts() {
        PeriodGoal level = new PeriodGoal(Period.MONTH, LEVEL, 1, 0.8, true);
        PeriodGoal offered = new PeriodGoal(Period.MONTH, Measure.byId("offered").orElseThrow(), 1, 50, true);
        Observations observations = new Observations(KeptMeasures.all(FLOWS, Map.of(Period.MONTH, new int[] {0, 1})).counting(List.of(level, offered)), false);
        observations.add(replication(new long[] {100, 90}, new long[] {100, 90}, new long[] {5, 0}));
        observations.add(replication(new long[] {100, 90}, new long[] {100, 90}, new long[] {10, 0}));
        assertThat(observations.reached(level)).as("5 are less than a tenth of the mean, 10 are not").isEqualTo(1);
        assertThat(observations.reached(offered)).isZero();
    }

    /** The same estimators as for the whole: 0.8, 0.8 and 1 of 100 each; 79, 81, 60 of 100 each. */
    @Test
    void everyMonthIsEstimatedAsTheWholeIs() {
        PeriodObservations months = observations().by(Period.MONTH);
        assertThat(months.count()).isEqualTo(3);
        Estimate january = months.estimate(0, LEVEL, 1);
        assertThat(january.value()).isCloseTo(2.6 / 3, within(1e-15));
        assertThat(january.halfWidth()).isCloseTo(4.302652729911275 * Math.sqrt(0.04 / 3) / Math.sqrt(3), within(1e-9)); // s² = 0.04 / 3
        assertThat(january.n()).isEqualTo(3);
        assertThat(months.estimate(1, LEVEL, 1).value()).isCloseTo(2.2 / 3, within(1e-15));
        assertThat(months.estimate(2, LEVEL, 1).value()).isEqualTo(1);
        assertThatThrownBy(() -> months.estimate(0, Measure.byId("wait_p90").orElseThrow(), 1)).hasMessageContaining("wait_p90 in row 1 is not kept by period");
    }

    /** Twelve intervals, each of which misses the truth with a chance of 5 % / 12. */
    @Test
    void intervalsThatHoldTogetherAreWider() {
        Estimate one = new Estimate(0.8, 0.02, 8, Estimate.Method.RATIO);
        TDistribution student = new TDistribution(7);
        double twelve = one.amongst(12).halfWidth() / 0.02 * student.inverseCumulativeProbability(0.975);
        assertThat(2 * 12 * (1 - student.cumulativeProbability(twelve))).isCloseTo(0.05, within(1e-9));
        assertThat(one.amongst(1)).isEqualTo(one);
        assertThat(Estimate.EMPTY.amongst(12)).isEqualTo(Estimate.EMPTY);
        Estimate alone = new Estimate(0.8, Double.NaN, 1, Estimate.Method.RATIO);
        assertThat(alone.amongst(12)).isEqualTo(alone);
    }
}
