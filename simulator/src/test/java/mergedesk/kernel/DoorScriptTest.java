package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** Opening hours, lines, balking, coming back. Lines read: second, event class, event, contact, agent. */
class DoorScriptTest {
    @Test
    void servesAtOnce() {
        assertThat(new Script().calls("a", "work: " + seconds(60), 10).agents("team", "staffing: 1").run()).containsExactly(
                "10 3 offered a0",
                "10 3 answered a0 0",
                "70 2 talk_ended a0 0");
    }

    @Test
    void runsArrivalsOfOneTickInOrderOfFlowsThenOrdinals() {
        assertThat(new Script()
                        .calls("b", "work: " + seconds(60), 10, 10)
                        .calls("a", "work: " + seconds(60), 10, 5)
                        .agents("team", "staffing: 4")
                        .run())
                .containsExactly(
                        "5 3 offered a0",
                        "5 3 answered a0 0",
                        "10 3 offered b0",
                        "10 3 answered b0 1",
                        "10 3 offered b1",
                        "10 3 answered b1 2",
                        "10 3 offered a1",
                        "10 3 answered a1 3",
                        "65 2 talk_ended a0 0",
                        "70 2 talk_ended b0 1",
                        "70 2 talk_ended b1 2",
                        "70 2 talk_ended a1 3");
    }

    @Test
    void blocksWhenEveryLineIsInUseByThoseWhoWaitAndThoseWhoTalk() {
        assertThat(new Script()
                        .desk("desk", "lines: 2")
                        .calls("a", "work: " + seconds(60), 0, 1, 2, 60, 61, 62)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 queued a1",
                        "2 3 offered a2",
                        "2 3 blocked a2",
                        "2 3 gave_up a2",
                        "60 2 talk_ended a0 0",
                        "60 2 answered a1 0",
                        "60 3 offered a3",
                        "60 3 queued a3",
                        "61 3 offered a4",
                        "61 3 blocked a4",
                        "61 3 gave_up a4",
                        "62 3 offered a5",
                        "62 3 blocked a5",
                        "62 3 gave_up a5",
                        "120 2 talk_ended a1 0",
                        "120 2 answered a3 0",
                        "180 2 talk_ended a3 0");
    }

    @Test
    void freesTheLineWhenTalkEndsThoughAfterCallWorkGoesOnAndWhenSomebodyGivesUp() {
        assertThat(new Script()
                        .desk("desk", "lines: 1")
                        .calls("a", "work: " + seconds(60) + ", after_call: " + seconds(30) + ", patience: " + seconds(5), 0, 59, 61, 62, 66)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "59 3 offered a1",
                        "59 3 blocked a1",
                        "59 3 gave_up a1",
                        "60 2 talk_ended a0 0",
                        "61 3 offered a2",
                        "61 3 queued a2",
                        "62 3 offered a3",
                        "62 3 blocked a3",
                        "62 3 gave_up a3",
                        "66 3 offered a4", // an arrival comes before the end of patience at the same tick
                        "66 3 blocked a4",
                        "66 3 gave_up a4",
                        "66 4 abandoned a2",
                        "66 4 gave_up a2",
                        "90 2 wrap_ended a0 0");
    }

    /** Room for one in each of two queues is room for one of both; a place is free when its owner is answered or gives up, and an idle agent needs none. */
    @Test
    void blocksWhenAsManyWaitAsMay() {
        assertThat(new Script()
                        .desk("desk", "queue_capacity: 1")
                        .calls("a", "work: " + seconds(60), 0, 1, 2, 60, 61)
                        .calls("b", "work: " + seconds(60) + ", priority: 2, patience: " + seconds(5), 3, 62, 130, 134, 136)
                        .agents("team", "staffing: 1")
                        .run())
                .filteredOn(line -> !line.contains("offered") && !line.contains("gave_up") && !line.contains("talk_ended"))
                .containsExactly(
                        "0 3 answered a0 0",
                        "1 3 queued a1",
                        "2 3 blocked a2",
                        "3 3 blocked b0",
                        "60 2 answered a1 0",
                        "60 3 queued a3",
                        "61 3 blocked a4",
                        "62 3 blocked b1",
                        "120 2 answered a3 0",
                        "130 3 queued b2",
                        "134 3 blocked b3",
                        "135 4 abandoned b2",
                        "136 3 queued b4",
                        "141 4 abandoned b4");
    }

