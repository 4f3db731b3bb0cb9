package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Estimates against computation by hand; Student quantiles from printed tables. */
class SampleTest {
    private static final double T2 = 4.302653; // 97.5 % quantile for 2 degrees of freedom
    private static final double T1 = 12.706205;

    /** One observation of a program with one scope; {@code columnsAndNumbers} alternates. */
    private static RunSummary summary(long... columnsAndNumbers) {
        long[] totals = new long[Count.COLUMNS];
        for (int i = 0; i < columnsAndNumbers.length; i += 2) {
            totals[(int) columnsAndNumbers[i]] = columnsAndNumbers[i + 1];
        }
        return new RunSummary(0, totals, new short[0][], new int[0][], new int[0][]);
    }

    private static Sample observations(RunSummary... summaries) {
        return new Sample(List.of(summaries), false);
    }

    private static Measure measure(String id) {
        return Measure.byId(id).orElseThrow();
    }

    @Test
    void meanOfTotals() {
        Estimate estimate = observations(summary(Count.OFFERED, 2), summary(Count.OFFERED, 4), summary(Count.OFFERED, 9)).estimate(measure("offered"), 0);
        assertThat(estimate.value()).isEqualTo(5);
        assertThat(estimate.halfWidth()).isCloseTo(T2 * Math.sqrt(13) / Math.sqrt(3), within(1e-5));
        assertThat(estimate.n()).isEqualTo(3);
        assertThat(estimate.method()).isEqualTo(Estimate.Method.MEAN);
    }

    @Test
    void ratioOfTotals() {
        Sample observations =
                observations(summary(Count.ANSWERED, 3, Count.OFFERED, 4), summary(Count.ANSWERED, 5, Count.OFFERED, 8));
        Estimate estimate = observations.estimate(measure("answer_rate"), 0);
        assertThat(estimate.value()).isEqualTo(8 / 12.0);
        assertThat(estimate.halfWidth()).isCloseTo(T1 * Math.sqrt(2 / 9.0) / (Math.sqrt(2) * 6), within(1e-6)); // rest is 1/3 and -1/3
        assertThat(estimate.method()).isEqualTo(Estimate.Method.RATIO);
        assertThat(estimate.n()).isEqualTo(2);
        assertThat(new Sample(observations.summaries(), true).estimate(measure("answer_rate"), 0).method())
                .isEqualTo(Estimate.Method.BATCH_RATIO);
    }

    /** Three runs, of which one had any calls: nobody knows how far the share of the next would be from it. A mean of all three is another matter. */
    @Test
    void aRatioThatRestsOnOneRunHasNoInterval() {
        Sample observations = observations(summary(), summary(Count.ANSWERED, 3, Count.OFFERED, 4), summary());
        Estimate rate = observations.estimate(measure("answer_rate"), 0);
        assertThat(rate.value()).isEqualTo(0.75);
        assertThat(rate.halfWidth()).isNaN();
        assertThat(observations.estimate(measure("offered"), 0).halfWidth()).isPositive();
        Sample others = observations(summary(Count.ANSWERED, 2, Count.OFFERED, 4), summary(Count.ANSWERED, 3, Count.OFFERED, 4), summary());
        assertThat(others.estimate(measure("answer_rate"), 0).halfWidth()).isPositive();
    }

    /** Waits of 3 and 5 calls in the second row, in microseconds; 2 s and 4 s on average: 26 s of 8 calls. */
    @Test
    void ratiosAndTheirHalfWidthsAreInTheMeasuresUnit() {
        long[][] runs = {{3, 6_000_000}, {5, 20_000_000}};
        List<RunSummary> summaries = new ArrayList<>();
        for (long[] run : runs) {
            long[] totals = new long[2 * Count.COLUMNS];
            totals[Count.COLUMNS + Count.ANSWERED] = run[0];
            totals[Count.COLUMNS + Count.WAIT_ANSWERED] = run[1];
            summaries.add(new RunSummary(0, totals, new short[0][], new int[0][], new int[0][]));
        }
        Estimate estimate = new Sample(summaries, false).estimate(measure("wait_mean_answered"), 1);
        assertThat(estimate.value()).isCloseTo(26 / 8.0, within(1e-12));
        assertThat(estimate.halfWidth()).isCloseTo(T1 * 3.75 * Math.sqrt(2) / (Math.sqrt(2) * 4), within(1e-5)); // rest is -3.75 and 3.75
        assertThat(new Sample(summaries, false).estimate(measure("wait_mean_answered"), 0)).isEqualTo(Estimate.EMPTY);
    }

