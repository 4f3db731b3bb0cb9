package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    private static final String DOWN = "failures: {every: " + seconds(300) + ", repair: " + seconds(1_000) + "}";
    private static final String LONG = "work: " + seconds(600);

    /** Down from 300 s to 1300 s, then from 1600 s on. The work under way goes at half, then as before; what begins at the very tick of the failure, or of the return, knows of it. */
    @Test
    void workIsSlowerWhileItIsDown() {
        assertThat(of("crm: {" + DOWN + "}", "crm: {speed: 50 %}").agents("agents", "staffing: 3").calls("a", LONG, 0).calls("b", "work: " + seconds(100), 300, 1_300).run())
                .containsExactly(
                        "0 3 offered a0", "0 3 answered a0 0",
                        "300 0 application_down crm", "300 3 offered b0", "300 3 answered b0 1", "500 2 talk_ended b0 1",
                        "900 2 talk_ended a0 0",
                        "1300 0 application_up crm", "1300 3 offered b1", "1300 3 answered b1 2", "1400 2 talk_ended b1 2",
                        "1600 0 application_down crm", "2600 0 application_up crm", "2900 0 application_down crm");
    }

    /** What would have ended at the very tick of the failure ends then; what has a tick left waits; what takes no time does not. */
    @Test
    void whatIsDoneAtTheTickOfTheFailureIsDone() {
        assertThat(of("crm: {" + DOWN + "}", "crm: {when_down: pauses}").agents("agents", "staffing: 3").calls("a", "work: " + seconds(300), 0).calls("b", "work: " + seconds(300.001), 0).calls("c", "work: {distribution: constant, mean: 1 s, at_zero: 99.9999 %}", 400).run())
                .contains("300 0 application_down crm", "300 2 talk_ended a0 0", "400 2 talk_ended c0 2", "1300 0 application_up crm", "1300.001 2 talk_ended b0 1");
    }

    /** The agent waits with the person, takes nobody else, and through a second outage with the after-call work. */
    @Test
    void agentAndPersonWaitTogether() {
        assertThat(of("crm: {" + DOWN + "}", "crm: {when_down: pauses}").agents("agents", "staffing: 1").calls("a", "work: " + seconds(500) + ", after_call: " + seconds(150), 0).calls("b", WORK, 50).run())
                .contains("1500 2 talk_ended a0 0", "2650 2 wrap_ended a0 0", "2650 2 answered b0 0", "2710 2 talk_ended b0 0");
    }

    @Test
    void itMayMakeNoDifference() {
        assertThat(of("crm: {" + DOWN + "}", "crm: {when_down: goes_on}").agents("agents", "staffing: 1").calls("a", LONG, 0).run()).contains("600 2 talk_ended a0 0");
    }

    /** Two down at once: the slower sets the pace; when that is back, the other does. */
    @Test
    void twoDownAtOnce() {
        assertThat(of("crm: {failures: {every: " + seconds(100) + ", repair: " + seconds(9_000) + "}}, map: {failures: {every: " + seconds(200) + ", repair: " + seconds(300) + "}}",
                                "crm: {speed: 50 %}, map: {speed: 20 %}")
                        .agents("agents", "staffing: 1")
                        .calls("a", LONG, 0)
                        .run())
                .contains("100 0 application_down crm", "200 0 application_down map", "500 0 application_up map", "700 0 application_down map", "1000 0 application_up map")
                .contains("1640 2 talk_ended a0 0"); // done: 100, 50, 60, 100, 60, 100, 60 by 1500 s; the rest at half
    }

    /** Chats share the agent, each slower; one needs it, the other does not. */
    @Test
    void aChatThatStandsStillBesideOneThatDoesNot() {
        assertThat(of("crm: {" + DOWN + "}", "crm: {when_down: pauses}")
                        .with("channels: {phone: , chat: {kind: chat}}")
                        .agents("agents", "staffing: 1, chats: {most: 2, speed_by_load: [1, 0.5]}")
                        .calls("a", "channel: chat, " + LONG, 0)
                        .calls("b", "channel: chat, service: tax, " + LONG, 200)
                        .run())
                // b: 1,200 s at half; a: 200 s alone, 50 s beside b, nothing until 1300 s, 50 s beside b, then alone: 200 s until the next failure, the last 100 s from 2600 s on
                .contains("1400 2 talk_ended b0 0", "2700 2 talk_ended a0 0");
    }

    /** Deferred work is put back with what is left of it, though it stands still. */
    @Test
    void deferredWorkThatStandsStillIsPutBack() {
        assertThat(of("crm: {" + DOWN + "}", "crm: {deferred: pauses, when_down: goes_on}")
                        .with("channels: {phone: , email: {kind: deferred}}")
                        .agents("agents", "staffing: 1, blend: {park: true}")
                        .calls("letters", "channel: email, work: " + seconds(500), 0)
                        .calls("a", "channel: phone, work: " + seconds(100), 400)
                        .run())
                .contains("400 3 parked letters0 0", "500 2 talk_ended a0 0", "500 2 resumed letters0 0", "1500 2 finished letters0 0");
    }

    /** Portal of which an application is down: people come to the desk at once, and from the tick of its return on try it again. */
    @Test
    void selfServiceThatIsDownSendsPeopleToTheDesk() {
        assertThat(of("web: {" + DOWN + "}", "")
                        .with("channels: {phone: , portal: {kind: self_service, needs: [web]}}")
                        .agents("agents", "staffing: 1")
                        .calls("a", "self_service: {channel: portal, tries: 100 %, contained: 100 %, delay: " + seconds(1) + "}, work: " + seconds(10), 299, 300, 1_299, 1_300)
                        .run())
                .startsWith(
                        "299 3 contained a0", "300 0 application_down web", "300 3 offered a1", "300 3 answered a1 0", "310 2 talk_ended a1 0",
                        "1299 3 offered a2", "1299 3 answered a2 0", "1300 0 application_up web", "1300 3 contained a3", "1309 2 talk_ended a2 0");
    }

    /** At a counter it brings visits, as at the telephone calls. */
    @Test
    void selfServiceThatIsDownSendsVisitorsToTheCounter() {
        assertThat(of("web: {" + DOWN + "}", "")
                        .with("channels: {phone: , counter: {kind: counter}, portal: {kind: self_service, needs: [web]}}")
                        .agents("agents", "staffing: 1")
                        .calls("a", "self_service: {channel: portal, tries: 100 %, contained: 100 %, delay: " + seconds(1) + "}, channel: counter, work: " + seconds(10), 299, 300, 305, 1_300)
                        .run())
                .startsWith(
                        "299 3 contained a0", "300 0 application_down web", "300 3 offered a1", "300 3 answered a1 0", "305 3 offered a2", "305 3 queued a2", "310 2 talk_ended a1 0",
                        "310 2 answered a2 0", "320 2 talk_ended a2 0", "1300 0 application_up web", "1300 3 contained a3");
    }

    private static Script letters(String needs, String agents) {
        return of("crm: {" + DOWN + "}", needs).with("channels: {phone: , email: {kind: deferred}}").agents("agents", agents);
    }

    /** In hand, in the queue and newly come: all wait from 300 s to 1300 s, and then go on in the order in which they came; who had one in hand takes what does not need it. */
    @Test
    void deferredWorkIsHeldInNobodysHandAndComesBack() {
        assertThat(letters("crm: {}", "staffing: 1")
                        .calls("letters", "channel: email, work: " + seconds(200), 200, 250, 400)
                        .calls("tax", "channel: email, service: tax, work: " + seconds(500), 260)
                        .run())
                .containsExactly(
                        "200 3 received letters0", "200 3 started letters0 0", "250 3 received letters1", "260 3 received tax0",
                        "300 0 application_down crm", "300 0 set_aside letters1", "300 0 parked letters0 0", "300 0 set_aside letters0", "300 0 started tax0 0",
                        "400 3 received letters2", "400 3 set_aside letters2",
                        "800 2 finished tax0 0",
                        "1300 0 application_up crm", "1300 0 released letters1", "1300 0 released letters0", "1300 0 released letters2",
                        "1300 4 resumed letters0 0", "1400 2 finished letters0 0", "1400 2 started letters1 0",
                        "1600 0 application_down crm", "1600 0 set_aside letters2", "1600 2 finished letters1 0",
                        "2600 0 application_up crm", "2600 0 released letters2", "2600 4 started letters2 0", "2800 2 finished letters2 0", "2900 0 application_down crm");
    }

    /** Due for taking up at 600 s and for the end at 700 s; after the outage at 1600 s and 1700 s, and taken up at 1500 s. The next outage finds 50 s of work and 100 s until it is due: done at 2650 s, due at 2700 s. */
    @Test
    void clocksStandWhileItIsHeld() {
        Script.Result result = letters("crm: {}", "staffing: {daily: {\"09:25\": 1}}")
                .calls("letters", "channel: email, respond_within: 400 s, resolve_within: 500 s, work: " + seconds(150), 200)
                .summarise();
        assertThat(result.overall(Count.RESPONSE_WITHIN)).isEqualTo(1);
        assertThat(result.overall(Count.FINISHED)).isEqualTo(1);
        assertThat(result.overall(Count.RESOLUTION_WITHIN)).isEqualTo(1);
    }

    private static final String COMES_BACK = "crm: {when_down: comes_back, told: " + seconds(20) + ", after: " + seconds(500) + "}";

    /** Whoever talks at the failure is told from then on, whoever comes later at once; there is nothing to write up, and they come with all of their work: again and again, as long as it is down. */
    @Test
    void peopleAreToldAndComeAgain() {
        assertThat(of("crm: {" + DOWN + "}", COMES_BACK)
                        .agents("agents", "staffing: 1")
                        .calls("a", "work: " + seconds(100) + ", after_call: " + seconds(7), 250, 260)
                        .run())
                .containsExactly(
                        "250 3 offered a0", "250 3 answered a0 0", "260 3 offered a1", "260 3 queued a1",
                        "300 0 application_down crm", "300 0 told a0 0",
                        "320 2 talk_ended a0 0", "320 2 comes_back a0 0", "320 2 answered a1 0", "320 2 told a1 0",
                        "340 2 talk_ended a1 0", "340 2 comes_back a1 0",
                        "820 3 offered a0+1", "820 3 answered a0+1 0", "820 3 told a0+1 0", "840 2 talk_ended a0+1 0", "840 2 comes_back a0+1 0",
                        "840 3 offered a1+1", "840 3 answered a1+1 0", "840 3 told a1+1 0", "860 2 talk_ended a1+1 0", "860 2 comes_back a1+1 0",
                        "1300 0 application_up crm",
                        "1340 3 offered a0+2", "1340 3 answered a0+2 0", "1360 3 offered a1+2", "1360 3 queued a1+2",
                        "1440 2 talk_ended a0+2 0", "1447 2 wrap_ended a0+2 0", "1447 2 answered a1+2 0", "1547 2 talk_ended a1+2 0", "1554 2 wrap_ended a1+2 0",
                        "1600 0 application_down crm", "2600 0 application_up crm", "2900 0 application_down crm");
    }

    /** Two people, each told twice: six answers, two people answered, whose waits are those of all attempts: 60 s and 147 s. */
    @Test
    void whoComesAgainIsOnePerson() {
        Script.Result result = of("crm: {" + DOWN + "}", COMES_BACK)
                .agents("agents", "staffing: 1")
                .desk("desk", "answer_within: 100 s")
                .calls("a", "work: " + seconds(100) + ", after_call: " + seconds(7), 250, 260)
                .summarise();
        assertThat(result.overall(Count.ANSWERED)).isEqualTo(6);
        assertThat(result.overall(Count.CAME_BACK)).isEqualTo(4);
        assertThat(result.overall(Count.PERSONS)).isEqualTo(2);
        assertThat(result.overall(Count.PERSONS_ANSWERED)).isEqualTo(2);
        assertThat(result.overall(Count.PERSONS_ANSWERED_WITHIN)).isEqualTo(1);
    }

    /** At half for 600 s and for 200 s: 400 s. Standing still for 1,000 s of talk and for 1,000 s of after-call work: 2,000 s. Each alone at 3/4 for 80 s: 20 s. */
    @Test
    void timeIsLost() {
        Script slower = of("crm: {" + DOWN + "}", "crm: {speed: 50 %}").agents("agents", "staffing: 3").calls("a", LONG, 0).calls("b", "work: " + seconds(100), 300, 1_300);
        assertThat(slower.summarise().seconds(Scopes.Kind.OVERALL, 0, Count.STRETCHED)).isEqualTo(400);
        Script pauses = of("crm: {" + DOWN + "}", "crm: {when_down: pauses}").agents("agents", "staffing: 1").calls("a", "work: " + seconds(500) + ", after_call: " + seconds(150), 0).calls("b", WORK, 50);
        assertThat(pauses.summarise().seconds(Scopes.Kind.OVERALL, 0, Count.STRETCHED)).isEqualTo(2_000);
        Script slow = of("crm: {capacity: 4 / min, response: {transactions: 1 / min}}", "crm: {}").agents("agents", "staffing: 1").calls("a", WORK, 0).calls("b", WORK + ", service: tax", 0);
        assertThat(slow.summarise().seconds(Scopes.Kind.OVERALL, 0, Count.STRETCHED)).isEqualTo(20);
    }

    /** Three pieces wait in the first outage, and one of them again in the second. */
    @Test
    void piecesThatWaitAreCounted() {
        assertThat(letters("crm: {}", "staffing: 1").calls("letters", "channel: email, work: " + seconds(200), 200, 250, 400).summarise().overall(Count.SET_ASIDE)).isEqualTo(4);
    }

    /** Which contacts need it does not change when they need another, too. */
    @Test
    void needsOfOneApplicationAreThoseWhateverElseIsNeeded() {
        String crm = "crm: {" + DOWN + "}";
        String half = "crm: {share: 50 %, when_down: comes_back, told: " + seconds(1) + ", after: {distribution: constant, mean: 40 h}}";
        double[] times = IntStream.range(0, 200).mapToDouble(i -> 400 + i).toArray();
        Function<Script, List<String>> told = script -> script.agents("agents", "staffing: 300").calls("a", WORK, times).run().stream().filter(line -> line.contains(" told ")).map(line -> line.split(" ")[3]).toList();
        List<String> some = told.apply(of(crm, half));
        assertThat(some.size()).isBetween(69, 131); // 100, 4.5 standard deviations of 7.07
        assertThat(told.apply(of("map: {}, " + crm, "map: {share: 30 %, when_down: goes_on}, " + half))).isEqualTo(some);
    }

    /** Held work that comes back stands behind what came later and is due sooner, and for which it is too early yet: the idle agent takes what waits long enough. */
    @Test
    void whatIsReleasedIsFoundBehindWhatCameLater() {
        assertThat(new Script()
                        .with("councils: {north: }\nservices: {housing: {needs: {crm: {deferred: held}}}}\nchannels: {phone: , email: {kind: deferred}}\nrouting: [{flow: f, group: team, after: 10 s}]\napplications: {crm: }\n"
                                + "outages: {o: {applications: [crm], from: 2011-01-03T09:05, lasts: 15 min}}\n")
                        .desk("desk", "opening: {daily: \"08:00-18:00\"}")
                        .calls("f", "channel: email, work: " + seconds(100) + ", respond_within: 1 working day", 400, 480, 1_195)
                        .agents("team", "staffing: 1")
                        .run())
                .filteredOn(line -> line.contains(" started "))
                .first()
                .asString()
                .startsWith("1200 ");
    }
}
