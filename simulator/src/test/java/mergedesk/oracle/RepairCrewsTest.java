package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** scenarios/oracles/repair-crews: ten machines that fail and so many crews, a birth-death chain on how many are up. */
class RepairCrewsTest {
    private static final int MACHINES = 10;
    private static final double FAILURE = 1.0 / 1_000; // per hour and machine that works
    private static final double REPAIR = 1.0 / 24;
    private static final double WINDOW_HOURS = 1_040.0 * 7 * 24; // of a replication

    /** Chance that so many machines are up: rates out of neighbours are equal. */
    private static double[] chances(int crews) {
        double[] chance = new double[MACHINES + 1];
        chance[MACHINES] = 1;
        double sum = 1;
        for (int up = MACHINES - 1; up >= 0; up--) {
            chance[up] = chance[up + 1] * (up + 1) * FAILURE / (Math.min(crews, MACHINES - up) * REPAIR);
            sum += chance[up];
        }
        for (int up = 0; up <= MACHINES; up++) {
            chance[up] /= sum;
        }
        return chance;
    }

    private static double atLeast(int needed, double[] chance) {
        double sum = 0;
        for (int up = needed; up <= MACHINES; up++) {
            sum += chance[up];
        }
        return sum;
    }

    private static double ofOne(double[] chance) {
        double mean = 0;
        for (int up = 0; up <= MACHINES; up++) {
            mean += up * chance[up];
        }
        return mean / MACHINES;
    }

    @Test
    void theChainIsThatOfCase17d() {
        Map<Integer, double[]> published = Map.of(
                1, new double[] {0.970728, 0.951111, 0.990874, 0.767025},
                2, new double[] {0.976335, 0.977430, 0.997861, 0.788250},
                10, new double[] {0.976562, 0.978188, 0.998635, 0.788861});
        published.forEach((crews, values) -> {
            double[] chance = chances(crews);
            assertThat(new double[] {ofOne(chance), atLeast(9, chance), atLeast(8, chance), chance[10]}).containsExactly(values, within(6e-7));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void applicationsAreUpAsOftenAsTheChainSays(int crews) {
        OracleRun run = OracleRun.of("repair-crews", null, "repair_crews.ict.crews=" + crews);
        double[] chance = chances(crews);
        agrees(run, "availability", "one", ofOne(chance));
        agrees(run, "availability", "eight", atLeast(8, chance));
        for (int needed : new int[] {9, 10}) {
            String application = needed == 9 ? "nine" : "all";
            double up = atLeast(needed, chance);
            double outages = chance[needed] * needed * FAILURE * WINDOW_HOURS;
            agrees(run, "availability", application, up);
            agrees(run, "availability_open", application, up);
            agrees(run, "outages", application, outages);
            agrees(run, "downtime", application, (1 - up) * WINDOW_HOURS * 3_600);
            agrees(run, "outage_mean", application, (1 - up) * WINDOW_HOURS * 3_600 / outages);
        }
    }

    private static void agrees(OracleRun run, String measure, String application, double theory) {
        Estimate simulated = run.kpi(measure, "application " + application);
        assertThat(Agreement.fault(simulated, theory, 0, Agreement.DEFAULT)).as(measure + " of " + application).isEmpty();
    }
}
