package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashMap;
import java.util.Map;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/repairs-by-desk: those who answer calls also repair machines; calls first, nobody leaves what is in hand. */
class RepairsByDeskTest {
    private static final int AGENTS = 4;
    private static final int MACHINES = 4;
    private static final int MOST_CALLS = 100; // hardly ever as many
    private static final double CALLS = 0.4; // a minute, as all rates
    private static final double TALKS = 1 / 5.0;
    private static final double FAILS = 1 / 480.0;
    private static final double REPAIRS = 1 / 60.0;

    /** Calls that wait or are served, machines that are broken, repairs in hand. */
    private record Load(int calls, int broken, int repairing) {
        int talks() {
            return Math.min(calls, AGENTS - repairing);
        }

        boolean anybodyIdle() {
            return talks() + repairing < AGENTS;
        }

        int repairsToDo() {
            return broken - repairing;
        }

        /** Whoever is idle takes a repair that waits. */
        Load taken() {
            return anybodyIdle() && repairsToDo() > 0 ? new Load(calls, broken, repairing + 1) : this;
        }
    }

    private static Map<Load, Double> rates(Load load) {
        Map<Load, Double> out = new HashMap<>();
        if (load.calls < MOST_CALLS) {
            out.put(new Load(load.calls + 1, load.broken, load.repairing), CALLS);
        }
        if (load.talks() > 0) {
            out.put(new Load(load.calls - 1, load.broken, load.repairing).taken(), load.talks() * TALKS);
        }
        if (load.broken < MACHINES) {
            out.put(new Load(load.calls, load.broken + 1, load.repairing).taken(), (MACHINES - load.broken) * FAILS);
        }
        if (load.repairing > 0) {
            out.put(new Load(load.calls, load.broken - 1, load.repairing - 1).taken(), load.repairing * REPAIRS);
        }
        return out;
    }

    @Test
    void callersAndMachinesWaitAsTheChainSays() {
        Chain<Load> chain = new Chain<>(new Load(0, 0, 0), RepairsByDeskTest::rates);
        assertThat(chain.chance(load -> load.calls == MOST_CALLS)).isLessThan(1e-9);
        double broken = chain.mean(load -> load.broken);
        double failures = (MACHINES - broken) * FAILS;
        double[] stated = {0.883984, 0.614932, 0.303182, 86.5993, 179.759}; // in the file
        double[] exact = {
            1 - broken / MACHINES,
            chain.chance(load -> load.broken == 0),
            chain.chance(load -> !load.anybodyIdle()),
            60 * chain.mean(load -> load.calls - load.talks()) / CALLS,
            60 * chain.mean(Load::repairsToDo) / failures
        };
        for (int i = 0; i < exact.length; i++) {
            assertThat(exact[i]).isCloseTo(stated[i], withinPercentage(5e-4));
        }

        OracleRun run = OracleRun.of("repairs-by-desk", null);

        Availability.agrees(run, "availability", "one", exact[0]);
        Availability.agrees(run, "availability", "all", exact[1]);
        agrees(run.kpi("delayed_share", "overall"), exact[2]);
        agrees(run.kpi("wait_mean_all", "overall"), exact[3]);
        agrees(run.kpi("response_mean", "overall"), exact[4]);
    }

    private static void agrees(Estimate simulated, double theory) {
        assertThat(Agreement.fault(simulated, theory, 0, Agreement.DEFAULT)).isEmpty();
    }
}
