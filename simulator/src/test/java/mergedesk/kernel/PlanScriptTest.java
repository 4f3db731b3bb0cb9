package mergedesk.kernel;

import static mergedesk.kernel.Script.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mergedesk.program.Program;
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
}
