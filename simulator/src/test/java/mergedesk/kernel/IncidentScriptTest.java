package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.observe.Count;
import org.junit.jupiter.api.Test;

/** Who calls because an application is down, to the very tick. Outages of 1,000 s begin 300 s, 1,600 s and 2,900 s after Monday, 09:00. Contacts that an outage brings have the day −2, which reads "@-2". */
class IncidentScriptTest {
    private static Script of(String incidents) {
        return of(incidents, "");
    }

    private static Script of(String incidents, String flow) {
        return new Script()
                .with("applications: {crm: {failures: {every: " + seconds(300) + ", repair: " + seconds(1_000) + "}, incidents: {" + incidents + "}}}")
                .agents("agents", "staffing: 5")
                .volume("a", "volume: 0 / year, work: " + seconds(7) + flow);
    }

    private static List<String> incidents(Script script) {
        return script.run().stream().filter(line -> line.contains("incident")).toList();
    }

    /** After the same time of work in each outage; who works for a minute at 09:06 and then from 09:20 on has worked 70 s at 09:20:10. */
    @Test
    void usersCallOnceInEachOutageAfterAStretchOfWork() {
        assertThat(of("users: {a: 2}, calls: 100 %, delay: " + seconds(50)).run()).startsWith(
                "300 0 application_down crm",
                "350 3 incident a0@-2", "350 3 offered a0@-2", "350 3 answered a0@-2 0", "350 3 incident a1@-2", "350 3 offered a1@-2", "350 3 answered a1@-2 1",
                "357 2 talk_ended a0@-2 0", "357 2 talk_ended a1@-2 1",
                "1300 0 application_up crm", "1600 0 application_down crm", "1650 3 incident a2@-2");
        assertThat(incidents(of("users: {a: 1}, calls: 100 %, delay: " + seconds(70) + ", working: {daily: [\"09:06-09:07\", \"09:20-24:00\"]}")))
                .containsExactly("1210 3 incident a0@-2", "1670 3 incident a1@-2", "2970 3 incident a2@-2");
    }

    /** At the tick of the return they do not call any more, but before it; or they call later, in another outage or none. */
    @Test
    void whoHasNotCalledWhenItIsUpAgainMayOrMayNot() {
        assertThat(incidents(of("users: {a: 1}, calls: 100 %, delay: " + seconds(1_000)))).isEmpty();
        assertThat(incidents(of("users: {a: 1}, calls: 100 %, delay: " + seconds(999.999)))).containsExactly("1299.999 3 incident a0@-2", "2599.999 3 incident a1@-2");
        assertThat(incidents(of("users: {a: 1}, calls: 100 %, delay: " + seconds(1_400) + ", after_recovery: call"))).containsExactly("1700 3 incident a0@-2", "3000 3 incident a1@-2");
    }

    /** Whoever would call at the tick of the announcement or later does not, if it keeps all from calling. */
    @Test
    void theAnnouncementKeepsLaterOnesFromCalling() {
        assertThat(incidents(of("users: {a: 1}, calls: 100 %, delay: " + seconds(60) + ", announcement: {after: 60 s, lowers: 100 %}"))).isEmpty();
        assertThat(incidents(of("users: {a: 1}, calls: 100 %, delay: " + seconds(59) + ", announcement: {after: 60 s, lowers: 100 %}"))).hasSize(3);
    }

    @Test
    void callsAreShortOnceThereIsAParentTicket() {
        assertThat(of("users: {a: 1}, calls: 100 %, delay: " + seconds(60) + ", parent_ticket: {after: 60 s, work: " + seconds(2) + "}").run()).contains("360 3 answered a0@-2 0", "362 2 talk_ended a0@-2 0");
        assertThat(of("users: {a: 1}, calls: 100 %, delay: " + seconds(59) + ", parent_ticket: {after: 60 s, work: " + seconds(2) + "}").run()).contains("359 3 answered a0@-2 0", "366 2 talk_ended a0@-2 0");
    }

    /** Twice as many call where twice as many would, and those who call with an announcement are among those who call without. */
    @Test
    void chanceDecidesByUser() {
        List<String> all = incidents(of("users: {a: 400}, calls: 60 %, delay: {mean: 2 min}").time("start: 2011-01-03T09:00, length: 20 min"));
        List<String> told = incidents(of("users: {a: 400}, calls: 60 %, delay: {mean: 2 min}, announcement: {after: 1 min, lowers: 50 %}").time("start: 2011-01-03T09:00, length: 20 min"));
        assertThat(all.size()).isBetween(195, 285); // 240, 4.5 standard deviations of 9.8
        assertThat(ticks(all)).containsAll(ticks(told));
        assertThat(ticks(told).stream().filter(tick -> tick < 360)).hasSameSizeAs(ticks(all).stream().filter(tick -> tick < 360).toList());
        assertThat(told.size()).isLessThan(all.size() - 30);
    }

    private static List<Double> ticks(List<String> lines) {
        return lines.stream().map(line -> Double.parseDouble(line.split(" ")[0])).toList();
    }

    /** From the tick of the failure to that of the return, none before and none after; and each counts. */
    @Test
    void aSurgeLastsAsLongAsTheOutage() {
        Script script = of("surge: {a: 1 / s}").time("start: 2011-01-03T09:00, length: 25 min");
        List<Double> ticks = ticks(incidents(script));
        assertThat(ticks).allMatch(tick -> tick >= 300 && tick < 1_300);
        assertThat(ticks.size()).isBetween(858, 1_142); // 1,000, 4.5 standard deviations
        assertThat(script.summarise().overall(Count.INCIDENTS)).isEqualTo(ticks.size());
    }

    /** Which of the users call in which outage, and when, hangs neither on the desk nor on how long the outage lasts. */
    @Test
    void usersAreTheSameWhateverHappens() {
        String users = "users: {a: 100}, calls: 50 %, delay: {mean: 5 min}";
        List<String> some = incidents(of(users));
        assertThat(incidents(of(users).agents("others", "staffing: 3").with("services: {housing: , tax: }").calls("b", "service: tax, work: " + seconds(900), 0, 1, 2))).isEqualTo(some);
        assertThat(ticks(incidents(of(users + ", after_recovery: call")))).containsAll(ticks(some));
    }

    /** Users and a surge of one application, and another application: of one tick, and of each in order. */
    @Test
    void whoseDeskIsClosedIsTurnedAwayAndMayTryAgain() {
        assertThat(of("users: {a: 1}, calls: 100 %, delay: " + seconds(50), ", retry: {after: [turned_away], probability: 100 %, limit: 1, delay: " + seconds(100) + "}")
                        .desk("desk", "opening: {daily: 09:06-17:00}")
                        .run())
                .contains("350 3 incident a0@-2", "350 3 turned_away a0@-2", "350 3 will_return a0@-2", "450 3 offered a0@-2+1", "450 3 answered a0@-2+1 0");
    }
}
