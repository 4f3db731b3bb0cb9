package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.Flow;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Trace;
import mergedesk.scenario.WeeklyHours;
import org.junit.jupiter.api.Test;

/** Recorded arrivals as lines "first second-end second count", by hand. The run is Monday 10:10 to 12:10. */
class TraceBlocksTest {
    private final ScenarioFixture fixture = new ScenarioFixture().from("2011-01-03T10:10", 2, ChronoUnit.HOURS);

    @Test
    void exactTimesAreSortedAndEqualOnesCounted() {
        replay("calls", times("11:00", "10:10", "10:10", "10:09:59", "12:09:59.999999", "12:10"));
        assertThat(blocks(0)).containsExactly("0-0 2", "3000-3000 1", "7199-7199 1");
    }

    @Test
    void cutKeepsArrivalsAfterTheEnd() {
        fixture.end = TimeFrame.End.CUT;
        replay("calls", times("12:10", "23:00"));
        assertThat(blocks(0)).containsExactly("7200-7200 1", "46200-46200 1");
    }

    @Test
    void countedIntervalsEndWithTheStartAndTheEnd() {
        // 10:00-11:00 is cut at 10:10 (the start), a sixth of 60 came before; 12:00-13:00 at 12:10 (the end).
        replay("calls", counts(60, count("12:00", 6), count("10:00", 60)));
        assertThat(blocks(0)).containsExactly("0-3000 50", "6600-7200 1");
    }

    @Test
    void theIntervalsOfReportsCutNothing() {
        fixture.from("2011-01-03T10:00", 3, ChronoUnit.HOURS);
        fixture.interval = Duration.ofMinutes(15);
        replay("calls", counts(60, count("10:00", 5), count("11:00", 1)));
        assertThat(blocks(0)).containsExactly("0-3600 5", "3600-7200 1");
    }

    @Test
    void nothingIsLostPastMidnight() {
        fixture.from("2011-01-03T10:00", 2, ChronoUnit.DAYS);
        replay("calls", counts(90, count("23:00", 7), new Trace.Count(LocalDateTime.parse("2011-01-04T00:30"), 4)));
        // 7 × 60/90 = 4.67, so 5 come before midnight.
        assertThat(blocks(0)).containsExactly("46800-50400 5", "50400-52200 2", "52200-57600 4");
    }

    @Test
    void anIntervalThatIsPartlyOpenComesInTheOpenPart() {
        fixture.from("2011-01-03T00:00", 1, ChronoUnit.DAYS);
        fixture.desks.put("desk", ScenarioFixture.desk(ScenarioFixture.hours(ScenarioFixture.DAILY, "08:45", "16:20")));
        replay(
                "calls",
                counts(
                        30,
                        count("08:00", 3),
                        count("08:30", 9),
                        count("09:00", 4),
                        count("16:00", 6),
                        count("16:30", 2)));
        assertThat(blocks(0))
                .containsExactly("28800-30600 3", "31500-32400 9", "32400-34200 4", "57600-58800 6", "59400-61200 2");
    }

    @Test
    void anIntervalOverTheLunchBreakComesBeforeAndAfterIt() {
        fixture.from("2011-01-03T00:00", 1, ChronoUnit.DAYS);
        fixture.desks.put(
                "desk",
                ScenarioFixture.desk(new WeeklyHours(
                        Map.of(DayOfWeek.MONDAY, List.of(range("08:00", "12:30"), range("13:30", "17:00"))))));
        replay("calls", counts(120, count("12:00", 5)));
        assertThat(blocks(0)).containsExactly("43200-45000 3", "48600-50400 2");
    }

