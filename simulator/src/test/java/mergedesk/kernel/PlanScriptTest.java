package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Summaries;
import mergedesk.observe.Count;
import mergedesk.observe.Scopes.Kind;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.results.Kpi;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** Steps of a plan that change what is planned by time: each against a scenario that says the same by its tables, to the last event. */
class PlanScriptTest {
    private static String step(String name, String on, String change) {
        return "  " + name + ": {on: " + on + ", change: " + change + "}\n";
    }

    private static Script calls() {
        return new Script().calls("a", "work: " + seconds(100), 590, 610, 620, 1190, 1195, 1210, 1801, 1802);
    }

    /** The script of {@link WorkforceScriptTest}: nobody is cut off, idle agents of the highest number go first, who comes takes whoever waits. */
    @Test
    void staffingChangesAsByATable() {
        String tables = "staffing: {mon: {\"09:00\": 3, \"09:10\": 2, \"09:20\": 1, \"09:30\": 2}}";
        String plan = "plan:\n"
                + step("last", "2011-01-03T09:30", "{groups: {team: {staffing: 2}}}")
                + step("first", "2011-01-03T09:10", "{groups: {team: {staffing: 2}}}")
                + step("second", "2011-01-03T09:20", "{groups: {team: {staffing: 1}}}");
        List<String> byTable = calls().agents("team", tables).run();
        assertThat(byTable).contains("1295 2 answered a5 0");
        assertThat(calls().agents("team", "staffing: 3").with(plan).run()).isEqualTo(byTable);
    }

    /** A step in the middle of a day: the table that it brings had begun at midnight. */
    @Test
    void aTableHoldsFromItsStepOnOnly() {
        String plan = "plan:\n" + step("one", "2011-01-03T09:15", "{groups: {team: {staffing: {daily: {\"00:00\": 9, \"09:05\": 2, \"09:20\": 1}}}}}");
        assertThat(calls().agents("team", "staffing: 3").with(plan).run())
                .isEqualTo(calls().agents("team", "staffing: {mon: {\"09:00\": 3, \"09:15\": 2, \"09:20\": 1}}").run());
    }

    /** A step that says the days in other words than the scenario did. */
    @Test
    void aTableByDayReplacesTheOneBefore() {
        String plan = "plan:\n" + step("one", "2011-01-03T09:15", "{groups: {team: {staffing: {mon-fri: {\"09:00\": 1}}}}}");
        assertThat(calls().agents("team", "staffing: {mon: {\"09:00\": 3, \"09:20\": 2}}").with(plan).run())
                .isEqualTo(calls().agents("team", "staffing: {mon: {\"09:00\": 3, \"09:15\": 1}}").run());
    }

    /** Shifts in progress begin and end at the step; a break before it is not caught up, one at its very moment is taken. */
    @Test
    void shiftsInProgressFollowTheStep() {
        String old = "{agents: 2, days: daily, start: \"09:00\", end: \"10:00\"}";
        String plan = "plan:\n" + step("one", "2011-01-03T09:20",
                "{groups: {team: {shifts: [{agents: 1, days: daily, start: \"08:00\", end: \"09:30\", breaks: [{at: \"09:05\", length: 9 min}, {at: \"09:20\", length: 2 min}]}, {agents: 2, days: daily, start: \"09:25\", end: \"09:50\"}]}}}");
        Script planned = new Script().calls("a", "work: " + seconds(100), 10, 1190, 1210, 1510, 1520, 1805).agents("team", "shifts: [" + old + "]").with(plan);
        assertThat(planned.run()).containsExactly(
                "10 3 offered a0",
                "10 3 answered a0 0",
                "110 2 talk_ended a0 0",
                "1190 3 offered a1",
                "1190 3 answered a1 1", // idle longest; whose shift ends with the step, after the call
                "1210 3 offered a2",
                "1210 3 queued a2", // agent 0 has the break of the new shift from 1200 to 1320
                "1290 2 talk_ended a1 1",
                "1320 1 answered a2 0",
                "1420 2 talk_ended a2 0",
                "1510 3 offered a3",
                "1510 3 answered a3 0",
                "1520 3 offered a4",
                "1520 3 answered a4 1",
                "1610 2 talk_ended a3 0",
                "1620 2 talk_ended a4 1",
                "1805 3 offered a5",
                "1805 3 answered a5 2",
                "1905 2 talk_ended a5 2");
    }

