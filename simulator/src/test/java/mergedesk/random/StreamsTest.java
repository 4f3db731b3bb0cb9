package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final long[] PURPOSES = {
        Streams.ARRIVAL, Streams.TRACE, Streams.CONTACT, Streams.WORK, Streams.AFTER_CALL, Streams.PATIENCE, Streams.BALK, Streams.RETRY,
        Streams.RETRY_DELAY, Streams.BUSYNESS, Streams.PATIENCE_IN_CHAT, Streams.MESSAGE,
        Streams.SELF_SERVICE, Streams.CONTAINED, Streams.SELF_SERVICE_DELAY
    };

    @Test
    void stepsThroughTheOrdinalsOfADayAsSplitMix64Does() {
        assertThat(Streams.ordinalKey(0, 1)).isEqualTo(0xe220a8397b1dcdafL); // first outputs for seed 0, Vigna's splitmix64.c
        assertThat(Streams.ordinalKey(0, 2)).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(Streams.ordinalKey(0, 3)).isEqualTo(0x06c45d188009454fL);
        assertThat(Streams.next(0)).isEqualTo(0xe220a8397b1dcdafL);
    }

    @Test
    void givesTheSameBitsForTheSameKey() {
        for (int i = 0; i < 100; i++) {
            long run = Streams.runKey(i, i + 1);
            long day = Streams.dayKey(run, Streams.CONTACT, 77, i);
            assertThat(Streams.runKey(i, i + 1)).isEqualTo(run);
            assertThat(Streams.dayKey(run, Streams.CONTACT, 77, i)).isEqualTo(day);
            assertThat(Streams.ordinalKey(day, i)).isEqualTo(Streams.ordinalKey(day, i));
            assertThat(Streams.bits(day, Streams.PATIENCE, 0)).isEqualTo(Streams.bits(day, Streams.PATIENCE));
        }
    }

    @Test
    void keepsUniformsInsideTheOpenInterval() {
        assertThat(Streams.uniform(0)).isEqualTo(0x1.0p-53).isGreaterThan(0);
        assertThat(Streams.uniform(0xfffL)).isEqualTo(0x1.0p-53);
        assertThat(Streams.uniform(-1)).isEqualTo(1 - 0x1.0p-53).isLessThan(1);
        assertThat(Streams.uniform(Long.MIN_VALUE)).isEqualTo(0.5 + 0x1.0p-53);
    }

    @Test
    void neverGivesTwoDrawsTheSameBits() {
        long[] keys = new long[3 * 4 * (10 + 1) * PURPOSES.length * 1_000];
        int at = 0;
        for (long replication = 0; replication < 3; replication++) {
            for (long flow = 0; flow < 4; flow++) {
                for (int day = 0; day < 10; day++) {
                    for (long purpose : PURPOSES) {
                        long dayKey = Streams.dayKey(Streams.runKey(1, replication), purpose, Streams.mix(flow), day);
                        for (int ordinal = 0; ordinal < 1_000; ordinal++) {
                            keys[at++] = Streams.ordinalKey(dayKey, ordinal);
                        }
                    }
                }
                long contacts = Streams.dayKey(Streams.runKey(1, replication), Streams.CONTACT, Streams.mix(flow), 0);
                for (long purpose : PURPOSES) {
                    for (int i = 0; i < 1_000; i++) {
                        keys[at++] = Streams.bits(Streams.ordinalKey(contacts, i / 5), purpose, i % 5);
                    }
                }
            }
        }
        assertThat(at).isEqualTo(keys.length);
        Arrays.sort(keys);
        for (int i = 1; i < keys.length; i++) {
            assertThat(keys[i] != keys[i - 1]).isTrue();
        }
    }

    @Test
    void makesSeedsReplicationsFlowsDaysOrdinalsAndAttemptsIndependent() {
        long day = Streams.dayKey(Streams.runKey(1, 0), Streams.CONTACT, 42, 0);
        assertIndependent("ordinals", i -> Streams.ordinalKey(day, i), i -> Streams.ordinalKey(day, i + 1));
        assertIndependent("days", i -> Streams.dayKey(7, Streams.CONTACT, 42, i), i -> Streams.dayKey(7, Streams.CONTACT, 42, i + 1));
        assertIndependent("flows", i -> Streams.dayKey(7, Streams.CONTACT, i, 0), i -> Streams.dayKey(7, Streams.CONTACT, i + 1, 0));
        assertIndependent("replications", i -> Streams.runKey(1, i), i -> Streams.runKey(1, i + 1));
        assertIndependent("seeds", i -> Streams.runKey(i, 0), i -> Streams.runKey(i + 1, 0));
        assertIndependent("seed and replication", i -> Streams.runKey(i, i), i -> Streams.runKey(i, i + 1));
        assertIndependent("attempts", i -> Streams.bits(Streams.ordinalKey(day, i), Streams.PATIENCE, 0),
                i -> Streams.bits(Streams.ordinalKey(day, i), Streams.PATIENCE, 1));
        assertIndependent("sequence", i -> Streams.ordinalKey(day, i), i -> Streams.next(Streams.ordinalKey(day, i)));
    }

    @Test
    void makesThePurposesOfAContactIndependent() {
        long day = Streams.dayKey(Streams.runKey(1, 0), Streams.CONTACT, 42, 0);
        for (long one : PURPOSES) {
            for (long other : PURPOSES) {
                if (one < other) {
                    assertIndependent("purposes " + one + " " + other, i -> Streams.bits(Streams.ordinalKey(day, i), one),
                            i -> Streams.bits(Streams.ordinalKey(day, i), other));
                }
            }
        }
    }

    /**
     * Chi-square of 16 × 16 cells of pairs of uniforms, on the high and on the low bits (the ziggurats read the low ones); fails for one
     * right pair of streams in a million.
     */
    private static void assertIndependent(String what, IntToLongFunction x, IntToLongFunction y) {
        int n = 1 << 16;
        int[] high = new int[256];
        int[] low = new int[256];
        for (int i = 0; i < n; i++) {
            long a = x.applyAsLong(i);
            long b = y.applyAsLong(i);
            high[(int) (a >>> 60) << 4 | (int) (b >>> 60)]++;
            low[((int) a & 15) << 4 | (int) b & 15]++;
        }
        for (int[] cells : new int[][] {high, low}) {
            double chi = 0;
            for (int count : cells) {
                chi += (count - n / 256.0) * (count - n / 256.0) / (n / 256.0);
            }
            double p = new ChiSquaredDistribution(null, 255).cumulativeProbability(chi);
            assertThat(p).as(what).isBetween(5e-7, 1 - 5e-7);
        }
    }
}
