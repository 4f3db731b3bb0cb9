package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import mergedesk.scenario.TimeFrame;
import mergedesk.units.Ticks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilClockTest {
    /** The clock remembers what it was asked last; the answer must not depend on that. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "America/Asuncion", "Africa/Casablanca", "UTC"})
    void everyTimeHasTheTickOfItsMoment(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDateTime start = LocalDateTime.parse("2011-01-01T00:00");
        CivilClock clock = new CivilClock(zone, start);
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime wall = start.plusMinutes(random.nextInt(366 * 24 * 60));
            for (int neighbour = random.nextInt(4); neighbour >= 0; neighbour--) {
                LocalDateTime near = wall.plusMinutes(neighbour);
                Duration passed = Duration.between(TimeFrame.moment(start, zone.getRules()), TimeFrame.moment(near, zone.getRules()));
                assertThat(clock.tick(near)).as(near.toString()).isEqualTo(Ticks.of(passed));
            }
        }
    }
}
