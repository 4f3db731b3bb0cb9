package mergedesk.oracle;

import java.util.Arrays;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Exact figures of M/M/s + M, first come first served, in steady state or over a day that starts empty.
 *
 * <p>Poisson arrivals see time averages, over a day as well: of the calls of [0, T] the expected share that finds n in the system is (1/T) ∫ P(n at
 * t) dt. What happens to a call that finds n does not depend on who comes after it, so every measure is a sum over n. Both steps use uniformisation
 * (Jensen 1953). Shares no code with the simulator.
 */
final class MarkovDesk {
    private static final double NEGLIGIBLE = 1e-13;

    private final double lambda;
    private final double mu;
    private final int s;
    private final double theta;
    private final double[] finds; // chance that an arrival finds n in the system

    private MarkovDesk(double lambda, double mu, int s, double theta, double[] finds) {
        this.lambda = lambda;
        this.mu = mu;
        this.s = s;
        this.theta = theta;
        this.finds = finds;
    }

    /** In steady state. Rates in one unit of time; theta 0: endless patience. */
    static MarkovDesk steady(double lambda, double mu, int s, double theta) {
        MarkovDesk desk = new MarkovDesk(lambda, mu, s, theta, new double[states(lambda, mu, s, theta)]);
        desk.finds[0] = 1;
        for (int n = 1; n < desk.finds.length; n++) {
            desk.finds[n] = desk.finds[n - 1] * lambda / desk.leaving(n);
        }
        double total = Arrays.stream(desk.finds).sum();
        Arrays.setAll(desk.finds, n -> desk.finds[n] / total);
        return desk;
    }

    /** Over the calls that arrive in [0, length], the desk being empty at 0. */
    static MarkovDesk day(double lambda, double mu, int s, double theta, double length) {
        MarkovDesk desk = new MarkovDesk(lambda, mu, s, theta, new double[states(lambda, mu, s, theta)]);
        double[] now = new double[desk.finds.length];
        now[0] = 1;
        double rate = lambda + desk.leaving(now.length - 1);
        PoissonDistribution steps = new PoissonDistribution(rate * length);
        for (int k = 0; k < rate * length + 40 * Math.sqrt(rate * length) + 40; k++) {
            double weight = (1 - steps.cumulativeProbability(k)) / (rate * length);
            for (int n = 0; n < now.length; n++) {
                desk.finds[n] += weight * now[n];
            }
            now = desk.step(now, rate);
        }
        return desk;
    }

    /** As many states as are not negligible in steady state; a day that starts empty stays below. */
    private static int states(double lambda, double mu, int s, double theta) {
        double weight = 1;
        int n = s;
        for (; weight > NEGLIGIBLE; n++) {
            weight *= lambda / (s * mu + (n + 1 - s) * theta);
        }
        return n + 1;
    }

    private double leaving(int n) {
        return Math.min(n, s) * mu + Math.max(0, n - s) * theta;
    }

    private double[] step(double[] now, double rate) {
        double[] next = new double[now.length];
        for (int n = 0; n < now.length; n++) {
            double up = n + 1 < now.length ? lambda / rate : 0;
            double down = leaving(n) / rate;
            next[n] += now[n] * (1 - up - down);
            if (n + 1 < now.length) {
                next[n + 1] += now[n] * up;
            }
            if (n > 0) {
                next[n - 1] += now[n] * down;
            }
        }
        return next;
    }

    double delayed() {
        return Arrays.stream(finds).skip(s).sum();
    }

    double busy() {
        double busy = 0;
        for (int n = 0; n < finds.length; n++) {
            busy += Math.min(n, s) * finds[n];
        }
        return busy;
    }

    double queue() {
        double queue = 0;
        for (int n = s; n < finds.length; n++) {
            queue += (n - s) * finds[n];
        }
        return queue;
    }

    /** Share of all that are answered in the end. */
    double answered() {
        return 1 - delayed() + waits(Double.POSITIVE_INFINITY)[0];
    }

    double abandoned() {
        return 1 - answered();
    }

    /** Share of all that are answered after a wait of at most t. */
    double within(double t) {
        return 1 - delayed() + waits(t)[0];
    }

    double waitAnswered() {
        return waits(Double.POSITIVE_INFINITY)[1] / answered();
    }

    /** Mean wait of all: a call that waits gives up at rate theta; with endless patience all are answered. */
    double waitAll() {
        return theta > 0 ? abandoned() / theta : waitAnswered();
    }

    /** The wait that a share p of the answered does not exceed. */
    double quantile(double p) {
        double low = 0;
        double high = 1;
        while (within(high) < p * answered()) {
            high *= 2;
        }
        while (high - low > 1e-10 * high) {
            double middle = (low + high) / 2;
            if (within(middle) < p * answered()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Of those who must wait: share of all that is answered within t, and, for endless t, the sum of these waits by call. With k ahead in the queue
     * the next departure ahead comes at rate s mu + k theta, and one's own patience ends at rate theta.
     */
    private double[] waits(double t) {
        double[] ahead = Arrays.copyOfRange(finds, s, finds.length);
        double rate = s * mu + ahead.length * theta;
        boolean endless = Double.isInfinite(t);
        PoissonDistribution steps = endless ? null : new PoissonDistribution(rate * t);
        double left = 1;
        double within = 0;
        double sum = 0;
        for (int k = 0; left > NEGLIGIBLE; k++) {
            double arrivesNow = ahead[0] * s * mu / rate; // at step k + 1
            within += arrivesNow * (endless ? 1 : 1 - steps.cumulativeProbability(k));
            sum += arrivesNow * (k + 1) / rate;
            left = 0;
            for (int j = 0; j < ahead.length; j++) {
                double comes = j + 1 < ahead.length ? ahead[j + 1] * (s * mu + (j + 1) * theta) / rate : 0;
                ahead[j] = ahead[j] * (1 - (s * mu + (j + 1) * theta) / rate) + comes;
                left += ahead[j];
            }
            if (!endless && k > rate * t + 40 * Math.sqrt(rate * t) + 40) {
                break;
            }
        }
        return new double[] {within, sum};
    }
}
