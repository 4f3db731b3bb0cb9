package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.observe.Count;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/incident-calls: users who call in an outage of two hours of their work, each with a chance of 30 % after an exponential hour of it. And outage-surge as it is written. */
class IncidentCallsTest {
    private static final String INCIDENTS = "applications.case_system.incidents.";
    /** A standard deviation over 200 replications is known to 5 %. */
    private static final double COARSE = 0.08;

    private static List<String> faults(double calls, String... sets) {
        OracleRun run = OracleRun.of("incident-calls", 200, sets);
        double deviation = Math.sqrt(calls * (1 - calls / 1000)); // binomial
        List<String> faults = Expected.faults(run, COARSE, List.of(Expected.spread("exact", "calls in an outage, spread", deviation, 0, 1, Count.INCIDENTS)));
        return faults.isEmpty() ? Expected.faults(run, Agreement.DEFAULT, List.of(Expected.exact("incident_contacts", calls))) : faults;
    }

    @Test
    void usersCallUntilItIsUpAgain() {
        assertThat(faults(300 * (1 - Math.exp(-2)))).isEmpty();
    }

    @Test
    void allCallInTheEndIfTheyCallThen() {
        assertThat(faults(300 * (1 - Math.exp(-9)), INCIDENTS + "after_recovery=call")).isEmpty(); // the last hour of work is until the end of Wednesday's: 1 + 8
    }

    /** Half an hour of work before it is announced, the rest after. */
    @Test
    void anAnnouncementHalvesWhatIsLeft() {
        double early = 1 - Math.exp(-0.5);
        double late = Math.exp(-0.5) - Math.exp(-2);
        assertThat(faults(300 * (early + late / 2), INCIDENTS + "announcement={after: 30 min, lowers: 50 %}")).isEmpty();
    }

    @Tag("nightly")
    @Test
    void rareOutagesOfALargeDesk() {
        OracleRun run = OracleRun.of("outage-surge", 24);
        TwoStateDesk chain = TwoStateDeskTest.SURGE;
        assertThat(Expected.faults(run, Agreement.DEFAULT, List.of(
                        Expected.exact("delayed_share", chain.delayed()),
                        Expected.exact("queue_mean", chain.queue()),
                        Expected.exact("abandonment_rate", chain.abandoned()),
                        Expected.exact("occupancy", chain.busy() / 34))))
                .isEmpty();
    }
}
