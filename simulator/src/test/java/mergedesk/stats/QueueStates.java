package mergedesk.stats;

import java.util.Arrays;

/**
 * M/M/s + M by sums over the number in the system: an evaluation of Erlang A and C that shares nothing with {@link Erlang}.
 *
 * <p>Weights of states are products of λ / death rate, taken from the likeliest state up and down until they are beyond a double, so that small values are as
 * right as large ones. Somebody who finds k waiting is answered at the (k + 1)th departure ahead, if patience lasts: departures within t are negative binomial
 * with σ + 1, σ = s μ / θ (Poisson with endless patience), and the chance to be still there then is σ / (σ + k + 1).
 */
final class QueueStates {
    private static final double SMALLEST = 1e-305;
    private static final double LONG = 10;

    private final double lambda;
    private final double mu;
    private final int s;
    private final double theta;
    private final Weights finds;

    QueueStates(double lambda, double mu, int s, double theta) {
        this.lambda = lambda;
        this.mu = mu;
        this.s = s;
        this.theta = theta;
        long likeliest = lambda < s * mu ? (long) (lambda / mu) : s + (long) ((lambda - s * mu) / theta);
        finds = new Weights(likeliest, n -> lambda / (Math.min(n + 1, s) * mu + Math.max(0, n + 1 - s) * theta));
    }

    private interface Ratio {
        /** Weight of n + 1 over weight of n. */
        double after(long n);
    }

    /** Chances of consecutive numbers from {@code first} on. */
    private static final class Weights {
        private final long first;
        private final double[] chance;

        Weights(long likeliest, Ratio ratio) {
            double[] up = new double[64];
            int above = 0;
            for (double w = 1; w > SMALLEST; w *= ratio.after(likeliest + above - 1)) {
                up = above == up.length ? Arrays.copyOf(up, 2 * above) : up;
                up[above++] = w;
            }
            double[] down = new double[64];
            int below = 0;
            for (double w = 1; below < likeliest && (w /= ratio.after(likeliest - below - 1)) > SMALLEST; ) {
                down = below == down.length ? Arrays.copyOf(down, 2 * below) : down;
                down[below++] = w;
            }
            first = likeliest - below;
            chance = new double[below + above];
            for (int i = 0; i < below; i++) {
                chance[i] = down[below - 1 - i];
            }
            System.arraycopy(up, 0, chance, below, above);
            double total = Arrays.stream(chance).sum(); // compensated
            Arrays.setAll(chance, i -> chance[i] / total);
        }
    }

    double delayed() {
        double sum = 0;
        for (int i = finds.chance.length - 1; i >= 0 && finds.first + i >= s; i--) {
            sum += finds.chance[i];
        }
        return sum;
    }

    double queue() {
        double sum = 0;
        for (int i = finds.chance.length - 1; i >= 0 && finds.first + i >= s; i--) {
            sum += finds.chance[i] * (finds.first + i - s);
        }
        return sum;
    }

    double busy() {
        double sum = 0;
        for (int i = 0; i < finds.chance.length; i++) {
            sum += finds.chance[i] * Math.min(s, finds.first + i);
        }
        return sum;
    }

    double waitAll() {
        return queue() / lambda;
    }

    double abandoned() {
        return theta * queue() / lambda;
    }

    double answeredWithin(double t) {
        int from = (int)
                Math.max(0, Math.min(finds.chance.length, s - finds.first)); // the first state in which one must wait
        double sum = 0;
        for (int i = 0; i < from; i++) {
            sum += finds.chance[i];
        }
        double[] departures = atLeast((int) Math.max(0, finds.first + finds.chance.length - s), t);
        double sigma = s * mu / theta;
        for (int i = from; i < finds.chance.length; i++) {
            int ahead = (int) (finds.first + i - s);
            sum += finds.chance[i] * departures[ahead + 1] * (theta > 0 ? sigma / (sigma + ahead + 1) : 1);
        }
        return sum;
    }

    /** Chance of at least n departures ahead within t, n = 0 … most. */
    private double[] atLeast(int most, double t) {
        double[] atLeast = new double[most + 1];
        if (t == 0) {
            atLeast[0] = 1;
            return atLeast;
        }
        double sigma = s * mu / theta;
        double gone = -Math.expm1(-theta * t);
        Ratio ratio = theta > 0 ? n -> gone * (n + sigma + 1) / (n + 1) : n -> s * mu * t / (n + 1);
        if (theta * t > LONG) { // nearly all are gone: what is missing, from 0 departures on
            double chance = Math.exp(-(sigma + 1) * theta * t);
            double less = 0;
            for (int n = 0; n <= most; n++) {
                atLeast[n] = 1 - less;
                less += chance;
                chance *= ratio.after(n);
            }
            return atLeast;
        }
        Weights count = new Weights((long) (theta > 0 ? sigma * Math.expm1(theta * t) : s * mu * t), ratio);
        double sum = 0;
        for (int i = count.chance.length - 1; i >= 0; i--) {
            sum += count.chance[i];
            if (count.first + i <= most) {
                atLeast[(int) (count.first + i)] = sum;
            }
        }
        Arrays.fill(atLeast, 0, (int) Math.min(most + 1, count.first), 1);
        return atLeast;
    }
}