    /** From Tuesday on the desk opens later and closes later, and half as many call. */
    @Test
    void doorsAndVolumesChangeAtMidnight() {
        String flow = "work: {distribution: exponential, mean: 2 min}, patience: {distribution: exponential, mean: 2 min}, ";
        Script planned = new Script()
                .time("start: 2011-01-03, length: 3 days")
                .volume("a", flow + "volume: 480 / day")
                .desk("desk", "opening: {daily: 08:00-16:00}")
                .agents("team", "staffing: 2")
                .with("plan:\n" + step("later", "2011-01-04", "{desks: {desk: {opening: {daily: 10:00-20:00}}}, flows: {a: {volume: 240 / day}}}"));
        Program program = planned.compile();
        double[] expected = new double[1];
        for (int day = 0; day < 3; day++) {
            program.demand().volumes().layOut(day, expected);
            assertThat(expected[0]).as("day " + day).isCloseTo(day == 0 ? 480 : 240, within(1e-9));
        }
        Script byTables = new Script()
                .time("start: 2011-01-03, length: 3 days")
                .volume("a", flow + "volume: 480 / day")
                .desk("desk", "opening: {mon: 08:00-16:00, tue-sun: 10:00-20:00}")
                .agents("team", "staffing: 2")
                .with("events: {half: {start: 2011-01-04, shape: [0.5, 0.5]}}");
        assertThat(planned.run()).isNotEmpty().isEqualTo(byTables.run());
    }

