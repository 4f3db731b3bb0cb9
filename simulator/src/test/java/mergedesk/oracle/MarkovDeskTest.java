package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Test;

/** Against the closed forms, the case files, and its own limit: a day becomes the steady state as it grows. */
class MarkovDeskTest {
    @Test
    void agreesWithErlang() {
        for (double theta : new double[] {0, 0.2, 3}) {
            MarkovDesk desk = MarkovDesk.steady(10 / 3.0, 1 / 3.0, 14, theta);
            Erlang.Steady exact = Erlang.steady(10 / 3.0, 1 / 3.0, 14, theta).orElseThrow();
            assertThat(desk.delayed()).isCloseTo(exact.delayed(), within(1e-10));
            assertThat(desk.abandoned()).isCloseTo(exact.abandoned(), within(1e-10));
            assertThat(desk.waitAll()).isCloseTo(exact.waitAll(), within(1e-10));
            assertThat(desk.queue()).isCloseTo(exact.queue(), within(1e-9));
            assertThat(desk.busy()).isCloseTo(exact.busy(), within(1e-9));
            assertThat(desk.within(1 / 3.0)).isCloseTo(exact.answeredWithin(1 / 3.0), within(1e-10));
        }
        MarkovDesk two = MarkovDesk.steady(4.2, 0.5, 12, 1); // case 02
        assertThat(two.waitAnswered()).isCloseTo(0.024060, within(5e-7));
        assertThat(two.within(1 / 3.0) / two.answered()).isCloseTo(0.974182, within(5e-7));
    }

    @Test
    void hasExponentialWaitsWithoutAbandonment() {
        MarkovDesk desk = MarkovDesk.steady(0.7, 1, 1, 0);
        for (double p : new double[] {0.5, 0.9, 0.99}) {
            assertThat(desk.quantile(p)).isCloseTo(Math.log(0.7 / (1 - p)) / 0.3, within(1e-7));
        }
    }

    /** Case 01: a day that starts empty, where the independent simulator of the case file printed these with their half-widths. */
    @Test
    void knowsADayThatStartsEmpty() {
        MarkovDesk day = MarkovDesk.day(4.2, 0.5, 12, 0, 480);
        assertThat(day.busy() / 12).isCloseTo(0.6971, within(2 * 0.0007)).isLessThan(0.6976);
        assertThat(day.within(1 / 3.0)).isCloseTo(0.9006, within(2 * 0.0010));
        assertThat(day.waitAnswered()).isCloseTo(0.1007, within(2 * 0.0014));
        // busy agents of an M/M/infinity desk that starts empty: a (1 - e^-t), which 12 agents hardly differ from in the first minutes
        MarkovDesk start = MarkovDesk.day(1, 1, 12, 0, 0.5);
        assertThat(start.busy()).isCloseTo(1 - (1 - Math.exp(-0.5)) / 0.5, within(1e-9));
        MarkovDesk grown = MarkovDesk.day(0.7, 1, 1, 0.1, 40_000);
        assertThat(grown.waitAll()).isCloseTo(MarkovDesk.steady(0.7, 1, 1, 0.1).waitAll(), within(1e-3));
    }
}