    /** 27 March 2011 has no 01:00-02:00, 30 October two. */
    @Test
    void clockChangesLoseAndRepeatNothing() {
        fixture.from("2011-03-27T00:00", 1, ChronoUnit.DAYS);
        replay(
                "calls",
                counts(
                        120,
                        new Trace.Count(LocalDateTime.parse("2011-03-27T00:00"), 8),
                        new Trace.Count(LocalDateTime.parse("2011-03-27T02:00"), 6)));
        assertThat(blocks(0)).containsExactly("0-3600 8", "3600-10800 6");
        fixture.from("2011-10-30T00:00", 1, ChronoUnit.DAYS);
        replay(
                "calls",
                counts(
                        30,
                        new Trace.Count(LocalDateTime.parse("2011-10-30T01:00"), 8),
                        new Trace.Count(LocalDateTime.parse("2011-10-30T01:30"), 6)));
        assertThat(blocks(0)).containsExactly("3600-5400 4", "5400-7200 3", "7200-9000 4", "9000-10800 3");
    }

    @Test
    void whatWasCountedInASkippedHourComesWhenTheClocksChange() {
        fixture.from("2011-03-27T00:00", 1, ChronoUnit.DAYS);
        replay(
                "calls",
                counts(
                        30,
                        new Trace.Count(LocalDateTime.parse("2011-03-27T01:00"), 8),
                        new Trace.Count(LocalDateTime.parse("2011-03-27T02:00"), 6)));
        assertThat(blocks(0)).containsExactly("3600-3600 8", "3600-5400 6");
    }

    @Test
    void bankHolidaysCloseTheDeskForRecordedContactsToo() {
        fixture.from("2011-04-25T00:00", 1, ChronoUnit.DAYS);
        fixture.bankHolidays = ScenarioFixture.english(0, null, List.of());
        replay("calls", counts(60, new Trace.Count(LocalDateTime.parse("2011-04-25T09:00"), 8)));
        assertThat(blocks(0)).describedAs("turned away").containsExactly("32400-36000 8");
    }

    @Test
    void intervalsThatOverlapAreRefused() {
        replay("calls", counts(60, count("10:30", 5), count("11:00", 1)));
        assertThatThrownBy(() -> blocks(0)).hasMessageContaining("recorded intervals overlap");
    }

    @Test
    void eachFlowHasItsBlocksAndReplayHasNeitherVolumeNorBusyness() {
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0), null, null);
        replay("first", times("11:00"));
        fixture.flow("volume");
        replay("third", times("10:40", "10:20"));
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.traceOffset()).containsExactly(0, 1, 1, 3);
        assertThat(blocks(2)).containsExactly("600-600 1", "1800-1800 1");
        assertThat(demand.flowFactors()).containsExactly(-1, -1, -1, 0, -1, -1, -1, -1, -1);
        int days = DayTable.expected(demand).length / 3;
        assertThat(DayTable.expected(demand)[0]).isZero();
        assertThat(DayTable.expected(demand)[days]).isPositive();
    }

    private void replay(String name, Trace trace) {
        fixture.flow(name, Flow::trace, trace);
        fixture.flow(name, Flow::volume, null);
    }

    private static Trace times(String... times) {
        List<LocalDateTime> list = new ArrayList<>();
        for (String time : times) {
            list.add(LocalDateTime.parse("2011-01-03T" + time));
        }
        return new Trace("calls.csv", null, null, list, List.of());
    }

    private static Trace counts(int minutes, Trace.Count... counts) {
        return new Trace(null, "counts.csv", Duration.ofMinutes(minutes), List.of(), List.of(counts));
    }

    private static Trace.Count count(String start, int count) {
        return new Trace.Count(LocalDateTime.parse("2011-01-03T" + start), count);
    }

    private static WeeklyHours.TimeRange range(String from, String to) {
        return new WeeklyHours.TimeRange(LocalTime.parse(from), LocalTime.parse(to));
    }

    private List<String> blocks(int flow) {
        Program.Demand demand = fixture.compile().demand();
        List<String> lines = new ArrayList<>();
        for (int block = demand.traceOffset()[flow]; block < demand.traceOffset()[flow + 1]; block++) {
            lines.add(demand.traceStartTick()[block] / 1_000_000 + "-" + demand.traceEndTick()[block] / 1_000_000 + " "
                    + demand.traceCount()[block]);
        }
        return lines;
    }
}
