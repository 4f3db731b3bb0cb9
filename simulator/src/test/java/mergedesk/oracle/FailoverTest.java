package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/failover: a host, its standby and one crew, by the rules of case 30a and by those that hold when nothing is said. */
class FailoverTest {
    private static final double FAILS = 1 / 1_000.0;
    private static final double REPAIRS = 1 / 8.0;
    private static final double AUTOMATIC = 12;
    private static final double BY_HAND = 1;
    private static final double WORKS = 0.95;
    private static final double ALONE = REPAIRS / (REPAIRS + FAILS);
    private static final int DAYS = 1_500;
    private static final double HOURS_A_YEAR = 8_760;

    private static final int PRIMARY = 0;
    private static final int STANDBY = 1;
    private static final int NOBODY = -1;

    /** Which rules of a failover are those of the case. */
    private record Rules(boolean repairWaits, boolean standbyHolds, boolean servesCold) {}

    /**
     * What serves, what is broken and, while a failover is under way, its rate.
     *
     * @param first the one that broke first and is repaired first; NOBODY when both are up
     * @param second the other that is broken
     * @param waits whether the repair waits for the failover
     */
    private record State(int serving, int first, int second, double failover, boolean waits) {
        boolean isUp(int side) {
            return first != side && second != side;
        }

        boolean serves() {
            return failover == 0 && isUp(serving);
        }

        State broken(int side) {
            return first == NOBODY ? new State(serving, side, NOBODY, failover, waits) : new State(serving, first, side, failover, waits);
        }

        State repaired() {
            return new State(serving, second, NOBODY, failover, false);
        }
    }

    private static Chain<State> chain(Rules rules) {
        return new Chain<>(new State(PRIMARY, NOBODY, NOBODY, 0, false), state -> {
            Map<State, Double> rates = new HashMap<>();
            for (int side : new int[] {PRIMARY, STANDBY}) {
                boolean holds = rules.standbyHolds && state.failover > 0;
                if (state.isUp(side) && !holds) {
                    add(rates, state, state.broken(side), FAILS, rules);
                }
            }
            if (state.first != NOBODY && !state.waits) {
                add(rates, state, state.repaired(), REPAIRS, rules);
            }
            if (state.failover > 0) {
                add(rates, state, new State(1 - state.serving, state.first, state.second, 0, false), state.failover, rules);
            }
            return rates;
        });
    }

    /** What follows at once from an event. */
    private static void add(Map<State, Double> rates, State before, State state, double rate, Rules rules) {
        int other = 1 - state.serving;
        boolean goesOn = state.failover > 0 && !state.isUp(state.serving) && state.isUp(other);
        State now = goesOn ? state : new State(state.serving, state.first, state.second, 0, false);
        if (goesOn || now.isUp(now.serving) || !now.isUp(other)) {
            boolean goesBack = now.serving == STANDBY && now.isUp(PRIMARY) && now.isUp(STANDBY);
            rates.merge(goesBack ? new State(PRIMARY, now.first, now.second, 0, false) : now, rate, Double::sum);
        } else if (rules.servesCold && !before.isUp(PRIMARY) && !before.isUp(STANDBY)) {
            rates.merge(new State(other, now.first, now.second, 0, false), rate, Double::sum);
        } else {
            boolean waits = rules.repairWaits && before.isUp(now.serving);
            rates.merge(new State(now.serving, now.first, now.second, AUTOMATIC, waits), rate * WORKS, Double::sum);
            rates.merge(new State(now.serving, now.first, now.second, BY_HAND, waits), rate * (1 - WORKS), Double::sum);
        }
    }

    private static final Rules CASE = new Rules(true, true, true);
    private static final Rules USUAL = new Rules(false, false, false);
    private static final Predicate<State> UP = State::serves;

    @Test
    void theChainIsThatOfCase30a() {
        Chain<State> chain = chain(CASE);
        assertThat(chain.chance(UP)).isCloseTo(0.9997469473, within(6e-11));
        assertThat(HOURS_A_YEAR * chain.leaving(UP)).isCloseTo(8.757783, within(6e-7));
        assertThat(60 * HOURS_A_YEAR * (1 - chain.chance(UP))).isCloseTo(133.0045, within(6e-5));
    }

    /** Thirty-one times less time down than without a standby, and as many outages. */
    @Test
    void aStandbyHelpsAsTheChainsSay() {
        OracleRun run = Availability.run("failover", DAYS, Map.of(
                "host_defaults.failures.every", 1_000.0, "host_defaults.failures.repair", 8.0,
                "application_defaults.failover.takes", 1 / 12.0, "application_defaults.failover.otherwise", 1.0));
        Availability.agrees(run, DAYS, "crm", chain(CASE).chance(UP), chain(CASE).leaving(UP));
        Availability.agrees(run, DAYS, "usual", chain(USUAL).chance(UP), chain(USUAL).leaving(UP));
        Availability.agrees(run, DAYS, "alone", ALONE, ALONE * FAILS);
    }
}
