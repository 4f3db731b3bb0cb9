package mergedesk.stats;

import java.util.List;
import mergedesk.stats.Erlang.Patience;
import org.apache.commons.math3.util.FastMath;

/**
 * The wait that somebody with endless patience would have, in a queue served in order of arrival from which others give up.
 *
 * <p>With S(x) the share whose patience lasts longer than x, and H(x) its integral from 0 to x, this wait has beside its atom at 0 a density in proportion to
 * exp(φ(x)), φ(x) = λ H(x) − s μ x (Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005, section 4). Sums over the states of the queue would have as many
 * terms as people wait, millions at an overloaded desk with patient callers; these integrals cost the same always.
 *
 * <p>φ is concave, so exp(φ) is one hill. Everything here is relative to its top, at which φ may be ±1e9: nothing overflows, and nothing is the difference of
 * large numbers. Left and right of the top it is followed until it has fallen by a factor of e<sup>-50</sup> at least.
 */
final class OfferedWait {
    private static final double NEGLIGIBLE = 50;
    private static final int MOST_STEPS = 200;

    private static final int STAYS = 0;
    private static final int LEAVES = 1;
    private static final int WAITS = 2;

    private final double serviceRate;
    private final double[] arrivals; // of those who leave at a rate above 0
    private final double[] rate;
    private final double[] arrivalsAtTop; // of those of them who would still be there at the top
    private final double endless; // arrivals of those who never leave
    private final double atOnce; // arrivals of those who never wait
    private final double top;
    private final double slope; // of φ at the top: 0, or negative where the top is at 0
    private final double[] integrals;

    /**
     * The queue of people who arrive at rate {@code lambda} and are served at rate {@code serviceRate} while anybody waits. More may be served than arrive
     * without end: {@code serviceRate} &gt; {@code lambda} × share of the endless.
     */
    OfferedWait(double lambda, double serviceRate, List<Patience> patience) {
        this.serviceRate = serviceRate;
        List<Patience> leaving = patience.stream()
                .filter(part -> part.rate() > 0 && part.rate() < Double.POSITIVE_INFINITY)
                .toList();
        arrivals = leaving.stream().mapToDouble(part -> lambda * part.share()).toArray();
        rate = leaving.stream().mapToDouble(Patience::rate).toArray();
        endless = lambda * share(patience, 0);
        atOnce = lambda * share(patience, Double.POSITIVE_INFINITY);
        top = top();
        arrivalsAtTop = new double[rate.length];
        double staying = endless;
        for (int i = 0; i < rate.length; i++) {
            arrivalsAtTop[i] = arrivals[i] * FastMath.exp(-rate[i] * top);
            staying += arrivalsAtTop[i];
        }
        slope = top > 0 ? 0 : staying - serviceRate;
        integrals = integrals(Double.POSITIVE_INFINITY);
    }

    private static double share(List<Patience> patience, double rate) {
        return patience.stream()
                .filter(part -> part.rate() == rate)
                .mapToDouble(Patience::share)
                .sum();
    }

    /** The integral of λ exp(φ(x)) over all x &gt; 0, divided by exp(φ(0)); may be infinite. */
    double weight() {
        return (integrals[STAYS] + integrals[LEAVES]) / FastMath.exp(height(-top));
    }

    /** Share of those who must wait who are answered. */
    double answered() {
        return integrals[STAYS] / (integrals[STAYS] + integrals[LEAVES]);
    }

    /** Share of those who must wait who give up. */
    double abandoned() {
        return integrals[LEAVES] / (integrals[STAYS] + integrals[LEAVES]);
    }

    /** Mean time in the queue of those who must wait. */
    double mean() {
        return integrals[WAITS] / (integrals[STAYS] + integrals[LEAVES]);
    }

    /** Share of those who must wait who are answered within {@code time}. */
    double answeredWithin(double time) {
        return integrals(time)[STAYS] / (integrals[STAYS] + integrals[LEAVES]);
    }

    /** Where people who are still there arrive as fast as they are served; 0 where even at first they arrive slower. Newton's method on a convex function. */
    private double top() {
        double x = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double staying = endless;
            double leaving = 0;
            for (int i = 0; i < rate.length; i++) {
                double left = arrivals[i] * FastMath.exp(-rate[i] * x);
                staying += left;
                leaving += left * rate[i];
            }
            double next = x + FastMath.log(staying / serviceRate) * staying / leaving;
            if (!(next > x)) {
                break;
            }
            x = next;
        }
        return x;
    }

    /** Of those who stay, those who leave and the time that they wait, each times λ exp(φ − φ(top)), over x from 0 to {@code end}. */
    private double[] integrals(double end) {
        double from = Math.min(0, end - top);
        double[] sums = DoubleExponential.integrals(
                (y, weight, to) -> add(from - y, weight, to), 3, reach(from, -1, top + from));
        if (end > top) {
            double[] right =
                    DoubleExponential.integrals((y, weight, to) -> add(y, weight, to), 3, reach(0, 1, end - top));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += right[i];
            }
        }
        return sums;
    }

    /** How far from {@code y} in a direction the hill is higher than negligible: up to twice as far, at most {@code limit}. */
    private double reach(double y, int direction, double limit) {
        double floor = height(y) - NEGLIGIBLE;
        double reach = 1 / (serviceRate + endless + sum(arrivals)); // no slope is steeper, and so it is not yet there
        while (reach < limit && height(y + direction * reach) > floor) {
            reach *= 2;
        }
        return Math.min(reach, limit);
    }

    private void add(double y, double weight, double[] sums) {
        double x = top + y;
        double stays = endless;
        double leaves = atOnce;
        double waits = endless * x;
        double height = slope * y;
        for (int i = 0; i < rate.length; i++) {
            double z = rate[i] * x;
            boolean isEarly = z < 0.5; // each is computed where it is small, the other is the rest
            double part = isEarly ? -arrivals[i] * FastMath.expm1(-z) : arrivals[i] * FastMath.exp(-z);
            double gone = isEarly ? part : arrivals[i] - part;
            double left = isEarly ? arrivals[i] - part : part;
            stays += left;
            leaves += gone;
            waits += gone / rate[i];
            height -= drop(i, y, left);
        }
        double density = weight * FastMath.exp(height);
        sums[STAYS] += density * stays;
        sums[LEAVES] += density * leaves;
        sums[WAITS] += density * waits;
    }

    /** φ(top + y) − φ(top): 0 or less. */
    private double height(double y) {
        double height = slope * y;
        for (int i = 0; i < rate.length; i++) {
            height -= drop(i, y, arrivals[i] * FastMath.exp(-rate[i] * (top + y)));
        }
        return height;
    }

    /** What one kind of patience adds to the fall from the top, {@code left} of whose arrivals would still be there. */
    private double drop(int i, double y, double left) {
        double z = rate[i] * y;
        return Math.abs(z) < 0.5 ? arrivalsAtTop[i] / rate[i] * curve(z) : (left - arrivalsAtTop[i]) / rate[i] + arrivalsAtTop[i] * y;
    }

    /** exp(−z) − 1 + z for small z, by its series. */
    private static double curve(double z) {
        double term = z * z / 2;
        double sum = term;
        for (int k = 3; Math.abs(term) > 1e-17 * sum; k++) {
            term *= -z / k;
            sum += term;
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
