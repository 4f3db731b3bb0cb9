package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import mergedesk.FairClock;
import mergedesk.stats.Erlang.Patience;
import org.junit.jupiter.api.Test;

/** Erlang A and C over all loads, sizes and patiences that a scenario can ask for. */
class ErlangGridTest {
    private static final double TALK = 300;
    private static final double LONGEST = 3e10; // a thousand years
    private static final double[] LOADS = {0.01, 0.1, 0.5, 0.8, 0.95, 0.99, 1, 1.01, 1.2, 2, 5, 10};
    private static final int[] AGENTS = {1, 2, 5, 10, 50, 200, 1_000, 10_000};
    private static final double[] PATIENCES = {1, 10, 60, 300, 3_600, 86_400, LONGEST, Double.POSITIVE_INFINITY};
    private static final double[] TARGETS = {0, 20, 300, 3_600};

    private static final double RIGHT = 1e-9;
    private static final double TOO_SMALL_TO_TELL = 1e-280;

    private static final long NOTICEABLE_NANOS = 2_000_000;
    /** Of the fair clock, for one desk; today these take 0.1 ms, the longest half of one. */
    private static final double MOST_SECONDS = 0.005;

    @Test
    void agreesWithTheSumOverStates() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (double load : LOADS) {
            for (int agents : AGENTS) {
                for (double patience : PATIENCES) {
                    double lambda = load * agents / TALK;
                    if (patience == Double.POSITIVE_INFINITY && load >= 1) {
                        assertThat(Erlang.steady(lambda, 1 / TALK, agents, 0)).isEmpty();
                        continue;
                    }
                    if (patience == LONGEST && load >= 1) {
                        continue; // the sum would have hundreds of millions of terms
                    }
                    String where = load + " Erlang an agent, " + agents + " agents, patience " + patience + " s: ";
                    compare(
                            where,
                            values(Erlang.steady(lambda, 1 / TALK, agents, 1 / patience)
                                    .orElseThrow()),
                            values(new QueueStates(lambda, 1 / TALK, agents, 1 / patience)),
                            wrong);
                    compared++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isEqualTo(LOADS.length * AGENTS.length * (PATIENCES.length - 2) + 2 * 6 * AGENTS.length);
    }

    private static double[] values(Erlang.Steady steady) {
        return DoubleStream.concat(
                        DoubleStream.of(
                                steady.delayed(), steady.abandoned(), steady.waitAll(), steady.queue(), steady.busy()),
                        DoubleStream.of(TARGETS).map(steady::answeredWithin))
                .toArray();
    }

    private static double[] values(QueueStates states) {
        return DoubleStream.concat(
                        DoubleStream.of(
                                states.delayed(), states.abandoned(), states.waitAll(), states.queue(), states.busy()),
                        DoubleStream.of(TARGETS).map(states::answeredWithin))
                .toArray();
    }

    private static void compare(String where, double[] found, double[] expected, List<String> wrong) {
        for (int i = 0; i < found.length; i++) {
            boolean tiny = found[i] >= 0 && found[i] < TOO_SMALL_TO_TELL && expected[i] < TOO_SMALL_TO_TELL;
            if (!tiny && !(Math.abs(found[i] - expected[i]) <= RIGHT * expected[i])) {
                wrong.add(where + "value " + i + " is " + found[i] + ", not " + expected[i]);
            }
        }
    }

    /** Patience from milliseconds to hours at one desk. Expected: the same integrals by 12-point Gauss rules on panels that grow with x, from 1e-11 on. */
    @Test
    void partsOfVeryDifferentPatience() {
        double atOnce = Double.POSITIVE_INFINITY;
        assertAbandoned(6.783346298514408, 11, 0.01818985970730076, new Patience(0.0064296966543192025, 0), new Patience(0.2402547039846381, 1031024.665664799),
                new Patience(4.341354432939455e-4, 11527.657066168294), new Patience(0.7528814639177487, 0.007675425411779924));
        assertAbandoned(19.264092528556425, 21, 9.059852538247052e-5, new Patience(1 - 1.4885794177443346e-4, 0), new Patience(1.4885794177443346e-4, 311678.89860351605));
        assertAbandoned(3.4295125932173103, 3, 0.16828346677140163, new Patience(0.10366454210317562, 32777.92228321718), new Patience(0.06568807909275133, 1148605.6317269055),
                new Patience(0.830647378804073, 0.005247110457733947));
        assertAbandoned(3, 4, Erlang.blocked(3, 4), new Patience(1, atOnce));
    }

    private static void assertAbandoned(double lambda, int agents, double expected, Patience... parts) {
        assertThat(Erlang.steady(lambda, 1, agents, List.of(parts)).orElseThrow().abandoned() / expected).isCloseTo(1, within(RIGHT));
    }

    /** Beyond what a scenario can ask for: 24 powers of ten in everything, callers of several kinds. */
    @Test
    void isBoundedAndQuickForAnything() {
        Random random = new Random(20250407);
        for (int i = 0; i < 2_000; i++) {
            double mu = power(random, -12, 12);
            int agents = (int) power(random, 0, 7.3);
            double lambda = agents * mu * power(random, -6, 6);
            List<Patience> patience = parts(random, mu);
            double time = power(random, -10, 10) / mu;
            String where = lambda + " " + mu + " " + agents + " " + patience + " " + time;
            Runnable work = () -> Erlang.steady(lambda, mu, agents, patience).ifPresent(steady -> steady.answeredWithin(time));
            long start = System.nanoTime();
            work.run();
            if (System.nanoTime() - start > NOTICEABLE_NANOS) { // it, or the machine at something else
                assertThat(FairClock.secondsOf(work)).as(where).isLessThan(MOST_SECONDS);
            }
            Erlang.steady(lambda, mu, agents, patience).ifPresent(steady -> {
                double within = steady.answeredWithin(time);
                assertThat(List.of(steady.delayed(), steady.abandoned(), within))
                        .as(where)
                        .allMatch(share -> share >= 0 && share <= 1);
                assertThat(within + steady.abandoned()).as(where).isLessThanOrEqualTo(1 + RIGHT);
                assertThat(within).as(where).isGreaterThanOrEqualTo((1 - steady.delayed()) * (1 - RIGHT));
                assertThat(steady.busy()).as(where).isBetween(0.0, (double) agents);
                assertThat(List.of(steady.queue(), steady.waitAll()))
                        .as(where)
                        .allMatch(value -> value >= 0 && value < Double.POSITIVE_INFINITY);
            });
        }
    }

    private static double power(Random random, double from, double to) {
        return Math.pow(10, from + (to - from) * random.nextDouble());
    }

    private static List<Patience> parts(Random random, double mu) {
        List<Patience> parts = new ArrayList<>();
        double left = 1;
        for (int more = random.nextInt(3); more >= 0; more--) {
            double share = more == 0 ? left : left * power(random, -12, 0);
            double rate = switch (random.nextInt(5)) {
                case 0 -> 0;
                case 1 -> Double.POSITIVE_INFINITY;
                default -> mu * power(random, -12, 12);
            };
            parts.add(new Patience(share, rate));
            left -= share;
        }
        return parts;
    }
}