    @Test
    void withoutRoomToWaitOnlyIdleAgentsHelp() {
        assertThat(new Script().desk("desk", "queue_capacity: 0").calls("a", "work: " + seconds(60), 0, 1, 60).agents("team", "staffing: 1").run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 blocked a1",
                        "1 3 gave_up a1",
                        "60 2 talk_ended a0 0",
                        "60 3 offered a2",
                        "60 3 answered a2 0",
                        "120 2 talk_ended a2 0");
    }

    /** Two queues are one crowd; people in the room see each other, and callers hear of callers. */
    @Test
    void balksWhenSoManyOfTheSameKindWait() {
        String sees = ", balk_at: {2: 100 %}, patience: " + seconds(20);
        assertThat(new Script()
                        .with("channels: {phone: , room: {kind: counter}}")
                        .calls("a", "channel: room, work: " + seconds(100) + sees, 0, 1, 3, 22, 23)
                        .calls("b", "channel: room, priority: 2, work: " + seconds(100) + sees, 2, 24)
                        .calls("c", "work: " + seconds(100) + sees, 4, 5, 6)
                        .agents("team", "staffing: 1")
                        .run())
                .filteredOn(line -> line.contains("queued") || line.contains("balked") || line.contains("abandoned"))
                .containsExactly(
                        "1 3 queued a1",
                        "2 3 queued b0",
                        "3 3 balked a2",
                        "4 3 queued c0",
                        "5 3 queued c1",
                        "6 3 balked c2",
                        "21 4 abandoned a1",
                        "22 3 queued a3", // one of them is left
                        "22 4 abandoned b0",
                        "23 3 queued a4",
                        "24 3 balked b1",
                        "24 4 abandoned c0",
                        "25 4 abandoned c1",
                        "42 4 abandoned a3",
                        "43 4 abandoned a4");
    }

    /** A step holds from its number on, beside a chance of everybody; below all steps only that one counts. */
    @Test
    void theHigherOfBothChancesHolds() {
        Program.BalkAt steps = new Program.BalkAt(new int[] {0, 0, 2}, new int[] {3, 6}, new double[] {0.1, 1});
        assertThat(new double[] {steps.at(0, 9), steps.at(1, 2), steps.at(1, 3), steps.at(1, 5), steps.at(1, 6), steps.at(1, 1000)}).containsExactly(0, 0, 0.1, 0.1, 1, 1);
        assertThat(new Script()
                        .calls("a", "balk: 100 %, balk_at: {1: 0 %}, work: " + seconds(100), 0, 1)
                        .agents("team", "staffing: 1")
                        .run())
                .contains("1 3 balked a1");
    }

    /** Who stands at the counter holds no line, and takes none from callers. */
    @Test
    void aCounterNeedsNoLines() {
        assertThat(new Script()
                        .with("channels: {phone: , room: {kind: counter}}")
                        .desk("desk", "lines: 1")
                        .calls("a", "channel: room, work: " + seconds(60), 0, 1)
                        .calls("b", "work: " + seconds(60), 2, 3)
                        .agents("team", "staffing: 1")
                        .run())
                .filteredOn(line -> !line.contains("offered") && !line.contains("gave_up"))
                .containsExactly(
                        "0 3 answered a0 0",
                        "1 3 queued a1",
                        "2 3 queued b0",
                        "3 3 blocked b1",
                        "60 2 talk_ended a0 0",
                        "60 2 answered a1 0",
                        "120 2 talk_ended a1 0",
                        "120 2 answered b0 0",
                        "180 2 talk_ended b0 0");
    }

    @Test
    void balksOnlyWhenThereIsNobodyIdle() {
        assertThat(new Script().calls("a", "work: " + seconds(60) + ", balk: 100 %", 0, 1, 60).agents("team", "staffing: 1").run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 balked a1",
                        "1 3 gave_up a1",
                        "60 2 talk_ended a0 0",
                        "60 3 offered a2",
                        "60 3 answered a2 0",
                        "120 2 talk_ended a2 0");
    }

