package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static mergedesk.program.Timetable.AWAY;
import static mergedesk.program.Timetable.BACK;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** As many are present as should be, or as are available. Lines read: second, event class, event, contact, agent. */
class AbsenceScriptTest {
    private static final String THREE_OF_FOUR = "staffing: {mon: {\"09:00\": 3, \"09:50\": 4}}";

    private static long present(Script.Result result) {
        return result.seconds(Kind.GROUP, 0, Count.PRESENT);
    }

    private static long scheduled(Script.Result result) {
        return result.seconds(Kind.GROUP, 0, Count.SCHEDULED);
    }

    @Test
    void anotherComesForOneWhoIsIdle() {
        Script script = new Script()
                .calls("a", "work: " + seconds(100), 10, 20, 30)
                .agents("team", "staffing: {mon: {\"09:00\": 1, \"09:50\": 3}}")
                .planned(5, AWAY, 0)
                .planned(25, AWAY, 1)
                .planned(3000, AWAY, 2);
        assertThat(script.run()).containsExactly(
                "10 3 offered a0",
                "10 3 answered a0 1", // agent 1 came for agent 0
                "20 3 offered a1",
                "20 3 queued a1",
                "25 1 answered a1 2", // agent 2 came for agent 1, who finishes
                "30 3 offered a2",
                "30 3 queued a2",
                "110 2 talk_ended a0 1",
                "125 2 talk_ended a1 2",
                "125 2 answered a2 2",
                "225 2 talk_ended a2 2");
        Script.Result result = script.summarise();
        assertThat(scheduled(result)).as("one, until the last who is available goes").isEqualTo(3000);
        assertThat(present(result)).isEqualTo(3000 + 85);
    }

    @Test
    void asManyArePresentAsAreAvailableWhereMoreShouldBe() {
        Script script = new Script()
                .agents("team", THREE_OF_FOUR)
                .planned(600, AWAY, 0) // agent 3 comes
                .planned(900, AWAY, 1) // nobody is left to come
                .planned(2000, BACK, 1)
                .planned(2400, BACK, 0) // not needed before 3000
                .calls("a", "work: " + seconds(50), 700, 701, 702, 703, 1000, 1001, 1002);
        assertThat(script.run()).contains(
                "702 3 answered a2 3",
                "703 3 queued a3",
                "1001 3 answered a5 3",
                "1002 3 queued a6");
        Script.Result result = script.summarise();
        assertThat(present(result)).isEqualTo(900 * 3 + 1100 * 2 + 1000 * 3 + 600 * 4).isEqualTo(scheduled(result));
    }

    @Test
    void whoIsBackBeforeTheContactIsOverStays() {
        Script script = new Script()
                .calls("a", "work: " + seconds(1000), 100, 101)
                .agents("team", "staffing: {mon: {\"09:00\": 1, \"09:50\": 2}}")
                .planned(200, AWAY, 0)
                .planned(300, BACK, 0);
        assertThat(script.run()).containsExactly(
                "100 3 offered a0",
                "100 3 answered a0 0",
                "101 3 offered a1",
                "101 3 queued a1",
                "200 1 answered a1 1",
                "1100 2 talk_ended a0 0", // one of the two leaves: the first to finish
                "1200 2 talk_ended a1 1");
        assertThat(present(script.summarise())).isEqualTo(200 + 900 * 2 + 1900 + 600 * 2);
    }

    @Test
    void whoIsAwayStartsNoShiftAndTakesNoBreakAndIsNotReplaced() {
        String shift = "shifts: [{agents: 2, days: mon, start: \"09:10\", end: \"09:50\", breaks: [{at: \"09:20\", length: 5 min}]}]";
        Script script = new Script()
                .agents("team", shift)
                .planned(0, AWAY, 0)
                .planned(1300, BACK, 0) // after the break of agent 1 has begun at 1200; agent 0 has none
                .planned(1320, AWAY, 1) // during the break
                .planned(2000, BACK, 1)
                .planned(2400, AWAY, 1)
                .calls("a", "work: " + seconds(100), 700, 1250, 2390, 2500);
        assertThat(script.run()).contains(
                "700 3 answered a0 1",
                "1300 1 answered a1 0",
                "2390 3 answered a2 0",
                "2500 3 answered a3 0");
        Script.Result result = script.summarise();
        assertThat(scheduled(result)).isEqualTo(600 + (3000 - 1300) + (2400 - 2000)).isEqualTo(present(result));
    }

    @Test
    void aBreakThatIsDueIsForgottenByGoingAway() {
        String shift = "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:50\", breaks: [{at: \"09:20\", length: 5 min}]}]";
        Script script = new Script()
                .agents("team", shift)
                .planned(1210, AWAY, 0)
                .planned(1300, BACK, 0)
                .calls("a", "work: " + seconds(200), 1150, 1200);
        assertThat(script.run()).contains("1350 2 talk_ended a0 0", "1350 2 answered a1 0");
    }

    @Test
    void whoIsAwayDoesNotServeThoseWhoWaitAtAClosedDesk() {
        Script script = new Script()
                .desk("desk", "opening: {mon: 09:00-09:30}, at_close: serve")
                .calls("a", "work: " + seconds(400), 1500, 1501, 1502, 1503)
                .agents("team", "staffing: 2")
                .planned(1700, AWAY, 1);
        assertThat(script.run()).contains(
                "1900 2 answered a2 0", // agent 1 has gone at 1901
                "2300 2 answered a3 0");
    }
}
