package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes;
import mergedesk.stats.Estimate;
import mergedesk.stats.Sample;
import org.junit.jupiter.api.Test;

/** Messages after a wait: an end of waiting beside patience. Lines read: second, event class, event, contact, agent. */
class MessageScriptTest {
    private static final String WORK = "work: " + seconds(100);

    private static Script desk(String inside) {
        return new Script().desk("desk", inside).agents("team", "staffing: 1");
    }

    /** The line is free then, and who is answered or gives up before leaves none; at the tick of the end of patience patience decides. */
    @Test
    void whoStillWaitsThenLeavesAMessageAndTheLine() {
        assertThat(desk("lines: 2")
                        .calls("a", WORK + ", message: {after: 30 s, share: 100 %}", 0, 1, 30, 31, 75)
                        .calls("b", WORK + ", message: {after: 30 s, share: 100 %}, patience: " + seconds(30) + ", retry: {probability: 100 %, delay: " + seconds(900) + "}", 62)
                        .run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 queued a1",
                        "30 3 offered a2",
                        "30 3 blocked a2",
                        "30 3 gave_up a2",
                        "31 3 offered a3", // an arrival comes before the message of the same tick
                        "31 3 blocked a3",
                        "31 3 gave_up a3",
                        "31 4 left_message a1",
                        "62 3 offered b0",
                        "62 3 queued b0",
                        "75 3 offered a4",
                        "75 3 blocked a4",
                        "75 3 gave_up a4",
                        "92 4 abandoned b0",
                        "92 4 will_return b0",
                        "100 2 talk_ended a0 0",
                        "992 3 offered b0+1",
                        "992 3 answered b0+1 0",
                        "1092 2 talk_ended b0+1 0");
    }

    /** A group that may take the call from that moment on takes it. */
    @Test
    void helpThatOpensAtThatMomentComesFirst() {
        assertThat(desk("")
                        .calls("a", WORK + ", message: {after: 30 s, share: 100 %}", 0, 1)
                        .agents("help", "staffing: 1")
                        .with("routing: [{flow: a, group: team}, {flow: a, group: help, after: 30 s}]")
                        .run())
                .contains("31 4 answered a1 1")
                .noneMatch(line -> line.contains("left_message"));
    }

    /** Neither answered nor abandoned, by person too; those who wait on do so with their own patience. */
    @Test
    void isCountedByItself() {
        Script.Result result = desk("answer_within: 60 s")
                .calls("a", WORK + ", message: {after: 30 s, share: 100 %}, retry: {probability: 100 %, limit: 1, delay: " + seconds(60) + ", after: [abandoned]}", 0, 1)
                .calls("b", WORK + ", message: {after: 30 s, share: 0 %}, patience: " + seconds(50), 2)
                .summarise();
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.MESSAGES)).isEqualTo(1);
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.PERSONS_MESSAGES)).isEqualTo(1);
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.ABANDONED)).isZero();
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.RETRIED)).isZero();
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.QUEUE)).isEqualTo(30_000_000);
        assertThat(result.of(Scopes.Kind.FLOW, 1, Count.MESSAGES)).isZero();
        assertThat(result.of(Scopes.Kind.FLOW, 1, Count.WAIT_ABANDONED)).isEqualTo(50_000_000);
        for (int row = 0; row < 2; row++) {
            int flow = row;
            assertThat(Count.OUTCOMES.stream().mapToLong(column -> result.of(Scopes.Kind.FLOW, flow, column)).sum()).isEqualTo(result.of(Scopes.Kind.FLOW, flow, Count.OFFERED));
            assertThat(Count.PERSON_OUTCOMES.stream().mapToLong(column -> result.of(Scopes.Kind.FLOW, flow, column)).sum())
                    .isEqualTo(result.of(Scopes.Kind.FLOW, flow, Count.PERSONS));
        }
    }

    /** The last who waits is gone with the message at 10:00:10: what staff would do from then on is no part of a run that drains, though the run has not noticed yet. */
    @Test
    void whatComesWhenAllHaveLeftIsNotBegun() {
        Script script = new Script()
                .with("channels: {phone: , voicemail: {kind: deferred}}")
                .with("routing: [{flow: a, group: nobody}]")
                .calls("a", WORK + ", message: {after: 30 s, share: 100 %, becomes: letters}", 3_570, 3_580)
                .volume("letters", "channel: voicemail, volume: 0 / year, work: " + seconds(2))
                .agents("team", "staffing: 1")
                .agents("nobody", "staffing: {daily: {\"12:00\": 1}}");
        assertThat(script.run()).endsWith("3600 4 left_message a0", "3600 4 received a0", "3600 4 started a0 0", "3602 2 finished a0 0", "3610 4 left_message a1", "3610 4 received a1");
    }

    /** The message is work of another flow from that moment on, with that flow's work, and the agent takes it up when nobody waits. */
    @Test
    void aMessageMayBecomeDeferredWork() {
        Script script = desk("")
                .with("channels: {phone: , voicemail: {kind: deferred}}")
                .calls("a", WORK + ", message: {after: 30 s, share: 100 %, becomes: letters}", 0, 1, 90)
                .volume("letters", "channel: voicemail, volume: 0 / year, work: " + seconds(40));
        assertThat(script.run())
                .containsExactly(
                        "0 3 offered a0",
                        "0 3 answered a0 0",
                        "1 3 offered a1",
                        "1 3 queued a1",
                        "31 4 left_message a1",
                        "31 4 received a1",
                        "90 3 offered a2",
                        "90 3 queued a2",
                        "100 2 talk_ended a0 0",
                        "100 2 answered a2 0",
                        "200 2 talk_ended a2 0",
                        "200 2 started a1 0",
                        "240 2 finished a1 0");
        Script.Result result = script.summarise();
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.MESSAGES)).isEqualTo(1);
        assertThat(result.of(Scopes.Kind.FLOW, 0, Count.RECEIVED)).isZero();
        assertThat(result.of(Scopes.Kind.FLOW, 1, Count.RECEIVED)).isEqualTo(1);
        assertThat(result.of(Scopes.Kind.FLOW, 1, Count.OFFERED)).isZero();
    }

    /** Nobody but the first is answered: of those whose exponential patience of 2 min outlasts 1 min, 30 % leave a message. */
    @Test
    void theShareIsOfThoseWhoStillWait() {
        Script script = new Script()
                .time("start: 2011-01-03T09:00, length: 10 h")
                .volume("a", "volume: 2000 / h, work: {distribution: constant, mean: 20 h}, message: {after: 1 min, share: 30 %}, patience: {distribution: exponential, mean: 2 min}")
                .agents("team", "staffing: 1");
        double[] messages = new double[30];
        for (int r = 0; r < messages.length; r++) {
            Script.Result result = Script.summarise(script.compile(), 1, r);
            messages[r] = result.overall(Count.MESSAGES) / (double) result.overall(Count.OFFERED);
        }
        Estimate mean = Sample.mean(messages, 1, Estimate.Method.MEAN);
        double error = mean.halfWidth() / 2.045;
        double theory = 0.3 * StrictMath.exp(-0.5);
        assertThat(error).isLessThan(0.02 * theory);
        assertThat(Math.abs(mean.value() - theory)).isLessThan(4.5 * error);
    }
}
