package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chain by which a slow application is judged, against the numbers that were given with the question, and against Erlang C. */
class LoadChainTest {
    static final LoadChain QUESTION = new LoadChain(1.5, 0.2, 20, 40, 1.6);

    @Test
    void knowsTheQuestion() {
        assertThat(QUESTION.inService()).isCloseTo(10.48828, within(5e-6));
        assertThat(QUESTION.delayed()).isCloseTo(0.0162061, within(5e-8));
        assertThat(QUESTION.queue()).isCloseTo(0.0243092, within(5e-8));
    }

    @Test
    void withoutLoadItIsErlangC() {
        LoadChain chain = new LoadChain(1.5, 0.2, 10, 1e12, 1.6);
        assertThat(chain.delayed()).isCloseTo(Erlang.steady(1.5, 0.2, 10, 0).orElseThrow().delayed(), within(1e-9));
    }

    /** Scenario load-response as it is written, where waits are rare. */
    @Tag("nightly")
    @Test
    void rareWaitsAreThoseOfTheChain() {
        OracleRun run = OracleRun.of("load-response", 60);
        assertThat(Expected.faults(run, Agreement.DEFAULT, List.of(
                        Expected.exact("delayed_share", QUESTION.delayed()),
                        Expected.exact("queue_mean", QUESTION.queue()))))
                .isEmpty();
    }
}
