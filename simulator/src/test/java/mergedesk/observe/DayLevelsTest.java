package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** Days by service level, by hand: a day counts the calls that arrived on it, and as within T those of them that were, whenever that was. */
class DayLevelsTest {
    private static final String MINUTE = "work: " + Script.seconds(60);

    private static List<RunSummary> run(Script script) {
        Program program = script.compile();
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state));
        for (int replication = 0; replication < 2; replication++) { // a second run finds nothing left of the first
            kernel.reset(7, replication);
            kernel.runUntil(Ticks.NEVER);
        }
        return totals[0].finish();
    }

    /** Whole percent of each day, in ascending order, of one desk or, after the desks, all together. */
    private static List<Integer> percents(Script script, int row) {
        int[] days = new int[101];
        for (RunSummary summary : run(script)) {
            for (int percent = 0; percent <= 100; percent++) {
                days[percent] += summary.days()[row][percent];
            }
        }
        return java.util.stream.IntStream.rangeClosed(0, 100)
                .boxed()
                .flatMap(percent -> java.util.Collections.nCopies(days[percent], percent).stream())
                .toList();
    }

    /** Two at noon, answered at once; six before midnight, answered twenty minutes later, on the next day: eight of eight. */
    @Test
    void aCallThatIsAnsweredAfterMidnightCountsForItsOwnDay() {
        Script script = new Script()
                .time("start: 2011-01-03, length: 2 days")
                .desk("desk", "answer_within: 30 min")
                .callsAt("a", MINUTE, "2011-01-03T12:00", "2011-01-03T12:00", "2011-01-03T23:50", "2011-01-03T23:50", "2011-01-03T23:50",
                        "2011-01-03T23:50", "2011-01-03T23:50", "2011-01-03T23:50")
                .agents("g", "staffing: {mon: {\"12:00\": 2, \"13:00\": 0}, tue: {\"00:10\": 6, \"01:00\": 0}}");
        assertThat(percents(script, 0)).containsExactly(100);
        assertThat(percents(script, 1)).containsExactly(100);
    }

    /** T of 60 hours before Thursday noon is the first moment of Tuesday. */
    @Test
    void daysStayOpenForAsLongAsTheLongestTargetReaches() {
        Script script = new Script()
                .time("start: 2011-01-03, length: 7 days")
                .desk("desk", "answer_within: 60 h")
                .desk("other", "answer_within: 20 s")
                .callsAt("a", MINUTE, "2011-01-03T23:59:59", "2011-01-04T00:00", "2011-01-05T15:00", "2011-01-06T11:00", "2011-01-09T11:00")
                .callsAt("b", "desk: other, " + MINUTE, "2011-01-03T10:00", "2011-01-05T10:00", "2011-01-08T23:59:30")
                .agents("g", "staffing: {thu: {\"12:00\": 5}}")
                .agents("h", "desk: other, staffing: {mon-fri: {\"00:00\": 1}, sun: {\"00:00\": 1}}");
        assertThat(percents(script, 0)).containsExactly(0, 0, 100, 100, 100); // Monday, Sunday (never answered) and the three between
        assertThat(percents(script, 1)).containsExactly(0, 100, 100); // Saturday's is answered after 30 s, on Sunday
        assertThat(percents(script, 2)).containsExactly(0, 0, 50, 100, 100, 100); // Monday: one of two
    }

    /** The last call of the last day is answered after the end of the run's time. */
    @Test
    void theLastDayWaitsForItsCalls() {
        Script script = new Script()
                .time("start: 2011-01-03T09:00, length: 15 h")
                .desk("desk", "answer_within: 30 min")
                .callsAt("a", "work: " + Script.seconds(1_200), "2011-01-03T23:50", "2011-01-03T23:55", "2011-01-03T23:56")
                .agents("g", "staffing: 1");
        assertThat(percents(script, 0)).containsExactly(66); // the third waits for 34 minutes
    }

    /** Batches of five hours divide days; the days are counted whole, and once. */
    @Test
    void batchesDoNotDivideDays() {
        String time = "length: 10 days, end: cut, warm_up: 20 h, batches: ";
        List<Integer> whole = percents(Script.everything(time + 1), 1);
        assertThat(whole).hasSize(10);
        assertThat(percents(Script.everything(time + 44), 1)).isEqualTo(whole);
        assertThat(percents(Script.everything(time + 44), 2)).isEqualTo(percents(Script.everything(time + 1), 2));
    }

    /** Days of 23 and 25 hours end at midnight too. */
    @Test
    void daysAreCivil() {
        for (String start : List.of("2011-03-26", "2011-10-29")) {
            String next = start.equals("2011-03-26") ? "2011-03-27" : "2011-10-30";
            Script script = new Script()
                    .time("start: " + start + ", length: 3 days")
                    .desk("desk", "answer_within: 30 min")
                    .callsAt("a", MINUTE, start + "T23:50", next + "T23:50")
                    .agents("g", "staffing: {sun: {\"00:10\": 1, \"01:00\": 0}}");
            assertThat(percents(script, 0)).containsExactly(0, 100);
        }
    }
}
