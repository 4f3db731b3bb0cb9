package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mergedesk.stats.Erlang;
import mergedesk.stats.Erlang.Patience;
import org.junit.jupiter.api.Test;

/** What {@link Erlang#settling} promises, against the exact course of a desk that begins empty (uniformisation). */
class SettlingTest {
    private static final double ALIKE = 1e-3;

    /** Calls that come just after it meet what steady state says. */
    @Test
    void afterItADeskIsAsInSteadyState() {
        for (double theta : new double[] {0, 0.05, 1, 5}) {
            for (int agents : new int[] {1, 2, 5, 20}) {
                for (double load : new double[] {0.3, 0.5, 0.7, 0.9, 1.2}) {
                    if (theta == 0 && load > 1) {
                        continue;
                    }
                    double lambda = load * agents;
                    double settled = Erlang.settling(lambda, 1, agents, List.of(new Patience(1, theta)));
                    Erlang.Steady steady = Erlang.steady(lambda, 1, agents, theta).orElseThrow();
                    String where = "theta " + theta + ", " + agents + " agents, load " + load;
                    double after = settled / 10;
                    MarkovDesk before = MarkovDesk.day(lambda, 1, agents, theta, settled);
                    MarkovDesk longer = MarkovDesk.day(lambda, 1, agents, theta, settled + after);
                    double delayed = ((settled + after) * longer.delayed() - settled * before.delayed()) / after;
                    double queue = ((settled + after) * longer.queue() - settled * before.queue()) / after;
                    assertThat(delayed / steady.delayed()).as(where).isCloseTo(1, within(ALIKE));
                    assertThat(queue / steady.queue()).as(where).isCloseTo(1, within(ALIKE));
                    assertThat(before.queue() / steady.queue()).as(where + ": the beginning does differ").isLessThan(1 - ALIKE);
                }
            }
        }
    }

    @Test
    void takesForEverWhereNothingSettles() {
        assertThat(Erlang.settling(3, 1, 2, List.of(new Patience(1, 0)))).isInfinite();
        assertThat(Erlang.settling(3, 1, 2, List.of(new Patience(0.5, 0), new Patience(0.5, 1)))).as("not known").isInfinite();
        assertThat(Erlang.settling(3, Double.POSITIVE_INFINITY, 2, List.of(new Patience(1, 0)))).isZero();
    }
}
