package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With drain, doors and staff go on as planned until nobody is left. Runs begin on Monday 3 January 2011 at 09:00 and end an hour later, at closing time. Lines read: second,
 * event class, event, contact, agent.
 */
class DrainScriptTest {
    private static final String HOUR_A_DAY = "opening: {daily: 09:00-10:00}";

    /** What {@code at_close: keep} promises holds at the end of a run, too. */
    @Test
    void whoWaitsForTheNextOpeningIsServedThen() {
        assertThat(new Script()
                        .desk("desk", HOUR_A_DAY + ", at_close: keep")
                        .agents("team", "staffing: 1")
                        .calls("a", "work: " + seconds(100), 3550, 3560)
                        .run())
                .containsExactly(
                        "3550 3 offered a0",
                        "3550 3 answered a0 0",
                        "3560 3 offered a1",
                        "3560 3 queued a1",
                        "3650 2 talk_ended a0 0", // the desk is closed, the agent goes home
                        "86400 1 answered a1 0",
                        "86500 2 talk_ended a1 0");
    }

    @Test
    void aWeekendMayLieBetween() {
        assertThat(new Script()
                        .desk("desk", "opening: {mon: 09:00-10:00}, at_close: keep")
                        .agents("team", "staffing: 1")
                        .calls("a", "work: " + seconds(100), 3550, 3560)
                        .run())
                .contains("604800 1 answered a1 0");
    }

    @Test
    void whoComesBackTheNextMorningFindsTheDeskOpen() {
        assertThat(new Script()
                        .time("start: 2011-01-03T09:00, length: 2 h")
                        .desk("desk", HOUR_A_DAY)
                        .agents("team", "staffing: 1")
                        .calls("a", "work: " + seconds(100) + ", retry: {probability: 100 %, after: [turned_away], delay: " + seconds(82_000) + "}", 5000)
                        .run())
                .containsExactly("5000 3 turned_away a0", "5000 3 will_return a0", "87000 3 offered a0+1", "87000 3 answered a0+1 0", "87100 2 talk_ended a0+1 0");
    }

    @Test
    void aShiftEndsAndTheNextTakesThoseWhoWait() {
        assertThat(new Script()
                        .agents(
                                "team",
                                "shifts: [{agents: 1, days: daily, start: \"09:00\", end: \"10:00\"}, {agents: 1, days: daily, start: \"10:05\", end: \"12:00\"}]")
                        .calls("a", "work: " + seconds(100), 3550, 3560)
                        .run())
                .contains("3650 2 talk_ended a0 0", "3900 1 answered a1 1");
    }

    /** Nobody is left at 3650; what is planned for 3720 and 3900 is no part of the run, whenever the interval ends. */
    @ParameterizedTest
    @ValueSource(ints = {15, 30, 60})
    void theRunIsOverWhenNobodyIsLeft(int minutes) {
        Script.Result result = new Script()
                .time("start: 2011-01-03T09:00, length: 1 h, interval: " + minutes + " min")
                .agents("many", "staffing: {mon: {\"09:00\": 1, \"10:02\": 9, \"10:05\": 2}}")
                .agents("few", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"10:05\", breaks: [{at: \"09:58\", length: 4 min}]}]")
                .calls("a", "work: " + seconds(100), 3550)
                .summarise();
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED_AFTER)).isEqualTo(50);
        assertThat(result.seconds(Kind.GROUP, 0, Count.PRESENT_AFTER)).isEqualTo(50);
        assertThat(result.seconds(Kind.GROUP, 1, Count.SCHEDULED_AFTER)).isZero();
    }

    /** Who gave up is not left, whether or not the kernel has noticed. */
    @Test
    void whoGaveUpIsNotWaitedFor() {
        Script.Result result = new Script()
                .desk("desk", "opening: {mon: [09:00-09:30, 10:01-12:00]}")
                .desk("other", "opening: always")
                .agents("team", "staffing: {mon: {\"09:00\": 0, \"11:00\": 1}}")
                .agents("others", "desk: other, staffing: {mon: {\"09:00\": 0, \"10:03\": 9, \"10:04\": 8}}")
                .calls(
                        "a",
                        "work: " + seconds(100) + ", patience: " + seconds(20) + ", retry: {probability: 100 %, after: [turned_away], delay: " + seconds(1800) + "}",
                        1900)
                .calls("b", "desk: other, work: " + seconds(100) + ", patience: " + seconds(20), 100)
                .summarise(); // a is back at 3700 and gives up at 3720
        assertThat(result.overall(Count.ABANDONED)).isEqualTo(2);
        assertThat(result.seconds(Kind.GROUP, 1, Count.SCHEDULED_AFTER)).isZero();
    }
}
