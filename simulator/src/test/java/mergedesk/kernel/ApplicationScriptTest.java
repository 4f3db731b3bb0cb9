package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.observe.Count;
import mergedesk.observe.Scopes;
import org.junit.jupiter.api.Test;

/** What applications do to work that needs them, to the very tick. */
class ApplicationScriptTest {
    private static final String WORK = "work: " + seconds(60);

    private static Script of(String applications, String needs) {
        return new Script().with("applications: {" + applications + "}\nservices: {housing: {needs: {" + needs + "}}, tax: }");
    }

    /** A load of 1/4 for each in service: alone 60 s take 80 s. The second comes when 30 s are done, both go at half; when the first is done at 100 s, 5 s of the second are left at 3/4. */
    @Test
    void eachWhoComesSlowsAllAndEachWhoGoesHurriesThem() {
        assertThat(of("crm: {capacity: 4 / min, response: {transactions: 1 / min}}", "crm: {}")
                        .agents("agents", "staffing: 2")
                        .calls("a", WORK, 0)
                        .calls("b", "work: " + seconds(35), 40)
                        .run())
                .containsExactly(
                        "0 3 offered a0", "0 3 answered a0 0", "40 3 offered b0", "40 3 answered b0 1", "100 2 talk_ended a0 0", "106.666667 2 talk_ended b0 1");
    }

    /** Four with a load of 1/4 each would never be answered; nobody goes more than twice as slowly. */
    @Test
    void nobodyGoesSlowerThanTheSlowest() {
        assertThat(of("crm: {capacity: 4 / min, response: {transactions: 1 / min, slowest: 2}}", "crm: {}").agents("agents", "staffing: 4").calls("a", WORK, 0, 0, 0, 0).run())
                .contains("120 2 talk_ended a0 0", "120 2 talk_ended a3 3");
    }

    /** Calls about tax need nothing: they go on as ever, and are no load. */
    @Test
    void onlyWhoNeedsItIsSlowedAndCounts() {
        assertThat(of("crm: {capacity: 4 / min, response: {transactions: 1 / min}}", "crm: {}").agents("agents", "staffing: 2").calls("a", WORK, 0).calls("b", WORK + ", service: tax", 0).run())
                .contains("60 2 talk_ended b0 1", "80 2 talk_ended a0 0");
    }

    /** Alone with both: 1/2 and 3/4 of the speed; the slower sets the pace, not both together. */
    @Test
    void theSlowestOfTwoSetsThePace() {
        assertThat(of("crm: {capacity: 4 / min, response: {transactions: 1 / min}}, map: {capacity: 2 / min, response: {transactions: 1 / min}}", "crm: {}, map: {}").agents("agents", "staffing: 1").calls("a", WORK, 0).run())
                .contains("120 2 talk_ended a0 0");
    }

    /** Who goes and who comes at one event leave the load as it was, so that others go on without being re-timed, which would lose a tick. */
    @Test
    void whoGoesAndWhoComesAtOnceChangeNothingForOthers() {
        assertThat(of("crm: {capacity: 11 / min, response: {transactions: 1 / min}}", "crm: {}").agents("agents", "staffing: 2").calls("a", WORK, 0).calls("b", "work: " + seconds(10), 0, 1, 2).run())
                .contains("12.222223 2 talk_ended b0 1", "24.444446 2 talk_ended b1 1", "36.666669 2 talk_ended b2 1")
                .contains("69.666668 2 talk_ended a0 0"); // 30.000001 s in 36.666669 s at 9/11, the rest at 10/11
    }

    /** After-call work needs it, too, and so does deferred work, which is put back with as much left as there is. */
    @Test
    void afterCallWorkAndDeferredWorkNeedItToo() {
        assertThat(of("crm: {capacity: 2 / min, response: {transactions: 1 / min}}", "crm: {}")
                        .with("channels: {phone: , email: {kind: deferred}}")
                        .agents("agents", "staffing: 1, blend: {park: true}")
                        .calls("letters", "channel: email, " + WORK, 0)
                        .calls("a", "channel: phone, work: " + seconds(10) + ", after_call: " + seconds(5), 30)
                        .run())
                .containsExactly(
                        "0 3 received letters0", "0 3 started letters0 0", "30 3 offered a0", "30 3 parked letters0 0", "30 3 answered a0 0",
                        "50 2 talk_ended a0 0", "60 2 wrap_ended a0 0", "60 2 resumed letters0 0", "150 2 finished letters0 0");
    }

    /** Which contacts need it hangs on the contact, so that whoever answers meets the same; about as many as the share says. */
    @Test
    void aShareOfContactsNeedsIt() {
        Script.Result result = of("crm: {capacity: 200 / min, response: {transactions: 199.99999 / min, slowest: 2}}", "crm: {share: 30 %}")
                .time("start: 2011-01-03, length: 1 day")
                .agents("agents", "staffing: 900")
                .volume("a", "volume: 20000 / day, " + WORK)
                .summarise();
        double mean = result.of(Scopes.Kind.OVERALL, 0, Count.TALK) / 60e6 / result.overall(Count.ANSWERED);
        assertThat(mean).isBetween(1.3 - 4.5 * Math.sqrt(0.21 / result.overall(Count.ANSWERED)), 1.3 + 4.5 * Math.sqrt(0.21 / result.overall(Count.ANSWERED)));
    }
}