    /** Two batches in each of two replications: counts are those of a replication, twice a batch's. */
    @Test
    void countsOfBatchesArePerReplication() {
        Sample a = new Sample(List.of(summary(Count.OFFERED, 4), summary(Count.OFFERED, 8)), true);
        assertThat(a.areBatches()).isTrue();
        assertThat(a.estimate(measure("offered"), 0).value()).isEqualTo(12);
        assertThat(a.estimate(measure("offered"), 0).method()).isEqualTo(Estimate.Method.BATCH_MEAN);
        assertThat(a.estimate(measure("offered"), 0).halfWidth()).isCloseTo(T1 * 2 * 2, within(1e-5));
    }

    /** Only what rounding leaves is taken for 0, not what is rare. */
    @Test
    void rareEventsKeepTheirHalfWidth() {
        Sample rare = observations(
                summary(Count.BLOCKED, 1, Count.OFFERED, 1_000_000_000), summary(Count.BLOCKED, 2, Count.OFFERED, 1_000_000_000));
        assertThat(rare.estimate(measure("blocked_share"), 0).halfWidth()).isCloseTo(T1 * 0.5e-9, within(1e-15));
        Sample multiple = observations(summary(Count.BLOCKED, 1, Count.OFFERED, 3), summary(Count.BLOCKED, 7, Count.OFFERED, 21));
        assertThat(multiple.estimate(measure("blocked_share"), 0).halfWidth()).isZero();
    }

    /** One call in a hundred thousand million tells the two runs apart: a half-width of 6e-11 is real. What floating point leaves of n - 49 n / 49 is not. */
    @Test
    void onlyTheLastBitsAreRounding() {
        long many = 100_000_000_000L;
        Sample nearly = observations(summary(Count.ANSWERED, many, Count.OFFERED, many), summary(Count.ANSWERED, many - 1, Count.OFFERED, many));
        assertThat(nearly.estimate(measure("answer_rate"), 0).halfWidth()).isCloseTo(T1 * 0.5e-11, within(1e-14));
        long[] forties = {1, 3, 11, 23, 49, 55, 103};
        Sample everyFortyNinth = observations(
                java.util.stream.LongStream.of(forties).mapToObj(n -> summary(Count.ANSWERED, n, Count.OFFERED, 49 * n)).toArray(RunSummary[]::new));
        assertThat(49 * 103 * (1 / 49.0) - 103).as("not 0 in floating point").isNotZero();
        assertThat(everyFortyNinth.estimate(measure("answer_rate"), 0).halfWidth()).isZero();
    }

    /** A ratio to one call is a ratio. */
    @Test
    void oneCallIsEnough() {
        assertThat(observations(summary(Count.ANSWERED, 1, Count.OFFERED, 1), summary()).estimate(measure("answer_rate"), 0).value()).isEqualTo(1);
    }

    @Test
    void areWhatTheyWereMadeOf() {
        List<RunSummary> list = new ArrayList<>(List.of(summary(Count.OFFERED, 2)));
        Sample observations = new Sample(list, false);
        list.add(summary(Count.OFFERED, 4));
        assertThat(observations.count()).isEqualTo(1);
        assertThat(observations.estimate(measure("offered"), 0).value()).isEqualTo(2);
    }

    /** Batches of the second row hang together, those of the first do not. */
    @Test
    void correlationIsThatOfTheRow() {
        List<RunSummary> batches = new ArrayList<>();
        for (int r = 0; r < 30; r++) {
            long[] totals = new long[2 * Count.COLUMNS];
            totals[Count.OFFERED] = 100 + r % 2;
            totals[Count.COLUMNS + Count.OFFERED] = r < 15 ? 100 : 102;
            batches.add(new RunSummary(0, totals, new short[0][], new int[0][], new int[0][]));
        }
        Sample observations = new Sample(batches, true);
        assertThat(observations.correlation(measure("offered"), 0)).isZero();
        assertThat(observations.correlation(measure("offered"), 1)).isCloseTo(27 / 29.0, within(1e-12));
    }

    @Test
    void noObservationIsNoEstimate() {
        assertThat(observations().estimate(measure("offered"), 0)).isEqualTo(Estimate.EMPTY);
        assertThat(observations().areBatches()).isFalse();
    }

