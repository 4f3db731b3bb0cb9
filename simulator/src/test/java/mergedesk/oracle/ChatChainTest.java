package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Test;

/** The chain that chats are judged by: against the numbers that were published with the question, and against Erlang A. */
class ChatChainTest {
    static final ChatChain ONE_AGENT = new ChatChain(1 / 6.0, 1 / 4.0, 1 / 5.0, 1, 1, 0.8, 0.65);
    static final ChatChain TWO_AGENTS = new ChatChain(0.5, 1 / 3.0, 1 / 4.0, 2, 1, 0.75);

    @Test
    void knowsOneAgent() {
        assertThat(ONE_AGENT.delayed()).isCloseTo(0.0595262, within(5e-8));
        assertThat(ONE_AGENT.abandoned()).isCloseTo(0.0197654, within(5e-8));
    }

    @Test
    void knowsTwoAgents() {
        assertThat(TWO_AGENTS.delayed()).isCloseTo(0.113486, within(5e-7));
        assertThat(TWO_AGENTS.abandoned()).isCloseTo(0.0298421, within(5e-8));
    }

    @Test
    void oneChatAtOnceIsErlangA() {
        ChatChain chain = new ChatChain(1.2, 0.5, 0.4, 3, 1);
        Erlang.Steady exact = Erlang.steady(1.2, 0.5, 3, 0.4).orElseThrow();
        assertThat(chain.delayed()).isCloseTo(exact.delayed(), within(1e-10));
        assertThat(chain.abandoned()).isCloseTo(exact.abandoned(), within(1e-10));
        assertThat(chain.chats()).isCloseTo(exact.busy(), within(1e-9));
    }

    /** Without loss of speed the places of one agent are as many agents. */
    @Test
    void placesWithoutLossOfSpeedAreAgents() {
        ChatChain chain = new ChatChain(1.2, 0.5, 0.4, 1, 1, 1, 1);
        assertThat(chain.delayed()).isCloseTo(Erlang.steady(1.2, 0.5, 3, 0.4).orElseThrow().delayed(), within(1e-10));
    }
}
