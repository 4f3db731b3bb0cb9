package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import org.junit.jupiter.api.Test;

/** How agents divide themselves between people and deferred work. Lines read: second, event class, event, contact, agent. */
class BlendScriptTest {
    private static Script script() {
        return new Script().with("channels: {phone: , post: {kind: deferred}}");
    }

    @Test
    void parksForACallWhoTookTheirsUpLastAndAddsTheHandOverForAnotherOnly() {
        assertThat(script()
                        .calls("letter", "channel: post, work: " + seconds(100), 0, 10)
                        .calls("call", "work: " + seconds(50), 30)
                        .agents("team", "staffing: 2, blend: {park: true, hand_over: 5 s}")
                        .run())
                .containsExactly(
                        "0 3 received letter0",
                        "0 3 started letter0 0",
                        "10 3 received letter1",
                        "10 3 started letter1 1",
                        "30 3 offered call0",
                        "30 3 parked letter1 1", // 20 s done
                        "30 3 answered call0 1",
                        "80 2 talk_ended call0 1",
                        "80 2 resumed letter1 1", // by who began it
                        "100 2 finished letter0 0",
                        "160 2 finished letter1 1");
        assertThat(script()
                        .calls("letter", "channel: post, work: " + seconds(100), 0, 10)
                        .calls("call", "work: " + seconds(500), 30)
                        .agents("team", "staffing: 2, blend: {park: true, hand_over: 5 s}")
                        .run())
                .contains("100 2 finished letter0 0", "100 2 resumed letter1 0", "185 2 finished letter1 0"); // 80 s left, and 5
    }

    /** Call by call, to the tick: so all that is known of M/M/s is known of calls with letters that are put back. */
    @Test
    void callsDoNotNoticeLettersThatArePutBack() {
        String calls = "volume: 3 / min, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 4 min}";
        Script.Result alone = script().time("start: 2011-01-03, length: 2 days").volume("call", calls).agents("team", "staffing: 16").summarise();
        Script.Result mixed = script()
                .time("start: 2011-01-03, length: 2 days")
                .volume("call", calls)
                .volume("letter", "channel: post, volume: 60 / h, work: {distribution: gamma, mean: 8 min, cv: 0.7}, opening_backlog: {items: 100}")
                .agents("team", "staffing: 16, blend: {park: true, hand_over: 1 min}")
                .summarise();
        assertThat(alone.overall(Count.ABANDONED)).isPositive();
        assertThat(alone.overall(Count.WAIT_ANSWERED)).isPositive();
        for (int column = 0; column < Count.CONTACT_COLUMNS; column++) {
            assertThat(mixed.overall(column)).as("column " + column).isEqualTo(alone.overall(column));
        }
        assertThat(mixed.overall(Count.FINISHED)).isGreaterThan(100);
    }

    @Test
    void keepsWhatWasPutBackForTheSameAgent() {
        assertThat(script()
                        .calls("letter", "channel: post, work: " + seconds(100), 0, 10, 20)
                        .calls("call", "work: " + seconds(500), 30)
                        .agents("team", "shifts: [{agents: 2, start: 09:00, end: 17:00}], blend: {park: true, resume: same, hand_over: 5 s}")
                        .run())
                .containsSubsequence(
                        "30 3 parked letter1 1",
                        "30 3 answered call0 1",
                        "100 2 finished letter0 0",
                        "100 2 started letter2 0",
                        "200 2 finished letter2 0",
                        "530 2 talk_ended call0 1",
                        "530 2 resumed letter1 1",
                        "610 2 finished letter1 1");
    }

    @Test
    void takesAPieceUpOnlyIfMoreAreIdleThanTheReserve() {
        assertThat(script()
                        .calls("letter", "channel: post, work: " + seconds(100), 0, 10, 20)
                        .agents("team", "staffing: 3, blend: {reserve: 1}")
                        .run())
                .containsExactly(
                        "0 3 received letter0",
                        "0 3 started letter0 0",
                        "10 3 received letter1",
                        "10 3 started letter1 1",
                        "20 3 received letter2",
                        "100 2 finished letter0 0",
                        "100 2 started letter2 0",
                        "110 2 finished letter1 1",
                        "200 2 finished letter2 0");
    }

    /** At half past nine two more come, so that a quarter is busy, not half. */
    @Test
    void looksAgainWhenStaffComeBelowTheOccupancy() {
        assertThat(script()
                        .calls("call", "work: " + seconds(900), 1_700)
                        .calls("letter", "channel: post, work: " + seconds(100), 1_710)
                        .agents("team", "staffing: {daily: {09:00: 2, 09:30: 4}}, blend: {below_occupancy: 50 %}")
                        .run())
                .containsExactly(
                        "1700 3 offered call0",
                        "1700 3 answered call0 0",
                        "1710 3 received letter0",
                        "1800 1 started letter0 2", // who comes looks first
                        "1900 2 finished letter0 2",
                        "2600 2 talk_ended call0 0");
    }

