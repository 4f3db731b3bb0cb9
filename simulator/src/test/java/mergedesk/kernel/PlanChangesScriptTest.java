package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What one step may change, one thing at a time, and what happens at its very tick: each by hand. The step comes at 600 s. */
class PlanChangesScriptTest {
    private static final String ON = "on: 2011-01-03T09:10";

    private static String plan(String change) {
        return "plan: {step: {" + ON + ", change: {" + change + "}}}";
    }

    private static Script twoDesks() {
        return new Script().desk("one", "").desk("two", "").agents("first", "desk: one, staffing: 1").agents("second", "desk: two, staffing: 1");
    }

    private static final String MERGE = plan("flows: {b: {desk: one}}, groups: {second: {desk: one}}");

    /** Two lines hold one who talks and one who waits; from 600 on there is a third, and from 610 on there is one only, which cuts nobody off. */
    @Test
    void linesComeAndGo() {
        assertThat(new Script()
                        .desk("desk", "lines: 2")
                        .agents("team", "staffing: 1")
                        .calls("a", "work: " + seconds(100), 590, 595, 599, 600, 605, 620, 900)
                        .with("plan: {more: {" + ON + ", change: {desks: {desk: {lines: 3}}}}, fewer: {on: 2011-01-03T09:10:10, change: {desks: {desk: {lines: 1}}}}}")
                        .run()
                        .stream()
                        .filter(line -> !line.contains("offered")))
                .containsExactly(
                        "590 3 answered a0 0",
                        "595 3 queued a1",
                        "599 3 blocked a2",
                        "599 3 gave_up a2",
                        "600 3 queued a3",
                        "605 3 blocked a4",
                        "605 3 gave_up a4",
                        "620 3 blocked a5",
                        "620 3 gave_up a5",
                        "690 2 talk_ended a0 0",
                        "690 2 answered a1 0",
                        "790 2 talk_ended a1 0",
                        "790 2 answered a3 0",
                        "890 2 talk_ended a3 0",
                        "900 3 answered a6 0",
                        "1000 2 talk_ended a6 0");
    }

    /** The row of a leads to another group from 600 on: who waits goes there at once, and the first group is idle beside a queue. */
    @Test
    void rowsLeadElsewhere() {
        assertThat(new Script()
                        .agents("first", "staffing: 1")
                        .agents("second", "staffing: 1")
                        .calls("a", "work: " + seconds(200), 500, 550, 710)
                        .with("routing: [{flow: a, group: first}]")
                        .with(plan("routing: [{flow: a, group: second}]"))
                        .run())
                .containsExactly(
                        "500 3 offered a0",
                        "500 3 answered a0 0",
                        "550 3 offered a1",
                        "550 3 queued a1",
                        "600 1 answered a1 1",
                        "700 2 talk_ended a0 0",
                        "710 3 offered a2",
                        "710 3 queued a2",
                        "800 2 talk_ended a1 1",
                        "800 2 answered a2 1",
                        "1000 2 talk_ended a2 1");
    }

    /** Half as fast from 600 to 1200: every talk goes on at the speed with which it began. */
    @Test
    void workIsSlowerForAWhile() {
        assertThat(new Script()
                        .agents("team", "staffing: 1")
                        .calls("a", "work: " + seconds(100), 590, 700, 1150, 1400)
                        .with("plan: {new_system: {" + ON + ", lasts: 10 min, change: {groups: {team: {speed: {housing: 0.5}}}}}}")
                        .run()
                        .stream()
                        .filter(line -> line.contains("talk_ended")))
                .containsExactly("690 2 talk_ended a0 0", "900 2 talk_ended a1 0", "1350 2 talk_ended a2 0", "1500 2 talk_ended a3 0");
    }

    /** Those who wait already go by the priorities of the step. */
    @Test
    void prioritiesTurnRound() {
        Script script = new Script()
                .agents("team", "staffing: 1")
                .calls("a", "priority: 1, work: " + seconds(300), 400, 500, 650)
                .calls("u", "priority: 2, work: " + seconds(300), 510);
        assertThat(script.run()).contains("700 2 answered a1 0", "1000 2 answered a2 0", "1300 2 answered u0 0");
        assertThat(script.with(plan("flows: {a: {priority: 3}}")).run()).contains("700 2 answered u0 0", "1000 2 answered a1 0", "1300 2 answered a2 0");
    }

    /** Others after 300 s until 600, then after 120 s: who has waited for 150 s is taken at once, who has for 10 s when it is due. */
    @Test
    void othersComeEarlier() {
        Script script = new Script()
                .with("councils: {north: , south: }")
                .desk("desk", "home_first: 300 s")
                .agents("ours", "employer: north, staffing: 1")
                .agents("theirs", "employer: south, staffing: 2")
                .calls("a", "work: " + seconds(900), 10, 450, 590)
                .with(plan("desks: {desk: {home_first: 120 s}}"));
        assertThat(script.run()).contains("600 1 answered a1 1", "710 4 answered a2 2");
    }

