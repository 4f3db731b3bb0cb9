package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.distribution;
import static mergedesk.compile.ScenarioFixture.exponential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Distribution.Branch;
import mergedesk.scenario.Distribution.Shape;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Parameters of every family, with values worked out by hand or from closed forms. */
class LengthTableTest {
    private static final Percentage EXACT = Percentage.withPercentage(1e-11);

    @Test
    void constantAndExponentialHaveTheirMean() {
        assertThat(LengthRow.of(distribution(Shape.CONSTANT, 90, null)))
                .isEqualTo(new LengthRow(Program.Lengths.CONSTANT, 90e6, 0, 0, 0, List.of()));
        assertThat(LengthRow.of(exponential(300)))
                .isEqualTo(new LengthRow(Program.Lengths.EXPONENTIAL, 300e6, 0, 0, 0, List.of()));
    }

    @Test
    void lognormalKeepsMeanAndVariation() {
        LengthRow row = LengthRow.of(distribution(Shape.LOGNORMAL, 180, 1.4));
        assertThat(row.kind()).isEqualTo(Program.Lengths.LOGNORMAL);
        assertThat(Math.exp(row.a() + row.b() * row.b() / 2)).isCloseTo(180e6, EXACT);
        assertThat(Math.expm1(row.b() * row.b())).isCloseTo(1.96, EXACT);
    }

    @Test
    void gammaAndErlangHaveShapeAndScale() {
        LengthRow gamma = LengthRow.of(distribution(Shape.GAMMA, 100, 0.5));
        assertThat(gamma).isEqualTo(new LengthRow(Program.Lengths.GAMMA, 4, 25e6, 0, 0, List.of()));
        assertThat(LengthRow.of(full(Shape.ERLANG, 100, null, 4, 0))).isEqualTo(gamma);
    }

    @Test
    void weibullScaleMakesTheMean() {
        // Γ(3) = 2 for shape 1/2; Γ(3/2) = √π / 2 for shape 2; shape 1 is the exponential.
        assertThat(LengthRow.of(full(Shape.WEIBULL, 100, 0.5, null, 0)).b()).isCloseTo(50e6, EXACT);
        assertThat(LengthRow.of(full(Shape.WEIBULL, 100, 0.5, null, 0)).a()).isEqualTo(2);
        assertThat(LengthRow.of(full(Shape.WEIBULL, 100, 2.0, null, 0)).b())
                .isCloseTo(200e6 / Math.sqrt(Math.PI), EXACT);
        assertThat(LengthRow.of(full(Shape.WEIBULL, 100, 1.0, null, 0)).b()).isCloseTo(100e6, EXACT);
    }

    @Test
    void uniformHasLowAndWidth() {
        Distribution uniform = Distribution.of(Shape.UNIFORM)
                .with(Distribution::low, Duration.ofSeconds(20))
                .with(Distribution::high, Duration.ofSeconds(50));
        assertThat(LengthRow.of(uniform)).isEqualTo(new LengthRow(Program.Lengths.UNIFORM, 20e6, 30e6, 0, 0, List.of()));
    }

    @Test
    void hyperexponentialBalancesItsMeans() {
        List<Double> table =
                LengthRow.of(distribution(Shape.HYPEREXPONENTIAL, 100, 2.0)).table();
        double share = table.get(0);
        assertThat(share).isGreaterThan(0.5);
        assertThat(table.get(2)).isEqualTo(1);
        assertThat(share * table.get(1)).describedAs("half of the mean").isCloseTo(50e6, EXACT);
        assertThat((1 - share) * table.get(3)).isCloseTo(50e6, EXACT);
        double secondMoment = 2 * (share * table.get(1) * table.get(1) + (1 - share) * table.get(3) * table.get(3));
        assertThat(secondMoment).describedAs("(1 + c²) m²").isCloseTo(5 * 1e16, EXACT);
    }

    @Test
    void branchesBecomeCumulativeShares() {
        Distribution branches = Distribution.of(Shape.HYPEREXPONENTIAL).with(Distribution::branches, List.of(branch(0.2, 10), branch(0.3, 20), branch(0.5, 40)));
        assertThat(LengthRow.of(branches).table()).containsExactly(0.2, 10e6, 0.5, 20e6, 1.0, 40e6);
    }

    @Test
    void empiricalValuesAreSorted() {
        List<Duration> values = List.of(Duration.ofSeconds(9), Duration.ofMillis(1_500), Duration.ofSeconds(9));
        Distribution empirical = Distribution.empirical(values);
        assertThat(LengthRow.of(empirical).table()).containsExactly(1.5e6, 9e6, 9e6);
    }

    /** Least 2 min, most likely 4, at most 12: a fifth of the way. Malcolm and others (1959): mean (2 + 4 × 4 + 12) ÷ 6 = 5 min. */
    @Test
    void judgedTimesLieBetweenTheirEnds() {
        assertThat(LengthRow.of(judged(Shape.TRIANGULAR))).isEqualTo(new LengthRow(Program.Lengths.TRIANGULAR, 120e6, 600e6, 0, 0, List.of(0.2)));
        LengthRow pert = new LengthRow(Program.Lengths.BETA, 120e6, 600e6, 0, 0, List.of(1.8, 4.2));
        assertThat(LengthRow.of(judged(Shape.PERT))).isEqualTo(pert);
        assertThat(LengthRow.of(judged(null))).describedAs("without a family").isEqualTo(pert);
        assertThat(judged(null).meanSeconds()).isEqualTo(300);
        assertThat(judged(Shape.TRIANGULAR).meanSeconds()).isEqualTo(360);
        Duration one = Duration.ofSeconds(60);
        assertThat(LengthRow.of(Distribution.judged(Shape.PERT, one, one, one))).isEqualTo(LengthRow.of(distribution(Shape.CONSTANT, 60, null)));
    }

