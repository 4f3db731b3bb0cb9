package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** The life of tickets. Lines read: second, event class, event, contact, agent. */
class TicketScriptTest {
    private static final String POST = "channels: {phone: , post: {kind: deferred}}";

    private static String ticket(double work, String inside) {
        return "channel: post, work: " + seconds(work) + ", ticket: {" + inside + "}";
    }

    private static Script script() {
        return new Script().with(POST);
    }

    @Test
    void isPutOnHoldAfterSomeWorkAndFreesTheAgent() {
        Script script = script()
                .calls("fault", ticket(100, "holds: [{chance: 100 %, after: " + seconds(30) + ", length: " + seconds(50) + "}]"), 0, 10)
                .agents("team", "staffing: 1");
        assertThat(script.run())
                .containsExactly(
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "10 3 received fault1",
                        "30 2 held fault0 0",
                        "30 2 started fault1 0",
                        "60 2 held fault1 0",
                        "80 3 hold_ended fault0",
                        "80 3 resumed fault0 0",
                        "110 3 hold_ended fault1",
                        "180 2 finished fault0 0",
                        "180 2 resumed fault1 0",
                        "280 2 finished fault1 0");
        Script.Result result = script.summarise();
        assertThat(result.seconds(Kind.OVERALL, 0, Count.ON_HOLD)).isEqualTo(100);
        assertThat(result.overall(Count.TICKETS)).isEqualTo(2);
        assertThat(result.seconds(Kind.PRIORITY, 2, Count.RESOLUTION)).isEqualTo(180 + 270);
        assertThat(result.seconds(Kind.PRIORITY, 2, Count.RESOLUTION_WORKING)).isEqualTo(130 + 220);
        assertThat(result.of(Kind.PRIORITY, 0, Count.RESOLUTION)).isZero();
    }

    @Test
    void severalHoldsComeOneAfterTheOther() {
        assertThat(script()
                        .calls("fault", ticket(20, "holds: [{chance: 100 %, length: " + seconds(5) + "}, {chance: 0 %, length: " + seconds(999) + "}, {chance: 100 %, after: " + seconds(3) + ", length: " + seconds(7) + "}]"), 0)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 2 held fault0 0", // sorted by class
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "5 3 hold_ended fault0",
                        "5 3 resumed fault0 0",
                        "8 2 held fault0 0",
                        "15 3 hold_ended fault0",
                        "15 3 resumed fault0 0",
                        "35 2 finished fault0 0");
    }

    /** Due 100 s after it came, not counting 50 s on hold: the first is in time at 150 s, the second a second late. */
    @Test
    void theClockStandsStillOnHold() {
        for (double work : new double[] {70, 71}) {
            Script.Result result = script()
                    .calls("fault", ticket(work, "holds: [{chance: 100 %, after: " + seconds(30) + ", length: " + seconds(50) + "}]") + ", resolve_within: 100 s", 0)
                    .agents("team", "staffing: 1")
                    .summarise();
            assertThat(result.overall(Count.RESOLUTION_DUE)).isEqualTo(1);
            assertThat(result.overall(Count.RESOLUTION_WITHIN)).isEqualTo(work == 70 ? 1 : 0);
        }
    }

    /** The one that is on hold is due at 100 s, then at 150 s; the other at 120 s. */
    @Test
    void whatWasOnHoldIsDueLater() {
        assertThat(script()
                        .calls("fault", ticket(10, "holds: [{chance: 100 %, length: " + seconds(50) + "}]") + ", resolve_within: 100 s", 0)
                        .calls("letter", "channel: post, work: " + seconds(10) + ", resolve_within: 100 s", 20)
                        .calls("call", "work: " + seconds(60), 1)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 2 held fault0 0", // sorted by class
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "1 3 offered call0",
                        "1 3 answered call0 0",
                        "20 3 received letter0",
                        "50 3 hold_ended fault0",
                        "61 2 talk_ended call0 0",
                        "61 2 started letter0 0",
                        "71 2 finished letter0 0",
                        "71 2 resumed fault0 0",
                        "81 2 finished fault0 0");
    }

