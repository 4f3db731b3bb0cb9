package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Applications with a standby. Scripts last from 09:00 to 10:00; the desk is open from 09:20 to 09:40. Lines read: second, event class, event, application. */
class FailoverScriptTest {
    private static final String NEVER = "9000";

    /** Host a is primary, s the standby; {@code lives} of a and s: first life and repair in seconds, all alike. */
    private static Script script(String a, String s, String failover) {
        return new Script()
                .volume("f", "volume: 0 / year, work: " + seconds(1))
                .desk("desk", "opening: {daily: 09:20-09:40}")
                .agents("team", "staffing: 1")
                .with("repair_crews: {ict: {crews: 1}}\ndatacentres: {site: }\nrooms: {room: {datacentre: site}}\nhosts: {a: {room: room, " + fails(a) + "}, s: {room: room, " + fails(s) + "}}\n"
                        + "applications: {crm: {hosts: [a], standby: [s], failover: {" + failover + "}}}");
    }

    private static String fails(String everyAndRepair) {
        String[] parts = everyAndRepair.split(" ");
        return "failures: {every: " + seconds(Integer.parseInt(parts[0])) + ", repair: " + seconds(Integer.parseInt(parts[1])) + ", crew: ict}";
    }

    private static String takes(int seconds) {
        return "takes: " + seconds(seconds);
    }

    /** Down from 1000 to 1060; the primary, up again at 1500, takes over at once, and nobody notices. */
    @Test
    void theStandbyServesUntilThePrimaryIsBack() {
        assertThat(script("1000 500", NEVER + " 1", takes(60)).run()).containsExactly(
                "1000 0 application_down crm",
                "1060 0 application_up crm",
                "2500 0 application_down crm",
                "2560 0 application_up crm");
    }

    @Test
    void goingBackTakesTimeAndAFailoverThatDoesNotWorkMore() {
        assertThat(script("1000 500", NEVER + " 1", takes(60) + ", works: 0 %, otherwise: " + seconds(300) + ", back_takes: " + seconds(30)).run()).startsWith(
                "1000 0 application_down crm",
                "1300 0 application_up crm",
                "1500 0 application_down crm",
                "1530 0 application_up crm",
                "2500 0 application_down crm");
    }

    /** The primary is up again at 1500, in opening hours: it takes over when the desk closes, at 2400. It fails at 2500 all the same: a host works though it does not serve. */
    @Test
    void goesBackAfterHours() {
        assertThat(script("1000 500", NEVER + " 1", takes(60) + ", back: after_hours, back_takes: " + seconds(30)).run()).startsWith(
                "1000 0 application_down crm",
                "1060 0 application_up crm",
                "2400 1 application_down crm",
                "2430 0 application_up crm",
                "2500 0 application_down crm",
                "2560 0 application_up crm");
    }

    /** The standby, which serves from 1060 on, fails at 2000: the primary has been up since 1500 and takes over like any other side. */
    @Test
    void neverGoesBackBeforeItMust() {
        assertThat(script("1000 500", "2000 900", takes(60) + ", back: never").run()).startsWith(
                "1000 0 application_down crm",
                "1060 0 application_up crm",
                "2000 0 application_down crm",
                "2060 0 application_up crm",
                "2500 0 application_down crm");
    }

    /** The primary is repaired at 1040, before the failover is over. */
    @Test
    void aSideThatIsWholeAgainServesAtOnce() {
        assertThat(script("1000 40", NEVER + " 1", takes(60)).run()).startsWith(
                "1000 0 application_down crm",
                "1040 0 application_up crm",
                "2040 0 application_down crm",
                "2080 0 application_up crm");
    }

    /** The repair begins at 1060 and ends at 1100. */
    @Test
    void aRepairMayWaitForTheFailover() {
        assertThat(script("1000 40", NEVER + " 1", takes(60) + ", back_takes: " + seconds(10) + ", during: {repair: waits}").run()).startsWith(
                "1000 0 application_down crm",
                "1060 0 application_up crm",
                "1100 0 application_down crm",
                "1110 0 application_up crm");
    }

    /** The standby fails at 1030, and both wait for one crew: the primary, which failed first, is up at 1500. */
    @Test
    void aStandbyMayFailDuringAFailover() {
        assertThat(script("1000 500", "1030 500", takes(60)).run()).startsWith("1000 0 application_down crm", "1500 0 application_up crm");
    }

    /** Its clock stands from 1000 to 1060, so that it fails at 1090 instead of 1030; then the primary, up at 1500, has to take over. */
    @Test
    void aStandbyThatCannotFailDuringAFailoverFailsLater() {
        assertThat(script("1000 500", "1030 500", takes(60) + ", during: {standby: cannot}").run()).startsWith(
                "1000 0 application_down crm",
                "1060 0 application_up crm",
                "1090 0 application_down crm",
                "1560 0 application_up crm");
    }

    /** Both are down from 1000 on; the standby comes back first, at 1100. */
    @Test
    void afterBothWereDownTheFirstMayServeAtOnce() {
        assertThat(script("1000 500", "900 200", takes(60)).run()).startsWith("1000 0 application_down crm", "1160 0 application_up crm");
        assertThat(script("1000 500", "900 200", takes(60) + ", both_down: serves").run()).startsWith("1000 0 application_down crm", "1100 0 application_up crm");
    }

    @Test
    void aFailoverThatTakesNoTimeIsNone() {
        assertThat(script("1000 500", NEVER + " 1", "takes: {distribution: constant, mean: 1 min, at_zero: 100 %}").run()).isEmpty();
    }

    /** The payments fail with the host and are up again at 1030: the failover has gone on meanwhile. */
    @Test
    void failsOverWhileWhatItNeedsIsDown() {
        assertThat(script("1000 500", NEVER + " 1", takes(60) + "}, needs: [pay]}, pay: {failures: {every: " + seconds(1_000) + ", repair: " + seconds(30)).run()).startsWith(
                "1000 0 application_down crm",
                "1000 0 application_down pay",
                "1030 0 application_up pay",
                "1060 0 application_up crm");
    }
}
