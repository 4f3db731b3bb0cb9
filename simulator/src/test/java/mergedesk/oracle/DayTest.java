package mergedesk.oracle;

import static mergedesk.observe.Count.ABANDONED;
import static mergedesk.observe.Count.ABANDONED_WITHIN;
import static mergedesk.observe.Count.ANSWERED;
import static mergedesk.observe.Count.ANSWERED_WITHIN;
import static mergedesk.observe.Count.BALKED;
import static mergedesk.observe.Count.DELAYED;
import static mergedesk.observe.Count.OFFERED;
import static mergedesk.observe.Count.WAIT_ABANDONED;
import static mergedesk.observe.Count.WAIT_ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Single days with published results: cases 01, 02, 04 and 07. "Published" is the named project's own output, "second" the independent simulator
 * of the case files; figures that are printed with few digits have half a last digit as half-width.
 *
 * <p>Each case's trap is one {@code trap} line: the number that a product with the wrong definition would report, which the run must be able to tell
 * from its own.
 */
class DayTest {
    private static final double TICK = 1e-6;
    /** Case 04 prints 90 % intervals. */
    private static final double FROM_90 = 1.959963984540054 / 1.6448536269514722;
    /** Case 04 divides by the expected number of calls. */
    private static final double EXPECTED_CALLS = 1660;
    /** Standard deviations are checked coarsely: they converge slowly. */
    private static final double COARSE = 0.08;

    record Case(String scenario, int quick, int many, List<Expected> means, List<Expected> spreads, List<Expected> traps) {
        @Override
        public String toString() {
            return scenario;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(one(), two(), four(), seven());
    }

    private static Case one() {
        return new Case(
                "01_mmc_day",
                1500,
                10_000,
                List.of(
                        Expected.publishedMean("published", "answered within 20 s", 1816.158, 3.540, 1, ANSWERED_WITHIN),
                        Expected.published("published", "sl_answered_of_answered", 0.902, 0.002),
                        Expected.published("published", "wait_mean_answered", 0.099 * 60, 0.0025 * 60),
                        Expected.published("published", "occupancy", 0.695, 0.0015),
                        Expected.publishedMean("second", "answered within 20 s", 1815.72, 1.85, 1, ANSWERED_WITHIN),
                        Expected.published("second", "sl_answered_of_answered", 0.9006, 0.0010),
                        Expected.published("second", "wait_mean_answered", 0.1007 * 60, 0.0014 * 60),
                        Expected.published("second", "occupancy", 0.6971, 0.0007),
                        Expected.exact("offered", 2016)),
                List.of(
                        Expected.spread("published", "answered within 20 s, spread", 57.043, 1000, 1, ANSWERED_WITHIN),
                        Expected.spread("second", "answered within 20 s, spread", 59.6, 4000, 1, ANSWERED_WITHIN),
                        Expected.spread("exact", "offered, spread", Math.sqrt(2016), 0, 1, OFFERED)),
                List.of(
                        trap("steady state, not a day that starts empty", "occupancy", "overall", 0.700),
                        trap("the drain in the denominator", "occupancy_to_last_event", "overall", 0.6971)));
    }