    @Test
    void shiftStandsBesideTheFamily() {
        Distribution shifted = full(Shape.EXPONENTIAL, 60, null, null, 0.25).with(Distribution::shift, Duration.ofSeconds(20));
        assertThat(LengthRow.of(shifted)).isEqualTo(new LengthRow(Program.Lengths.EXPONENTIAL, 60e6, 0, 0.25, 20_000_000, List.of()));
        assertThat(shifted.meanSeconds()).isEqualTo(0.75 * 80);
    }

    @Test
    void mixtureNamesItsPartsByNumber() {
        LengthTable lengths = new LengthTable();
        Distribution inner = Distribution.mixture(List.of(part(0.5, exponential(10)), part(0.5, judged(null))));
        Distribution mixture = Distribution.mixture(List.of(part(0.25, exponential(10)), part(0.75, inner))).with(Distribution::shift, Duration.ofSeconds(1));
        assertThat(lengths.number(mixture)).isEqualTo(3);
        Program.Lengths compiled = lengths.compile();
        assertThat(compiled.kind()).containsExactly(Program.Lengths.EXPONENTIAL, Program.Lengths.BETA, Program.Lengths.MIXTURE, Program.Lengths.MIXTURE);
        assertThat(compiled.shift()).containsExactly(0, 0, 0, 1_000_000);
        assertThat(compiled.table()).containsExactly(1.8, 4.2, 0.5, 0, 1, 1, 0.25, 0, 1, 2);
        assertThat(mixture.meanSeconds()).isEqualTo(1 + 0.25 * 10 + 0.75 * (0.5 * 10 + 0.5 * 300));
    }

    @Test
    void atZeroLeavesThePartAboveZeroAsItIs() {
        assertThat(LengthRow.of(full(Shape.EXPONENTIAL, 60, null, null, 0.3)))
                .isEqualTo(new LengthRow(Program.Lengths.EXPONENTIAL, 60e6, 0, 0.3, 0, List.of()));
    }

    @Test
    void noVariationIsAConstant() {
        LengthRow constant = LengthRow.of(distribution(Shape.CONSTANT, 60, null));
        assertThat(LengthRow.of(distribution(Shape.LOGNORMAL, 60, 0.0))).isEqualTo(constant);
        assertThat(LengthRow.of(distribution(Shape.GAMMA, 60, 0.0))).isEqualTo(constant);
        assertThat(LengthRow.of(distribution(Shape.LOGNORMAL, 0, 1.0)).a()).isZero();
        assertThat(LengthRow.of(distribution(Shape.GAMMA, 0, 1.0)).kind()).isEqualTo(Program.Lengths.CONSTANT);
    }

    @Test
    void equalDistributionsShareANumberAndTablesFollowOneAnother() {
        LengthTable lengths = new LengthTable();
        assertThat(lengths.number(distribution(Shape.HYPEREXPONENTIAL, 100, 2.0)))
                .isZero();
        assertThat(lengths.never()).isEqualTo(1);
        assertThat(lengths.number(distribution(Shape.HYPEREXPONENTIAL, 90, 2.0)))
                .isEqualTo(2);
        assertThat(lengths.number(distribution(Shape.HYPEREXPONENTIAL, 100, 2.0)))
                .isZero();
        assertThat(lengths.never()).isEqualTo(1);
        assertThat(lengths.number(full(Shape.EXPONENTIAL, 60, null, null, 0.5))).isEqualTo(3);
        Program.Lengths compiled = lengths.compile();
        assertThat(compiled.kind())
                .containsExactly(
                        Program.Lengths.HYPEREXPONENTIAL, Program.Lengths.NEVER,
                        Program.Lengths.HYPEREXPONENTIAL, Program.Lengths.EXPONENTIAL);
        assertThat(compiled.a()).containsExactly(0, 0, 0, 60e6);
        assertThat(compiled.b()).hasSize(4);
        assertThat(compiled.atZero()).containsExactly(0, 0, 0, 0.5);
        assertThat(compiled.tableOffset()).containsExactly(0, 4, 4, 8, 8);
        assertThat(compiled.table()).hasSize(8);
    }

    @Test
    void byTimeIsRefusedWhereOnlyOneDistributionIsKept() {
        Distribution byTime = Distribution.byTime(Map.of(LocalTime.NOON, exponential(1)));
        assertThatThrownBy(() -> LengthRow.of(byTime)).hasMessageContaining("by_time");
    }

    private static Distribution full(Shape family, long mean, Double shape, Integer phases, double atZero) {
        return Distribution.of(family, Duration.ofSeconds(mean))
                .with(Distribution::shape, shape)
                .with(Distribution::phases, phases)
                .with(Distribution::atZero, atZero);
    }

    private static Distribution judged(Shape shape) {
        return Distribution.judged(shape, Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(12));
    }

    private static Distribution.Part part(double share, Distribution length) {
        return new Distribution.Part(share, length);
    }

    private static Branch branch(double share, long seconds) {
        return new Branch(share, Duration.ofSeconds(seconds));
    }
}
