package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;

/** Components that fail, and the applications that they take down. Scripts last from 09:00 to 10:00. Lines read: second, event class, event, application. */
class EstateScriptTest {
    private static final String ROOM = "datacentres: {site: }\nrooms: {room: {datacentre: site}}\n";

    private static Script script(String estate) {
        return new Script().volume("a", "volume: 0 / year, work: " + seconds(1)).agents("team", "staffing: 1").with(estate);
    }

    private static String fails(int every, int repair) {
        return "failures: {every: " + seconds(every) + ", repair: " + seconds(repair) + "}";
    }

    private static String fails(int every, int repair, String more) {
        return fails(every, repair).replaceFirst("}$", ", " + more + "}");
    }

    @Test
    void worksAndIsRepairedByTurns() {
        assertThat(script("applications: {crm: {" + fails(900, 400) + "}}").run()).containsExactly(
                "900 0 application_down crm",
                "1300 0 application_up crm",
                "2200 0 application_down crm",
                "2600 0 application_up crm",
                "3500 0 application_down crm");
    }

    /** A failure at the very tick at which another repair ends: the end of an outage comes first. */
    @Test
    void anOutageEndsBeforeAnotherBegins() {
        assertThat(script(ROOM + "hosts: {a: {room: room, " + fails(1_000, 500) + "}, b: {room: room, " + fails(1_500, 9_000) + "}}\napplications: {crm: {hosts: [a, b]}}").run()).containsExactly(
                "1000 0 application_down crm",
                "1500 0 application_up crm",
                "1500 0 application_down crm");
    }

    /** One crew for two rooms: what fails second, in another, waits until the first is repaired; two crews would have been done at 1400 and 1500. */
    @Test
    void whatFailedFirstIsRepairedFirst() {
        String estate = ROOM.replace("rooms: {", "rooms: {far: {datacentre: site}, ") + "repair_crews: {ict: {crews: 1}}\nhosts: {a: {room: room, " + fails(1_000, 400, "crew: ict") + "}, b: {room: far, " + fails(1_100, 400, "crew: ict") + "}, "
                + "c: {room: room, " + fails(1_050, 300, "crew: ict") + "}}\napplications: {a: {hosts: [a]}, b: {hosts: [b]}, c: {hosts: [c]}, any: {hosts: [a, b, c], needed: 1}}";
        assertThat(script(estate).run()).startsWith(
                "1000 0 application_down a",
                "1050 0 application_down c",
                "1100 0 application_down b",
                "1100 0 application_down any",
                "1400 0 application_up a",
                "1400 0 application_up any",
                "1700 0 application_up c",
                "2100 0 application_up b");
    }

    private static final String DESK = "channels: {phone: , faults: {kind: deferred}}\nrepair_crews: {ict: {flow: repairs}}\n";

    /** A desk whose only work is the repair of what fails, as {@link #DESK} has it. */
    private static Script repairsAt(String estate) {
        return new Script().volume("repairs", "channel: faults, volume: 0 / year, work: " + seconds(1)).with(DESK).with(estate);
    }

    /** One agent who does nothing else is one crew: the script of {@link #whatFailedFirstIsRepairedFirst}, in which repairs come at the third class. */
    @Test
    void anAgentWhoOnlyRepairsIsACrew() {
        String estate = ROOM + "hosts: {a: {room: room, " + fails(1_000, 400, "crew: ict") + "}, b: {room: room, " + fails(1_100, 400, "crew: ict") + "}, "
                + "c: {room: room, " + fails(1_050, 300, "crew: ict") + "}}\napplications: {a: {hosts: [a]}, b: {hosts: [b]}, c: {hosts: [c]}, any: {hosts: [a, b, c], needed: 1}}";
        assertThat(repairsAt(estate).agents("team", "staffing: 1").run()).startsWith(
                "1000 0 application_down a",
                "1000 3 received repairs1@-7",
                "1000 3 started repairs1@-7 0",
                "1050 0 application_down c",
                "1050 3 received repairs1@-9",
                "1100 0 application_down b",
                "1100 0 application_down any",
                "1100 3 received repairs1@-8",
                "1400 0 application_up a",
                "1400 0 application_up any",
                "1400 2 finished repairs1@-7 0",
                "1400 2 started repairs1@-9 0",
                "1700 0 application_up c",
                "1700 2 finished repairs1@-9 0",
                "1700 2 started repairs1@-8 0",
                "2100 0 application_up b");
    }

