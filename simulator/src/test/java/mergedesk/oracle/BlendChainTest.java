package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mergedesk.stats.Erlang;
import org.junit.jupiter.api.Test;

/** The chain by which reserves are judged, against the numbers of shared case 21. */
class BlendChainTest {
    @Test
    void knowsTheTableOfTheCase() {
        int[] below = {14, 16, 17, 18, 19};
        double[] delayed = {0.246217, 0.352554, 0.442043, 0.569620, 0.750000};
        double[] letters = {0.422265, 0.647822, 0.761493, 0.865823, 0.950000};
        double[] occupancy = {0.855566, 0.911955, 0.940373, 0.966456, 0.987500};
        for (int i = 0; i < below.length; i++) {
            BlendChain chain = new BlendChain(3, 0.2, 20, below[i]);
            assertThat(chain.delayed()).isCloseTo(delayed[i], within(5e-7));
            assertThat(chain.waitAll()).isCloseTo(delayed[i], within(5e-7));
            assertThat(chain.letters()).isCloseTo(letters[i], within(5e-7));
            assertThat(chain.occupancy()).isCloseTo(occupancy[i], within(5e-7));
        }
    }

    /** With a threshold that is never passed, hardly a letter: Erlang C. */
    @Test
    void withoutLettersIsErlangC() {
        BlendChain chain = new BlendChain(3, 0.2, 20, 1);
        assertThat(chain.delayed()).isCloseTo(Erlang.steady(3, 0.2, 20, 0).orElseThrow().delayed(), within(1e-6));
    }
}