    private static Case two() {
        return new Case(
                "02_mmc_abandon_day",
                1000,
                4000,
                List.of(
                        Expected.published("published", "abandoned", 58.609, 0.949),
                        Expected.publishedMean("published", "answered within 20 s", 1906.008, 2.223, 1, ANSWERED_WITHIN),
                        Expected.published("published", "sl_answered_of_answered", 0.975, 0.0005),
                        Expected.published("published", "sl_answered_of_answered_and_late_abandons", 0.968, 0.0005),
                        Expected.published("published", "wait_mean_answered", 0.024 * 60, 0.0005 * 60),
                        Expected.published("published", "occupancy", 0.675, 0.0015),
                        Expected.published("second", "abandoned", 59.46, 0.47),
                        Expected.publishedMean("second", "answered within 20 s", 1906.75, 1.19, 1, ANSWERED_WITHIN),
                        Expected.published("second", "sl_answered_of_answered", 0.97440, 0.00024),
                        Expected.published("second", "sl_answered_of_answered_and_late_abandons", 0.96811, 0.00030),
                        Expected.published("second", "wait_mean_answered", 0.02387 * 60, 0.00018 * 60),
                        Expected.published("second", "occupancy", 0.6768, 0.0006),
                        new Expected("overall", "abandoned / (waits of all / mean patience)", "identity", 1, 0, DayTest::abandonedOfWaits)),
                List.of(
                        Expected.spread("published", "abandoned, spread", 15.3, 1000, 1, ABANDONED),
                        Expected.spread("second", "abandoned, spread", 15.2, 4000, 1, ABANDONED)),
                List.of(
                        trap("divided by answered", "sl_answered_of_answered_and_late_abandons", "overall", 0.97440),
                        trap("divided by answered and late abandons", "sl_answered_of_answered", "overall", 0.96811),
                        trap("divided by all", "sl_answered_of_offered", "overall", 0.96811),
                        trap("waits of all, not of the answered", "wait_mean_all", "overall", 0.02387 * 60),
                        trap("the drain in the denominator", "occupancy_to_last_event", "overall", 0.6768)));
    }

    /** Of exponential patience: each moment of waiting ends in giving up at the same rate, 1 / min, whatever the day was like. */
    private static Estimate abandonedOfWaits(OracleRun run) {
        return Sample.ratio(run.column(1, ABANDONED), run.column(TICK, WAIT_ANSWERED, WAIT_ABANDONED), 60, Estimate.Method.RATIO);
    }

    private static Case four() {
        double scale = 1 / EXPECTED_CALLS;
        int[] quick = {ANSWERED_WITHIN, ABANDONED_WITHIN};
        int[] waits = {WAIT_ANSWERED, WAIT_ABANDONED};
        return new Case(
                "04_ssj_callcentre_alpha400",
                2000,
                8400,
                List.of(
                        Expected.exact("offered", EXPECTED_CALLS),
                        Expected.published("published", "offered", 1660.366, 1.540 * FROM_90),
                        Expected.publishedMean("published", "waits / 1660", 4.713, 0.033 * FROM_90, TICK * scale, waits),
                        Expected.publishedMean("published", "waited under 20 s / 1660", 0.925, 0.0005, scale, quick),
                        Expected.publishedMean("published", "abandoned / 1660", 0.020, 0.0005, scale, ABANDONED),
                        Expected.published("second", "offered", 1658.2, 1.8),
                        Expected.publishedMean("second", "waits / 1660", 4.707, 0.039, TICK * scale, waits),
                        Expected.publishedMean("second", "waited under 20 s / 1660", 0.9239, 0.0008, scale, quick),
                        Expected.publishedMean("second", "abandoned / 1660", 0.0197, 0.0001, scale, ABANDONED)),
                List.of(
                        Expected.spread("exact", "offered, spread", Math.sqrt(1660 + 1660.0 * 1660 / 400), 0, 1, OFFERED),
                        Expected.spread("published", "offered, spread", 93.620, 10_000, 1, OFFERED),
                        Expected.spread("published", "waits / 1660, spread", 1.997, 10_000, TICK * scale, waits),
                        Expected.spread("published", "waited under 20 s / 1660, spread", 0.0400, 10_000, scale, quick),
                        Expected.spread("published", "abandoned / 1660, spread", 0.0067, 10_000, scale, ABANDONED)),
                List.of(
                        trap("quick abandons and balkers left out", "sl_answered_of_offered", "overall", 0.9239),
                        trap("balkers not abandoned", "abandoned without balkers", run -> difference(run, ABANDONED, BALKED), 0.0197 * EXPECTED_CALLS)));
    }