    @Test
    void anEmptyRatioIsNoNumberAndOneObservationHasNoInterval() {
        assertThat(observations(summary(), summary()).estimate(measure("answer_rate"), 0)).isEqualTo(Estimate.EMPTY);
        Estimate one = observations(summary(Count.ANSWERED, 1, Count.OFFERED, 4)).estimate(measure("answer_rate"), 0);
        assertThat(one.value()).isEqualTo(0.25);
        assertThat(one.halfWidth()).isNaN();
    }

    @Test
    void agreesWithManyDegreesOfFreedom() {
        assertThat(Student.of(2)).isCloseTo(T1, within(1e-6));
        assertThat(Student.of(30)).isCloseTo(2.045230, within(1e-6));
        assertThat(Student.of(100_000)).isCloseTo(1.959988, within(1e-6));
    }

    /** A = 100, S = 80, Sg = 60, L = 15, Lg = 6, Ls = 2, B = 5: every definition gives another number. */
    @Test
    void everyServiceLevelHasItsOwnDefinition() {
        Sample attempts = observations(summary(
                Count.OFFERED, 100, Count.ANSWERED, 80, Count.ANSWERED_WITHIN, 60, Count.ABANDONED, 15, Count.ABANDONED_WITHIN, 6,
                Count.ABANDONED_SHORT, 2, Count.BLOCKED, 5));
        Sample people = observations(summary(
                Count.PERSONS, 100, Count.PERSONS_ANSWERED, 80, Count.PERSONS_ANSWERED_WITHIN, 60, Count.PERSONS_ABANDONED, 15,
                Count.PERSONS_ABANDONED_WITHIN, 6, Count.PERSONS_ABANDONED_SHORT, 2, Count.PERSONS_BLOCKED, 5));
        Object[][] expected = {
            {"sl_answered_of_offered", 60 / 100.0},
            {"sl_answered_of_answered", 60 / 80.0},
            {"sl_excluding_quick_abandons", 60 / 94.0},
            {"sl_counting_quick_abandons", 66 / 100.0},
            {"sl_answered_of_answered_and_late_abandons", 60 / 89.0},
            {"sl_answered_of_answered_late_abandons_and_blocked", 60 / 94.0},
            {"sl_counting_short_abandons", 62 / 95.0}
        };
        for (Object[] line : expected) {
            assertThat(attempts.estimate(measure((String) line[0]), 0).value()).as("%s", line[0]).isEqualTo((double) line[1]);
            assertThat(people.estimate(measure(line[0] + "_per_person"), 0).value()).as("%s per person", line[0]).isEqualTo((double) line[1]);
        }
    }

    @Test
    void convertsTicksToSecondsAndTimeToPeople() {
        Sample one = observations(summary(
                Count.WAIT_ANSWERED, 30_000_000, Count.WAIT_ABANDONED, 10_000_000, Count.ANSWERED, 6, Count.ABANDONED, 2, Count.TALK, 600_000_000,
                Count.WRAP, 60_000_000, Count.WINDOW, 4 * 3_600_000_000L, Count.QUEUE, 2_800_000_000L, Count.OPEN, 3_600_000_000L, Count.QUEUE_OPEN, 1_800_000_000L, Count.SCHEDULED_OPEN, 36 * 3_600_000_000L,
                Count.BUSY_OPEN, 29 * 3_600_000_000L, Count.SCHEDULED, 37 * 3_600_000_000L,
                Count.PRESENT, 40 * 3_600_000_000L, Count.TALKING, 20 * 3_600_000_000L, Count.WRAPPING, 10 * 3_600_000_000L,
                Count.PRESENT_AFTER, 2 * 3_600_000_000L, Count.TALKING_AFTER, 3_600_000_000L, Count.WRAPPING_AFTER, 3 * 3_600_000_000L));
        Object[][] expected = {
            {"wait_mean_answered", 5.0}, {"wait_mean_abandoned", 5.0}, {"wait_mean_all", 5.0}, {"talk_mean", 100.0}, {"handle_mean", 110.0},
            {"queue_mean", 0.5}, {"occupancy", 30 / 40.0}, {"occupancy_talk", 20 / 40.0}, {"occupancy_scheduled", 30 / 37.0},
            {"occupancy_to_last_event", 34 / 42.0}, {"occupancy_talk_to_last_event", 21 / 42.0},
            {"agents_scheduled", 36.0}, {"agents_busy", 29.0}
        };
        for (Object[] line : expected) {
            assertThat(one.estimate(measure((String) line[0]), 0).value()).as("%s", line[0]).isCloseTo((double) line[1], within(1e-12));
        }
    }

