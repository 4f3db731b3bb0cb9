package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.stats.Erlang;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/tickets-on-hold: agents as M/M/c, holds as a station with as many servers as it takes. */
class TicketsOnHoldTest {
    private static final double PER_MINUTE = 0.25;
    private static final double VISITS = 1.5;
    private static final double WORK = 10;
    private static final double HOLD = 120;
    private static final int AGENTS = 5;

    private final OracleRun run = OracleRun.of("tickets-on-hold", null);

    @Test
    void ticketsTakeAsLongAsTheNetworkSays() {
        Erlang.Steady agents = Erlang.steady(PER_MINUTE * VISITS, 1 / WORK, AGENTS, 0).orElseThrow();
        double waiting = agents.queue() / (PER_MINUTE * VISITS);
        double resolution = VISITS * (waiting + WORK) + HOLD / 2;
        agrees("resolution_mean", 60 * resolution);
        agrees("on_hold_mean", 60 * HOLD / 2);
        agrees("resolution_mean_working", 60 * (resolution - HOLD / 2));
        agrees("backlog_mean", PER_MINUTE * resolution);
        agrees("occupancy", PER_MINUTE * VISITS * WORK / AGENTS);
        agrees("received", PER_MINUTE * 24 * 60 * 22);
    }

    private void agrees(String measure, double theory) {
        Estimate simulated = run.kpi(measure, "overall");
        assertThat(Agreement.fault(simulated, theory, 0, Agreement.DEFAULT)).as(measure).isEmpty();
    }
}
