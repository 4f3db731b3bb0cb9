package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** What becomes of those who wait when a desk closes. Lines read: second, event class, event, contact, agent. */
class ClosingScriptTest {
    private static final String UNTIL_TEN_PAST = "opening: {daily: \"09:00-09:10\"}, at_close: ";

    private static Script desk(String atClose) {
        return new Script().desk("desk", UNTIL_TEN_PAST + atClose).agents("team", "staffing: 1");
    }

    /** Ten past nine is second 600. Who is being served is served to the end; who gives up at that moment has been cut off before. */
    @Test
    void disconnectCutsOffWhoeverWaitsInOrderOfEntry() {
        assertThat(desk("disconnect")
                        .calls("a", "work: " + seconds(400), 300, 310, 330)
                        .calls("b", "work: " + seconds(60) + ", priority: 2, patience: " + seconds(280), 320, 600)
                        .run())
                .containsExactly(
                        "300 3 offered a0",
                        "300 3 answered a0 0",
                        "310 3 offered a1",
                        "310 3 queued a1",
                        "320 3 offered b0",
                        "320 3 queued b0",
                        "330 3 offered a2",
                        "330 3 queued a2",
                        "600 1 disconnected a1",
                        "600 1 gave_up a1",
                        "600 1 disconnected b0",
                        "600 1 gave_up b0",
                        "600 1 disconnected a2",
                        "600 1 gave_up a2",
                        "600 3 turned_away b1",
                        "600 3 gave_up b1",
                        "700 2 talk_ended a0 0");
    }

    /** The line of who was cut off is free, and the wait is a part of the person's. */
    @Test
    void whoWasCutOffMayTryAgainAndLeavesTheLine() {
        Script script = new Script()
                .time("start: 2011-01-03T09:00, length: 2 h")
                .desk("desk", "opening: {daily: [\"09:00-09:10\", \"09:20-10:00\"]}, at_close: disconnect, lines: 2, answer_within: 60 s")
                .calls("a", "work: " + seconds(400), 300)
                .calls("b", "work: " + seconds(30) + ", retry: {probability: 100 %, limit: 1, after: [disconnected], delay: " + seconds(650) + "}", 580, 1190)
                .agents("team", "staffing: 1");
        assertThat(script.run())
                .containsExactly(
                        "300 3 offered a0",
                        "300 3 answered a0 0",
                        "580 3 offered b0",
                        "580 3 queued b0",
                        "600 1 disconnected b0",
                        "600 1 will_return b0",
                        "700 2 talk_ended a0 0",
                        "1190 3 turned_away b1",
                        "1190 3 gave_up b1",
                        "1250 3 offered b0+1",
                        "1250 3 answered b0+1 0",
                        "1280 2 talk_ended b0+1 0");
        Script.Result result = script.summarise();
        assertThat(result.overall(Count.DISCONNECTED)).isEqualTo(1);
        assertThat(result.overall(Count.RETRIED)).isEqualTo(1);
        assertThat(result.overall(Count.PERSONS_DISCONNECTED)).as("answered in the end").isZero();
        assertThat(result.overall(Count.PERSONS_ANSWERED_WITHIN)).as("20 s at the first attempt, none at the second").isEqualTo(2);
        assertThat(result.overall(Count.QUEUE)).as("20 s in the queue").isEqualTo(20_000_000);
        assertThat(result.overall(Count.WAIT_ABANDONED) + result.overall(Count.ABANDONED)).isZero();
    }

    /** Until second 600, but nobody new from second 420 on. Whoever waits by then is served; who comes is turned away, though the desk is open. */
    @Test
    void nobodyNewEntersAfterTheLastEntry() {
        assertThat(desk("keep, last_entry: 3 min")
                        .calls("a", "work: " + seconds(50), 400, 410, 420, 430, 600)
                        .run())
                .containsExactly(
                        "400 3 offered a0",
                        "400 3 answered a0 0",
                        "410 3 offered a1",
                        "410 3 queued a1",
                        "420 3 turned_away a2",
                        "420 3 gave_up a2",
                        "430 3 turned_away a3",
                        "430 3 gave_up a3",
                        "450 2 talk_ended a0 0",
                        "450 2 answered a1 0",
                        "500 2 talk_ended a1 0",
                        "600 3 turned_away a4",
                        "600 3 gave_up a4");
    }

    /** It opens again for everybody. */
    @Test
    void aLastEntryHoldsUntilTheDeskOpensAgain() {
        assertThat(new Script()
                        .desk("desk", "opening: {daily: [\"09:00-09:10\", \"09:20-09:40\"]}, last_entry: 5 min")
                        .calls("a", "work: " + seconds(10), 299, 300, 1199, 1200, 2099, 2100)
                        .agents("team", "staffing: 1")
                        .run())
                .filteredOn(line -> line.contains(" offered ") || line.contains(" turned_away "))
                .containsExactly("299 3 offered a0", "300 3 turned_away a1", "1199 3 turned_away a2", "1200 3 offered a3", "2099 3 offered a4", "2100 3 turned_away a5");
    }

    /** The run ends while the desk is open, and the next begins with a closed one. */
    @Test
    void theNextRunBeginsBehindAClosedDoor() {
        Program program = new Script()
                .time("start: 2011-01-03T08:50, length: 30 min")
                .desk("desk", "opening: {daily: \"09:00-18:00\"}, last_entry: 5 min")
                .calls("a", "work: " + seconds(10), 60, 900)
                .agents("team", "staffing: 1")
                .compile();
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state));
        for (int replication = 0; replication < 3; replication++) {
            kernel.reset(1, replication);
            kernel.runUntil(Ticks.NEVER);
            assertThat(totals[0].finish().get(0).total(0, Count.TURNED_AWAY)).isEqualTo(1);
        }
    }

    /** The desk that closes cuts off its own queue, not that of another. */
    @Test
    void otherDesksKeepTheirs() {
        assertThat(desk("disconnect")
                        .desk("other", "")
                        .volume("nobody", "volume: 0 / year, work: " + seconds(30))
                        .calls("a", "desk: other, work: " + seconds(30), 590, 590)
                        .agents("others", "desk: other, staffing: 1")
                        .run())
                .containsExactly(
                        "590 3 offered a0",
                        "590 3 answered a0 1",
                        "590 3 offered a1",
                        "590 3 queued a1",
                        "620 2 talk_ended a0 1",
                        "620 2 answered a1 1",
                        "650 2 talk_ended a1 1");
    }
}
