package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/tickets-together: three agents on one ticket are one of three times the speed, M/M/1. */
class TicketsTogetherTest {
    private static final double PER_MINUTE = 0.06;
    private static final double WORK = 30;
    private static final int AGENTS = 3;

    private final OracleRun run = OracleRun.of("tickets-together", null);

    @Test
    void ticketsSeeOneServer() {
        double load = PER_MINUTE * WORK / AGENTS;
        double resolution = WORK / AGENTS / (1 - load);
        agrees("resolution_mean", 60 * resolution);
        agrees("response_mean", 60 * load * resolution);
        agrees("backlog_mean", load / (1 - load));
        agrees("occupancy", load);
    }

    private void agrees(String measure, double theory) {
        Estimate simulated = run.kpi(measure, "overall");
        assertThat(Agreement.fault(simulated, theory, 0, Agreement.DEFAULT)).as(measure).isEmpty();
    }
}
