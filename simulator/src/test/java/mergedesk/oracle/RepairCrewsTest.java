package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** scenarios/oracles/repair-crews: ten machines that fail and so many crews, a birth-death chain on how many are up. */
class RepairCrewsTest {
    private static final int MACHINES = 10;
    private static final double WORKS = 1_000;
    private static final double REPAIR = 24;
    private static final int DAYS = 1_000;

    private static Chain<Integer> chain(int crews) {
        return new Chain<>(MACHINES, up -> up == MACHINES
                ? Map.of(up - 1, up / WORKS)
                : up == 0 ? Map.of(1, crews / REPAIR) : Map.of(up - 1, up / WORKS, up + 1, Math.min(crews, MACHINES - up) / REPAIR));
    }

    private static double ofOne(Chain<Integer> chain) {
        double mean = 0;
        for (int up = 1; up <= MACHINES; up++) {
            int atLeast = up;
            mean += chain.chance(state -> state >= atLeast);
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
            Chain<Integer> chain = chain(crews);
            assertThat(new double[] {ofOne(chain), chain.chance(up -> up >= 9), chain.chance(up -> up >= 8), chain.chance(up -> up == 10)}).containsExactly(values, within(6e-7));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void applicationsAreUpAsOftenAsTheChainSays(int crews) {
        Map<String, Double> hours = Map.of("host_defaults.failures.every", WORKS, "host_defaults.failures.repair", REPAIR);
        OracleRun run = Availability.run("repair-crews", DAYS, hours, "repair_crews.ict.crews=" + crews);
        Chain<Integer> chain = chain(crews);
        Availability.agrees(run, DAYS, "one", ofOne(chain), ofOne(chain) / WORKS);
        Availability.agrees(run, DAYS, "nine", chain.chance(up -> up >= 9), chain.leaving(up -> up >= 9));
        Availability.agrees(run, DAYS, "eight", chain.chance(up -> up >= 8), chain.leaving(up -> up >= 8));
        Availability.agrees(run, DAYS, "all", chain.chance(up -> up == 10), chain.leaving(up -> up == 10));
    }
}
