package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Published and exact values of acceptance cases 01, 02 and 14, to the digits printed there. */
class ErlangTest {
    @Test
    void erlangB() {
        assertThat(Erlang.blocked(1, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(Erlang.blocked(1, 2)).isCloseTo(0.2, within(1e-12));
        assertThat(Erlang.blocked(10, 16)).isCloseTo(0.022302, within(5e-7));
        assertThat(Erlang.blocked(10, 17)).isCloseTo(0.012949, within(5e-7));
    }

    @Test
    void erlangC() {
        Erlang.Steady fourteen = Erlang.steady(100 / 30.0, 1 / 3.0, 14, 0).orElseThrow();
        assertThat(fourteen.delayed()).isCloseTo(0.174132, within(5e-7));
        assertThat(fourteen.waitAll()).isCloseTo(0.130599, within(5e-7));
        assertThat(fourteen.busy() / 14).isCloseTo(0.714286, within(5e-7));
        assertThat(fourteen.answeredWithin(1 / 3.0)).isCloseTo(0.888350, within(5e-7));
        assertThat(Erlang.steady(100 / 30.0, 1 / 3.0, 15, 0).orElseThrow().answeredWithin(0.33))
                .isCloseTo(0.941127, within(5e-7));
        Erlang.Steady large = Erlang.steady(48, 1, 50, 0).orElseThrow();
        assertThat(large.delayed()).isCloseTo(0.694456, within(5e-7));
        assertThat(large.queue()).isCloseTo(16.666935, within(5e-6));
    }

    @Test
    void erlangA() {
        Erlang.Steady desk = Erlang.steady(100 / 30.0, 1 / 3.0, 14, 0.2).orElseThrow();
        assertThat(desk.delayed()).isCloseTo(0.145260, within(5e-7));
        assertThat(desk.abandoned()).isCloseTo(0.013984, within(5e-7));
        assertThat(desk.waitAll()).isCloseTo(0.069919, within(5e-7));
        assertThat(desk.busy() / 14).isCloseTo(0.704297, within(5e-7));
        assertThat(desk.answeredWithin(1 / 3.0)).isCloseTo(0.916792, within(5e-7));
        assertThat(Erlang.steady(4.2, 0.5, 12, 1).orElseThrow().answeredWithin(1 / 3.0))
                .isCloseTo(0.945270, within(5e-7));
        assertThat(Erlang.steady(48, 1, 50, 0.5).orElseThrow().queue()).isCloseTo(2.967576, within(5e-7));
    }

    @Test
    void erlangAOfLargeDesks() {
        Erlang.Steady large =
                Erlang.steady(3000 / 1800.0, 1 / 300.0, 505, 1 / 900.0).orElseThrow();
        assertThat(large.waitAll()).isCloseTo(8.133, within(5e-4));
        assertThat(large.answeredWithin(20)).isCloseTo(0.835825, within(5e-7));
        assertThat(Erlang.steady(39 / 1800.0, 1 / 300.0, 8, 1 / 900.0)
                        .orElseThrow()
                        .answeredWithin(20))
                .isCloseTo(0.665162, within(5e-7));
    }

    /** Case 14's staffing questions; occupancy, not the service level, asks for the last agent where it may be 70 % at most. */
    @Test
    void fewestAgentsAndLines() {
        double lambda = 100 / 30.0;
        IntPredicate quick =
                s -> Erlang.steady(lambda, 1 / 3.0, s, 0).orElseThrow().answeredWithin(1 / 3.0) >= 0.8;
        assertThat(fewest(s -> quick.test(s) && 10.0 / s <= 0.85)).isEqualTo(14);
        assertThat(fewest(s -> quick.test(s) && 10.0 / s <= 0.70)).isEqualTo(15);
        assertThat(fewest(s -> {
                    Erlang.Steady desk = Erlang.steady(lambda, 1 / 3.0, s, 0.2).orElseThrow();
                    return desk.answeredWithin(1 / 3.0) >= 0.8 && desk.busy() / s <= 0.85 && desk.abandoned() <= 0.05;
                }))
                .isEqualTo(13);
        assertThat(fewest(s -> Erlang.blocked(10, s) <= 0.02)).isEqualTo(17);
    }

    private static int fewest(IntPredicate enough) {
        return IntStream.range(11, 100).filter(enough).findFirst().orElseThrow();
    }

    /** When people leave the queue as fast as they are served, the number in the system is that of endless agents: Poisson. */
    @Test
    void overloadedErlangA() {
        Erlang.Steady one = Erlang.steady(10, 2, 1, 2).orElseThrow();
        double someone = 1 - Math.exp(-5);
        assertThat(one.delayed()).isCloseTo(someone, within(1e-12));
        assertThat(one.busy()).isCloseTo(someone, within(1e-12));
        assertThat(one.queue()).isCloseTo(5 - someone, within(1e-12));
        assertThat(one.abandoned()).isCloseTo(1 - someone / 5, within(1e-12));
        assertThat(one.waitAll()).isCloseTo((5 - someone) / 10, within(1e-12));
        Erlang.Steady three = Erlang.steady(40, 1, 3, 1).orElseThrow();
        assertThat(three.delayed()).isCloseTo(1 - Math.exp(-40) * (1 + 40 + 800), within(1e-12));
        assertThat(three.answeredWithin(30)).isCloseTo(1 - three.abandoned(), within(1e-10));
    }

    /** Fluid: 100 agents take 2,000 calls an hour, 4,000 of 6,000 give up, nobody before nearly an hour's patience times ln 3. */
    @Test
    void heavyLoad() {
        Erlang.Steady desk = Erlang.steady(6_000, 20, 100, 1).orElseThrow();
        assertThat(desk.abandoned()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(desk.delayed()).isEqualTo(1);
        assertThat(desk.busy()).isCloseTo(100, within(1e-9));
        assertThat(desk.answeredWithin(20 / 3600.0)).isLessThan(1e-100);
        assertThat(desk.answeredWithin(0.9 * Math.log(3))).isLessThan(1e-3);
        assertThat(desk.answeredWithin(1.1 * Math.log(3))).isCloseTo(1 / 3.0, within(1e-3));
        Erlang.Steady absurd = Erlang.steady(5e8, 1, 5, 0.01).orElseThrow();
        assertThat(absurd.busy()).as("a hundred million calls for each that can be taken").isCloseTo(5, within(1e-9));
        assertThat(absurd.answeredWithin(Double.POSITIVE_INFINITY)).isCloseTo(1e-8, within(1e-17));
    }

    @Test
    void noSteadyState() {
        assertThat(Erlang.steady(3, 1, 0, 0)).as("nobody is there").isEmpty();
        assertThat(Erlang.steady(6, 2, 3, 0))
                .as("as many calls as can be served")
                .isEmpty();
        assertThat(Erlang.steady(12 / 3600.0, 1 / 300.0, 1, 0))
                .as("the same, where rates are not round")
                .isEmpty();
        assertThat(Erlang.steady(7, 2, 3, 0)).as("more than can be served").isEmpty();
        assertThat(Erlang.steady(7, 2, 3, 1e-9))
                .as("more, but all give up in the end")
                .isPresent();
        List<Erlang.Patience> half = List.of(new Erlang.Patience(0.5, 0), new Erlang.Patience(0.5, 1));
        assertThat(Erlang.steady(12, 2, 3, half))
                .as("those who never give up are as many as can be served")
                .isEmpty();
        assertThat(Erlang.steady(11.9, 2, 3, half)).isPresent();
        assertThat(Erlang.steady(0, 2, 3, 0).orElseThrow().waitAll()).isZero();
    }

    @Test
    void edges() {
        Erlang.Steady desk = Erlang.steady(3, 1, 4, 0.5).orElseThrow();
        assertThat(desk.answeredWithin(0)).isCloseTo(1 - desk.delayed(), within(1e-14));
        assertThat(desk.answeredWithin(Double.POSITIVE_INFINITY)).isCloseTo(1 - desk.abandoned(), within(1e-14));
        Erlang.Steady nobody = Erlang.steady(3, 1, 0, 0.5).orElseThrow();
        assertThat(List.of(
                        nobody.delayed(),
                        nobody.abandoned(),
                        nobody.waitAll(),
                        nobody.queue(),
                        nobody.busy(),
                        nobody.answeredWithin(9)))
                .containsExactly(1.0, 1.0, 2.0, 6.0, 0.0, 0.0);
        double infinite = Double.POSITIVE_INFINITY;
        Erlang.Steady instant = Erlang.steady(3, infinite, 1, 0.5).orElseThrow();
        assertThat(List.of(
                        instant.delayed(),
                        instant.abandoned(),
                        instant.queue(),
                        instant.busy(),
                        instant.answeredWithin(0)))
                .as("work that takes no time")
                .containsExactly(0.0, 0.0, 0.0, 0.0, 1.0);
        Erlang.Steady loss = Erlang.steady(3, 1, 4, infinite).orElseThrow();
        double blocked = Erlang.blocked(3, 4);
        assertThat(List.of(loss.delayed(), loss.abandoned(), loss.answeredWithin(0)))
                .as("no patience at all is Erlang B")
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-14 ? 0 : 1)
                .containsExactly(blocked, blocked, 1 - blocked);
        assertThat(loss.waitAll()).isZero();
        assertThatThrownBy(() -> Erlang.steady(1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Erlang.steady(Double.NaN, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Erlang.steady(1, 1, 1, List.of(new Erlang.Patience(0.5, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Erlang.Patience(0.5, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lossOfAbsurdSizes() {
        assertThat(Erlang.blocked(0, 3)).isZero();
        assertThat(Erlang.blocked(0, 0)).isEqualTo(1);
        assertThat(Erlang.blocked(1, Integer.MAX_VALUE)).isZero();
        assertThat(Erlang.blocked(1e9, Integer.MAX_VALUE)).isZero();
        assertThat(Erlang.blocked(1e15, Integer.MAX_VALUE)).isCloseTo(1 - Integer.MAX_VALUE / 1e15, within(1e-12));
    }
}
