package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Waiting, giving up, and who takes whom. Lines read: second, event class, event, contact, agent. */
class QueueScriptTest {
    @Test
    void takesTheLongestWaitingFirst() {
        assertThat(new Script().calls("a", "work: " + seconds(60), 0, 1, 2).agents("team", "staffing: 1").run()).containsExactly(
                "0 3 offered a0",
                "0 3 answered a0 0",
                "1 3 offered a1",
                "1 3 queued a1",
                "2 3 offered a2",
                "2 3 queued a2",
                "60 2 talk_ended a0 0",
                "60 2 answered a1 0",
                "120 2 talk_ended a1 0",
                "120 2 answered a2 0",
                "180 2 talk_ended a2 0");
    }

    @Test
    void answersAtTheVeryTickAtWhichPatienceEnds() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60) + ", patience: " + seconds(50), 0, 10)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1",
                        "10 3 queued a1",
                        "60 2 talk_ended a0 0",
                        "60 2 answered a1 0",
                        "120 2 talk_ended a1 0");
    }

    @Test
    void leavesTheQueueFromItsMiddleItsHeadAndItsTail() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60), 0, 1, 5)
                        .calls("b", "work: " + seconds(60) + ", patience: " + seconds(10), 2, 55)
                        .calls("c", "work: " + seconds(60) + ", patience: " + seconds(100), 6)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 queued a1",
                        "2 3 offered b0",
                        "2 3 queued b0",
                        "5 3 offered a2",
                        "5 3 queued a2",
                        "6 3 offered c0",
                        "6 3 queued c0",
                        "12 4 abandoned b0",
                        "12 4 gave_up b0",
                        "55 3 offered b1",
                        "55 3 queued b1",
                        "60 2 talk_ended a0 0",
                        "60 2 answered a1 0",
                        "65 4 abandoned b1",
                        "65 4 gave_up b1",
                        "106 4 abandoned c0",
                        "106 4 gave_up c0",
                        "120 2 talk_ended a1 0",
                        "120 2 answered a2 0",
                        "180 2 talk_ended a2 0");
    }

    @Test
    void waitsWithNoPatienceUntilTheEndOfItsTick() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60) + ", patience: {distribution: constant, mean: 5 s, at_zero: 100 %}", 0, 10)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1",
                        "10 3 queued a1",
                        "10 4 abandoned a1",
                        "10 4 gave_up a1",
                        "60 2 talk_ended a0 0");
    }

    @Test
    void takesTheAgentWhoHasBeenIdleLongestAndOfEqualsTheLowestNumber() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(10), 0, 1, 2, 50, 51, 52)
                        .calls("b", "work: " + seconds(9), 1)
                        .calls("c", "work: " + seconds(40), 0)
                        .agents("team", "staffing: 5")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "0 3 offered c0",
                        "0 3 answered c0 1",
                        "1 3 offered a1",
                        "1 3 answered a1 2",
                        "1 3 offered b0",
                        "1 3 answered b0 3",
                        "2 3 offered a2",
                        "2 3 answered a2 4",
                        "10 2 talk_ended a0 0",
                        "10 2 talk_ended b0 3",
                        "11 2 talk_ended a1 2",
                        "12 2 talk_ended a2 4",
                        "40 2 talk_ended c0 1",
                        "50 3 offered a3",
                        "50 3 answered a3 0", // idle since 10, like agent 3
                        "51 3 offered a4",
                        "51 3 answered a4 3",
                        "52 3 offered a5",
                        "52 3 answered a5 2",
                        "60 2 talk_ended a3 0",
                        "61 2 talk_ended a4 3",
                        "62 2 talk_ended a5 2");
    }

    /** Agents 1 and 0 are freed at one tick, in this order: they end in order of scheduling. The idle list still has 0 before 1. */
    @Test
    void ordersTheIdleOfOneTickByNumberHoweverTheyWereFreed() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(20), 5)
                        .calls("b", "work: " + seconds(19), 6)
                        .calls("c", "work: " + seconds(1), 0, 30)
                        .calls("d", "work: " + seconds(25), 0)
                        .agents("team", "staffing: 2")
                        .run())
                .containsExactly(
                        "0 3 offered c0",
                        "0 3 answered c0 0",
                        "0 3 offered d0",
                        "0 3 answered d0 1",
                        "1 2 talk_ended c0 0",
                        "5 3 offered a0",
                        "5 3 answered a0 0",
                        "6 3 offered b0",
                        "6 3 queued b0",
                        "25 2 talk_ended d0 1", // scheduled at 0
                        "25 2 answered b0 1",
                        "25 2 talk_ended a0 0", // scheduled at 5
                        "30 3 offered c1",
                        "30 3 answered c1 0",
                        "31 2 talk_ended c1 0",
                        "44 2 talk_ended b0 1");
        assertThat(new Script()
                        .calls("a", "work: " + seconds(20), 5)
                        .calls("c", "work: " + seconds(1), 0, 30)
                        .calls("d", "work: " + seconds(25), 0)
                        .agents("team", "staffing: 2")
                        .run())
                .containsSubsequence("25 2 talk_ended d0 1", "25 2 talk_ended a0 0", "30 3 answered c1 0");
    }

    @Test
    void takesTheLongestIdleOfGroupsOfOneRank() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(10), 0, 1, 20, 21)
                        .agents("one", "staffing: 1")
                        .agents("other", "staffing: 1")
                        .calls("b", "work: " + seconds(3), 30, 31, 50)
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 answered a1 1",
                        "10 2 talk_ended a0 0",
                        "11 2 talk_ended a1 1",
                        "20 3 offered a2",
                        "20 3 answered a2 0",
                        "21 3 offered a3",
                        "21 3 answered a3 1",
                        "30 2 talk_ended a2 0",
                        "30 3 offered b0",
                        "30 3 answered b0 0",
                        "31 2 talk_ended a3 1",
                        "31 3 offered b1",
                        "31 3 answered b1 1",
                        "33 2 talk_ended b0 0",
                        "34 2 talk_ended b1 1",
                        "50 3 offered b2",
                        "50 3 answered b2 0",
                        "53 2 talk_ended b2 0");
        assertThat(new Script()
                        .calls("a", "work: " + seconds(10), 0)
                        .calls("b", "work: " + seconds(3), 1, 50)
                        .agents("one", "staffing: 1")
                        .agents("other", "staffing: 1")
                        .run())
                .contains("4 2 talk_ended b0 1", "10 2 talk_ended a0 0", "50 3 answered b1 1");
    }

    @Test
    void prefersTheLowerRankThenTheLongestIdle() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(100), 10, 11, 12)
                        .agents("second", "staffing: 1")
                        .agents("first", "staffing: {mon: {\"09:00\": 1}}")
                        .agents("also", "staffing: 1")
                        .with("routing: [{flow: a, group: second, rank: 2}, {flow: a, group: first, rank: 1}, {flow: a, group: also, rank: 2}]")
                        .run())
                .containsExactly(
                        "10 3 offered a0",
                        "10 3 answered a0 1",
                        "11 3 offered a1",
                        "11 3 answered a1 0",
                        "12 3 offered a2",
                        "12 3 answered a2 2",
                        "110 2 talk_ended a0 1",
                        "111 2 talk_ended a1 0",
                        "112 2 talk_ended a2 2");
    }

    @Test
    void opensOtherCouncilsAgentsAfterTheHomeDelay() {
        assertThat(new Script()
                        .with("councils: {north: , south: }")
                        .desk("desk", "home_first: 30 s")
                        .calls("a", "work: " + seconds(200), 0, 10, 15)
                        .calls("b", "council: south, work: " + seconds(22), 20)
                        .agents("ours", "employer: north, staffing: 1")
                        .agents("theirs", "employer: south, staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1",
                        "10 3 queued a1",
                        "15 3 offered a2",
                        "15 3 queued a2",
                        "20 3 offered b0",
                        "20 3 answered b0 1",
                        // at 40 the delay of a1 is over, but the other agent talks until 42
                        "42 2 talk_ended b0 1",
                        "42 2 answered a1 1",
                        "200 2 talk_ended a0 0",
                        "200 2 answered a2 0",
                        "242 2 talk_ended a1 1",
                        "400 2 talk_ended a2 0");
    }

    @Test
    void overflowsToAnIdleAgentOfAnotherCouncilWhenTheDelayEnds() {
        assertThat(new Script()
                        .with("councils: {north: , south: }")
                        .desk("desk", "home_first: 30 s")
                        .calls("a", "work: " + seconds(200), 0, 10, 15)
                        .calls("b", "council: south, work: " + seconds(5), 20)
                        .agents("ours", "employer: north, staffing: 1")
                        .agents("theirs", "employer: south, staffing: 2")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1",
                        "10 3 queued a1",
                        "15 3 offered a2",
                        "15 3 queued a2",
                        "20 3 offered b0",
                        "20 3 answered b0 1",
                        "25 2 talk_ended b0 1",
                        "40 4 answered a1 2",
                        "45 4 answered a2 1",
                        "200 2 talk_ended a0 0",
                        "240 2 talk_ended a1 2",
                        "245 2 talk_ended a2 1");
    }

    @Test
    void abandonsBeforeItOverflowsAndForgetsTheOverflow() {
        assertThat(new Script()
                        .with("councils: {north: , south: }")
                        .desk("desk", "home_first: 30 s")
                        .calls("a", "work: " + seconds(200) + ", patience: " + seconds(30), 0, 10)
                        .calls("b", "work: " + seconds(200) + ", patience: " + seconds(29), 50)
                        .calls("c", "council: south, work: " + seconds(5), 3000)
                        .agents("ours", "employer: north, staffing: 1")
                        .agents("theirs", "employer: south, staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1",
                        "10 3 queued a1",
                        "40 4 abandoned a1", // patience before overflow at one tick
                        "40 4 gave_up a1",
                        "50 3 offered b0",
                        "50 3 queued b0",
                        "79 4 abandoned b0",
                        "79 4 gave_up b0",
                        "200 2 talk_ended a0 0",
                        "3000 3 offered c0",
                        "3000 3 answered c0 1",
                        "3005 2 talk_ended c0 1");
    }

    @Test
    void servesPriorityFirstAndTheLongestWaitAcrossQueuesOfEqualPriority() {
        assertThat(new Script()
                        .with("services: {housing: , tax: }")
                        .calls("a", "work: " + seconds(60) + ", priority: 2", 0, 1, 4)
                        .calls("b", "work: " + seconds(60) + ", priority: 1", 5)
                        .calls("c", "work: " + seconds(60) + ", priority: 2, service: tax", 2, 3)
                        .agents("team", "staffing: 1")
                        .agents("never", "skills: [tax], staffing: {tue: {\"09:00\": 1}}") // so that a and c wait in two queues
                        .run())
                .filteredOn(line -> line.contains("answered"))
                .containsExactly(
                        "0 3 answered a0 0",
                        "60 2 answered b0 0",
                        "120 2 answered a1 0",
                        "180 2 answered c0 0",
                        "240 2 answered c1 0",
                        "300 2 answered a2 0");
    }

    @Test
    void putsPreferenceBeforePriorityAndCountsTheDelayOfARow() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60) + ", priority: 1", 0, 50, 58)
                        .calls("b", "work: " + seconds(60) + ", priority: 9", 55, 119)
                        .agents("team", "staffing: 1")
                        .with("routing: [{flow: a, group: team, preference: 2}, {flow: b, group: team, preference: 1, after: 5 s}]")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "50 3 offered a1",
                        "50 3 queued a1",
                        "55 3 offered b0",
                        "55 3 queued b0",
                        "58 3 offered a2",
                        "58 3 queued a2",
                        "60 2 talk_ended a0 0",
                        "60 2 answered b0 0", // has waited exactly 5 s
                        "119 3 offered b1",
                        "119 3 queued b1",
                        "120 2 talk_ended b0 0",
                        "120 2 answered a1 0", // b1 has waited 1 s only
                        "180 2 talk_ended a1 0",
                        "180 2 answered b1 0",
                        "240 2 talk_ended b1 0",
                        "240 2 answered a2 0",
                        "300 2 talk_ended a2 0");
    }

    @Test
    void waitsBesideAnIdleAgentUntilTheRowOpens() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60), 0, 1)
                        .agents("team", "staffing: 1")
                        .with("routing: [{flow: a, group: team, after: 10 s}]")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 queued a0",
                        "1 3 offered a1",
                        "1 3 queued a1",
                        "10 4 answered a0 0",
                        "70 2 talk_ended a0 0",
                        "70 2 answered a1 0",
                        "130 2 talk_ended a1 0");
    }

    @Test
    void worksAtTheSpeedOfTheGroupRoundedUpToWholeTicks() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(10) + ", after_call: " + seconds(5), 0, 1)
                        .agents("slow", "staffing: 1, speed: {housing: 0.5}")
                        .agents("fast", "staffing: 1, speed: {housing: 3}")
                        .with("routing: [{flow: a, group: fast, rank: 1}, {flow: a, group: slow, rank: 2}]")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 1",
                        "1 3 offered a1",
                        "1 3 answered a1 0",
                        "3.333334 2 talk_ended a0 1",
                        "5.000001 2 wrap_ended a0 1",
                        "21 2 talk_ended a1 0",
                        "31 2 wrap_ended a1 0");
    }

    @Test
    void wrapsUpBeforeTheNextContact() {
        assertThat(new Script()
                        .calls("a", "work: " + seconds(60) + ", after_call: " + seconds(30), 0, 10)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "10 3 offered a1",
                        "10 3 queued a1",
                        "60 2 talk_ended a0 0",
                        "90 2 wrap_ended a0 0",
                        "90 2 answered a1 0",
                        "150 2 talk_ended a1 0",
                        "180 2 wrap_ended a1 0");
    }
}
