package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** Calls that idle agents make. Scripts begin at 09:00. Lines read: second, event class, event, contact, agent. */
class CampaignScriptTest {
    private static final String NOBODY = "volume: 0 / year, work: " + seconds(1);

    private static Script script(String campaign) {
        return new Script().with("campaigns: {c: {council: north, service: housing, desk: desk, dialling: " + seconds(20) + ", work: " + seconds(100) + ", " + campaign + "}}");
    }

    @Test
    void anAgentIsHeldUntilSomebodyAnswersAndTalks() {
        assertThat(script("list: 2, answered: 100 %, after_call: " + seconds(30)).volume("a", NOBODY).agents("team", "staffing: 1").run()).containsExactly(
                "0 4 dialled c0 0",
                "20 2 connected c0 0",
                "120 2 outbound_talk_ended c0 0",
                "150 2 outbound_wrap_ended c0 0",
                "150 4 dialled c1 0",
                "170 2 connected c1 0",
                "270 2 outbound_talk_ended c1 0",
                "300 2 outbound_wrap_ended c1 0");
    }

    /** The list is gone through a second time for those who did not answer; its end is the end. */
    @Test
    void whoDoesNotAnswerIsCalledAgainBehindAllOthers() {
        assertThat(script("list: 2, attempts: 2, answered: 0 %").volume("a", NOBODY).agents("team", "staffing: 1").run()).containsExactly(
                "0 4 dialled c0 0",
                "20 2 not_reached c0 0",
                "20 4 dialled c1 0",
                "40 2 not_reached c1 0",
                "40 4 dialled c0+1 0",
                "60 2 not_reached c0+1 0",
                "60 4 dialled c1+1 0",
                "80 2 not_reached c1+1 0");
    }

    @Test
    void anAgentLooksAtTheCaseFirst() {
        assertThat(script("list: 1, mode: preview, review: " + seconds(45) + ", answered: 100 %").volume("a", NOBODY).agents("team", "staffing: 1").run()).containsExactly(
                "0 4 dialled c0 0",
                "65 2 connected c0 0",
                "165 2 outbound_talk_ended c0 0");
    }

    /** Who calls in gets the agent who is free, also at the tick at which a campaign would dial; a dial is not broken off for them. */
    @Test
    void whoCallsInGoesFirst() {
        assertThat(script("answered: 0 %, list: 2").calls("a", "work: " + seconds(50), 0, 60).agents("team", "staffing: 1").run()).containsExactly(
                "0 3 offered a0",
                "0 3 answered a0 0",
                "50 2 talk_ended a0 0",
                "50 4 dialled c0 0",
                "60 3 offered a1",
                "60 3 queued a1",
                "70 2 not_reached c0 0",
                "70 2 answered a1 0",
                "120 2 talk_ended a1 0",
                "120 4 dialled c1 0",
                "140 2 not_reached c1 0");
    }

