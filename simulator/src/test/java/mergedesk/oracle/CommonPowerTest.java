package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** scenarios/oracles/common-power: rooms that fail while their feed is up, a chain on what is broken. */
class CommonPowerTest {
    private static final double ROOM = 2_000;
    private static final double ROOM_REPAIR = 6;
    private static final double FEED = 8_760;
    private static final double FEED_REPAIR = 4;
    private static final double MINUTES_A_YEAR = 525_600;
    private static final int DAYS = 1_000;

    /** How many of two rooms are broken, and whether the feed is. */
    private record Broken(int rooms, boolean feed) {}

    private static Chain<Broken> chain(double feedFails) {
        return new Chain<>(new Broken(0, false), broken -> {
            Map<Broken, Double> rates = new HashMap<>();
            if (!broken.feed && broken.rooms < 2) {
                rates.put(new Broken(broken.rooms + 1, false), (2 - broken.rooms) / ROOM);
            }
            if (broken.rooms > 0) {
                rates.put(new Broken(broken.rooms - 1, broken.feed), broken.rooms / ROOM_REPAIR);
            }
            if (feedFails > 0) {
                rates.put(new Broken(broken.rooms, !broken.feed), broken.feed ? 1 / FEED_REPAIR : feedFails);
            }
            return rates;
        });
    }

    private static final Predicate<Broken> ONE = broken -> !broken.feed && broken.rooms < 2;
    private static final Predicate<Broken> BOTH = broken -> !broken.feed && broken.rooms == 0;

    @Test
    void theChainIsThatOfCase30b() {
        assertThat(chain(1 / FEED).chance(ONE)).isCloseTo(0.9995346494, within(6e-11));
        assertThat(chain(1 / FEED).chance(BOTH)).isCloseTo(0.9935748346, within(6e-11));
        assertThat(MINUTES_A_YEAR * (1 - chain(1 / FEED).chance(ONE))).isCloseTo(244.588, within(6e-4));
        assertThat(chain(0).chance(ONE)).isCloseTo(0.9999910538, within(6e-11));
    }

    @Test
    void aSecondRoomIsWorthWhatTheFeedLeaves() {
        OracleRun run = Availability.run("common-power", DAYS, Map.of(
                "room_defaults.failures.every", ROOM, "room_defaults.failures.repair", ROOM_REPAIR, "supplies.feed.failures.every", FEED, "supplies.feed.failures.repair", FEED_REPAIR));
        Chain<Broken> chain = chain(1 / FEED);
        Availability.agrees(run, DAYS, "one", chain.chance(ONE), chain.leaving(ONE));
        Availability.agrees(run, DAYS, "both", chain.chance(BOTH), chain.leaving(BOTH));
        Availability.agrees(run, "availability", "independent", chain(0).chance(ONE));
    }
}