    @Test
    void theMoreUrgentGoesFirstAndHasTargetsOfItsOwn() {
        String usual = ticket(10, "priority: {4: 100 %}, by_priority: {4: {resolve_within: 1 h}}") + ", resolve_within: 10 s";
        String urgent = ticket(10, "impact: {high: 100 %}, urgency: {high: 100 %}, by_priority: {1: {resolve_within: 15 s, work: " + seconds(4) + "}}") + ", service: tax";
        Script script = script()
                .with("services: {housing: , tax: }")
                .calls("usual", usual, 0, 1, 2)
                .calls("urgent", urgent, 3)
                .agents("team", "staffing: 1");
        assertThat(script.run())
                .containsExactly(
                        "0 3 received usual0",
                        "0 3 started usual0 0",
                        "1 3 received usual1",
                        "2 3 received usual2",
                        "3 3 received urgent0",
                        "10 2 finished usual0 0",
                        "10 2 started urgent0 0",
                        "14 2 finished urgent0 0",
                        "14 2 started usual1 0",
                        "24 2 finished usual1 0",
                        "24 2 started usual2 0",
                        "34 2 finished usual2 0");
        Script.Result result = script.summarise();
        assertThat(result.of(Kind.PRIORITY, 0, Count.RESOLUTION_WITHIN)).isEqualTo(1);
        assertThat(result.of(Kind.PRIORITY, 3, Count.RESOLUTION_WITHIN)).isEqualTo(3);
        assertThat(result.of(Kind.PRIORITY, 3, Count.RECEIVED)).isEqualTo(3);
    }

    /** Nothing of it is due but the letter: that goes first, then the others by priority, whatever the order in which they came. */
    @Test
    void ofWhatIsNeverDueTheMoreUrgentGoesFirst() {
        assertThat(script()
                        .with("services: {housing: , tax: , bins: }")
                        .calls("minor", ticket(10, "priority: {5: 100 %}"), 0, 1)
                        .calls("major", ticket(10, "impact: {high: 100 %}, urgency: {high: 100 %}") + ", service: tax", 2)
                        .calls("second", "channel: post, priority: 2, work: " + seconds(10) + ", service: tax", 2.5)
                        .calls("letter", "channel: post, resolve_within: 3 h, work: " + seconds(10) + ", service: bins", 3)
                        .agents("team", "staffing: 1")
                        .run())
                .filteredOn(line -> line.contains("started"))
                .containsExactly("0 3 started minor0 0", "10 2 started letter0 0", "20 2 started major0 0", "30 2 started second0 0", "40 2 started minor1 0");
    }

    @Test
    void goesToAnotherGroupWithAPartOfItsOwn() {
        Script script = script()
                .calls("fault", ticket(10, "reassign: [{from: first, to: second, chance: 100 %}, {from: second, to: third, chance: 100 %}], most_reassignments: 1, work_by_group: {second: " + seconds(25) + "}"), 0, 5)
                .agents("first", "staffing: 1")
                .agents("second", "staffing: 1")
                .agents("third", "staffing: 1")
                .with("routing: [{flow: fault, group: first}]");
        assertThat(script.run())
                .containsExactly(
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "5 3 received fault1",
                        "10 2 reassigned fault0 0",
                        "10 2 started fault1 0",
                        "10 3 resumed fault0 1",
                        "20 2 reassigned fault1 0",
                        "35 2 finished fault0 1",
                        "35 2 resumed fault1 1",
                        "60 2 finished fault1 1");
        assertThat(script.summarise().overall(Count.REASSIGNED)).isEqualTo(2);
    }

    /** Three of four are urgent and wait since before the start. */
    @Test
    void oldTicketsGoInOrderOfTheirPriority() {
        Script script = script()
                .time("start: 2011-01-03T09:00, length: 10 min")
                .volume("fault", ticket(60, "priority: {1: 75 %, 4: 25 %}, by_priority: {1: {resolve_within: 1 h}, 4: {resolve_within: 9 h}}") + ", volume: 0 / year, opening_backlog: {items: 4, oldest: 40 min}")
                .agents("team", "staffing: 1");
        Script.Result result = script.summarise();
        assertThat(result.of(Kind.PRIORITY, 0, Count.FINISHED)).isEqualTo(3);
        assertThat(result.of(Kind.PRIORITY, 3, Count.FINISHED)).isEqualTo(1);
        assertThat(result.seconds(Kind.PRIORITY, 3, Count.RESOLUTION)).isEqualTo(4 * 60 + 20 * 60); // the third of them, twenty minutes old, is done last
    }

