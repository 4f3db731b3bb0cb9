package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import mergedesk.units.Ticks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table by time of day holds from its own minute on, wherever the intervals of reports begin. */
class OffGridTest {
    /** 480 calls, one every 15 s, from 08:00 to 10:00: 180 before 08:45 and 300 from then on. */
    private static Script calls(String interval, String inside) {
        double[] seconds = IntStream.range(0, 480).mapToDouble(i -> 15.0 * i).toArray();
        return new Script().time("start: 2011-01-03T08:00, length: 2 h, interval: " + interval).calls("a", inside, seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15 min", "30 min", "60 min"})
    void workDoes(String interval) {
        Script.Result result = calls(interval, "work: {by_time: {\"08:00\": " + Script.seconds(10) + ", \"08:45\": " + Script.seconds(100) + "}}")
                .agents("team", "staffing: 10")
                .summarise();
        assertThat(result.overall(Count.ANSWERED)).isEqualTo(480);
        assertThat(result.overall(Count.TALK) / (480.0 * Ticks.PER_SECOND)).isEqualTo(66.25);
    }

    /** One agent talks all the time; the others give up. */
    @ParameterizedTest
    @ValueSource(strings = {"15 min", "30 min", "60 min"})
    void patienceDoes(String interval) {
        Script.Result result = calls(interval, "work: " + Script.seconds(20_000) + ", patience: {by_time: {\"08:00\": " + Script.seconds(10) + ", \"08:45\": "
                        + Script.seconds(100) + "}}")
                .agents("team", "staffing: 1")
                .summarise();
        assertThat(result.overall(Count.ABANDONED)).isEqualTo(479);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.WAIT_ABANDONED)).isEqualTo(179 * 10 + 300 * 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15 min", "30 min", "60 min"})
    void doorsAndStaffingDo(String interval) {
        Script.Result result = calls(interval, "work: " + Script.seconds(1))
                .desk("desk", "opening: {mon: 08:10-09:50}")
                .agents("team", "staffing: {mon: {\"08:20\": 2, \"08:45\": 3, \"09:40\": 1, \"09:50\": 0}}")
                .agents("shift", "shifts: [{agents: 2, days: mon, start: \"08:25\", end: \"09:35\", breaks: [{at: \"08:50\", length: 5 min}]}]")
                .summarise();
        assertThat(result.overall(Count.TURNED_AWAY)).isEqualTo(80);
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(60 * (25 * 2 + 55 * 3 + 10));
        assertThat(result.seconds(Kind.GROUP, 1, Count.SCHEDULED)).isEqualTo(60 * 2 * 65);
    }

    /** A curve that is 0 until 08:20 and doubles at 08:50, of 100,000 calls: before 08:50 come 30 of 170 parts. */
    @ParameterizedTest
    @ValueSource(strings = {"15 min", "30 min", "60 min"})
    void profilesDo(String interval) {
        Script.Result result = new Script()
                .time("start: 2011-01-03T08:00, length: 2 h, interval: " + interval)
                .with("profiles: {p: {mon: {\"08:20\": 1, \"08:50\": 2, \"10:00\": 0}}}")
                .desk("desk", "opening: {mon: 08:00-08:50}")
                .volume("a", "volume: 100000 / week, profile: p, work: " + Script.seconds(1))
                .agents("team", "staffing: 60")
                .summarise();
        double offered = result.overall(Count.OFFERED);
        double all = offered + result.overall(Count.TURNED_AWAY);
        assertThat(all).isGreaterThan(95_000);
        assertThat(offered / all).isBetween(30 / 170.0 - 0.0055, 30 / 170.0 + 0.0055); // 4.5 standard deviations
    }
}