    /** Dials of its hours go on after them; by time of day, nobody answers before 09:01. */
    @Test
    void callsInItsHoursAndWithTheLuckOfTheTimeOfDay() {
        assertThat(script("list: 9, hours: {daily: 09:01-09:02}, answered_by_time: {\"00:00\": 0 %, \"09:01\": 100 %}")
                        .volume("a", NOBODY)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly("60 4 dialled c0 0", "80 2 connected c0 0", "180 2 outbound_talk_ended c0 0");
    }

    @Test
    void leavesTheReserveIdle() {
        assertThat(script("list: 9, answered: 0 %, reserve: 2, hours: {daily: \"09:00-09:01\"}").volume("a", NOBODY).agents("team", "staffing: 3").run()).containsExactly(
                "0 4 dialled c0 0",
                "20 2 not_reached c0 0",
                "20 4 dialled c1 1",
                "40 2 not_reached c1 1",
                "40 4 dialled c2 2",
                "60 2 not_reached c2 2");
    }

    /** Two idle agents and 1.5 dials for each: three at once; the third who answers finds nobody. Then both talk, and nobody is dialled. */
    @Test
    void morePeopleMayAnswerThanAgentsAreFree() {
        assertThat(script("list: 5, mode: predictive, overdial: 1.5, answered: 100 %").volume("a", NOBODY).agents("team", "staffing: 2").run()).containsExactly(
                "0 4 dialled c0",
                "0 4 dialled c1",
                "0 4 dialled c2",
                "20 2 connected c0 0",
                "20 2 connected c1 1",
                "20 2 mismatched c2",
                "120 2 outbound_talk_ended c0 0",
                "120 2 outbound_talk_ended c1 1",
                "120 4 dialled c3",
                "120 4 dialled c4",
                "140 2 connected c3 0",
                "140 2 connected c4 1",
                "240 2 outbound_talk_ended c3 0",
                "240 2 outbound_talk_ended c4 1");
    }

    /** Whoever is dialled waits for nobody: all of the desk with the skill take part at once, those of the council first. */
    @Test
    void homeFirstIsNothingToWhomIsDialled() {
        assertThat(script("list: 2, answered: 0 %")
                        .with("councils: {north: , south: }")
                        .desk("desk", "home_first: 15 s")
                        .volume("a", NOBODY)
                        .agents("guests", "employer: south, staffing: 1")
                        .agents("home", "employer: north, staffing: 1")
                        .run())
                .containsExactly("0 4 dialled c0 1", "0 4 dialled c1 0", "20 2 not_reached c0 1", "20 2 not_reached c1 0");
    }

    /** Four idle agents, two of whom are left for others: six dials, and two of those who answer together find somebody. */
    @Test
    void whoAnswersDoesNotGetTheReserve() {
        assertThat(script("list: 6, mode: predictive, overdial: 3, reserve: 2, answered: 100 %").volume("a", NOBODY).agents("team", "staffing: 4").run()).containsExactly(
                "0 4 dialled c0",
                "0 4 dialled c1",
                "0 4 dialled c2",
                "0 4 dialled c3",
                "0 4 dialled c4",
                "0 4 dialled c5",
                "20 2 connected c0 0",
                "20 2 connected c1 1",
                "20 2 mismatched c2",
                "20 2 mismatched c3",
                "20 2 mismatched c4",
                "20 2 mismatched c5",
                "120 2 outbound_talk_ended c0 0",
                "120 2 outbound_talk_ended c1 1");
    }

    /** Two campaigns dial for the same three agents: three dials in all, and the second has its turn when the first has nobody left. */
    @Test
    void campaignsThatShareAgentsCountTheDialsOfEachOther() {
        assertThat(new Script().with("campaigns: {c: " + predictive("list: 4") + ", d: " + predictive("list: 2") + "}").volume("a", NOBODY).agents("team", "staffing: 3").run()).containsExactly(
                "0 4 dialled c0",
                "0 4 dialled c1",
                "0 4 dialled c2",
                "20 2 not_reached c0",
                "20 2 not_reached c1",
                "20 2 not_reached c2",
                "20 4 dialled c3",
                "20 4 dialled d0",
                "20 4 dialled d1",
                "40 2 not_reached c3",
                "40 2 not_reached d0",
                "40 2 not_reached d1");
    }

    /** Three idle agents and two dials under way: one of them is held, and all three when the dials are over. */
    @Test
    void agentsForWhomPredictiveDialsAreUnderWayAreNotHeld() {
        String held = "{council: north, service: housing, desk: desk, answered: 0 %, dialling: " + seconds(15) + ", work: " + seconds(100) + ", list: 5}";
        assertThat(new Script().with("campaigns: {c: " + predictive("list: 2") + ", d: " + held + "}").volume("a", NOBODY).agents("team", "staffing: 3").run()).containsExactly(
                "0 4 dialled c0",
                "0 4 dialled c1",
                "0 4 dialled d0 0",
                "15 2 not_reached d0 0",
                "15 4 dialled d1 1",
                "20 2 not_reached c0",
                "20 2 not_reached c1",
                "20 4 dialled d2 2",
                "20 4 dialled d3 0",
                "30 2 not_reached d1 1",
                "30 4 dialled d4 1",
                "35 2 not_reached d2 2",
                "35 2 not_reached d3 0",
                "45 2 not_reached d4 1");
    }

    /** In binary 1.4 × 45 is below 63. */
    @Test
    void dialsForEachAgentAreCountedInDecimals() {
        assertThat(script("list: 100, mode: predictive, overdial: 1.4, answered: 0 %").volume("a", NOBODY).agents("team", "staffing: 45").run())
                .filteredOn(line -> line.startsWith("0 4 dialled"))
                .hasSize(63);
    }

    private static String predictive(String inside) {
        return "{council: north, service: housing, desk: desk, mode: predictive, answered: 0 %, dialling: " + seconds(20) + ", work: " + seconds(100) + ", " + inside + "}";
    }

    /** Nobody is held for a predictive dial: an inbound call takes the agent, and who answers meanwhile is lost. */
    @Test
    void aPredictiveDialHoldsNobody() {
        assertThat(script("list: 1, mode: predictive, answered: 100 %").calls("a", "work: " + seconds(60), 5).agents("team", "staffing: 1").run()).containsExactly(
                "0 4 dialled c0",
                "5 3 offered a0",
                "5 3 answered a0 0",
                "20 2 mismatched c0",
                "65 2 talk_ended a0 0");
    }

    /** Several campaigns of a council, service and desk, and its calls, have rows of their own in results. */
    @Test
    void aCampaignIsAChannelOfItsOwn() {
        Program program = script("list: 1, answered: 0 %").volume("a", NOBODY).agents("team", "staffing: 1").compile();
        assertThat(program.names().channels()).containsExactly("phone", "c");
        assertThat(program.names().flowChannel()).containsExactly(0, 1);
        assertThat(program.campaigns().firstFlow()).isEqualTo(1);
    }

    /** A run that drains ends when what is under way is over. */
    @Test
    void theEndOfTheRunIsTheEndOfDialling() {
        assertThat(script("answered: 100 %").time("start: 2011-01-03T09:00, length: 1 min").volume("a", NOBODY).agents("team", "staffing: 1").run())
                .containsExactly("0 4 dialled c0 0", "20 2 connected c0 0", "120 2 outbound_talk_ended c0 0");
    }
}