    @Test
    void comesBackAfterTheDelayUntilTheLimitAndKeepsItsWork() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(100), 0)
                        .calls("b", "work: " + seconds(7) + ", patience: " + seconds(5) + ", retry: {probability: 100 %, limit: 2, delay: "
                                        + seconds(20) + "}", 10)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered b0",
                        "10 3 queued b0",
                        "15 4 abandoned b0",
                        "15 4 will_return b0",
                        "35 3 offered b0+1",
                        "35 3 queued b0+1",
                        "40 4 abandoned b0+1",
                        "40 4 will_return b0+1",
                        "60 3 offered b0+2",
                        "60 3 queued b0+2",
                        "65 4 abandoned b0+2",
                        "65 4 gave_up b0+2",
                        "100 2 talk_ended a0 0");
    }

    @Test
    void runsFirstAttemptsBeforeReturnsOfTheSameTick() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60) + ", balk: 100 %, retry: {probability: 100 %, delay: " + seconds(30) + "}", 0, 50)
                        .calls("b", "work: " + seconds(60), 80)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "50 3 offered a1",
                        "50 3 balked a1",
                        "50 3 will_return a1",
                        "60 2 talk_ended a0 0",
                        "80 3 offered b0",
                        "80 3 answered b0 0",
                        "80 3 offered a1+1",
                        "80 3 balked a1+1",
                        "80 3 will_return a1+1",
                        "110 3 offered a1+2",
                        "110 3 balked a1+2",
                        "110 3 will_return a1+2",
                        "140 2 talk_ended b0 0",
                        "140 3 offered a1+3",
                        "140 3 answered a1+3 0",
                        "200 2 talk_ended a1+3 0");
    }

    @Test
    void comesBackOnlyAfterTheFailuresThatAreNamed() {
        String retry = ", retry: {probability: 100 %, delay: " + seconds(100) + ", after: [blocked]}";
        assertThat(new Script()
                        .desk("desk", "lines: 2")
                        .calls("a", "work: " + seconds(90) + ", patience: " + seconds(5) + retry, 0, 1, 2)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 queued a1",
                        "2 3 offered a2",
                        "2 3 blocked a2",
                        "2 3 will_return a2",
                        "6 4 abandoned a1",
                        "6 4 gave_up a1",
                        "90 2 talk_ended a0 0",
                        "102 3 offered a2+1",
                        "102 3 answered a2+1 0",
                        "192 2 talk_ended a2+1 0");
    }

    @Test
    void turnsAwayFromAClosedDoorAndLetsPeopleComeBackToAnOpenOne() {
        assertThat(new Script()
                        .time("start: 2011-01-03T08:00, length: 2 h")
                        .desk("desk", "opening: {mon: 08:30-09:00}")
                        .calls("a", "work: " + seconds(60) + ", retry: {probability: 100 %, limit: 1, delay: " + seconds(1000) + "}",
                                0, 1799, 1800, 3599, 3600)
                        .agents("team", "staffing: 9")
                        .run())
                .containsExactly(
                        "0 3 turned_away a0",
                        "0 3 will_return a0",
                        "1000 3 turned_away a0+1",
                        "1000 3 gave_up a0+1",
                        "1799 3 turned_away a1",
                        "1799 3 will_return a1",
                        "1800 3 offered a2",
                        "1800 3 answered a2 0",
                        "1860 2 talk_ended a2 0",
                        "2799 3 offered a1+1",
                        "2799 3 answered a1+1 1", // idle since 1800; agent 0 since 1860
                        "2859 2 talk_ended a1+1 1",
                        "3599 3 offered a3",
                        "3599 3 answered a3 2",
                        "3600 3 turned_away a4",
                        "3600 3 will_return a4",
                        "3659 2 talk_ended a3 2",
                        "4600 3 turned_away a4+1",
                        "4600 3 gave_up a4+1");
    }

    /** Work is that of the first attempt's interval, patience that of each attempt's own. */
    @Test
    void takesWorkFromTheFirstArrivalAndPatienceFromEach() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(2000), 0)
                        .calls("b", "work: {by_time: {\"00:00\": " + seconds(7) + ", \"09:30\": " + seconds(9) + "}}, "
                                        + "patience: {by_time: {\"00:00\": " + seconds(50) + ", \"09:30\": " + seconds(500) + "}}, "
                                        + "retry: {probability: 100 %, delay: " + seconds(100) + "}", 1700)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1700 3 offered b0",
                        "1700 3 queued b0",
                        "1750 4 abandoned b0",
                        "1750 4 will_return b0",
                        "1850 3 offered b0+1",
                        "1850 3 queued b0+1",
                        "2000 2 talk_ended a0 0",
                        "2000 2 answered b0+1 0",
                        "2007 2 talk_ended b0+1 0");
    }

    /** Between two attempts the line is free and nobody waits; returns later than a day after the end are given up. */
    @Test
    void dropsReturnsThatWouldComeLaterThanADayAfterTheEnd() {
        String retry = "balk: 100 %, retry: {probability: 100 %, delay: ";
        assertThat(new Script()
                        .calls("a", "work: " + seconds(100_000), 0)
                        .calls("b", "work: " + seconds(1) + ", " + retry + seconds(90_000 - 100) + "}", 100)
                        .calls("c", "work: " + seconds(1) + ", " + retry + seconds(90_000 - 99.999) + "}", 100)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "100 3 offered b0",
                        "100 3 balked b0",
                        "100 3 will_return b0",
                        "100 3 offered c0",
                        "100 3 balked c0",
                        "100 3 gave_up c0",
                        "90000 3 offered b0+1",
                        "90000 3 balked b0+1",
                        "90000 3 gave_up b0+1",
                        "100000 2 talk_ended a0 0");
    }

    /** Arrivals stop at the end, to the tick; those inside are served. */
    @Test
    void drainsAfterTheEnd() {
        assertThat(new Script().calls("a", "work: " + seconds(60), 3599.999999, 3600).agents("team", "staffing: 1").run()).containsExactly(
                "3599.999999 3 offered a0", "3599.999999 3 answered a0 0", "3659.999999 2 talk_ended a0 0");
    }

    /** Arrivals go on after the end of a cut run until nobody who counts is left at the next boundary of an interval. */
    @Test
    void cutsWhenThoseWhoCountHaveEnded() {
        assertThat(new Script()
                        .time("start: 2011-01-03T09:00, length: 1 h, end: cut")
                        .calls("a", "work: " + seconds(2000), 3590, 3600, 5390, 5400, 7190, 7200)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "3590 3 offered a0",
                        "3590 3 answered a0 0",
                        "3600 3 offered a1",
                        "3600 3 queued a1",
                        "5390 3 offered a2",
                        "5390 3 queued a2",
                        "5400 3 offered a3",
                        "5400 3 queued a3",
                        "5590 2 talk_ended a0 0",
                        "5590 2 answered a1 0",
                        "7190 3 offered a4",
                        "7190 3 queued a4");
    }

    @Test
    void servesThoseWhoWaitAtClosingTime() {
        assertThat(closing("serve").run()).containsExactly(
                "1700 3 offered a0",
                "1700 3 answered a0 0",
                "1710 3 offered a1",
                "1710 3 queued a1",
                "1720 3 offered a2",
                "1720 3 queued a2",
                "1900 2 talk_ended a0 0",
                "1900 2 answered a1 0",
                "2020 4 abandoned a2",
                "2020 4 gave_up a2",
                "2100 2 talk_ended a1 0");
    }

    @Test
    void keepsThoseWhoWaitForTheNextOpening() {
        assertThat(closing("keep").run()).containsExactly(
                "1700 3 offered a0",
                "1700 3 answered a0 0",
                "1710 3 offered a1",
                "1710 3 queued a1",
                "1720 3 offered a2",
                "1720 3 queued a2",
                "1900 2 talk_ended a0 0",
                "2010 4 abandoned a1",
                "2010 4 gave_up a1",
                "2020 4 abandoned a2",
                "2020 4 gave_up a2");
        assertThat(closing("keep").desk("desk", "opening: {mon: \"09:00-09:30, 09:33-10:00\"}, at_close: keep").run()).containsExactly(
                "1700 3 offered a0",
                "1700 3 answered a0 0",
                "1710 3 offered a1",
                "1710 3 queued a1",
                "1720 3 offered a2",
                "1720 3 queued a2",
                "1900 2 talk_ended a0 0",
                "1980 1 answered a1 0",
                "2020 4 abandoned a2",
                "2020 4 gave_up a2",
                "2180 2 talk_ended a1 0");
    }

    private static Script closing(String atClose) {
        return new Script()
                .desk("desk", "opening: {mon: 09:00-09:30}, at_close: " + atClose)
                .calls("a", "work: " + seconds(200) + ", patience: " + seconds(300), 1700, 1710, 1720)
                .agents("team", "staffing: 1");
    }
}
