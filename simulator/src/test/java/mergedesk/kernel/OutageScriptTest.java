package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Outages with a date. Scripts last from 09:00 to 10:00 on Monday, 3 January 2011. Lines read: second, event class, event, application. */
class OutageScriptTest {
    private static final String ROOM = "datacentres: {site: }\nrooms: {room: {datacentre: site}, other: {datacentre: site}}\n";

    private static Script script(String estate) {
        return new Script().volume("a", "volume: 0 / year, work: " + seconds(1)).agents("team", "staffing: 1").with(estate);
    }

    private static String outage(String what, String from, int seconds) {
        return "{" + what + ", from: 2011-01-03T" + from + ", lasts: " + seconds + " s}";
    }

    @Test
    void isDownFromTheStatedTimeAsLongAsStated() {
        assertThat(script("applications: {crm: {}, tax: {}}\noutages: {o: " + outage("applications: [crm]", "09:10", 300) + "}").run()).containsExactly("600 0 application_down crm", "900 0 application_up crm");
    }

    /** What began before the run and what goes on after it. */
    @Test
    void beginsBeforeTheRunOrEndsAfterIt() {
        List<String> events = script("applications: {crm: {}}\noutages: {early: " + outage("applications: [crm]", "08:50", 900) + ", late: " + outage("applications: [crm]", "09:50", 900) + ", missed: " + outage("applications: [crm]", "08:00", 3_600) + "}").run();
        assertThat(events).containsExactly("0 0 application_down crm", "300 0 application_up crm", "3000 0 application_down crm");
    }

    /** Those that overlap or meet are one. */
    @Test
    void overlapsAndMeets() {
        String estate = "applications: {crm: {}}\noutages: {a: " + outage("applications: [crm]", "09:10", 300) + ", b: " + outage("applications: [crm]", "09:12", 300) + ", c: " + outage("applications: [crm]", "09:17", 60) + "}";
        assertThat(script(estate).run()).containsExactly("600 0 application_down crm", "1080 0 application_up crm");
    }

    /** A room shuts its hosts, and the standby serves after the failover; both rooms at once, and no failover begins that would be given up. */
    @Test
    void shutsWhatNeedsIt() {
        String crm = "hosts: {a: {room: room}, b: {room: other}}\napplications: {crm: {hosts: [a], standby: [b], failover: {takes: " + seconds(60) + ", back: never}}}\n";
        assertThat(script(ROOM + crm + "outages: {o: " + outage("rooms: [room]", "09:10", 300) + "}").run()).containsExactly("600 0 application_down crm", "660 0 application_up crm");
        assertThat(script(ROOM + crm + "outages: {o: " + outage("rooms: [room, other]", "09:10", 300) + "}").run()).containsExactly("600 0 application_down crm", "900 0 application_up crm");
    }

    /** 1,000 s of work from 0, shut from 600 s to 900 s: the clock stands, and the failure is at 1,300 s; where it always runs, it fails unseen at 1,000 s or in the window. */
    @Test
    void clockOfFailureStandsWhileShut() {
        String fails = "failures: {every: " + seconds(1_000) + ", repair: " + seconds(5_000) + "%s}";
        String outage = "\noutages: {o: " + outage("applications: [crm]", "09:10", 300) + "}";
        assertThat(script("applications: {crm: {" + fails.formatted("") + "}}" + outage).run()).containsExactly("600 0 application_down crm", "900 0 application_up crm", "1300 0 application_down crm");
        assertThat(script("applications: {crm: {" + fails.formatted(", clock: always") + "}}" + outage).run()).containsExactly("600 0 application_down crm", "900 0 application_up crm", "1000 0 application_down crm");
        assertThat(script("applications: {crm: {" + fails.replace("1000", "700").formatted(", clock: always") + "}}" + outage).run()).startsWith("600 0 application_down crm");
    }

    /** What breaks before it is shut stays down until both are over. */
    @Test
    void isUpWhenRepairedAndOpen() {
        String fails = "failures: {every: " + seconds(500) + ", repair: " + seconds(200) + "}";
        assertThat(script("applications: {crm: {" + fails + "}}\noutages: {o: " + outage("applications: [crm]", "09:10", 300) + "}").run()).containsExactly(
                "500 0 application_down crm", "900 0 application_up crm", "1400 0 application_down crm", "1600 0 application_up crm", "2100 0 application_down crm", "2300 0 application_up crm", "2800 0 application_down crm",
                "3000 0 application_up crm", "3500 0 application_down crm");
    }
}
