package mergedesk.stats;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Exact steady-state results of queues with exponential times, equal agents and service in order of arrival: Erlang B (loss), Erlang C (endless patience),
 * Erlang A (exponential patience, which may differ between parts of the callers).
 *
 * <p>Rates are per unit of time of the caller's choice; times come in that unit. For any load, number of agents and patience, values are right to 1e-9 of
 * themselves (below 1e-290 they may be 0) and lie within their bounds; the cost grows with the root of the number of agents, and with nothing else. See Erlang
 * 1917, Palm 1957, Mandelbaum and Zeltyn 2007.
 */
public final class Erlang {
    private static final double HUGE = 1e300;
    private static final double NEGLIGIBLE = 1e-17;
    private static final double ROUNDING = 1e-9;
    private static final double FORGOTTEN = 10;

    private Erlang() {}

    /**
     * A part of the callers, and how they leave the queue.
     *
     * @param share of all callers; the shares of all parts sum to 1
     * @param rate at which they give up while they wait, 1 ÷ mean patience; 0: never; infinite: at once, when they would have to wait
     */
    public record Patience(double share, double rate) {
        public Patience {
            if (!(share >= 0 && share <= 1 + ROUNDING && rate >= 0)) {
                throw new IllegalArgumentException(
                        "share " + share + " with rate " + rate + ": needs 0 <= share <= 1, rate >= 0");
            }
        }
    }

    /**
     * A queue in steady state.
     *
     * @param delayed chance that an arrival must wait (or leaves at once because it would have to)
     * @param abandoned chance that it abandons
     * @param waitAll mean wait of all, those who abandon included
     * @param queue mean number waiting
     * @param busy mean number of busy agents
     * @param answeredWithin chance that an arrival is answered after a wait of so long at most (Sg / A)
     */
    public record Steady(
            double delayed,
            double abandoned,
            double waitAll,
            double queue,
            double busy,
            DoubleUnaryOperator answeredWithin) {
        private static final Steady NOBODY_WAITS = new Steady(0, 0, 0, 0, 0, time -> 1);

        /** Chance that an arrival is answered after a wait of {@code time} at most (Sg / A). */
        public double answeredWithin(double time) {
            return answeredWithin.applyAsDouble(time);
        }
    }

    /** Chance that an arrival finds all {@code lines} busy at offered load {@code load}, in Erlang (Erlang B). */
    public static double blocked(double load, int lines) {
        return 1 / inverseLoss(load, lines);
    }

    /** {@link #steady(double, double, int, List)} where all have the same patience; {@code theta} 0: endless. */
    public static Optional<Steady> steady(double lambda, double mu, int agents, double theta) {
        return steady(lambda, mu, agents, List.of(new Patience(1, theta)));
    }

    /**
     * The steady state of the queue with arrival rate {@code lambda} and service rate {@code mu} of each agent; empty where there is none, because as many
     * people who never give up come as the agents can serve, or more. Rates that are equal but for rounding (1e-9) count as equal.
     *
     * @param mu may be infinite: work takes no time
     */
    public static Optional<Steady> steady(double lambda, double mu, int agents, List<Patience> patience) {
        require(lambda, mu, agents, patience);
        double endless = lambda
                * patience.stream()
                        .filter(part -> part.rate == 0)
                        .mapToDouble(Patience::share)
                        .sum();
        if (lambda == 0 || agents > 0 && mu == Double.POSITIVE_INFINITY) {
            return Optional.of(Steady.NOBODY_WAITS);
        }
        if (endless > 0 && endless >= agents * mu * (1 - ROUNDING)) {
            return Optional.empty();
        }
        if (agents == 0) {
            double wait = patience.stream()
                    .filter(part -> part.share > 0)
                    .mapToDouble(part -> part.share / part.rate)
                    .sum();
            return Optional.of(new Steady(1, 1, wait, lambda * wait, 0, time -> 0));
        }
        OfferedWait wait = new OfferedWait(lambda, agents * mu, patience);
        double odds = inverseLoss(lambda / mu, agents - 1) / wait.weight();
        double atOnce = 1 / (1 + 1 / odds);
        double delayed = 1 / (1 + odds);
        double answered = Math.min(1, atOnce + delayed * wait.answered());
        return Optional.of(new Steady(
                delayed,
                delayed * wait.abandoned(),
                delayed * wait.mean(),
                lambda * delayed * wait.mean(),
                Math.min(agents, lambda * answered / mu),
                time -> Math.min(1, atOnce + delayed * wait.answeredWithin(time))));
    }

    /**
     * Time after which a desk that began empty is as good as in steady state: of the difference, e<sup>-10</sup> of a contact is left. Infinite where there is no
     * steady state, or no bound is known.
     *
     * <p>Two desks with the same arrivals, one that began empty and one in steady state, differ by contacts of which each goes at rate mu or the rate of the most
     * patient, at least (coupling, Lindvall 1992). With few who leave, the difference goes as fast as that of a queue in which all stay (van Doorn 1981), and no
     * faster than mu.
     */
    public static double settling(double lambda, double mu, int agents, List<Patience> patience) {
        Optional<Steady> steady = steady(lambda, mu, agents, patience);
        if (steady.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double leaving = Double.POSITIVE_INFINITY;
        double joining = 0;
        for (Patience part : patience) {
            leaving = part.share > 0 ? Math.min(leaving, part.rate) : leaving;
            joining += part.rate < Double.POSITIVE_INFINITY ? lambda * part.share : 0;
        }
        double spare = Math.max(0, StrictMath.sqrt(agents * mu) - StrictMath.sqrt(joining));
        double rate = Math.min(mu, Math.max(leaving, spare * spare));
        return (FORGOTTEN + StrictMath.log1p(steady.get().queue + steady.get().busy)) / rate;
    }

    private static void require(double lambda, double mu, int agents, List<Patience> patience) {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY && mu > 0 && agents >= 0)) {
            throw new IllegalArgumentException("lambda " + lambda + ", mu " + mu + ", agents " + agents
                    + ": needs finite lambda >= 0, mu > 0, agents >= 0");
        }
        double shares = patience.stream().mapToDouble(Patience::share).sum();
        if (!(Math.abs(shares - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("shares of patience sum to " + shares + ", not 1");
        }
    }

    /**
     * 1 / B with Erlang's loss B: Σ n (n − 1) … (n − j + 1) / loadʲ over j = 0 … n. Infinite when beyond 1e300.
     *
     * <p>Terms rise while n − j &gt; load and then fall like a bell curve: either they are beyond all bounds or negligible after some 50 √n of them.
     */
    private static double inverseLoss(double load, int n) {
        double sum = 1;
        double term = 1;
        for (int left = n; left > 0 && term > NEGLIGIBLE * sum; left--) {
            term *= left / load;
            sum += term;
            if (sum > HUGE) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum;
    }
}
