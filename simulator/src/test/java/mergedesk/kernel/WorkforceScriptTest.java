package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** Staffing, shifts and breaks. Lines read: second, event class, event, contact, agent. */
class WorkforceScriptTest {
    @Test
    void sendsTheIdleOfHighestNumberHomeFirstThenTheBusyAsTheyFinish() {
        Script script = new Script()
                .calls("a", "work: " + seconds(100), 590, 610, 620, 1190, 1195, 1210, 1801, 1802)
                .agents("team", "staffing: {mon: {\"09:00\": 3, \"09:10\": 2, \"09:20\": 1, \"09:30\": 2}}");
        assertThat(script.run()).containsExactly(
                "590 3 offered a0",
                "590 3 answered a0 0",
                // at 600 agent 2 leaves
                "610 3 offered a1",
                "610 3 answered a1 1",
                "620 3 offered a2",
                "620 3 queued a2",
                "690 2 talk_ended a0 0",
                "690 2 answered a2 0",
                "710 2 talk_ended a1 1",
                "790 2 talk_ended a2 0",
                "1190 3 offered a3",
                "1190 3 answered a3 1",
                "1195 3 offered a4",
                "1195 3 answered a4 0",
                // at 1200 one of two busy agents should leave
                "1210 3 offered a5",
                "1210 3 queued a5",
                "1290 2 talk_ended a3 1",
                "1295 2 talk_ended a4 0",
                "1295 2 answered a5 0",
                "1395 2 talk_ended a5 0",
                // at 1800 agent 1 comes
                "1801 3 offered a6",
                "1801 3 answered a6 0",
                "1802 3 offered a7",
                "1802 3 answered a7 1",
                "1901 2 talk_ended a6 0",
                "1902 2 talk_ended a7 1");
        Script.Result result = script.summarise();
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(600 * 3 + 600 * 2 + 600 + 1800 * 2);
        assertThat(result.seconds(Kind.GROUP, 0, Count.PRESENT)).isEqualTo(600 * 3 + 600 * 2 + 600 + 1800 * 2 + 90);
        assertThat(result.seconds(Kind.GROUP, 0, Count.TALKING)).isEqualTo(800);
    }