    /** Two agents at one desk for a day, then four for a day and a half at another: paid hours of a normal week are 2 × 168 × 0.4 there and 4 × 168 × 0.6 here. */
    @Test
    void paidHoursAreTheMeanOfThePhasesAtTheirDesks() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 60 h")
                .volume("a", "desk: one, work: " + seconds(60) + ", volume: 10 / day")
                .desk("one", "")
                .desk("two", "")
                .agents("team", "desk: one, staffing: 2")
                .with("plan:\n" + step("move", "2011-01-04", "{flows: {a: {desk: two}}, groups: {team: {desk: two, staffing: 4}}}"))
                .compile();
        KpiTable table = new KpiTable(program);
        List<Kpi> kpis = table.of(Summaries.observations(program, Summaries.of(program, 1, 2)));
        double fullTime = 168 / 37.0;
        assertThat(kpis.stream().filter(kpi -> kpi.measure().equals("fte") && !kpi.estimate().isEmpty() && kpi.estimate().value() > 0).map(kpi -> kpi.scope() + " " + Math.round(1_000 * kpi.estimate().value() / fullTime)))
                .containsExactlyInAnyOrder("overall 3200", "desk one 800", "desk two 2400", "group team 3200");
    }

    /** Levels and hours of a group are those of the desk at which it is: from the first moment on at two, which opens every day for ten hours; and half of the time at each. */
    @Test
    void levelsAreOfTheDeskAtWhichAGroupIs() {
        assertThat(levels("2011-01-03")).containsExactly("agents_scheduled 1.0", "agent_hours_per_day 10.0");
        assertThat(levels("2011-01-10")).containsExactly("agents_scheduled 1.0", "agent_hours_per_day 6.0"); // a week of 5 x 2 h, another of 7 x 10 h
    }

    private static List<String> levels(String on) {
        Program program = new Script()
                .time("start: 2011-01-03, length: 2 weeks")
                .desk("one", "opening: {mon-fri: \"10:00-12:00\"}")
                .desk("two", "opening: {daily: \"08:00-18:00\"}")
                .volume("a", "desk: one, volume: 9 / day, work: " + seconds(100))
                .volume("b", "desk: two, volume: 9 / day, work: " + seconds(100))
                .agents("g", "desk: one, staffing: 1")
                .agents("others", "desk: two, staffing: 1")
                .with("plan:\n" + step("move", on, "{groups: {g: {desk: two}}, flows: {a: {desk: two}}}"))
                .compile();
        KpiTable table = new KpiTable(program);
        return table.of(Summaries.observations(program, Summaries.of(program, 1, 2))).stream()
                .filter(kpi -> List.of("agents_scheduled", "agent_hours_per_day").contains(kpi.measure()) && kpi.scope().toString().equals("group g"))
                .map(kpi -> kpi.measure() + " " + Math.round(1e6 * kpi.estimate().value()) / 1e6)
                .toList();
    }

    /** Somebody who is not there at first: the total is that of the step, and those who are there from the start meet the same people. */
    @Test
    void whoJoinsLaterHasAVolumeOfZeroBefore() {
        Script alone = new Script().time("start: 2011-01-03, length: 2 days").volume("a", "work: " + seconds(60) + ", volume: 100 / day").volume("b", "work: " + seconds(60) + ", volume: 0 / year").agents("team", "staffing: 9");
        Script joined = new Script().time("start: 2011-01-03, length: 2 days").volume("a", "work: " + seconds(60) + ", volume: 100 / day").volume("b", "work: " + seconds(60) + ", volume: 0 / year").agents("team", "staffing: 9")
                .with("plan:\n" + step("joins", "2011-01-04", "{flows: {b: {volume: 50 / day}}}"));
        double[] expected = new double[2];
        joined.compile().demand().volumes().layOut(0, expected);
        assertThat(expected).containsExactly(100, 0);
        joined.compile().demand().volumes().layOut(1, expected);
        assertThat(expected[1]).isCloseTo(50, within(1e-9));
        assertThat(joined.run().stream().filter(line -> line.contains(" offered a"))).isEqualTo(alone.run().stream().filter(line -> line.contains(" offered a")).toList());
        assertThat(joined.run().stream().filter(line -> line.contains(" offered b"))).isNotEmpty().allMatch(line -> Double.parseDouble(line.split(" ")[0]) >= 86_400);
    }

    /** A step that says what holds already changes nothing: not one row of the Program but the patterns of its day. */
    @Test
    void aStepThatSaysWhatHoldsChangesNothing() {
        Script everything = Script.everything("length: 2 days");
        Script planned = Script.everything("length: 2 days")
                .with("plan:\n" + step("nothing", "2011-01-10T12:10", "{groups: {ours: {staffing: {daily: {\"08:00\": 2, \"10:00\": 4, \"17:00\": 3, \"18:00\": 0}}}}}")
                        + step("again", "2011-01-11", "{desks: {desk: {opening: {daily: 08:00-18:00}}}}"));
        assertThat(planned.run()).isEqualTo(everything.run());
    }

    /** With pauses after every few events and at every few seconds, and a second time on the same kernel, which has gone to the last phase before. */
    @Test
    void pausesAndFurtherRunsChangeNothing() {
        Program program = twoDesks()
                .time("start: 2011-01-03T09:00, length: 1 h")
                .volume("a", "desk: one, volume: 60 / hour, work: {distribution: exponential, mean: 70 s}, patience: {distribution: exponential, mean: 1 min}")
                .volume("b", "desk: two, volume: 60 / hour, work: {distribution: exponential, mean: 70 s}, patience: {distribution: exponential, mean: 1 min}, retry: {probability: 50 %, delay: {distribution: exponential, mean: 10 min}}")
                .with(MERGE + step("back", "2011-01-03T09:40", "{flows: {b: {desk: two}}, groups: {second: {desk: two}}}"))
                .compile();
        List<String> lines = new ArrayList<>();
        Kernel kernel = new Kernel(program, state -> new Trace(state, line -> lines.add(line.toString())));
        kernel.reset(3, 0);
        kernel.runUntil(Ticks.NEVER);
        List<String> whole = List.copyOf(lines);
        assertThat(whole).anyMatch(line -> line.contains("comes_to_desk")).hasSizeGreaterThan(300);
        lines.clear();
        kernel.reset(3, 0);
        for (long tick = 0; tick < 3_600 * Ticks.PER_SECOND; tick += 7 * Ticks.PER_SECOND) {
            while (!kernel.runUntil(tick, 3)) {
                assertThat(kernel.peopleInSystem()).isNotNegative();
            }
        }
        kernel.runUntil(Ticks.NEVER);
        assertThat(lines).isEqualTo(whole);
    }

    private static Script twoDesks() {
        return new Script()
                .desk("one", "")
                .desk("two", "")
                .agents("first", "desk: one, staffing: 1")
                .agents("second", "desk: two, staffing: 1");
    }

    private static final String MERGE = "plan:\n" + step("merge", "2011-01-03T09:10", "{flows: {b: {desk: one}}, groups: {second: {desk: one}}}");

    /**
     * Both desks have a queue when they merge at 600, where an agent of the second is free: b0 is served by the old rows to the end, a1 (500) and b1 (550) stand in one queue by entry, and agents take from it.
     * Patience goes on as it was: a2 gives up 100 s after it came.
     */
    @Test
    void queuesMergeByEntryAndTalksGoOn() {
        Script script = twoDesks()
                .calls("a", "desk: one, work: " + seconds(400), 300, 500)
                .calls("b", "desk: two, work: " + seconds(200), 380, 550, 700)
                .calls("c", "desk: one, work: " + seconds(400) + ", patience: " + seconds(100), 560)
                .with(MERGE);
        List<String> lines = script.run();
        assertThat(lines).containsExactly(
                "300 3 offered a0",
                "300 3 answered a0 0",
                "380 3 offered b0",
                "380 3 answered b0 1",
                "500 3 offered a1",
                "500 3 queued a1",
                "550 3 offered b1",
                "550 3 queued b1",
                "560 3 offered c0",
                "560 3 queued c0",
                "580 2 talk_ended b0 1",
                "580 2 answered b1 1",
                "660 4 abandoned c0",
                "660 4 gave_up c0",
                "700 2 talk_ended a0 0",
                "700 2 answered a1 0",
                "700 3 offered b2",
                "700 3 queued b2",
                "780 2 talk_ended b1 1",
                "780 2 answered b2 1",
                "980 2 talk_ended b2 1",
                "1100 2 talk_ended a1 0");
    }

    /** The agent of the second desk is idle when the step comes: the call that waits at the first is taken then and there, and the next one by whoever is free first. */
    @Test
    void idleAgentsTakeWhoWaitedAtTheOtherDesk() {
        Script script = twoDesks()
                .calls("a", "desk: one, work: " + seconds(400), 300, 500, 510)
                .calls("b", "desk: two, work: " + seconds(50), 900)
                .with(MERGE);
        assertThat(script.run()).containsExactly(
                "300 3 offered a0",
                "300 3 answered a0 0",
                "500 3 offered a1",
                "500 3 queued a1",
                "510 3 offered a2",
                "510 3 queued a2",
                "600 1 answered a1 1",
                "700 2 talk_ended a0 0",
                "700 2 answered a2 0",
                "900 3 offered b0",
                "900 3 queued b0",
                "1000 2 talk_ended a1 1",
                "1000 2 answered b0 1",
                "1050 2 talk_ended b0 1",
                "1100 2 talk_ended a2 0");
        Script.Result result = script.summarise();
        // rows of desks: desk, one, two; answered where they waited in the end, time of the second group at the second desk until 600
        assertThat(result.of(Kind.DESK, 1, Count.OFFERED)).isEqualTo(4);
        assertThat(result.of(Kind.DESK, 1, Count.ANSWERED)).isEqualTo(4);
        assertThat(result.of(Kind.DESK, 2, Count.OFFERED)).isZero();
        assertThat(result.seconds(Kind.DESK, 2, Count.PRESENT)).isEqualTo(600);
        assertThat(result.seconds(Kind.DESK, 2, Count.TALKING)).isZero();
        assertThat(result.seconds(Kind.DESK, 1, Count.PRESENT)).isEqualTo(3_600 + 3_000);
        assertThat(result.seconds(Kind.DESK, 1, Count.TALKING)).isEqualTo(400 + 400 + 400 + 50);
        assertThat(result.seconds(Kind.GROUP, 1, Count.PRESENT)).isEqualTo(3_600);
    }

    /** b1 waits at the second desk when it moves, and counts for the first from the door on; b2 tries again after the step, and comes to the first desk. */
    @Test
    void whoMovesCountsForTheDeskThatEndsTheWait() {
        Script script = twoDesks()
                .calls("a", "desk: one, work: " + seconds(10), 0)
                .calls("b", "desk: two, work: " + seconds(650) + ", patience: " + seconds(120) + ", retry: {probability: 100 %, limit: 1, delay: " + seconds(300) + "}", 0, 560, 440)
                .with(MERGE);
        assertThat(script.run().stream().filter(line -> line.contains(" b"))).containsExactly(
                "0 3 offered b0",
                "0 3 answered b0 1",
                "440 3 offered b1", // of the recording by time
                "440 3 queued b1",
                "560 3 offered b2",
                "560 3 queued b2",
                "560 4 abandoned b1",
                "560 4 will_return b1",
                "600 0 comes_to_desk b2",
                "600 1 answered b2 0",
                "650 2 talk_ended b0 1",
                "860 3 comes_to_desk b1+1",
                "860 3 offered b1+1",
                "860 3 answered b1+1 1",
                "1250 2 talk_ended b2 0",
                "1510 2 talk_ended b1+1 1");
        Script.Result result = script.summarise();
        assertThat(List.of(result.of(Kind.DESK, 2, Count.OFFERED), result.of(Kind.DESK, 2, Count.ANSWERED), result.of(Kind.DESK, 2, Count.ABANDONED), result.of(Kind.DESK, 2, Count.PERSONS))).containsExactly(2L, 1L, 1L, 1L);
        assertThat(List.of(result.of(Kind.DESK, 1, Count.OFFERED), result.of(Kind.DESK, 1, Count.ANSWERED), result.of(Kind.DESK, 1, Count.PERSONS))).containsExactly(3L, 3L, 3L);
        assertThat(result.overall(Count.PERSONS)).isEqualTo(4);
    }

    /** The target wait is 20 s until 600, 60 s until 700, and 20 s again: who waits is judged by that of the moment at which the wait ends, whether answered or gone, and nobody's place, patience or agent is another for it. */
    @Test
    void theTargetWaitIsThatOfTheStep() {
        String target = "plan:\n" + step("longer", "2011-01-03T09:10", "{desks: {desk: {answer_within: 60 s}}}") + step("back", "2011-01-03T09:11:40", "{desks: {desk: {answer_within: 20 s}}}");
        Script script = new Script().calls("a", "work: " + seconds(100), 300, 350, 510, 560, 670).calls("b", "work: " + seconds(100) + ", patience: " + seconds(30), 360, 575).desk("desk", "").agents("team", "staffing: 1");
        List<String> before = script.run();
        assertThat(before).contains("400 2 answered a1 0", "390 4 abandoned b0", "605 4 abandoned b1", "610 2 answered a3 0", "710 2 answered a4 0");
        assertThat(script.summarise().overall(Count.ANSWERED_WITHIN)).isEqualTo(2); // a0, a2
        assertThat(script.summarise().overall(Count.ABANDONED_WITHIN)).isZero();
        Script planned = script.with(target);
        assertThat(planned.run().stream().filter(line -> !line.contains("comes_to_desk"))).isEqualTo(before);
        Script.Result result = planned.summarise();
        assertThat(result.overall(Count.ANSWERED_WITHIN)).isEqualTo(3); // and a3, after 50 s
        assertThat(result.overall(Count.PERSONS_ANSWERED_WITHIN)).isEqualTo(3);
        assertThat(result.overall(Count.ABANDONED_WITHIN)).isEqualTo(1); // b1, after 30 s
        assertThat(result.of(Kind.DESK, 0, Count.ANSWERED_WITHIN)).isEqualTo(3);
        assertThat(result.of(Kind.GROUP, 0, Count.ANSWERED_WITHIN)).isEqualTo(3);
        assertThat(List.of(result.overall(Count.OFFERED), result.overall(Count.ANSWERED), result.overall(Count.ABANDONED), result.overall(Count.DELAYED))).containsExactly(7L, 5L, 2L, 5L);
    }

    /** Home agents first, others after 100 s of waiting since the call came: a step that cross-trains the second group opens it to a call that has waited 150 s at once, and to one of 20 s when it is due. */
    @Test
    void overflowRunsFromEntry() {
        Script script = new Script()
                .with("councils: {north: , south: }\nservices: {housing: , tax: }")
                .desk("desk", "home_first: 100 s")
                .agents("ours", "employer: north, staffing: 1")
                .agents("theirs", "employer: south, skills: [tax], staffing: 2")
                .calls("a", "work: " + seconds(900), 10, 450, 580)
                .volume("none", "service: tax, volume: 0 / year, work: " + seconds(1))
                .with("plan:\n" + step("train", "2011-01-03T09:10", "{groups: {theirs: {skills: [tax, housing]}}}"));
        assertThat(script.run()).contains("600 1 answered a1 1", "680 4 answered a2 2").doesNotContain("600 1 answered a2 2");
    }

    /** A desk that splits: those who wait go to the desk of their flow, and only its agents take them. */
    @Test
    void aQueueSplits() {
        Script script = new Script()
                .desk("one", "")
                .desk("two", "")
                .agents("first", "desk: one, staffing: 1")
                .agents("second", "desk: one, staffing: 1")
                .calls("a", "desk: one, work: " + seconds(500), 200, 500)
                .calls("b", "desk: one, work: " + seconds(500), 300, 510)
                .with("plan:\n" + step("split", "2011-01-03T09:10", "{flows: {b: {desk: two}}, groups: {second: {desk: two}}}"));
        assertThat(script.run()).containsExactly(
                "200 3 offered a0",
                "200 3 answered a0 0",
                "300 3 offered b0",
                "300 3 answered b0 1",
                "500 3 offered a1",
                "500 3 queued a1",
                "510 3 offered b1",
                "510 3 queued b1",
                "600 0 comes_to_desk b1",
                "700 2 talk_ended a0 0",
                "700 2 answered a1 0",
                "800 2 talk_ended b0 1",
                "800 2 answered b1 1",
                "1200 2 talk_ended a1 0",
                "1300 2 talk_ended b1 1");
    }

    /** An agent who comes by a step takes who goes first, not who came first: the same as one who comes by the timetable. */
    @Test
    void priorityCountsAtAStep() {
        Script script = twoDesks()
                .calls("a", "desk: one, priority: 2, work: " + seconds(900), 300, 400)
                .calls("u", "desk: one, priority: 1, work: " + seconds(300), 500)
                .volume("none", "desk: two, volume: 0 / year, work: " + seconds(1))
                .with("plan:\n" + step("move", "2011-01-03T09:10", "{flows: {none: {desk: one}}, groups: {second: {desk: one}}}"));
        assertThat(script.run()).contains("600 1 answered u0 1", "900 2 answered a1 1");
    }

    /** Whoever moves to a desk that is closed and cuts off those who wait when it closes is cut off; where the desk opens at the very step, nobody is. */
    @Test
    void whoMovesToAClosedDeskIsTreatedAsThoseThere() {
        String opening = "opening: {daily: \"08:00-09:05\"}, at_close: disconnect";
        String move = "plan:\n" + step("move", "2011-01-03T09:10", "{flows: {b: {desk: two}}}");
        Script closed = new Script().desk("one", "").desk("two", opening).agents("first", "desk: one, staffing: 1").agents("second", "desk: two, staffing: 1")
                .volume("none", "desk: two, volume: 0 / year, work: " + seconds(1))
                .calls("a", "desk: one, work: " + seconds(2_000), 400)
                .calls("b", "desk: one, work: " + seconds(50), 500).with(move);
        assertThat(closed.run()).contains("600 0 comes_to_desk b0", "600 1 disconnected b0");
        Script opens = new Script().desk("one", "").desk("two", opening.replace("09:05", "09:05\", \"09:10-09:50").replace("\"08:00", "[\"08:00").replace("50\"", "50\"]")).agents("first", "desk: one, staffing: 1").agents("second", "desk: two, staffing: 1")
                .volume("none", "desk: two, volume: 0 / year, work: " + seconds(1))
                .calls("a", "desk: one, work: " + seconds(2_000), 400)
                .calls("b", "desk: one, work: " + seconds(50), 500).with(move);
        assertThat(opens.run()).contains("600 0 comes_to_desk b0", "600 1 answered b0 1").noneMatch(line -> line.contains("disconnected"));
    }

    /** Who moves and goes home in one step takes nobody at the new desk. */
    @Test
    void whoGoesHomeAtTheStepTakesNobody() {
        Script script = twoDesks()
                .calls("a", "desk: one, work: " + seconds(900), 300, 400)
                .volume("none", "desk: two, volume: 0 / year, work: " + seconds(1))
                .with("plan:\n" + step("go", "2011-01-03T09:10", "{flows: {none: {desk: one}}, groups: {second: {desk: one, staffing: 0}}}"));
        assertThat(script.run()).contains("1200 2 answered a1 0").noneMatch(line -> line.startsWith("600 "));
    }

    /** A flow that moves brings the people whom it would bring without the plan, and so do all others. */
    @Test
    void whoMovesIsTheSamePerson() {
        Script still = twoDesks().volume("a", "desk: one, volume: 9 / hour, work: " + seconds(9)).volume("b", "desk: two, volume: 9 / hour, work: " + seconds(9));
        Script moved = twoDesks().volume("a", "desk: one, volume: 9 / hour, work: " + seconds(9)).volume("b", "desk: two, volume: 9 / hour, work: " + seconds(9)).with(MERGE);
        long[] keys = moved.compile().demand().flowKey();
        assertThat(keys).hasSize(3).startsWith(still.compile().demand().flowKey());
        assertThat(keys[2]).isEqualTo(keys[1]);
    }

    /** A step that waits for another: ten minutes after that, or on its own date when that is later. */
    @Test
    void stepsWaitForOthers() {
        List<String> byDate = calls().agents("team", "staffing: 3").with("plan:\n" + step("a", "2011-01-03T09:10", "{groups: {team: {staffing: 1}}}") + step("b", "2011-01-03T09:20", "{groups: {team: {staffing: 2}}}")).run();
        String first = step("a", "2011-01-03T09:10", "{groups: {team: {staffing: 1}}}");
        assertThat(calls().agents("team", "staffing: 3").with("plan:\n  b: {after: [a], delay: 10 min, change: {groups: {team: {staffing: 2}}}}\n" + first).run()).isEqualTo(byDate);
        assertThat(calls().agents("team", "staffing: 3").with("plan:\n  b: {on: 2011-01-03T09:05, after: [a], delay: 10 min, change: {groups: {team: {staffing: 2}}}}\n" + first).run()).isEqualTo(byDate);
        assertThat(calls().agents("team", "staffing: 3").with("plan:\n  b: {on: 2011-01-03T09:20, after: [a], change: {groups: {team: {staffing: 2}}}}\n" + first).run()).isEqualTo(byDate);
    }

    /** One that holds for a time: what it changed is then as if it had not been, with what others have changed meanwhile; one that would end after the run does not. */
    @Test
    void aStepHoldsForATime() {
        List<String> byTable = calls().agents("team", "staffing: {mon: {\"09:00\": 3, \"09:10\": 1, \"09:20\": 3}}").run();
        assertThat(calls().agents("team", "staffing: 3").with("plan:\n  a: {on: 2011-01-03T09:10, lasts: 10 min, change: {groups: {team: {staffing: 1}}}}").run()).isEqualTo(byTable);
        List<String> between = calls().agents("team", "staffing: {mon: {\"09:00\": 3, \"09:10\": 1, \"09:15\": 4, \"09:30\": 2}}").run();
        assertThat(calls().agents("team", "staffing: 3").with("plan:\n  a: {on: 2011-01-03T09:10, lasts: 20 min, change: {groups: {team: {staffing: 1}}}}\n  b: {on: 2011-01-03T09:15, lasts: 15 min, change: {groups: {team: {staffing: 4}}}}\n"
                + "  c: {on: 2011-01-03T09:05, change: {groups: {team: {staffing: 3}}}}\n  d: {on: 2011-01-03T09:30, lasts: 40 days, change: {groups: {team: {staffing: 2}}}}").run()).isEqualTo(between);
    }

    private static final String TWO_ROOMS = "datacentres: {old: , new: }\nrooms: {cellar: {datacentre: old}, hall: {datacentre: new}}\n";

    private static String fails(int every, int repair) {
        return "failures: {every: " + seconds(every) + ", repair: " + seconds(repair) + "}";
    }

    private static Script systems(String estate, String plan) {
        return new Script().volume("a", "volume: 0 / year, work: " + seconds(1)).agents("team", "staffing: 1").with(TWO_ROOMS + estate).with("plan:\n" + plan);
    }

    /** The old host breaks at 500 and would be down until 1500; the application moves at 600 to one that works since the start, and is off for 100 s while it does. The new host breaks at 2000. */
    @Test
    void anApplicationMoves() {
        String hosts = "hosts: {a: {room: cellar, " + fails(500, 1_000) + "}, b: {room: hall, " + fails(2_000, 300) + "}}\napplications: {crm: {hosts: [a]}}\n";
        String move = "{applications: {crm: {hosts: [b]}}}";
        assertThat(systems(hosts, step("move", "2011-01-03T09:10", move)).run()).containsExactly(
                "500 0 application_down crm",
                "600 0 application_up crm",
                "2000 0 application_down crm",
                "2300 0 application_up crm");
        assertThat(systems(hosts, step("move", "2011-01-03T09:10", move + ", down: {applications: [crm], lasts: 100 s}")).run()).containsExactly(
                "500 0 application_down crm",
                "700 0 application_up crm", // one outage: at the step it goes off as it comes back
                "2000 0 application_down crm",
                "2300 0 application_up crm");
    }

    /** a is broken from 600 to 1800, and b serves since 660, for ever: neither a further host beside b nor another rule for failovers is a reason to go down. */
    @Test
    void aStandbyThatServesGoesOn() {
        String estate = "hosts: {a: {room: cellar, " + fails(600, 1_200) + "}, b: {room: hall}, c: {room: hall}}\n"
                + "applications: {crm: {hosts: [a], standby: [b], failover: {takes: " + seconds(60) + ", back: never, during: {standby: cannot}}}}\n";
        for (String change : List.of("standby: [b, c], standby_needed: 1", "failover: {during: {standby: may_fail}}")) {
            assertThat(systems(estate, "  s: {on: 2011-01-03T09:20, lasts: 5 min, change: {applications: {crm: {" + change + "}}}}").run()).as(change).containsExactly("600 0 application_down crm", "660 0 application_up crm");
        }
    }

    /** While its room is closed for a minute the clock of a host stands, as it does in an outage: the failure that was due at 600 comes at 660. */
    @Test
    void whatIsOffForAWhileIsNotAsNew() {
        String estate = "hosts: {a: {room: cellar, " + fails(600, 100) + "}, b: {room: hall}}\napplications: {crm: {hosts: [a]}}\n";
        for (String change : List.of("rooms: {cellar: {closed: true}}, applications: {crm: {hosts: [b]}}", "hosts: {a: {failures: }}")) {
            assertThat(systems(estate, "  s: {on: 2011-01-03T09:05, lasts: 1 min, change: {" + change + "}}").run()).as(change).startsWith("660 0 application_down crm", "760 0 application_up crm", "1360 0 application_down crm");
        }
    }

    /** A host fails every 1000 s of work. From 600 on, twice as often: of the 400 s that are left 200 remain, then 500 s from each repair of 100 s. */
    @Test
    void anotherRateCountsFromTheStepOn() {
        String hosts = "hosts: {a: {room: cellar, " + fails(1_000, 100) + "}}\napplications: {crm: {hosts: [a]}}\n";
        assertThat(systems(hosts, step("worse", "2011-01-03T09:10", "{hosts: {a: {" + fails(500, 100) + "}}}") + step("better", "2011-01-03T09:35", "{hosts: {a: {failures: }}}")).run()).containsExactly(
                "800 0 application_down crm",
                "900 0 application_up crm",
                "1400 0 application_down crm",
                "1500 0 application_up crm",
                "2000 0 application_down crm",
                "2100 0 application_up crm"); // and from 2100 on it never fails
    }

    /** What stands in a closed room neither fails nor draws power nor costs rent; the room that opens later does so from then on. */
    @Test
    void aRoomCloses() {
        String rooms = "datacentres: {old: , new: }\nrooms: {cellar: {datacentre: old, rent: £100 / year, overhead: {fixed: 100 W, share: 50 %}}, hall: {datacentre: new, rent: £1000 / year, overhead: {fixed: 50 W, share: 0 %}, closed: true}}\n"
                + "host_defaults: {watts: {full: 400 W, idle: 100 %}}\nhosts: {a: {room: cellar, " + fails(2_000, 100) + "}, b: {room: hall, " + fails(300, 100) + "}}\napplications: {crm: {hosts: [a]}}\n";
        String plan = "plan:\n" + step("open", "2011-01-03T09:15", "{rooms: {hall: {closed: false}}}") + step("move", "2011-01-03T09:30", "{applications: {crm: {hosts: [b]}}, rooms: {cellar: {closed: true}}}");
        Script script = new Script().volume("a", "volume: 0 / year, work: " + seconds(1)).agents("team", "staffing: 1").with(rooms).with(plan);
        assertThat(script.run()).startsWith("2000 0 application_down crm", "2100 0 application_up crm"); // b: 900 + 300 down, 1300 up, 1600 down, 1700 up, 2000, and so on
        Program program = script.compile();
        List<Kpi> kpis = new KpiTable(program).of(Summaries.observations(program, Summaries.of(program, 1, 2)));
        // of an hour, half in the cellar: 400 + 300 W; from the second quarter on in the hall: 400 + 50 W
        assertThat(kpis.stream().filter(kpi -> kpi.measure().equals("energy") || kpi.measure().equals("rent")).filter(kpi -> !kpi.estimate().isEmpty()).map(kpi -> kpi.measure() + " " + kpi.scope() + " " + Math.round(kpi.estimate().value())))
                .contains("energy room cellar " + Math.round(0.5 * 700 * 8.76), "energy room hall " + Math.round(0.75 * 450 * 8.76), "rent overall 800");
    }

    /** A host moves out at a quarter past nine, and the room that it leaves costs rent and cooling until it closes, a quarter of an hour later. */
    @Test
    void aRoomCostsUntilItClosesNotUntilItIsEmpty() {
        String rooms = "datacentres: {old: , new: }\nrooms: {cellar: {datacentre: old, rent: £100 / year, overhead: {fixed: 100 W, share: 50 %}}, hall: {datacentre: new, rent: £1000 / year, overhead: {fixed: 50 W, share: 0 %}}}\n"
                + "host_defaults: {watts: {full: 400 W, idle: 100 %}}\nhosts: {a: {room: cellar}}\napplications: {crm: {hosts: [a]}}\n";
        Program program = new Script().volume("a", "volume: 0 / year, work: " + seconds(1)).agents("team", "staffing: 1").with(rooms)
                .with("plan:\n" + step("move", "2011-01-03T09:15", "{hosts: {a: {room: hall}}}") + step("close", "2011-01-03T09:30", "{rooms: {cellar: {closed: true}}}"))
                .compile();
        List<Kpi> kpis = new KpiTable(program).of(Summaries.observations(program, Summaries.of(program, 1, 2)));
        // the cellar: a quarter of an hour 400 + 200 + 100 W, another 100 W, then nothing; the hall: an hour 50 W, three quarters 400 W
        assertThat(kpis.stream().filter(kpi -> kpi.measure().equals("energy") || kpi.measure().equals("rent")).filter(kpi -> !kpi.estimate().isEmpty()).map(kpi -> kpi.measure() + " " + kpi.scope() + " " + Math.round(kpi.estimate().value())))
                .contains("energy room cellar " + Math.round(200 * 8.76), "energy room hall " + Math.round(350 * 8.76), "rent overall 1050");
    }
}
