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
        return chain(1 / ROOM, 1 / ROOM_REPAIR, feedFails, 1 / FEED_REPAIR, false);
    }

    /** Rates; {@code exposed}: rooms fail without power, too. */
    private static Chain<Broken> chain(double fails, double isRepaired, double feedFails, double feedIsRepaired, boolean exposed) {
        return new Chain<>(new Broken(0, false), broken -> {
            Map<Broken, Double> rates = new HashMap<>();
            if ((exposed || !broken.feed) && broken.rooms < 2) {
                rates.put(new Broken(broken.rooms + 1, broken.feed), (2 - broken.rooms) * fails);
            }
            if (broken.rooms > 0) {
                rates.put(new Broken(broken.rooms - 1, broken.feed), broken.rooms * isRepaired);
            }
            if (feedFails > 0) {
                rates.put(new Broken(broken.rooms, !broken.feed), broken.feed ? feedIsRepaired : feedFails);
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

    /** Times with which both rules of the clock differ by far more than chance: with those of the case hardly anything breaks while the feed is down. */
    @Test
    void roomsWhoseClocksRunOnBreakWithoutPowerToo() {
        OracleRun run = Availability.run("common-power", DAYS, Map.of(
                "room_defaults.failures.every", 400.0, "room_defaults.failures.repair", 200.0, "supplies.feed.failures.every", 1_000.0, "supplies.feed.failures.repair", 600.0));
        Chain<Broken> protectedRooms = chain(1 / 400.0, 1 / 200.0, 1 / 1_000.0, 1 / 600.0, false);
        Chain<Broken> exposedRooms = chain(1 / 400.0, 1 / 200.0, 1 / 1_000.0, 1 / 600.0, true);
        assertThat(protectedRooms.chance(BOTH)).isGreaterThan(1.08 * exposedRooms.chance(BOTH));
        Availability.agrees(run, DAYS, "both", protectedRooms.chance(BOTH), protectedRooms.leaving(BOTH));
        Availability.agrees(run, DAYS, "exposed", exposedRooms.chance(BOTH), exposedRooms.leaving(BOTH));
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