    private static Case seven() {
        return new Case(
                "07_simplemsk",
                1200,
                17_000,
                List.of(
                        Expected.published("published", "answered", 4297.305, 27.2),
                        Expected.published("published", "abandoned", 910.335, 34.2),
                        Expected.published("published", "sl_answered_of_answered_and_late_abandons", 0.501, 0.0075),
                        Expected.published("published", "occupancy_to_last_event", "group group0", 0.881, 0.0035),
                        Expected.published("second", "answered", 4281.8, 9.7),
                        Expected.published("second", "abandoned", 899.0, 12.2),
                        Expected.published("second", "sl_answered_of_answered_and_late_abandons", 0.5061, 0.0029),
                        Expected.published("second", "occupancy_to_last_event", "group group0", 0.8782, 0.0013),
                        Expected.published("second", "occupancy", "group group0", 0.8887, 0.0013)),
                List.of(
                        Expected.spread("published", "answered, spread", 437.6, 1000, 1, ANSWERED),
                        Expected.spread("published", "abandoned, spread", 551.2, 1000, 1, ABANDONED),
                        Expected.spread("second", "answered, spread", 442.6, 8000, 1, ANSWERED),
                        Expected.spread("second", "abandoned, spread", 556.5, 8000, 1, ABANDONED)),
                List.of(
                        trap("the wrap-up left out", "occupancy", "group group0", 0.8782),
                        trap("the wrap-up in the denominator", "occupancy_to_last_event", "group group0", 0.8887),
                        trap("all abandons in the denominator", "sl_answered_of_offered", "overall", 0.5061)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithWhatIsPublished(Case row) {
        check(row, OracleRun.of(row.scenario(), row.quick()), Agreement.DEFAULT);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithWhatIsPublishedToHalfAPercent(Case row) {
        check(row, OracleRun.of(row.scenario(), row.many()), Agreement.NIGHTLY);
    }

    private static void check(Case row, OracleRun run, double precision) {
        List<String> faults = new ArrayList<>(Expected.faults(run, precision, row.means()));
        faults.addAll(Expected.faults(run, COARSE, row.spreads()));
        for (Expected trap : row.traps()) {
            if (Agreement.isNear(trap.z(run))) {
                faults.add("%s, %s: the run cannot be told from %.6g: %s (z = %.1f)"
                        .formatted(row, trap.measure(), trap.theory(), trap.source(), trap.z(run)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Expected trap(String mistake, String measure, String scope, double value) {
        return new Expected(scope, measure, mistake, value, 0, run -> run.kpi(measure, scope));
    }

    private static Expected trap(String mistake, String words, Expected.From from, double value) {
        return new Expected("overall", words, mistake, value, 0, from);
    }

    private static Estimate difference(OracleRun run, int column, int minus) {
        double[] x = run.column(1, column);
        double[] y = run.column(1, minus);
        double[] differences = IntStream.range(0, x.length).mapToDouble(r -> x[r] - y[r]).toArray();
        return Sample.mean(differences, 1, Estimate.Method.MEAN);
    }

    /** Case 04: 10 % of those who must wait leave at once, with wait 0; and dividing by the expected calls lets a day pass 1 ("max 1.076"). */
    @Test
    void balkersWaitNothingAndADayMayPassOne() {
        OracleRun run = OracleRun.of("04_ssj_callcentre_alpha400", 1000);
        Estimate balked = Sample.ratio(run.column(1, BALKED), run.column(1, DELAYED), 1, Estimate.Method.RATIO);
        assertThat(Agreement.fault(balked, 0.1, 0, Agreement.DEFAULT)).isEmpty();

        double waitsOfAbandoned = run.mean(TICK, WAIT_ABANDONED).value();
        double abandoned = run.mean(1, ABANDONED).value();
        assertThat(run.kpi("wait_mean_abandoned", "overall").value()).isCloseTo(waitsOfAbandoned / abandoned, within(1e-9));
        assertThat(run.mean(1, BALKED).value() / abandoned).isGreaterThan(0.5); // so leaving them out would double that mean

        double[] quick = run.column(1, ANSWERED_WITHIN, ABANDONED_WITHIN);
        double[] offered = run.column(1, OFFERED);
        double[] balkers = run.column(1, BALKED);
        double[] quickAbandons = run.column(1, ABANDONED_WITHIN);
        assertThat(java.util.Arrays.stream(quick).max().orElseThrow() / EXPECTED_CALLS).isBetween(1.0, 1.2);
        for (int r = 0; r < quick.length; r++) {
            assertThat(quick[r]).isLessThanOrEqualTo(offered[r]);
            assertThat(quickAbandons[r]).isGreaterThanOrEqualTo(balkers[r]);
        }
    }
}