    /** Who has gone before 600 comes again, at the step itself or later; who goes after it does so for good. */
    @Test
    void nobodyTriesAgainAnyMore() {
        assertThat(new Script()
                        .agents("team", "staffing: 1")
                        .calls("a", "work: " + seconds(2_000), 100)
                        .calls("b", "work: " + seconds(50) + ", patience: " + seconds(100) + ", retry: {probability: 100 %, delay: " + seconds(300) + "}", 200, 450, 550)
                        .with(plan("flows: {b: {retry: }}"))
                        .run()
                        .stream()
                        .filter(line -> line.contains(" b")))
                .containsExactly(
                        "200 3 offered b0",
                        "200 3 queued b0",
                        "300 4 abandoned b0",
                        "300 4 will_return b0",
                        "450 3 offered b1",
                        "450 3 queued b1",
                        "550 3 offered b2",
                        "550 3 queued b2",
                        "550 4 abandoned b1",
                        "550 4 will_return b1",
                        "600 3 offered b0+1",
                        "600 3 queued b0+1",
                        "650 4 abandoned b2",
                        "650 4 gave_up b2",
                        "700 4 abandoned b0+1",
                        "700 4 gave_up b0+1",
                        "850 3 offered b1+1",
                        "850 3 queued b1+1",
                        "950 4 abandoned b1+1",
                        "950 4 gave_up b1+1");
    }

    /** A portal that is switched on at midnight: whoever comes at that moment tries it. */
    @Test
    void selfServiceOpens() {
        assertThat(new Script()
                        .time("start: 2011-01-03, length: 2 days")
                        .with("channels: {phone: , portal: {kind: self_service, opening: {sun: \"09:00-10:00\"}}}")
                        .agents("team", "staffing: 1")
                        .callsAt("a", "work: " + seconds(60) + ", self_service: {channel: portal, tries: 100 %, contained: 100 %, delay: " + seconds(9) + "}", "2011-01-03T23:59:59", "2011-01-04T00:00:00", "2011-01-04T15:00:00")
                        .with("plan: {online: {on: 2011-01-04, change: {channels: {portal: {opening: always}}}}}")
                        .run())
                .containsExactly(
                        "86399 3 offered a0",
                        "86399 3 answered a0 0",
                        "86400 3 contained a0@1",
                        "86459 2 talk_ended a0 0",
                        "140400 3 contained a1@1");
    }

    /** An idle agent of the other desk takes whom patience would lose at this tick; the talk that ends at it frees an agent for whom it brings. */
    @Test
    void allAtTheTickOfTheStepWithSomebodyIdle() {
        assertThat(twoDesks()
                        .calls("a", "desk: one, work: " + seconds(300) + ", patience: " + seconds(200), 300, 400)
                        .calls("b", "desk: two, work: " + seconds(100), 600)
                        .with(MERGE)
                        .run())
                .containsExactly(
                        "300 3 offered a0",
                        "300 3 answered a0 0",
                        "400 3 offered a1",
                        "400 3 queued a1",
                        "600 1 answered a1 1",
                        "600 2 talk_ended a0 0",
                        "600 3 offered b0",
                        "600 3 answered b0 0",
                        "700 2 talk_ended b0 0",
                        "900 2 talk_ended a1 1");
    }

    /** Nobody is idle: the step joins the queues, the talk that ends takes the first of them, the newcomer stands behind, and whose patience ends is gone. */
    @Test
    void allAtTheTickOfTheStepWithAllBusy() {
        assertThat(twoDesks()
                        .calls("a", "desk: one, work: " + seconds(300) + ", patience: " + seconds(200), 300, 400)
                        .calls("b", "desk: two, work: " + seconds(500), 350, 390, 600)
                        .with(MERGE)
                        .run())
                .containsExactly(
                        "300 3 offered a0",
                        "300 3 answered a0 0",
                        "350 3 offered b0",
                        "350 3 answered b0 1",
                        "390 3 offered b1",
                        "390 3 queued b1",
                        "400 3 offered a1",
                        "400 3 queued a1",
                        "600 0 comes_to_desk b1",
                        "600 2 talk_ended a0 0",
                        "600 2 answered b1 0",
                        "600 3 offered b2",
                        "600 3 queued b2",
                        "600 4 abandoned a1",
                        "600 4 gave_up a1",
                        "850 2 talk_ended b0 1",
                        "850 2 answered b2 1",
                        "1100 2 talk_ended b1 0",
                        "1350 2 talk_ended b2 1");
    }

    /** A letter lies half done since a call came; at the step agents come to the desk who may go on with it. */
    @Test
    void parkedWorkGoesOnWithNewcomers() {
        assertThat(new Script()
                .with("channels: {phone: , post: {kind: deferred}}")
                .desk("one", "")
                .desk("two", "")
                .agents("first", "desk: one, staffing: 1, blend: {park: true}")
                .agents("second", "desk: two, staffing: 1")
                .calls("letter", "desk: one, channel: post, work: " + seconds(100), 10)
                .calls("a", "desk: one, work: " + seconds(900), 40)
                .volume("none", "desk: two, volume: 0 / year, work: " + seconds(1))
                .with(plan("groups: {second: {desk: one}}"))
                .run()).containsExactly(
                        "10 3 received letter0",
                        "10 3 started letter0 0",
                        "40 3 offered a0",
                        "40 3 parked letter0 0", // 30 s done
                        "40 3 answered a0 0",
                        "600 4 resumed letter0 1", // as all deferred work, when all else of the tick has happened
                        "670 2 finished letter0 1",
                        "940 2 talk_ended a0 0");
    }
}
