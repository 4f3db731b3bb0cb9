package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Test;

/** The chain by which outages are judged, against shared case 17c, and against Erlang A where up and down are alike. */
class TwoStateDeskTest {
    /** One agent who must stop while the system is down: up 20 min, down 5 min, a call every 2 min of 1 min. */
    static final TwoStateDesk BREAKDOWN = new TwoStateDesk(new TwoStateDesk.Rates(new double[] {0.5, 0.5}, new double[] {1, 0}, new double[] {1 / 20.0, 1 / 5.0}, 1, 0), 400);
    /** Half of one person a minute try self-service, which contains all who do, while it is up: 4 h, down 1 h. */
    static final TwoStateDesk SELF_SERVICE = new TwoStateDesk(new TwoStateDesk.Rates(new double[] {0.5, 1}, new double[] {0.2, 0.2}, new double[] {1 / 240.0, 1 / 60.0}, 5, 0.25), 100);
    /** A fifth of the next, that fails ten times as often: 1.2 calls a minute, 3 while the system is down, 8 agents. */
    static final TwoStateDesk SMALL_SURGE = new TwoStateDesk(new TwoStateDesk.Rates(new double[] {1.2, 3}, new double[] {0.2, 0.2}, new double[] {1 / 200.0, 1 / 120.0}, 8, 0.25), 150);
    /** 6 calls a minute, 15 while the system is down, 5 min, patience 4 min, 34 agents: up 2,000 min, down 120 min. */
    static final TwoStateDesk SURGE = new TwoStateDesk(new TwoStateDesk.Rates(new double[] {6, 15}, new double[] {0.2, 0.2}, new double[] {1 / 2000.0, 1 / 120.0}, 34, 0.25), 300);

    @Test
    void knowsTheCaseOfBreakdowns() {
        assertThat(BREAKDOWN.people()).isCloseTo(3, within(1e-9));
    }

    @Test
    void alikeUpAndDownItIsErlangA() {
        TwoStateDesk chain = new TwoStateDesk(new TwoStateDesk.Rates(new double[] {6, 6}, new double[] {0.2, 0.2}, new double[] {0.01, 0.3}, 31, 0.25), 300);
        Erlang.Steady exact = Erlang.steady(6, 0.2, 31, 0.25).orElseThrow();
        assertThat(chain.delayed()).isCloseTo(exact.delayed(), within(1e-9));
        assertThat(chain.abandoned()).isCloseTo(exact.abandoned(), within(1e-9));
        assertThat(chain.down()).isCloseTo(0.01 / 0.31, within(1e-12));
    }

    @Test
    void numbersOfTheDescriptions() {
        assertThat(BREAKDOWN.delayed()).isCloseTo(0.678571, within(5e-7));
        assertThat(BREAKDOWN.queue()).isCloseTo(2.321429, within(5e-7));
        assertThat(SELF_SERVICE.delayed()).isCloseTo(0.243560, within(5e-7));
        assertThat(SELF_SERVICE.abandoned()).isCloseTo(0.0774944, within(5e-8));
        assertThat(SELF_SERVICE.queue()).isCloseTo(0.185986, within(5e-7));
        assertThat(SELF_SERVICE.busy() / 5).isCloseTo(0.553503, within(5e-7));
        Erlang.Steady even = Erlang.steady(0.6, 0.2, 5, 0.25).orElseThrow();
        assertThat(even.delayed()).isCloseTo(0.179116, within(5e-7));
        assertThat(even.abandoned()).isCloseTo(0.0497790, within(5e-8));
        Erlang.Steady evenSurge = Erlang.steady(6 + 9 * 120 / 2120.0, 0.2, 34, 0.25).orElseThrow();
        assertThat(evenSurge.delayed()).isCloseTo(0.401540, within(5e-7));
        assertThat(evenSurge.abandoned()).isCloseTo(0.0536430, within(5e-8));
        assertThat(SURGE.queue() / SURGE.arrivals() * 60).isCloseTo(22.8398, within(5e-5));
        assertThat(SURGE.busy() / 34).isCloseTo(0.866170, within(5e-7));
        assertThat(SURGE.delayed()).isCloseTo(0.345034, within(5e-7));
        assertThat(SURGE.abandoned()).isCloseTo(0.0951659, within(5e-8));
    }
}
