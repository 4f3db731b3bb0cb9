package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.program.Blends;
import org.junit.jupiter.api.Test;

/** When an agent may take a piece of deferred work up. */
class BlendingTest {
    private static Blends rules(String blend) {
        return new Script()
                .with("channels: {post: {kind: deferred}}")
                .volume("letter", "channel: post, volume: 1 / day, work: {distribution: exponential, mean: 5 min}")
                .agents("team", "staffing: 2" + blend)
                .compile()
                .deferred()
                .blends();
    }

    /** 0.58 × 50 is less than 29 in binary fractions, and 0.55 × 100 more than 55. */
    @Test
    void sharesAreExact() {
        Blending share = new Blending(rules(", blend: {share: 58 %}"));
        assertThat(share.allows(0, 50, 50, 28, 0)).isTrue();
        assertThat(share.allows(0, 50, 50, 29, 0)).isFalse();
        Blending occupancy = new Blending(rules(", blend: {below_occupancy: 55 %}"));
        assertThat(occupancy.allows(0, 100, 46, 0, 0)).isTrue();
        assertThat(occupancy.allows(0, 100, 45, 0, 0)).isFalse();
        assertThat(rules("").hasRule(0)).isFalse();
    }

    /** Two runs of one kernel begin alike. */
    @Test
    void aRunBeginsWithTheRulesOfTheBeginning() {
        Blending blending = new Blending(rules(", blend: {share: 50 %, reserve: 1}"));
        blending.setShare(0, 1_000_000);
        blending.setReserve(0, 0);
        assertThat(blending.allows(0, 10, 1, 9, 0)).isTrue();
        blending.reset();
        assertThat(blending.allows(0, 10, 2, 5, 0)).isFalse();
        assertThat(blending.allows(0, 10, 1, 4, 0)).isFalse();
        assertThat(blending.allows(0, 10, 2, 4, 0)).isTrue();
    }
}
