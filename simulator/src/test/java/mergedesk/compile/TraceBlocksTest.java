package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Program;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Trace;
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
    void countedIntervalsEndWithTheCalendarsIntervalsTheStartAndTheEnd() {
        // 10:00-11:00 is cut at 10:10 (the start) and 10:30; a sixth of 60 came before the start.
        replay("calls", counts(60, count("12:00", 6), count("10:00", 60)));
        assertThat(blocks(0)).containsExactly("0-1200 20", "1200-3000 30", "6600-7200 1");
    }

    @Test
    void laterDaysAreCutAtTheirOwnIntervals() {
        fixture.from("2011-01-03T10:10", 2, ChronoUnit.DAYS);
        replay("calls", counts(60, new Trace.Count(LocalDateTime.parse("2011-01-04T10:15"), 8)));
        assertThat(blocks(0)).containsExactly("86700-87600 2", "87600-89400 4", "89400-90300 2");
    }

    @Test
    void countsThatDoNotDivideAreRoundedByTheRunningTotal() {
        fixture.from("2011-01-03T10:00", 2, ChronoUnit.HOURS);
        fixture.interval = Duration.ofMinutes(15);
        replay("calls", counts(60, count("10:00", 5), count("11:00", 1)));
        // 5 × ¼ = 1.25, 2.5, 3.75, 5 are rounded to 1, 3, 4, 5.
        assertThat(blocks(0)).containsExactly("0-900 1", "900-1800 2", "1800-2700 1", "2700-3600 1", "4500-5400 1");
    }

    @Test
    void eachFlowHasItsBlocksAndReplayHasNeitherVolumeNorBusyness() {
        fixture.busyness = new Busyness(new Busyness.Level(0.07, 0), null, null);
        replay("first", times("11:00"));
        fixture.flow("volume");
        replay("third", times("10:40", "10:20"));
        Program.Demand demand = fixture.compile().demand();
        assertThat(demand.traceOffset).containsExactly(0, 1, 1, 3);
        assertThat(blocks(2)).containsExactly("600-600 1", "1800-1800 1");
        assertThat(demand.flowFactors).containsExactly(-1, -1, -1, 0, -1, -1, -1, -1, -1);
        int days = demand.dayExpected.length / 3;
        assertThat(demand.dayExpected[0]).isZero();
        assertThat(demand.dayExpected[days]).isPositive();
    }

    private void replay(String name, Trace trace) {
        fixture.flow(name).trace = trace;
        fixture.flow(name).volume = null;
    }

    private static Trace times(String... times) {
        List<LocalDateTime> list = new ArrayList<>();
        for (String time : times) {
            list.add(LocalDateTime.parse("2011-01-03T" + time));
        }
        return new Trace("calls.csv", null, Duration.ofMinutes(30), list, List.of());
    }

    private static Trace counts(int minutes, Trace.Count... counts) {
        return new Trace(null, "counts.csv", Duration.ofMinutes(minutes), List.of(), List.of(counts));
    }

    private static Trace.Count count(String start, int count) {
        return new Trace.Count(LocalDateTime.parse("2011-01-03T" + start), count);
    }

    private List<String> blocks(int flow) {
        Program.Demand demand = fixture.compile().demand();
        List<String> lines = new ArrayList<>();
        for (int block = demand.traceOffset[flow]; block < demand.traceOffset[flow + 1]; block++) {
            lines.add(demand.traceStartTick[block] / 1_000_000 + "-" + demand.traceEndTick[block] / 1_000_000 + " "
                    + demand.traceCount[block]);
        }
        return lines;
    }
}
