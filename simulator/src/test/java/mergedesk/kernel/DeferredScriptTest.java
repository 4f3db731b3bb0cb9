package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** The life of deferred work. Lines read: second, event class, event, contact, agent. */
class DeferredScriptTest {
    private static final String POST = "channels: {phone: , post: {kind: deferred}}";

    @Test
    void isTakenUpWhenNobodyWaitsAndKeepsTheAgent() {
        assertThat(new Script()
                        .with(POST)
                        .calls("letter", "channel: post, work: " + seconds(100), 10, 30)
                        .calls("call", "work: " + seconds(60), 20)
                        .agents("team", "staffing: 1")
                        .run())
                .containsExactly(
                        "10 3 received letter0",
                        "10 3 started letter0 0",
                        "20 3 offered call0",
                        "20 3 queued call0",
                        "30 3 received letter1",
                        "110 2 finished letter0 0",
                        "110 2 answered call0 0",
                        "170 2 talk_ended call0 0",
                        "170 2 started letter1 0",
                        "270 2 finished letter1 0");
    }

    @Test
    void isPutBackForABreakAndAtTheEndOfAShiftAndGoesOnWhereItWas() {
        assertThat(new Script()
                        .with(POST)
                        .calls("letter", "channel: post, work: " + seconds(1_200), 1_700)
                        .agents("early", "shifts: [{agents: 1, start: 09:00, end: 09:45, breaks: [{at: 09:30, length: 5 min}]}]")
                        .agents("late", "shifts: [{agents: 1, start: 09:50, end: 17:00}], speed: {housing: 2}")
                        .run())
                .containsExactly(
                        "1700 3 received letter0",
                        "1700 3 started letter0 0",
                        "1800 1 parked letter0 0", // 100 s done
                        "2100 1 resumed letter0 0",
                        "2700 1 parked letter0 0", // 700 s done
                        "3000 1 resumed letter0 1", // at twice the speed
                        "3250 2 finished letter0 1");
    }

    @Test
    void whoLeavesFirstIsIdleThenWithDeferredWorkOfWhichOthersTakeOverWhatIsLeft() {
        assertThat(new Script()
                        .with(POST)
                        .calls("letter", "channel: post, work: " + seconds(600), 1_600, 1_620, 1_640)
                        .calls("call", "work: " + seconds(100), 1_650)
                        .agents("team", "staffing: {daily: {09:00: 5, 09:30: 3}}")
                        .agents("others", "staffing: {daily: {09:30: 1}}")
                        .run())
                .containsExactly(
                        "1600 3 received letter0",
                        "1600 3 started letter0 0",
                        "1620 3 received letter1",
                        "1620 3 started letter1 1",
                        "1640 3 received letter2",
                        "1640 3 started letter2 2",
                        "1650 3 offered call0",
                        "1650 3 answered call0 3",
                        "1750 2 talk_ended call0 3",
                        "2200 2 finished letter0 0",
                        "2220 2 finished letter1 1",
                        "2240 2 finished letter2 2");
        assertThat(new Script()
                        .with(POST)
                        .calls("letter", "channel: post, work: " + seconds(600), 1_600, 1_620)
                        .agents("team", "staffing: {daily: {09:00: 2, 09:30: 1}}")
                        .agents("others", "staffing: {daily: {09:30: 1}}")
                        .run())
                .containsExactly(
                        "1600 3 received letter0",
                        "1600 3 started letter0 0",
                        "1620 3 received letter1",
                        "1620 3 started letter1 1",
                        "1800 1 parked letter1 1",
                        "1800 1 resumed letter1 2",
                        "2200 2 finished letter0 0",
                        "2220 2 finished letter1 2");
    }

