package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        double lambda = 100 / 30.0;
        Erlang.Steady fourteen = Erlang.steady(lambda, 1 / 3.0, 14, 0);
        assertThat(fourteen.delayed()).isCloseTo(0.174132, within(5e-7));
        assertThat(fourteen.waitAll()).isCloseTo(0.130599, within(5e-7));
        assertThat(fourteen.busy() / 14).isCloseTo(0.714286, within(5e-7));
        assertThat(Erlang.answeredWithin(lambda, 1 / 3.0, 14, 0, 1 / 3.0)).isCloseTo(0.888350, within(5e-7));
        assertThat(Erlang.answeredWithin(lambda, 1 / 3.0, 15, 0, 0.33)).isCloseTo(0.941127, within(5e-7));
        Erlang.Steady large = Erlang.steady(48, 1, 50, 0);
        assertThat(large.delayed()).isCloseTo(0.694456, within(5e-7));
        assertThat(large.queue()).isCloseTo(16.666935, within(5e-6));
    }

    @Test
    void erlangA() {
        double lambda = 100 / 30.0;
        Erlang.Steady desk = Erlang.steady(lambda, 1 / 3.0, 14, 0.2);
        assertThat(desk.delayed()).isCloseTo(0.145260, within(5e-7));
        assertThat(desk.abandoned()).isCloseTo(0.013984, within(5e-7));
        assertThat(desk.waitAll()).isCloseTo(0.069919, within(5e-7));
        assertThat(desk.busy() / 14).isCloseTo(0.704297, within(5e-7));
        assertThat(Erlang.answeredWithin(lambda, 1 / 3.0, 14, 0.2, 1 / 3.0)).isCloseTo(0.916792, within(5e-7));
        assertThat(Erlang.answeredWithin(4.2, 0.5, 12, 1, 1 / 3.0)).isCloseTo(0.945270, within(5e-7));
        assertThat(Erlang.steady(48, 1, 50, 0.5).queue()).isCloseTo(2.967576, within(5e-7));
    }

    @Test
    void erlangAOfLargeDesks() {
        assertThat(Erlang.steady(3000 / 1800.0, 1 / 300.0, 505, 1 / 900.0).waitAll()).isCloseTo(8.133, within(5e-4));
        assertThat(Erlang.answeredWithin(3000 / 1800.0, 1 / 300.0, 505, 1 / 900.0, 20)).isCloseTo(0.835825, within(5e-7));
        assertThat(Erlang.answeredWithin(39 / 1800.0, 1 / 300.0, 8, 1 / 900.0, 20)).isCloseTo(0.665162, within(5e-7));
    }

    /** Case 14's staffing questions; occupancy, not the service level, asks for the last agent where it may be 70 % at most. */
    @Test
    void fewestAgentsAndLines() {
        double lambda = 100 / 30.0;
        IntPredicate quick = s -> Erlang.answeredWithin(lambda, 1 / 3.0, s, 0, 1 / 3.0) >= 0.8;
        assertThat(fewest(s -> quick.test(s) && 10.0 / s <= 0.85)).isEqualTo(14);
        assertThat(fewest(s -> quick.test(s) && 10.0 / s <= 0.70)).isEqualTo(15);
        assertThat(fewest(s -> {
                    Erlang.Steady desk = Erlang.steady(lambda, 1 / 3.0, s, 0.2);
                    boolean within = Erlang.answeredWithin(lambda, 1 / 3.0, s, 0.2, 1 / 3.0) >= 0.8;
                    return within && desk.busy() / s <= 0.85 && desk.abandoned() <= 0.05;
                }))
                .isEqualTo(13);
        assertThat(fewest(s -> Erlang.blocked(10, s) <= 0.02)).isEqualTo(17);
    }

    private static int fewest(IntPredicate enough) {
        return IntStream.range(11, 100).filter(enough).findFirst().orElseThrow();
    }

    @Test
    void edges() {
        assertThat(Erlang.steady(2, 1, 2, 0).waitAll()).isInfinite();
        assertThat(Erlang.answeredWithin(2, 1, 2, 0, 1)).isZero();
        assertThat(Erlang.answeredWithin(0, 1, 2, 0, 1)).isEqualTo(1);
        assertThat(Erlang.answeredWithin(1, 1, 0, 1, 1)).isZero();
    }
}
