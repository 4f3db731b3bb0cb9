package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Test;

/** The integration that oracles are judged by, against the tables of cases 02, 14 and 16 and against the birth-death chain. */
class GeneralPatienceTest {
    /** Case 16: 102 calls and 100 agents per mean talk time, answered within a tenth of it. */
    private static void row(DoubleUnaryOperator patience, double delayed, double abandoned, double wait, double queue, double occupancy, double... levels) {
        GeneralPatience exact = GeneralPatience.of(102, 1, 100, patience, 0.1);
        assertThat(exact.delayed()).isCloseTo(delayed, within(6e-7));
        assertThat(exact.abandoned()).isCloseTo(abandoned, within(6e-7));
        assertThat(exact.waitAll()).isCloseTo(wait, within(6e-7));
        assertThat(exact.queue()).isCloseTo(queue, within(6e-6));
        assertThat(exact.occupancy()).isCloseTo(occupancy, within(6e-7));
        assertThat(new double[] {exact.good(), exact.goodOfAnswered(), exact.goodWithoutQuick(), exact.goodOrQuick()})
                .containsExactly(levels, within(6e-7));
    }

    @Test
    void caseSixteen() {
        row(Patience.exponential(1), 0.591719, 0.049918, 0.049918, 5.091634, 0.969084, 0.758777, 0.798644, 0.788988, 0.797068);
        row(Patience.erlang2(1), 0.754515, 0.037832, 0.115287, 11.75927, 0.981411, 0.499766, 0.519417, 0.504985, 0.510101);
        row(Patience.lognormal(1, 2), 0.575181, 0.051146, 0.042450, 4.329874, 0.967831, 0.802517, 0.845775, 0.835039, 0.841464);
        row(Patience.lognormal(1, 1), 0.757003, 0.037648, 0.112027, 11.42680, 0.981600, 0.498903, 0.518421, 0.501548, 0.504176);
        row(Patience.uniform(2), 0.680764, 0.043307, 0.082429, 8.407718, 0.975826, 0.621845, 0.649994, 0.638582, 0.648055);
    }

    /** The case file prints 0.902143 for the last one; the integral is 0.902148 at every step width. */
    @Test
    void secondPointOfCaseSixteen() {
        GeneralPatience exact = GeneralPatience.of(100 / 30.0, 1 / 3.0, 14, Patience.lognormal(5, 1), 1 / 3.0);
        assertThat(exact.delayed()).isCloseTo(0.161278, within(6e-7));
        assertThat(exact.abandoned()).isCloseTo(0.006226, within(6e-7));
        assertThat(exact.waitAll()).isCloseTo(0.094689, within(6e-7));
        assertThat(exact.good()).isCloseTo(0.902148, within(6e-7));
    }

    @Test
    void caseTwoInSteadyState() {
        GeneralPatience exact = GeneralPatience.of(4.2, 0.5, 12, Patience.exponential(1), 1 / 3.0);
        assertThat(exact.waitAnswered()).isCloseTo(0.024060, within(6e-7));
        assertThat(new double[] {exact.good(), exact.goodOfAnswered(), exact.goodWithoutQuick(), exact.goodOrQuick()})
                .containsExactly(new double[] {0.945270, 0.974182, 0.967872, 0.968622}, within(6e-7));
    }

    @Test
    void agreesWithTheBirthDeathChain() {
        GeneralPatience exact = GeneralPatience.of(1 / 6.0, 1 / 300.0, 50, Patience.exponential(180), 20);
        Erlang.Steady chain = Erlang.steady(1 / 6.0, 1 / 300.0, 50, 1 / 180.0).orElseThrow();
        assertThat(exact.delayed()).isCloseTo(chain.delayed(), within(1e-10));
        assertThat(exact.abandoned()).isCloseTo(chain.abandoned(), within(1e-10));
        assertThat(exact.queue()).isCloseTo(chain.queue(), within(1e-9));
        assertThat(exact.good()).isCloseTo(chain.answeredWithin(20), within(1e-10));
    }

    @Test
    void agreesWithErlangAOfSeveralKindsOfCallers() {
        GeneralPatience exact = GeneralPatience.of(10, 1, 11, x -> 0.3 + 0.4 * Math.exp(-x) + 0.2 * Math.exp(-5 * x), 1 / 3.0);
        Erlang.Steady mixed = Erlang.steady(
                        10, 1, 11, List.of(new Erlang.Patience(0.3, 0), new Erlang.Patience(0.4, 1), new Erlang.Patience(0.2, 5), new Erlang.Patience(0.1, Double.POSITIVE_INFINITY)))
                .orElseThrow();
        assertThat(mixed.delayed()).isCloseTo(exact.delayed(), within(1e-9));
        assertThat(mixed.abandoned()).isCloseTo(exact.abandoned(), within(1e-9));
        assertThat(mixed.waitAll()).isCloseTo(exact.waitAll(), within(1e-9));
        assertThat(mixed.queue()).isCloseTo(exact.queue(), within(1e-8));
        assertThat(mixed.busy() / 11).isCloseTo(exact.occupancy(), within(1e-9));
        assertThat(mixed.answeredWithin(1 / 3.0)).isCloseTo(exact.good(), within(1e-9));
    }

    @Test
    void endlessPatienceIsErlangC() {
        GeneralPatience exact = GeneralPatience.of(10, 0.2, 55, x -> 1, 1 / 3.0);
        Erlang.Steady chain = Erlang.steady(10, 0.2, 55, 0).orElseThrow();
        assertThat(exact.delayed()).isCloseTo(chain.delayed(), within(1e-10));
        assertThat(exact.abandoned()).isCloseTo(0, within(1e-10));
        assertThat(exact.good()).isCloseTo(chain.answeredWithin(1 / 3.0), within(1e-10));
    }
}
