package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Change;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Distribution.Shape;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Slips;
import mergedesk.scenario.TimeFrame;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanDrawsTest {
    private static final LocalDateTime PLANNED = LocalDateTime.of(2027, 4, 1, 8, 30);
    private static final int DRAWS = 4_000;
    private static final Distribution UP_TO_1000 = Distribution.of(Shape.UNIFORM).with(Distribution::low, Duration.ZERO).with(Distribution::high, Duration.ofDays(1_000));

    private static PlanStep step(Distribution slips) {
        return PlanStep.on(PLANNED, "A step", new Change(Map.of())).with(PlanStep::slips, slips);
    }

    private static PlanDraws draws(double correlation, Map<String, PlanStep> plan) {
        return new PlanDraws(Scenario.named("A plan", TimeFrame.of(PLANNED.toLocalDate().atStartOfDay(), CalendarSpan.ofDays(365))).with(Scenario::plan, plan).with(Scenario::slips, new Slips(correlation)));
    }

    private static double[] days(PlanDraws draws, String step) {
        return IntStream.range(0, DRAWS).mapToDouble(r -> PLANNED.until(draws.times(1, r).begins().get(step), ChronoUnit.DAYS)).toArray();
    }

    static Stream<Distribution> families() {
        Duration mean = Duration.ofDays(400);
        return Stream.of(
                UP_TO_1000,
                Distribution.of(Shape.CONSTANT, mean),
                Distribution.exponential(mean),
                Distribution.of(Shape.LOGNORMAL, mean, 0.6),
                Distribution.of(Shape.GAMMA, mean, 1.4),
                Distribution.of(Shape.ERLANG, mean).with(Distribution::phases, 3),
                Distribution.of(Shape.WEIBULL, mean).with(Distribution::shape, 1.7),
                Distribution.judged(Shape.PERT, Duration.ZERO, Duration.ofDays(100), Duration.ofDays(900)),
                Distribution.judged(Shape.TRIANGULAR, Duration.ofDays(10), Duration.ofDays(100), Duration.ofDays(900)),
                Distribution.empirical(List.of(Duration.ofDays(900), Duration.ofDays(30), Duration.ofDays(200))),
                Distribution.of(Shape.HYPEREXPONENTIAL, mean, 1.5),
                Distribution.mixture(List.of(new Distribution.Part(0.3, UP_TO_1000), new Distribution.Part(0.7, Distribution.of(Shape.CONSTANT, Duration.ofDays(50))))),
                Distribution.exponential(mean).with(Distribution::shift, Duration.ofDays(90)).with(Distribution::atZero, 0.4));
    }

    /** The quantiles of a law, and draws of it, have its mean: the first up to the rounding to days, the second within 4.5 standard errors. */
    @ParameterizedTest
    @MethodSource("families")
    void slipsHaveTheirMean(Distribution law) {
        double mean = law.meanSeconds() / 86_400;
        SlipLaw slips = new SlipLaw(law);
        int points = 20_000;
        assertThat(IntStream.range(0, points).mapToLong(i -> slips.days((i + 0.5) / points)).average().orElseThrow()).isCloseTo(mean, within(0.002 * mean + 0.1));
        double[] days = days(draws(0, Map.of("a", step(law))), "a");
        double average = IntStream.range(0, DRAWS).mapToDouble(r -> days[r]).average().orElseThrow();
        double variance = IntStream.range(0, DRAWS).mapToDouble(r -> (days[r] - average) * (days[r] - average)).sum() / (DRAWS - 1);
        assertThat(average).isCloseTo(mean, within(4.5 * Math.sqrt(variance / DRAWS) + 1e-9));
    }

    /** A mixture and a chance of zero are those of their definition: 30 % × x ÷ 1,000 (+ 70 % from 50 days on). */
    @Test
    void mixturesAreThoseOfTheirParts() {
        SlipLaw law = new SlipLaw(Distribution.mixture(List.of(new Distribution.Part(0.3, UP_TO_1000), new Distribution.Part(0.7, Distribution.of(Shape.CONSTANT, Duration.ofDays(50))))));
        assertThat(new long[] {law.days(0.012), law.days(0.02), law.days(0.7), law.days(0.85), law.days(0.97)}).containsExactly(40, 50, 50, 500, 900);
        SlipLaw some = new SlipLaw(UP_TO_1000.with(Distribution::atZero, 0.5));
        assertThat(new long[] {some.days(0.3), some.days(0.5), some.days(0.75)}).containsExactly(0, 0, 500);
    }

    /** The time of day stays; a step is late by its own slip after the one for which it waits, from the later of both dates on. */
    @Test
    void slipsAddUpAlongThePlan() {
        Map<String, PlanStep> plan = new LinkedHashMap<>();
        plan.put("b", step(Distribution.of(Shape.CONSTANT, Duration.ofDays(3))).with(PlanStep::after, List.of("a")).with(PlanStep::delay, new CalendarSpan(1, ChronoUnit.MONTHS)));
        plan.put("a", step(Distribution.of(Shape.CONSTANT, Duration.ofDays(10))));
        plan.put("c", step(null).with(PlanStep::on, LocalDateTime.of(2027, 12, 1, 0, 0)).with(PlanStep::after, List.of("b")));
        assertThat(draws(0, plan).times(1, 1).begins()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "a", LocalDateTime.of(2027, 4, 11, 8, 30), "b", LocalDateTime.of(2027, 5, 14, 8, 30), "c", LocalDateTime.of(2027, 12, 1, 0, 0)));
        assertThat(draws(0, plan).times(1, 1).waitedFor()).isEqualTo(Map.of("b", "a"));
    }

    /** Ranks of uniform slips behind normal numbers of correlation c have the correlation 6 ÷ π asin(c ÷ 2) (Pearson 1907). */
    @Test
    void slipsHangTogether() {
        for (double correlation : new double[] {0, 0.5, 1}) {
            PlanDraws draws = draws(correlation, Map.of("a", step(UP_TO_1000), "b", step(UP_TO_1000)));
            double found = new PearsonsCorrelation().correlation(days(draws, "a"), days(draws, "b"));
            assertThat(found).isCloseTo(6 / Math.PI * Math.asin(correlation / 2), within(4.5 / Math.sqrt(DRAWS) * (1 - correlation * correlation) + 1e-9));
        }
    }

    /** What else is planned changes nothing of a step's luck, nor does how far steps slip. */
    @Test
    void luckBelongsToTheStep() {
        double[] alone = days(draws(0.5, Map.of("a", step(UP_TO_1000))), "a");
        double[] beside = days(draws(0.5, Map.of("a", step(UP_TO_1000.with(Distribution::high, Duration.ofDays(2_000))), "b", step(UP_TO_1000))), "a");
        assertThat(IntStream.range(0, DRAWS).allMatch(r -> Math.abs(beside[r] - 2 * alone[r]) <= 1)).isTrue();
        assertThat(IntStream.range(0, DRAWS).mapToDouble(r -> alone[r]).distinct().count()).isGreaterThan(900);
    }
}