    /** Opens at 09:30; staff come at 09:10. */
    @Test
    void comesAndIsWorkedOnWhileTheDeskIsClosed() {
        Script script = new Script()
                .with(POST)
                .desk("desk", "opening: {daily: 09:30-17:00}")
                .calls("letter", "channel: post, work: " + seconds(60) + ", respond_within: 10 working min, resolve_within: 5 working min", 100, 700)
                .calls("call", "work: " + seconds(60), 200)
                .agents("team", "staffing: {daily: {09:10: 1}}");
        assertThat(script.run()).containsExactly(
                "100 3 received letter0",
                "200 3 turned_away call0",
                "200 3 gave_up call0",
                "600 1 started letter0 0",
                "660 2 finished letter0 0",
                "700 3 received letter1",
                "700 3 started letter1 0",
                "760 2 finished letter1 0");
        Script.Result result = script.summarise();
        assertThat(result.overall(Count.RECEIVED)).isEqualTo(2);
        assertThat(result.overall(Count.FINISHED)).isEqualTo(2);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.RESPONSE)).isEqualTo(500);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.RESOLUTION)).isEqualTo(620);
        assertThat(result.overall(Count.RESOLUTION_WORKING)).isZero();
        assertThat(result.overall(Count.RESOLUTION_WITHIN)).isEqualTo(2);
        assertThat(result.overall(Count.TURNED_AWAY)).isEqualTo(1);
        assertThat(result.overall(Count.OFFERED)).isZero();
        assertThat(result.seconds(Kind.GROUP, 0, Count.WORKING)).isEqualTo(120);
    }

    /** What is due first, though it came later; then the first to come; last what is never due. */
    @Test
    void takesWhatIsDueFirst() {
        String[] order = {"due", "arrival", "priority"};
        String[] expected = {"hold slow quick soon late never", "hold never late slow quick soon", "hold slow never late quick soon"};
        for (int i = 0; i < order.length; i++) {
            boolean byPriority = order[i].equals("priority");
            assertThat(new Script()
                            .with(POST)
                            .desk("desk", "deferred_order: " + order[i])
                            .calls("hold", "channel: post, work: " + seconds(100) + (byPriority ? ", priority: 1" : ""), 0)
                            .calls("never", "channel: post, work: " + seconds(10) + (byPriority ? ", priority: 2" : ""), 10)
                            .calls("late", "channel: post, resolve_within: 3 h, work: " + seconds(10) + (byPriority ? ", priority: 3" : ""), 20)
                            .calls("slow", "channel: post, respond_within: 10 min, work: " + seconds(10) + (byPriority ? ", priority: 1" : ""), 30)
                            .calls("quick", "channel: post, respond_within: 595 s, work: " + seconds(10) + (byPriority ? ", priority: 4" : ""), 35)
                            .calls("soon", "channel: post, resolve_within: 20 min, work: " + seconds(10) + (byPriority ? ", priority: 5" : ""), 40)
                            .agents("team", "staffing: 1")
                            .run().stream().filter(line -> line.contains("started")).map(line -> line.split(" ")[3].replace("0", "")).toList())
                    .as(order[i])
                    .containsExactly(expected[i].split(" "));
        }
    }

    @Test
    void theOpeningBacklogIsOlderThanTheRunAndNotReceivedInIt() {
        Script script = new Script()
                .with(POST)
                .calls("letter", "channel: post, work: " + seconds(1_500) + ", opening_backlog: {items: 3, oldest: 3 h}, resolve_within: 170 min", 60)
                .agents("team", "staffing: 1");
        assertThat(script.run().stream().filter(line -> !line.startsWith("0 0")).toList()).containsExactly(
                "0 1 started letter0@-1 0",
                "60 3 received letter0",
                "1500 2 finished letter0@-1 0",
                "1500 2 started letter1@-1 0",
                "3000 2 finished letter1@-1 0",
                "3000 2 started letter2@-1 0");
        Script.Result result = script.summarise();
        assertThat(result.overall(Count.RECEIVED)).isEqualTo(1);
        assertThat(result.overall(Count.FINISHED)).isEqualTo(2);
        assertThat(result.overall(Count.BACKLOG_END)).isEqualTo(3 + 1 - 2);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.RESPONSE)).isEqualTo(10_800 + 7_200 + 1_500 + 3_600 + 3_000);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.RESOLUTION)).isEqualTo(10_800 + 1_500 + 7_200 + 3_000);
        assertThat(result.overall(Count.RESOLUTION_DUE)).isEqualTo(2);
        assertThat(result.overall(Count.RESOLUTION_WITHIN)).isEqualTo(1);
        assertThat(result.seconds(Kind.OVERALL, 0, Count.BACKLOG)).isEqualTo(3 * 1_500 + 2 * 1_500 + 600 + 3_540);
        assertThat(result.overall(Count.BACKLOG_PIECES)).as("at the end of the window").isEqualTo(2);
        assertThat(result.overall(Count.BACKLOG_AGE)).isEqualTo(3_600 + 3_600 + 3_540);
        assertThat(result.overall(Count.BACKLOG_OLDEST)).isEqualTo(7_200);
        assertThat(result.overall(Count.DAY_ENDS)).isEqualTo(1);
    }

    /** Whoever reads the desk's service level reads of calls, whatever letters there are. */
    @Test
    void measuresOfTheDeskAreThoseOfLiveContacts() {
        String lives = "volume: 40 / h, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 2 min}";
        Script alone = new Script()
                .time("start: 2011-01-03, length: 3 days")
                .with("services: {housing: , letters: }")
                .volume("calls", lives)
                .agents("team", "skills: [housing], staffing: 4");
        Script mixed = new Script()
                .time("start: 2011-01-03, length: 3 days")
                .with(POST)
                .with("services: {housing: , letters: }")
                .volume("calls", lives)
                .volume("letters", "channel: post, service: letters, volume: 20 / h, work: {distribution: exponential, mean: 5 min}, opening_backlog: {items: 10}")
                .agents("team", "skills: [housing], staffing: 4")
                .agents("clerks", "skills: [letters], staffing: 2");
        Script.Result calls = alone.summarise();
        Script.Result both = mixed.summarise();
        assertThat(calls.of(Kind.DESK, 0, Count.ABANDONED)).isPositive();
        for (int column = 0; column < Count.CONTACT_COLUMNS; column++) {
            for (Kind kind : new Kind[] {Kind.OVERALL, Kind.COUNCIL, Kind.DESK}) {
                assertThat(both.of(kind, 0, column)).as(kind + " " + column).isEqualTo(calls.of(kind, 0, column));
            }
        }
        assertThat(both.of(Kind.DESK, 0, Count.FINISHED)).isGreaterThan(1_000);
        assertThat(both.of(Kind.DESK, 0, Count.BACKLOG_END))
                .isEqualTo(10 + both.of(Kind.DESK, 0, Count.RECEIVED) - both.of(Kind.DESK, 0, Count.FINISHED));
    }

    /** The closed desk still serves the caller, whoever should go home or to a break meanwhile; the letter may wait. */
    @Test
    void whoGoesFromALetterAtClosingServesTheLastCallersFirst() {
        String[] staff = {"staffing: {daily: {09:00: 1, 09:30: 0}}", "shifts: [{agents: 1, start: 09:00, end: 09:30}]", "shifts: [{agents: 1, start: 09:00, end: 17:00, breaks: [{at: 09:30, length: 5 min}]}]"};
        for (String of : staff) {
            List<String> happened = new Script()
                    .with(POST)
                    .desk("desk", "opening: {daily: [09:00-09:30, 09:40-17:00]}")
                    .calls("letter", "channel: post, work: " + seconds(3_000), 100)
                    .calls("call", "work: " + seconds(60), 1_700, 1_710)
                    .agents("team", of)
                    .run();
            assertThat(happened).as(of).startsWith(
                    "100 3 received letter0",
                    "100 3 started letter0 0",
                    "1700 3 offered call0",
                    "1700 3 queued call0",
                    "1710 3 offered call1",
                    "1710 3 queued call1",
                    "1800 1 parked letter0 0",
                    "1800 1 answered call0 0",
                    "1860 2 talk_ended call0 0",
                    "1860 2 answered call1 0",
                    "1920 2 talk_ended call1 0");
            assertThat(happened.subList(11, happened.size())).as(of).isEqualTo(of.contains("breaks") ? List.of("2220 1 resumed letter0 0", "3520 2 finished letter0 0") : List.of());
        }
    }

    /** When the call is over, so is the run, however long its last interval lasts: who would take the letter 10 s later takes nothing. */
    @Test
    void furtherGroupsTakeNothingWhenTheRunIsOver() {
        for (String interval : new String[] {"15 min", "60 min"}) {
            Script script = new Script()
                    .time("start: 2011-01-03T09:00, length: 40 min, interval: " + interval)
                    .with(POST)
                    .with("councils: {north: , south: }")
                    .desk("desk", "home_first: 30 s")
                    .desk("other", "opening: always")
                    .calls("letter", "channel: post, work: " + seconds(100), 2_390)
                    .calls("call", "desk: other, work: " + seconds(30), 2_380)
                    .agents("ours", "employer: north, staffing: {daily: {10:00: 1}}")
                    .agents("theirs", "employer: south, staffing: 1")
                    .agents("phones", "desk: other, staffing: 1");
            assertThat(script.run()).as(interval).containsExactly("2380 3 offered call0", "2380 3 answered call0 2", "2390 3 received letter0", "2410 2 talk_ended call0 2");
            Script.Result result = script.summarise();
            assertThat(result.overall(Count.STARTED)).isZero();
            assertThat(result.overall(Count.WORKING_AFTER)).isZero();
        }
    }
}
