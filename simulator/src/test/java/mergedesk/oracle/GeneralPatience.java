package mergedesk.oracle;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import mergedesk.stats.Erlang;

/**
 * Exact steady state of M/M/s with patience of any distribution, by numerical integration.
 *
 * <p>With H(x) the integral of P(patience &gt; u) over u from 0 to x, the wait that an endlessly patient caller would have has an atom at 0 of weight
 * 1/B(s − 1) (Erlang's loss with one agent less) against a density λ exp(λ H(x) − s μ x) (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum
 * 2005, section 4). All else follows. Shares no code with the simulator but Erlang B.
 *
 * @param delayed share that waits
 * @param abandoned share that gives up
 * @param waitAll mean wait of all
 * @param waitAnswered mean wait of those who are answered
 * @param queue mean number waiting
 * @param occupancy share of the agents' time that is busy
 * @param good share of all that is answered within the target
 * @param quick share of all that gives up within the target
 */
record GeneralPatience(
        double delayed, double abandoned, double waitAll, double waitAnswered, double queue, double occupancy, double good, double quick) {
    private static final int STEPS_IN_TARGET = 4000;
    private static final double NEGLIGIBLE_EXPONENT = -50;

    /**
     * Times in one unit.
     *
     * @param survival P(patience &gt; x)
     * @param target T of the service level
     */
    static GeneralPatience of(double lambda, double mu, int s, DoubleUnaryOperator survival, double target) {
        double step = target / STEPS_IN_TARGET; // of Simpson's rule: from x over the middle to x + step
        double all = 0;
        double wait = 0;
        double served = 0;
        double good = 0;
        double quick = 0;
        double h = 0;
        double willing = survival.applyAsDouble(0);
        double exponent = 0;
        for (int i = 0; exponent > NEGLIGIBLE_EXPONENT || lambda * willing > s * mu; i++) {
            double x = i * step;
            double middle = survival.applyAsDouble(x + step / 2);
            double end = survival.applyAsDouble(x + step);
            double hMiddle = h + step / 24 * (5 * willing + 8 * middle - end); // the parabola through the three points
            double hEnd = h + step / 6 * (willing + 4 * middle + end);
            double[] weight = {
                step / 6 * Math.exp(lambda * h - s * mu * x),
                step / 6 * 4 * Math.exp(lambda * hMiddle - s * mu * (x + step / 2)),
                step / 6 * Math.exp(lambda * hEnd - s * mu * (x + step))
            };
            double mass = weight[0] + weight[1] + weight[2];
            double stays = weight[0] * willing + weight[1] * middle + weight[2] * end;
            all += mass;
            wait += weight[0] * h + weight[1] * hMiddle + weight[2] * hEnd;
            served += weight[0] * x * willing + weight[1] * (x + step / 2) * middle + weight[2] * (x + step) * end;
            good += i < STEPS_IN_TARGET ? stays : 0;
            quick += i < STEPS_IN_TARGET ? mass - stays : mass * (1 - survival.applyAsDouble(target));
            h = hEnd;
            willing = end;
            exponent = lambda * h - s * mu * (x + step);
        }
        double atOnce = 1 / Erlang.blocked(lambda / mu, s - 1);
        double total = atOnce + lambda * all;
        double abandoned = (1 + (lambda - s * mu) * all) / total;
        double waitAll = lambda * wait / total;
        return new GeneralPatience(
                lambda * all / total,
                abandoned,
                waitAll,
                lambda * served / total / (1 - abandoned),
                lambda * waitAll,
                lambda * (1 - abandoned) / (s * mu),
                (atOnce + lambda * good) / total,
                lambda * quick / total);
    }

    double goodOfAnswered() {
        return good / (1 - abandoned);
    }

    double goodWithoutQuick() {
        return good / (1 - quick);
    }

    double goodOrQuick() {
        return good + quick;
    }

    /** What kpis.csv must say, {@code unit} seconds being the unit of time. */
    List<Expected> expected(double unit) {
        return List.of(
                Expected.exact("delayed_share", delayed),
                Expected.exact("abandonment_rate", abandoned),
                Expected.exact("wait_mean_all", waitAll * unit),
                Expected.exact("wait_mean_answered", waitAnswered * unit),
                Expected.exact("queue_mean", queue),
                Expected.exact("occupancy", occupancy),
                Expected.exact("sl_answered_of_offered", good),
                Expected.exact("sl_answered_of_answered", goodOfAnswered()),
                Expected.exact("sl_excluding_quick_abandons", goodWithoutQuick()),
                Expected.exact("sl_counting_quick_abandons", goodOrQuick()),
                Expected.exact("sl_answered_of_answered_and_late_abandons", goodWithoutQuick()));
    }
}
