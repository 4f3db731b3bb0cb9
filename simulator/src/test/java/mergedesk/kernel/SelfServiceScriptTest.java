package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** Self-service before the desk. Lines read: second, event class, event, contact, agent. */
class SelfServiceScriptTest {
    private static final String PORTAL = "channels: {phone: , portal: {kind: self_service%s}}";

    private static String selfService(String keys) {
        return ", self_service: {channel: portal, " + keys + "}";
    }

    private static Script script(String opening) {
        return new Script().with(PORTAL.formatted(opening)).agents("team", "staffing: 1");
    }

    @Test
    void whoIsContainedNeverComesToADesk() {
        assertThat(script("").calls("a", "work: " + seconds(60) + selfService("tries: 100 %, contained: 100 %, delay: " + seconds(9)), 10, 12).run())
                .containsExactly("10 3 contained a0", "12 3 contained a1");
    }

    /** A first attempt at the door, with its own patience; a second attempt does not try self-service again. */
    @Test
    void whomItFailsComesLaterAsAFirstAttempt() {
        assertThat(script("")
                        .calls("a", "work: " + seconds(60) + ", patience: " + seconds(5) + ", retry: {probability: 100 %, limit: 1, delay: " + seconds(40) + "}"
                                + selfService("tries: 100 %, contained: 0 %, delay: " + seconds(100)), 0, 10)
                        .run())
                .containsExactly(
                        "0 3 self_service_failed a0",
                        "10 3 self_service_failed a1",
                        "100 3 offered a0",
                        "100 3 answered a0 0",
                        "110 3 offered a1",
                        "110 3 queued a1",
                        "115 4 abandoned a1",
                        "115 4 will_return a1",
                        "155 3 offered a1+1",
                        "155 3 queued a1+1",
                        "160 2 talk_ended a0 0",
                        "160 2 answered a1+1 0",
                        "220 2 talk_ended a1+1 0");
    }

    /** The script begins at 09:00. Closing comes before whoever arrives at that moment, opening too. */
    @Test
    void whileItIsDownPeopleComeAtOnce() {
        assertThat(script(", opening: {daily: 09:01-09:02}")
                        .calls("a", "work: " + seconds(1) + selfService("tries: 100 %, contained: 100 %, delay: " + seconds(9)), 59, 60, 119, 120)
                        .run())
                .containsExactly(
                        "59 3 offered a0",
                        "59 3 answered a0 0",
                        "60 2 talk_ended a0 0",
                        "60 3 contained a1",
                        "119 3 contained a2",
                        "120 3 offered a3",
                        "120 3 answered a3 0",
                        "121 2 talk_ended a3 0");
    }

    /** They come to the other flow's desk, with its work and in its counts, and are still called by where they came from; a retry is one of the other flow. */
    @Test
    void theyMayComeAsContactsOfAnotherFlow() {
        Script script = script("")
                .desk("other", "")
                .agents("others", "desk: other, staffing: 1")
                .calls("a", "work: " + seconds(60) + selfService("becomes: b, tries: 100 %, contained: 0 %, delay: " + seconds(30)), 0, 1)
                .volume("b", "volume: 0 / year, desk: other, work: " + seconds(7) + ", patience: " + seconds(2) + ", retry: {probability: 100 %, limit: 1, delay: " + seconds(10) + "}");
        assertThat(script.run()).containsExactly(
                "0 3 self_service_failed a0",
                "1 3 self_service_failed a1",
                "30 3 offered a0",
                "30 3 answered a0 1",
                "31 3 offered a1",
                "31 3 queued a1",
                "33 4 abandoned a1",
                "33 4 will_return a1",
                "37 2 talk_ended a0 1",
                "43 3 offered a1+1",
                "43 3 answered a1+1 1",
                "50 2 talk_ended a1+1 1");
        Program program = script.compile();
        RunSummary run = run(program);
        Scopes scopes = new Scopes(program);
        int a = scopes.row(Scopes.Kind.FLOW, 0);
        int b = scopes.row(Scopes.Kind.FLOW, 1);
        assertThat(run.total(a, Count.SELF_SERVICE_FAILED)).isEqualTo(2);
        assertThat(List.of(run.total(a, Count.OFFERED), run.total(a, Count.PERSONS))).containsExactly(0L, 0L);
        assertThat(List.of(run.total(b, Count.OFFERED), run.total(b, Count.PERSONS), run.total(b, Count.PERSONS_ANSWERED))).containsExactly(3L, 2L, 2L);
        assertThat(run.total(b, Count.SELF_SERVICE_FAILED)).isZero();
    }

    /** A drain waits for those whom self-service has failed, who come in the 24 hours after the end; who would come later does not come. */
    @Test
    void aDrainWaitsForThem() {
        assertThat(script("")
                        .calls("a", "work: " + seconds(60) + selfService("tries: 100 %, contained: 0 %, delay: " + seconds(86_500)), 3_599, 3_400)
                        .run())
                .containsExactly("3400 3 self_service_failed a0", "3599 3 self_service_failed a1", "89900 3 offered a0", "89900 3 answered a0 0", "89960 2 talk_ended a0 0");
    }

    private static RunSummary run(Program program) {
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state));
        kernel.reset(1, 0);
        kernel.runUntil(Long.MAX_VALUE);
        return totals[0].finish().get(0);
    }
}