    /** The call that comes at 1000 waits until the agent has repaired what failed at 900, and what fails while the agent talks waits for the end of the call. */
    @Test
    void whoRepairsTakesNoCalls() {
        assertThat(repairsAt("applications: {crm: {" + fails(900, 400, "crew: ict") + "}}").calls("c", "work: " + seconds(1_000), 1_000).agents("team", "staffing: 1").run()).containsExactly(
                "900 0 application_down crm",
                "900 3 received repairs1@-3",
                "900 3 started repairs1@-3 0",
                "1000 3 offered c0",
                "1000 3 queued c0",
                "1300 0 application_up crm",
                "1300 2 finished repairs1@-3 0",
                "1300 2 answered c0 0",
                "2200 0 application_down crm",
                "2200 3 received repairs2@-3",
                "2300 2 talk_ended c0 0",
                "2300 2 started repairs2@-3 0",
                "2700 0 application_up crm",
                "2700 2 finished repairs2@-3 0",
                "3600 0 application_down crm");
    }

    /** A break from 09:20 to 09:30: what is half repaired then waits. */
    @Test
    void aRepairWaitsForTheEndOfABreak() {
        assertThat(repairsAt("applications: {crm: {" + fails(900, 400, "crew: ict") + "}}")
                        .agents("team", "shifts: [{agents: 1, days: daily, start: \"09:00\", end: \"10:00\", breaks: [{at: \"09:20\", length: 10 min}]}]")
                        .run())
                .startsWith(
                        "900 0 application_down crm",
                        "900 3 received repairs1@-3",
                        "900 3 started repairs1@-3 0",
                        "1200 1 parked repairs1@-3 0",
                        "1800 1 resumed repairs1@-3 0",
                        "1900 0 application_up crm",
                        "1900 2 finished repairs1@-3 0");
    }

    /** The feed is down from 600 to 1000: the clock of the room, at 300 before its failure, stands for 400 s; the one that runs always fails unseen and is repaired then. */
    @Test
    void whatIsOffDoesNotFailUnlessItsClockRunsAlways() {
        String room = "supplies: {feed: {kind: power, " + fails(600, 400) + "}}\ndatacentres: {site: }\n"
                + "rooms: {stands: {datacentre: site, needs: [feed], " + fails(900, 3_000) + "}, runs: {datacentre: site, needs: [feed], " + fails(900, 300, "clock: always") + "}}\n"
                + "hosts: {s: {room: stands}, r: {room: runs}}\napplications: {s: {hosts: [s]}, r: {hosts: [r]}}";
        assertThat(script(room).run()).startsWith(
                "600 0 application_down s",
                "600 0 application_down r",
                "1000 0 application_up s",
                "1200 0 application_up r",
                "1300 0 application_down s",
                "1600 0 application_down r");
    }

    /** Each application once, though it needs the supply by three ways, and the ones that are needed first. */
    @Test
    void anEventIsWorkedOutBeforeAnyoneHearsOfIt() {
        String estate = "supplies: {feed: {" + fails(600, 400) + "}, cooling: {needs: [feed]}}\ndatacentres: {site: }\nrooms: {room: {datacentre: site, needs: [feed, cooling]}}\n"
                + "hosts: {h: {room: room}}\napplications: {portal: {needs: [payments]}, payments: {hosts: [h], needs: [cooling]}}";
        assertThat(script(estate).run()).startsWith(
                "600 0 application_down payments",
                "600 0 application_down portal",
                "1000 0 application_up payments",
                "1000 0 application_up portal");
    }

    /** Down from 900 to 1300, 2200 to 2600 and from 3500 to the end at 3600, the desk being open from 09:20. */
    @Test
    void countsOutagesAndTheirTime() {
        Script.Result result = script("applications: {fine: , crm: {" + fails(900, 400) + "}}").desk("desk", "opening: {daily: 09:20-24:00}").summarise();
        assertThat(List.of(Count.DOWN, Count.DOWN_OPEN, Count.LONGEST_OUTAGE, Count.OPEN, Count.WINDOW)).map(column -> result.seconds(Kind.APPLICATION, 1, column))
                .containsExactly(900L, 600L, 400L, 2_400L, 3_600L);
        assertThat(result.of(Kind.APPLICATION, 1, Count.OUTAGES)).isEqualTo(3);
        assertThat(result.of(Kind.APPLICATION, 0, Count.OUTAGES)).isZero();
        assertThat(result.seconds(Kind.APPLICATION, 0, Count.DOWN)).isZero();
    }