    /** Chances below are certain but for one draw of 99.9 %, which comes out as it mostly does. */
    @Test
    void comesBackUnlessItIsClosedBefore() {
        String reopen = "reopen: {chance: 99.9 %, after: " + seconds(40) + "}, closes_after: ";
        assertThat(script().calls("fault", ticket(10, reopen + "40 s"), 0).agents("team", "staffing: 1").run())
                .containsExactly("0 3 received fault0", "0 3 started fault0 0", "10 2 finished fault0 0", "50 3 closed fault0");
        Script script = script().time("start: 2011-01-03T09:00, length: 2 min").calls("fault", ticket(10, reopen + "41 s"), 0).agents("team", "staffing: 1");
        assertThat(script.run())
                .containsExactly(
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "10 2 finished fault0 0",
                        "50 3 reopened fault0",
                        "50 3 started fault0 0",
                        "60 2 finished fault0 0",
                        "100 3 reopened fault0",
                        "100 3 started fault0 0",
                        "110 2 finished fault0 0");
        Script.Result result = script.summarise();
        assertThat(result.overall(Count.RECEIVED)).isEqualTo(1);
        assertThat(result.overall(Count.REOPENED)).isEqualTo(2);
        assertThat(result.overall(Count.FINISHED)).isEqualTo(3);
        assertThat(result.overall(Count.BACKLOG_END)).isZero();
        assertThat(result.seconds(Kind.OVERALL, 0, Count.RESOLUTION)).isEqualTo(30);
    }

    /** Came at 09:00, when work takes 10 s, and comes back at 09:20:10, when it takes 100 s: what is done of it at another time changes nothing. */
    @Test
    void workHangsOnTheTimeOfComingNotOfTheStretch() {
        String byTime = "channel: post, work: {by_time: {\"00:00\": " + seconds(10) + ", \"09:10\": " + seconds(100) + "}}, ticket: {";
        assertThat(script()
                        .calls("fault", byTime + "holds: [{chance: 100 %, length: " + seconds(1_200) + "}], reassign: [{from: first, to: second, chance: 100 %}]}", 0)
                        .agents("first", "staffing: 1")
                        .agents("second", "staffing: 1")
                        .with("routing: [{flow: fault, group: first}]")
                        .run())
                .containsExactly(
                        "0 2 held fault0 0", // sorted by class
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "1200 3 hold_ended fault0",
                        "1200 3 resumed fault0 0",
                        "1210 2 reassigned fault0 0",
                        "1210 2 held fault0 1", // sorted by class
                        "1210 3 resumed fault0 1",
                        "2410 3 hold_ended fault0",
                        "2410 3 resumed fault0 1",
                        "2420 2 finished fault0 1");
        assertThat(script()
                        .time("start: 2011-01-03T09:00, length: 30 min")
                        .calls("fault", byTime + "reopen: {chance: 99.9 %, after: " + seconds(1_200) + "}}", 0)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "10 2 finished fault0 0",
                        "1210 3 reopened fault0",
                        "1210 3 started fault0 0",
                        "1310 2 finished fault0 0");
    }

