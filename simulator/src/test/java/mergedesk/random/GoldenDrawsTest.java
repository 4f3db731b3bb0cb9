package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Yesterday's draws. Statistics cannot tell one good key from another; whoever repeats a run can. When this fails, every result of every seed has moved:
 * say so in the changelog.
 */
class GoldenDrawsTest {
    private static final int DRAWS = 200_000;

    @Test
    void keys() {
        long run = Streams.runKey(12_345, 6);
        long day = Streams.dayKey(run, Streams.CONTACT, 0x1234_5678_9abc_def0L, 7);
        long contact = Streams.ordinalKey(day, 8);
        assertThat(new long[] {run, day, contact, Streams.bits(contact, Streams.WORK), Streams.bits(contact, Streams.PATIENCE, 9), Streams.next(contact)})
                .containsExactly(
                        -3427955814045569784L, 987520080582044411L, -6789422458336760128L, -6982843550511295221L, -7489580542612942460L, -3025839222381170639L);
    }

    /** Every bit of many draws, so that the seldom ways through a sampler are among them. */
    @ParameterizedTest
    @CsvSource({
        "exponential, 7608376355660445067",
        "normal, 773499614937688227",
        "gamma 0.3, 7349757516480337239",
        "gamma 1, -497085916150473363",
        "gamma 2.5, 4563422741385523762",
        "lognormal, -6419128973253449737",
        "weibull, -8381621156386065143",
        "daily factor 0, 8847650919765983637",
        "daily factor 0.5, 8865976084213844863"
    })
    void samplers(String name, long expected) {
        DailyFactor[] factor = {new DailyFactor(11, 0), new DailyFactor(11, 0.5)};
        LongToDoubleFunction sampler =
                switch (name) {
                    case "exponential" -> Exponential::of;
                    case "normal" -> Normal::of;
                    case "gamma 0.3" -> bits -> Gamma.of(0.3, bits);
                    case "gamma 1" -> bits -> Gamma.of(1, bits);
                    case "gamma 2.5" -> bits -> Gamma.of(2.5, bits);
                    case "lognormal" -> bits -> Lognormal.of(0.3, 1.1, bits);
                    case "weibull" -> bits -> Weibull.of(0.7, bits);
                    case "daily factor 0" -> bits -> factor[0].of(1, bits);
                    default -> bits -> factor[1].of(1, bits);
                };
        long day = Streams.dayKey(Streams.runKey(1, 0), Streams.WORK, 2, 3);
        int draws = name.startsWith("daily") ? DRAWS / 100 : DRAWS;
        long hash = 0;
        for (int i = 0; i < draws; i++) {
            hash = 31 * hash + Double.doubleToLongBits(sampler.applyAsDouble(Streams.ordinalKey(day, i)));
        }
        assertThat(hash).isEqualTo(expected);
    }
}