    /** The clerk cannot take calls, and leaves letters while two wait for others. */
    @Test
    void looksAgainWhenTheQueueIsShortAgain() {
        assertThat(script()
                        .with("services: {housing: , letters: }")
                        .calls("call", "work: " + seconds(100), 0, 10, 20)
                        .calls("letter", "channel: post, service: letters, work: " + seconds(10), 30)
                        .agents("team", "skills: [housing], staffing: 1")
                        .agents("clerk", "skills: [letters], staffing: 1, blend: {below_queue: 2}")
                        .run())
                .containsSubsequence("30 3 received letter0", "100 2 answered call1 0", "100 4 started letter0 1", "110 2 finished letter0 1");
    }

    @Test
    void aShareTakesDeferredWorkFirstAndTheOthersNone() {
        assertThat(script()
                        .calls("call", "work: " + seconds(100), 0, 0, 0, 0)
                        .calls("letter", "channel: post, work: " + seconds(100), 10, 10, 10)
                        .agents("team", "staffing: 2, blend: {share: 60 %}")
                        .run())
                .containsExactly(
                        "0 3 offered call0",
                        "0 3 answered call0 0",
                        "0 3 offered call1",
                        "0 3 answered call1 1",
                        "0 3 offered call2",
                        "0 3 queued call2",
                        "0 3 offered call3",
                        "0 3 queued call3",
                        "10 3 received letter0",
                        "10 3 received letter1",
                        "10 3 received letter2",
                        "100 2 talk_ended call0 0",
                        "100 2 started letter0 0",
                        "100 2 talk_ended call1 1",
                        "100 2 answered call2 1",
                        "200 2 finished letter0 0",
                        "200 2 started letter1 0",
                        "200 2 talk_ended call2 1",
                        "200 2 answered call3 1",
                        "300 2 finished letter1 0",
                        "300 2 started letter2 0",
                        "300 2 talk_ended call3 1",
                        "400 2 finished letter2 0");
    }

    /** Nobody at first, one of two from ten past, both from twenty past, one again from twenty-five past. */
    @Test
    void aShareMayVaryByTime() {
        assertThat(script()
                        .calls("letter", "channel: post, work: " + seconds(1_000), 10, 10, 10)
                        .agents("team", "staffing: 2, blend: {share: {mon-fri: {\"09:10\": 50 %, \"09:20\": 100 %, \"09:25\": 99 %, \"09:30\": 0 %}}}")
                        .run())
                .containsExactly(
                        "10 3 received letter0",
                        "10 3 received letter1",
                        "10 3 received letter2",
                        "600 4 started letter0 0",
                        "1200 4 started letter1 1",
                        "1600 2 finished letter0 0", // one of two, rounded down, has another
                        "2200 2 finished letter1 1");
    }

    /** The rules of a moment hold for whoever comes then. */
    @Test
    void rulesChangeBeforeStaffDo() {
        assertThat(script()
                        .calls("call", "work: " + seconds(100), 0)
                        .calls("letter", "channel: post, work: " + seconds(100), 10)
                        .agents("team", "staffing: {daily: {\"09:10\": 1}}, blend: {share: {daily: {\"09:10\": 100 %}}}")
                        .run())
                .contains("600 1 started letter0 0", "700 2 answered call0 0");
    }

    @Test
    void aReserveMayVaryByTime() {
        assertThat(script()
                        .calls("letter", "channel: post, work: " + seconds(1_000), 10, 10)
                        .agents("team", "staffing: 2, blend: {reserve: {daily: {\"09:00\": 2, \"09:10\": 1, \"09:20\": 0}}}")
                        .run())
                .containsExactly(
                        "10 3 received letter0",
                        "10 3 received letter1",
                        "600 4 started letter0 0",
                        "1200 4 started letter1 1",
                        "1600 2 finished letter0 0",
                        "2200 2 finished letter1 1");
    }

    /** After the break the agent goes on with the letter, not with the call that waits: letters are preferred; and the other way round. */
    @Test
    void whatIsKeptStandsWhereItsPreferencePutsIt() {
        for (int preference : new int[] {1, 3}) {
            assertThat(script()
                            .with("routing: [{flow: letter, group: team, preference: " + preference + "}, {flow: call, group: team, preference: 2}]")
                            .calls("letter", "channel: post, work: " + seconds(1_000), 1_000)
                            .calls("call", "work: " + seconds(100), 1_900)
                            .agents("team", "shifts: [{agents: 1, start: 09:00, end: 17:00, breaks: [{at: 09:30, length: 5 min}]}], blend: {resume: same}")
                            .run())
                    .as("preference " + preference)
                    .endsWith(preference == 1
                            ? new String[] {"2100 1 resumed letter0 0", "2300 2 finished letter0 0", "2300 2 answered call0 0", "2400 2 talk_ended call0 0"}
                            : new String[] {"2100 1 answered call0 0", "2200 2 talk_ended call0 0", "2200 2 resumed letter0 0", "2400 2 finished letter0 0"});
        }
    }
}