    /** The second group's part is its own, with nothing to read into; what it has begun itself, another of it goes on with for 5 s more. */
    @Test
    void aPartThatNobodyBeganHasNoHandOver() {
        String half = "holds: [{chance: 100 %, after: " + seconds(10) + ", length: " + seconds(50) + "}], reassign: [{from: first, to: second, chance: 100 %}]";
        assertThat(script()
                        .calls("fault", ticket(20, half), 0)
                        .calls("call", "service: tax, work: " + seconds(500), 92)
                        .with("services: {housing: , tax: }")
                        .agents("first", "staffing: 1, blend: {hand_over: 3 s}")
                        .agents("second", "staffing: 2, blend: {hand_over: 5 s}")
                        .with("routing: [{flow: fault, group: first}, {flow: call, group: second}]")
                        .run())
                .containsExactly(
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "10 2 held fault0 0",
                        "60 3 hold_ended fault0",
                        "60 3 resumed fault0 0", // who began it
                        "80 2 reassigned fault0 0",
                        "80 3 resumed fault0 1", // nobody began it
                        "90 2 held fault0 1",
                        "92 3 offered call0",
                        "92 3 answered call0 2",
                        "140 3 hold_ended fault0",
                        "140 3 resumed fault0 1",
                        "160 2 finished fault0 1",
                        "592 2 talk_ended call0 2");
        assertThat(script()
                        .calls("fault", ticket(20, half), 0)
                        .calls("brief", "service: tax, work: " + seconds(10), 91)
                        .calls("long", "service: tax, work: " + seconds(500), 102)
                        .with("services: {housing: , tax: }")
                        .agents("first", "staffing: 1, blend: {hand_over: 3 s}")
                        .agents("second", "staffing: 2, blend: {hand_over: 5 s}")
                        .with("routing: [{flow: fault, group: first}, {flow: brief, group: second}, {flow: long, group: second}]")
                        .run())
                .contains("80 3 resumed fault0 1", "90 2 held fault0 1", "102 3 answered long0 1", "140 3 resumed fault0 2", "165 2 finished fault0 2");
    }

    /** 300 s of work: 100 s by one, 60 s by two, and 80 s that are left by three. */
    @Test
    void severalPeopleWorkOnOneTicket() {
        assertThat(script()
                        .calls("fault", ticket(300, "by_priority: {3: {people: 3}}"), 0)
                        .calls("letter", "channel: post, work: " + seconds(40), 50, 60)
                        .calls("call", "work: " + seconds(100) + ", service: tax", 0)
                        .calls("visit", "work: " + seconds(160) + ", service: tax", 0)
                        .with("services: {housing: , tax: }")
                        .agents("team", "staffing: 1")
                        .agents("both", "staffing: 2, speed: {tax: 1}")
                        .with("routing: [{flow: call, group: both}, {flow: visit, group: both}]")
                        .run())
                .containsExactly(
                        "0 3 received fault0",
                        "0 3 started fault0 0",
                        "0 3 offered call0",
                        "0 3 answered call0 1",
                        "0 3 offered visit0",
                        "0 3 answered visit0 2",
                        "50 3 received letter0",
                        "60 3 received letter1",
                        "100 2 talk_ended call0 1", // 200 s are left
                        "100 2 joined fault0 1",
                        "160 2 talk_ended visit0 2", // 80 s are left
                        "160 2 joined fault0 2",
                        "186.666667 2 finished fault0 0",
                        "186.666667 2 started letter0 0",
                        "186.666667 2 started letter1 1",
                        "226.666667 2 finished letter0 0",
                        "226.666667 2 finished letter1 1");
    }

    /** Two of them: at 60 s, 120 s of 200 s are done, and the shift of one ends; the other needs 80 s more. */
    @Test
    void whoLeavesATicketLeavesItToTheOthers() {
        assertThat(script()
                        .calls("fault", ticket(200, "by_priority: {3: {people: 2}}"), 1_740)
                        .agents("early", "shifts: [{agents: 1, start: 09:00, end: 09:30}]")
                        .agents("late", "shifts: [{agents: 1, start: 09:00, end: 17:00}]")
                        .run())
                .containsExactly(
                        "1740 3 received fault0",
                        "1740 3 started fault0 0",
                        "1740 4 joined fault0 1",
                        "1800 1 stepped_aside fault0 0",
                        "1880 2 finished fault0 1");
    }

    /** On hold at the end of the horizon, for nobody waits: the run ends without it. */
    @Test
    void aDrainDoesNotWaitForIt() {
        assertThat(script()
                        .time("start: 2011-01-03T09:00, length: 1 min")
                        .calls("fault", ticket(10, "holds: [{chance: 100 %, after: " + seconds(1) + ", length: " + seconds(100) + "}]"), 0)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly("0 3 received fault0", "0 3 started fault0 0", "1 2 held fault0 0");
    }
}