    @Test
    void confidenceIsStudentsDistribution() {
        Estimate estimate = new Estimate(10, 2, 11, Estimate.Method.MEAN);
        assertThat(Confidence.above(estimate, 10)).isEqualTo(0.5);
        assertThat(Confidence.above(estimate, 8)).isCloseTo(0.975, within(1e-9));
        assertThat(Confidence.above(estimate, 12)).isCloseTo(0.025, within(1e-9));
        double error = 2 / Student.of(11);
        assertThat(Confidence.above(estimate, 9.5)).isCloseTo(new TDistribution(null, 10).cumulativeProbability(0.5 / error), within(1e-12));
        assertThat(Confidence.above(Estimate.EMPTY, 1)).isEqualTo(0.5);
        assertThat(Confidence.above(new Estimate(3, Double.NaN, 1, Estimate.Method.MEAN), 1)).isEqualTo(0.5);
    }

    /** Equal observations are as sure as n equal throws of a coin. */
    @Test
    void confidenceWithoutSpreadIsThatOfSigns() {
        Estimate equal = new Estimate(3, 0, 9, Estimate.Method.MEAN);
        assertThat(Confidence.above(equal, 1)).isEqualTo(1 - 1 / 512.0);
        assertThat(Confidence.above(equal, 4)).isEqualTo(1 / 512.0);
        assertThat(Confidence.above(equal, 3)).isEqualTo(0.5);
    }

    @Test
    void confidenceHasADirectionAndExactValuesAreCertain() {
        Estimate estimate = new Estimate(10, 2, 11, Estimate.Method.MEAN);
        assertThat(Confidence.holds(estimate, 8, true)).isCloseTo(0.975, within(1e-9));
        assertThat(Confidence.holds(estimate, 8, false)).isCloseTo(0.025, within(1e-9));
        Estimate exact = Estimate.exact(3, 5);
        for (boolean atLeast : new boolean[] {true, false}) {
            assertThat(Confidence.holds(exact, 3, atLeast)).isEqualTo(1);
            assertThat(Confidence.holds(exact, 2, atLeast)).isEqualTo(atLeast ? 1 : 0);
            assertThat(Confidence.holds(exact, 4, atLeast)).isEqualTo(atLeast ? 0 : 1);
        }
        assertThat(Estimate.exact(Double.NaN, 5)).isEqualTo(Estimate.EMPTY);
    }

    /** The interval of a ratio holds the true ratio 19 times in 20, though x and y hang together and vary in size. */
    @Test
    void ratioIntervalsCover() {
        java.util.Random random = new java.util.Random(4);
        int covered = 0;
        int experiments = 2_000;
        for (int e = 0; e < experiments; e++) {
            List<RunSummary> runs = new ArrayList<>();
            for (int r = 0; r < 20; r++) {
                int offered = 100 + random.nextInt(100);
                int answered = 0;
                double chance = 0.7 + 0.1 * (random.nextDouble() - 0.5);
                for (int i = 0; i < offered; i++) {
                    answered += random.nextDouble() < chance ? 1 : 0;
                }
                runs.add(summary(Count.OFFERED, offered, Count.ANSWERED, answered));
            }
            Estimate estimate = new Sample(runs, false).estimate(measure("answer_rate"), 0);
            covered += Math.abs(estimate.value() - 0.7) <= estimate.halfWidth() ? 1 : 0;
        }
        assertThat(covered / (double) experiments).isCloseTo(0.95, within(4.5 * Math.sqrt(0.95 * 0.05 / experiments)));
    }

    @Test
    void measuresExistWhereTheyHaveAMeaning() {
        assertThat(measure("offered").existsFor(Scopes.Kind.GROUP)).isFalse();
        assertThat(measure("answered").existsFor(Scopes.Kind.GROUP)).isTrue();
        assertThat(measure("occupancy").existsFor(Scopes.Kind.SERVICE)).isFalse();
        assertThat(measure("wait_p90").existsFor(Scopes.Kind.INTERVAL)).isFalse();
        assertThat(measure("wait_p90").existsFor(Scopes.Kind.COUNCIL)).isTrue();
    }
}
