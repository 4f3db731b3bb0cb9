package mergedesk.law;

import static mergedesk.law.Paired.Quantity.ANSWERED_WITHIN;
import static mergedesk.law.Paired.Quantity.LOST;
import static mergedesk.law.Paired.Quantity.OFFERED;
import static mergedesk.law.Paired.Quantity.TALKING;
import static mergedesk.law.Paired.Quantity.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.law.Paired.Quantity;
import mergedesk.program.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Laws of means, by paired difference with its interval, on generated centres. A single day may go the other way, so for each scenario the law says only
 * that the difference is not beyond chance on the wrong side; all scenarios together must show the direction clearly. The budget for false alarms is
 * shared out among all comparisons ({@link ErrorBudget}). {@code -Dseed=…} shifts the scenarios.
 */
class PairedLawTest {
    private static final int REPLICATIONS = 30;
    private static final int FEW = 6;

    /** A change, what it does to means, and where that is known to hold. */
    enum Law {
        /** An agent more in every group: fewer lost, less waiting. Exact only for a single pool (PoolLawTest); a rule in general. */
        MORE_STAFF(Map.of(LOST, -1, WAITING, -1)) {
            @Override
            Program[] pair(Centre centre) {
                return new Program[] {centre.general(0), centre.general(1)};
            }
        },
        /**
         * Everybody waits twice as long before giving up: less is lost, so more work is done, and queues are longer. Without limits of lines (longer
         * queues block more) and retries (fewer come again), and with the same work for all (otherwise patience of those with long work may cost
         * more calls than it saves).
         */
        MORE_PATIENCE(Map.of(LOST, -1, TALKING, 1, WAITING, 1)) {
            @Override
            Program[] pair(Centre centre) {
                return new Program[] {centre.patient(1), centre.patient(2)};
            }
        },
        /** Identical desks become one with all their agents: fewer lost, less waiting, more answered in time (Smith and Whitt 1981). */
        MERGING(Map.of(OFFERED, 0, LOST, -1, WAITING, -1, ANSWERED_WITHIN, 1)) {
            @Override
            Program[] pair(Centre centre) {
                return new Program[] {centre.desks(false), centre.desks(true)};
            }
        },
        /** A flow becomes two of half the rate: nothing changes, as two Poisson processes are one. */
        SPLITTING(Map.of(OFFERED, 0, LOST, 0, WAITING, 0, ANSWERED_WITHIN, 0, TALKING, 0)) {
            @Override
            Program[] pair(Centre centre) {
                return new Program[] {centre.flows(1), centre.flows(2)};
            }
        };

        /** -1, 0 or 1: which way means go. */
        private final Map<Quantity, Integer> directions;

        Law(Map<Quantity, Integer> directions) {
            this.directions = directions;
        }

        abstract Program[] pair(Centre centre);
    }

    @ParameterizedTest
    @EnumSource
    void holds(Law law) {
        check(law, Long.getLong("seed", 0), FEW, 0.1);
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource
    void holdsInMoreScenarios(Law law) {
        check(law, 1_000, Integer.getInteger("scenarios", 100), 0.02);
    }

    /** {@code vague}: standard error of a pooled relative difference above which the test would say nothing. */
    private static void check(Law law, long firstSeed, int scenarios, double vague) {
        Quantity[] quantities = law.directions.keySet().toArray(Quantity[]::new);
        ErrorBudget budget = new ErrorBudget((scenarios + 1) * quantities.length * Law.values().length);
        Map<Quantity, List<Paired>> found = new EnumMap<>(Quantity.class);
        for (long seed = firstSeed; seed < firstSeed + scenarios; seed++) {
            Program[] pair = law.pair(new Centre(seed));
            Paired[] differences = Paired.of(pair[0], pair[1], seed, REPLICATIONS, quantities);
            for (int q = 0; q < quantities.length; q++) {
                found.computeIfAbsent(quantities[q], quantity -> new ArrayList<>()).add(differences[q]);
                String where = "%s, %s, -Dseed=%d".formatted(law, quantities[q], seed);
                assertNotAgainst(law.directions.get(quantities[q]), differences[q].z(), budget.standardErrors(REPLICATIONS), where);
            }
        }
        found.forEach((quantity, differences) -> {
            Paired pooled = Paired.pooled(differences);
            System.out.printf(
                    Locale.ROOT, "%s, %s: %+.4f ± %.4f over %d scenarios, z = %+.1f%n", law, quantity, pooled.mean(), 1.96 * pooled.error(), scenarios, pooled.z());
            int direction = law.directions.get(quantity);
            String where = law + ", " + quantity + ", all scenarios";
            assertThat(pooled.error()).as(where).isLessThan(vague);
            assertNotAgainst(direction, pooled.z(), budget.standardErrors(), where);
            assertThat(direction * pooled.z()).as("%s: clearly", where).isGreaterThanOrEqualTo(direction == 0 ? 0 : budget.standardErrors());
        });
    }

    private static void assertNotAgainst(int direction, double z, double most, String where) {
        if (direction <= 0) {
            assertThat(z).as(where).isLessThan(most);
        }
        if (direction >= 0) {
            assertThat(z).as(where).isGreaterThan(-most);
        }
    }
}