    @Test
    void recallsThoseAboutToLeaveBeforeAnyoneComes() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(400), 590, 591, 730)
                        .agents("team", "staffing: {mon: {\"09:00\": 2, \"09:10\": 1, \"09:12\": 2, \"09:40\": 3}}")
                        .run())
                .containsExactly(
                        "590 3 offered a0",
                        "590 3 answered a0 0",
                        "591 3 offered a1",
                        "591 3 answered a1 1",
                        "730 3 offered a2",
                        "730 3 queued a2", // agent 2 has not come
                        "990 2 talk_ended a0 0",
                        "990 2 answered a2 0",
                        "991 2 talk_ended a1 1",
                        "1390 2 talk_ended a2 0");
    }

    @Test
    void bringsTheLowestNumberWhereRecallingIsNotEnoughWhoTakesThoseWhoWait() {
        Script script = new Script()
                .calls("a", "work: " + seconds(400), 590, 591, 700, 701)
                .agents("team", "staffing: {mon: {\"09:00\": 3, \"09:10\": 0, \"09:12\": 4}}");
        assertThat(script.run()).containsExactly(
                "590 3 offered a0",
                "590 3 answered a0 0",
                "591 3 offered a1",
                "591 3 answered a1 1",
                "700 3 offered a2",
                "700 3 queued a2",
                "701 3 offered a3",
                "701 3 queued a3",
                "720 1 answered a2 2",
                "720 1 answered a3 3",
                "990 2 talk_ended a0 0",
                "991 2 talk_ended a1 1",
                "1120 2 talk_ended a2 2",
                "1120 2 talk_ended a3 3");
    }

    @Test
    void finishesAfterCallWorkBeforeGoingHomeThoughSomebodyWaits() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(30) + ", after_call: " + seconds(40), 590, 595)
                        .agents("team", "staffing: {mon: {\"09:00\": 1, \"09:10\": 0, \"09:20\": 1}}")
                        .run())
                .containsExactly(
                        "590 3 offered a0",
                        "590 3 answered a0 0",
                        "595 3 offered a1",
                        "595 3 queued a1",
                        "620 2 talk_ended a0 0",
                        "660 2 wrap_ended a0 0",
                        "1200 1 answered a1 0",
                        "1230 2 talk_ended a1 0",
                        "1270 2 wrap_ended a1 0");
    }

    @Test
    void runsStaffingBeforeServiceEndBeforeArrivalAtOneTick() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(10), 590, 595, 600)
                        .agents("team", "staffing: {mon: {\"09:00\": 1, \"09:10\": 2}}")
                        .run())
                .containsExactly(
                        "590 3 offered a0",
                        "590 3 answered a0 0",
                        "595 3 offered a1",
                        "595 3 queued a1",
                        "600 1 answered a1 1",
                        "600 2 talk_ended a0 0",
                        "600 3 offered a2",
                        "600 3 answered a2 0",
                        "610 2 talk_ended a1 1",
                        "610 2 talk_ended a2 0");
    }

    @Test
    void takesABreakAtOnceWhenIdle() {
        Script script = new Script()
                .calls("a", "work: " + seconds(60), 610, 1000)
                .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:40\", breaks: [{at: \"09:10\", length: 5 min}]}]");
        assertThat(script.run()).containsExactly(
                "610 3 offered a0",
                "610 3 queued a0",
                "900 1 answered a0 0",
                "960 2 talk_ended a0 0",
                "1000 3 offered a1",
                "1000 3 answered a1 0",
                "1060 2 talk_ended a1 0");
        Script.Result result = script.summarise();
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(2400 - 300);
        assertThat(result.seconds(Kind.GROUP, 0, Count.PRESENT)).isEqualTo(2400 - 300);
    }

    @Test
    void takesABreakThatMeetsACallAfterItInFullAndTheNextBreakAfterThat() {
        Script script = new Script()
                .calls("a", "work: " + seconds(30) + ", after_call: " + seconds(10), 590, 595)
                .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:40\", "
                        + "breaks: [{at: \"09:10\", length: 5 min}, {at: \"09:14\", length: 2 min}]}]");
        assertThat(script.run()).containsExactly(
                "590 3 offered a0",
                "590 3 answered a0 0",
                "595 3 offered a1",
                "595 3 queued a1",
                "620 2 talk_ended a0 0",
                "630 2 wrap_ended a0 0",
                "1050 1 answered a1 0", // 630 + 300 + 120
                "1080 2 talk_ended a1 0",
                "1090 2 wrap_ended a1 0");
        assertThat(script.summarise().seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(2400 - 420);
    }

    @Test
    void takesBothBreaksThatMeetOneCallTogether() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(200), 590, 595)
                        .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:40\", "
                                + "breaks: [{at: \"09:10\", length: 1 min}, {at: \"09:12\", length: 2 min}]}]")
                        .run())
                .contains("790 2 talk_ended a0 0", "970 1 answered a1 0");
    }

    @Test
    void sendsBothAgentsOfAShiftOnTheirBreaks() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(30), 580, 590, 700)
                        .agents("team", "shifts: [{agents: 2, days: mon, start: \"09:00\", end: \"09:40\", breaks: [{at: \"09:10\", length: 5 min}]}]")
                        .run())
                .containsExactly(
                        "580 3 offered a0",
                        "580 3 answered a0 0",
                        "590 3 offered a1",
                        "590 3 answered a1 1",
                        "610 2 talk_ended a0 0",
                        "620 2 talk_ended a1 1",
                        "700 3 offered a2",
                        "700 3 queued a2",
                        "910 1 answered a2 0",
                        "940 2 talk_ended a2 0");
    }

    @Test
    void goesHomeFromABreakWhenTheShiftEndsInIt() {
        Script script = new Script()
                .calls("a", "work: " + seconds(115), 590, 800)
                .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:12\", breaks: [{at: \"09:10\", length: 2 min}]}, "
                        + "{agents: 1, days: mon, start: \"09:20\", end: \"09:30\"}]");
        assertThat(script.run()).containsExactly(
                "590 3 offered a0",
                "590 3 answered a0 0",
                "705 2 talk_ended a0 0",
                "800 3 offered a1",
                "800 3 queued a1", // the break would have ended at 825
                "1200 1 answered a1 1",
                "1315 2 talk_ended a1 1");
        Script.Result result = script.summarise();
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(705 + 600);
        assertThat(result.seconds(Kind.GROUP, 0, Count.PRESENT)).isEqualTo(705 + 600);
    }

    @Test
    void finishesACallAfterTheShiftButTakesNoOtherNorABreak() {
        Script script = new Script()
                .calls("a", "work: " + seconds(500), 590, 600)
                .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:12\", breaks: [{at: \"09:10\", length: 2 min}]}, "
                        + "{agents: 1, days: mon, start: \"09:20\", end: \"09:30\"}]");
        assertThat(script.run()).containsExactly(
                "590 3 offered a0",
                "590 3 answered a0 0",
                "600 3 offered a1",
                "600 3 queued a1",
                "1090 2 talk_ended a0 0",
                "1200 1 answered a1 1",
                "1700 2 talk_ended a1 1");
        Script.Result result = script.summarise();
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(720 + 600);
        assertThat(result.seconds(Kind.GROUP, 0, Count.PRESENT)).isEqualTo(1090 + 600);
    }

    @Test
    void staysAfterTheShiftForThoseWhoWaitAtAClosedDeskThatServesThem() {
        assertThat(new Script()
                        .desk("desk", "opening: {mon: 09:00-09:30}")
                        .calls("a", "work: " + seconds(100), 1790, 1795, 1798)
                        .agents("team", "shifts: [{agents: 1, days: mon, start: \"09:00\", end: \"09:30\"}]")
                        .run())
                .contains("1890 2 answered a1 0", "1990 2 answered a2 0");
    }

    /** The break of Monday night begins late and reaches into Tuesday's shift. */
    @Test
    void countsAnAgentOnceWhoseBreakReachesIntoTheNextShift() {
        Script script = new Script()
                .time("start: 2011-01-03, length: 2 days")
                .callsAt("a", "work: " + seconds(1200), "2011-01-03T23:29", "2011-01-04T00:05")
                .agents("team", "shifts: [{agents: 1, days: daily, start: \"00:00\", end: \"23:50\", breaks: [{at: \"23:30\", length: 20 min}]}]");
        assertThat(script.run()).containsExactly(
                "84540 3 offered a0",
                "84540 3 answered a0 0",
                "85740 2 talk_ended a0 0",
                "86700 3 offered a0@1",
                "86700 3 queued a0@1",
                "86940 1 answered a0@1 0",
                "88140 2 talk_ended a0@1 0");
        Script.Result result = script.summarise();
        long atWork = 85740 + (86_400 + 84_600 - 86_940);
        assertThat(result.seconds(Kind.GROUP, 0, Count.PRESENT)).isEqualTo(atWork);
        assertThat(result.seconds(Kind.GROUP, 0, Count.SCHEDULED)).isEqualTo(atWork);
    }

    /** 27 March 2011 has 23 hours: at 01:00 the clock shows 02:00. */
    @Test
    void followsTheWallClockInSpring() {
        assertThat(new Script()
                        .time("start: 2011-03-27, length: 1 day")
                        .desk("desk", "opening: {sun: 00:30-04:00}")
                        .callsAt("a", "work: " + seconds(60), "2011-03-27T00:29:59", "2011-03-27T02:30", "2011-03-27T03:59", "2011-03-27T04:00")
                        .agents("team", "staffing: {sun: {\"00:00\": 1, \"03:00\": 2}}")
                        .run())
                .containsExactly(
                        "1799 3 turned_away a0",
                        "1799 3 gave_up a0",
                        "5400 3 offered a1",
                        "5400 3 answered a1 0",
                        "5460 2 talk_ended a1 0",
                        "10740 3 offered a2",
                        "10740 3 answered a2 0", // idle since 5460, agent 1 since 7200
                        "10800 2 talk_ended a2 0",
                        "10800 3 turned_away a3",
                        "10800 3 gave_up a3");
    }

    /** 30 October 2011 has 25 hours: at 02:00 the clock shows 01:00 again, and what the timetable says of 01:30 holds twice. */
    @Test
    void repeatsTheRepeatedHourInAutumn() {
        assertThat(new Script()
                        .time("start: 2011-10-30, length: 1 day")
                        .desk("desk", "opening: {sun: 01:30-02:30}")
                        .callsAt("a", "work: " + seconds(60) + ", retry: {probability: 100 %, limit: 4, delay: " + seconds(3600) + "}",
                                "2011-10-30T00:29", "2011-10-30T01:45")
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "1740 3 turned_away a0",
                        "1740 3 will_return a0",
                        "5340 3 turned_away a0+1", // 01:29
                        "5340 3 will_return a0+1",
                        "6300 3 offered a1", // 01:45, the first
                        "6300 3 answered a1 0",
                        "6360 2 talk_ended a1 0",
                        "8940 3 turned_away a0+2", // 01:29, the second
                        "8940 3 will_return a0+2",
                        "12540 3 offered a0+3", // 02:29
                        "12540 3 answered a0+3 0",
                        "12600 2 talk_ended a0+3 0");
    }
}