    /** A call that lasts for months after the end: what fails does so until the calendar ends, so that the run does, too. */
    @Test
    void aRunEndsThoughThingsFailForEver() {
        Script script = new Script().calls("a", "work: {distribution: constant, mean: 90 days}", 0).agents("team", "staffing: 1").with("applications: {crm: {" + fails(900, 400) + "}}");
        List<String> events = script.run();
        assertThat(events.get(events.size() - 1)).startsWith("7776000 2 talk_ended a0");
        assertThat(events.get(events.size() - 2)).endsWith("application_up crm");
    }

    /** The portal needs the payments, which nobody else does: both are of the hours of the desk whose people need the portal, and what nobody needs is of all. */
    @Test
    void countsOpeningHoursOfTheDesksThatNeedIt() {
        Script.Result result = script("services: {housing: {needs: {portal: }}}\napplications: {portal: {needs: [pay]}, pay: {" + fails(900, 400) + "}, other: {" + fails(900, 400) + "}}")
                .desk("desk", "opening: {daily: 09:20-24:00}")
                .desk("night", "opening: always")
                .summarise();
        assertThat(result.seconds(Kind.APPLICATION, 0, Count.DOWN_OPEN)).isEqualTo(600);
        assertThat(result.seconds(Kind.APPLICATION, 1, Count.DOWN_OPEN)).isEqualTo(600);
        assertThat(result.seconds(Kind.APPLICATION, 2, Count.DOWN_OPEN)).isEqualTo(900);
    }

    /** Off from 09:10 to 09:20, whatever else happens: the repair, begun at 400, ends in the window at 700; the next life of 400 s begins behind it. */
    @Test
    void maintenanceTakesDownWhatItIsOf() {
        assertThat(script("applications: {crm: {" + fails(400, 300) + "}, other: }\nmaintenance: {patches: {applications: [crm], every: {mon-fri: 09:10-09:20}}}").run()).containsExactly(
                "400 0 application_down crm",
                "1200 0 application_up crm",
                "1600 0 application_down crm",
                "1900 0 application_up crm",
                "2300 0 application_down crm",
                "2600 0 application_up crm",
                "3000 0 application_down crm",
                "3300 0 application_up crm");
    }

    /** The clock of the host, at 300 before its failure, stands while its room is off. */
    @Test
    void whatIsOffForMaintenanceDoesNotFail() {
        String estate = ROOM + "hosts: {a: {room: room, " + fails(900, 60) + "}}\napplications: {crm: {hosts: [a]}}\nmaintenance: {room: {rooms: [room], from: 2011-01-03T09:10, to: 2011-01-03T09:20}}";
        assertThat(script(estate).run()).startsWith(
                "600 0 application_down crm",
                "1200 0 application_up crm",
                "1500 0 application_down crm",
                "1560 0 application_up crm");
    }

    /** Windows that touch are one; one that reaches into a freeze does not happen, of whatever else it is; one that has begun goes on at the start. */
    @Test
    void windowsAreJoinedAndFrozen() {
        String windows = "maintenance: {a: {applications: [crm], every: {daily: [\"08:50-09:05\", \"09:10-09:12\"]}}, b: {applications: [crm], every: {tue: 09:12-09:15}}, c: {applications: [crm], from: 2011-01-04T23:00, to: 2011-01-05T01:00}}";
        Script script = script("applications: {crm: }\n" + windows).time("start: 2011-01-03T09:00, length: 49 h");
        assertThat(script.run()).containsExactly(
                "0 0 application_down crm",
                "300 0 application_up crm",
                "600 0 application_down crm",
                "720 0 application_up crm",
                "85800 0 application_down crm",
                "86700 0 application_up crm",
                "87000 0 application_down crm",
                "87300 0 application_up crm",
                "136800 0 application_down crm",
                "144000 0 application_up crm",
                "172200 0 application_down crm",
                "173100 0 application_up crm",
                "173400 0 application_down crm",
                "173520 0 application_up crm");
        assertThat(script.with("change_freezes: {tuesday: {from: 2011-01-05, to: 2011-01-05}}").with("").run()).doesNotContain("136800 0 application_down crm");
    }
}
