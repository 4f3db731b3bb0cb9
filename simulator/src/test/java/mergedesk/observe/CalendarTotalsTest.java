package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Script;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replication leaves of each period of the calendar: known to the tick, adding up to the whole, and changing nothing of it. */
class CalendarTotalsTest {
    private static RunSummary run(Program program, KeptRows kept) {
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state, kept));
        kernel.reset(7, 1); // twice: what the first run left is forgotten
        kernel.runUntil(program.horizon().endTick() / 2);
        kernel.reset(7, 1);
        kernel.runUntil(Ticks.NEVER);
        List<RunSummary> finished = totals[0].finish();
        assertThat(finished).hasSize(1);
        return finished.get(0);
    }

    private static RunSummary run(Program program) {
        return run(program, KeptRows.all(new Scopes(program)));
    }

    /** One agent; who calls at 23:59:55 on 31 January waits until 00:00:50. */
    @Test
    void whoWaitsOverMidnightCountsWhereTheWaitEnds() {
        Program program = new Script()
                .time("start: 2011-01-31T23:00, length: 29 days")
                .calls("a", "work: " + Script.seconds(60), 0, 3_590, 3_595, 4_000)
                .agents("agents", "staffing: 1")
                .compile();
        List<RunSummary> months = run(program).by(Period.MONTH);
        assertThat(months).hasSize(3);
        Scopes scopes = new Scopes(program);
        for (Kind kind : List.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK)) {
            int row = scopes.row(kind, 0);
            assertThat(columns(months, row, Count.OFFERED)).containsExactly(2, 2, 0);
            assertThat(columns(months, row, Count.PERSONS)).containsExactly(2, 2, 0);
            assertThat(columns(months, row, Count.ANSWERED)).containsExactly(2, 2, 0);
            assertThat(columns(months, row, Count.DELAYED)).containsExactly(0, 1, 0);
            assertThat(columns(months, row, Count.WAIT_ANSWERED)).containsExactly(0, seconds(55), 0);
            assertThat(columns(months, row, Count.QUEUE)).containsExactly(seconds(5), seconds(50), 0);
            assertThat(columns(months, row, Count.WINDOW)).containsExactly(seconds(3_600), seconds(28 * 86_400), seconds(23 * 3_600));
        }
        for (Kind kind : List.of(Kind.OVERALL, Kind.DESK, Kind.GROUP)) {
            int row = scopes.row(kind, 0);
            assertThat(columns(months, row, Count.TALK)).containsExactly(seconds(60), seconds(180), 0);
            assertThat(columns(months, row, Count.TALKING)).containsExactly(seconds(70), seconds(170), 0);
            assertThat(columns(months, row, Count.SCHEDULED)).containsExactly(seconds(3_600), seconds(28 * 86_400), seconds(23 * 3_600));
        }
        assertThat(months.get(0).has(scopes.row(Kind.FLOW, 0))).as("flows are not kept by month").isFalse();
    }

    private static long seconds(long seconds) {
        return seconds * Ticks.PER_SECOND;
    }

    private static long[] columns(List<RunSummary> months, int row, int column) {
        return months.stream().mapToLong(month -> month.total(row, column)).toArray();
    }

    /** Every kind of event, retries over midnight, both ends of a run, and every kind of period in every row that a target may name. */
    @ParameterizedTest
    @ValueSource(strings = {"length: 55 days", "length: 60 days, end: cut, warm_up: 20 h"})
    void addUpToTheWholeAndDoNotChangeIt(String time) {
        Program program = Script.everything(time).compile();
        Scopes scopes = new Scopes(program);
        int[] months = scopes.byPeriod().get(Period.MONTH);
        List<Period> calendar = List.of(Period.MONTH, Period.WEEK, Period.WEEKDAY, Period.DATE);
        KeptRows all = KeptRows.all(scopes);
        RunSummary with = run(program, new KeptRows(all.rows(), true, calendar.stream().collect(Collectors.toMap(period -> period, period -> months))));
        RunSummary without = run(program, new KeptRows(all.rows(), true));
        assertThat(with.withPeriods(Map.of())).usingRecursiveComparison().isEqualTo(without);
        assertThat(without.periods()).isEmpty();
        for (Period period : calendar) {
            assertThat(with.by(period)).as(period.name()).hasSize(period.names(program).size()).hasSizeGreaterThan(1);
            for (int row = 0; row < scopes.rows().size(); row++) {
                boolean kept = Arrays.binarySearch(months, row) >= 0;
                for (int column = 0; column < Count.COLUMNS; column++) {
                    long[] parts = columns(with.by(period), row, column);
                    assertThat(Arrays.stream(parts).sum()).as("%s row %s column %s", period, row, column).isEqualTo(kept ? with.total(row, column) : 0);
                    assertThat(Arrays.stream(parts).min().orElseThrow()).as("%s row %s column %s", period, row, column).isNotNegative();
                }
            }
        }
        assertThat(dates(with, program, "2011-02")).as("dates of a month add up to it").isEqualTo(month(with, program, "2011-02"));
    }

    private static List<Long> dates(RunSummary run, Program program, String month) {
        List<String> names = Period.DATE.names(program);
        return IntStream.range(0, Count.COLUMNS)
                .mapToObj(column -> IntStream.range(0, names.size()).filter(i -> names.get(i).startsWith(month)).mapToLong(i -> run.by(Period.DATE).get(i).total(0, column)).sum())
                .toList();
    }

    private static List<Long> month(RunSummary run, Program program, String month) {
        RunSummary of = run.by(Period.MONTH).get(Period.MONTH.names(program).indexOf(month));
        return IntStream.range(0, Count.COLUMNS).mapToObj(column -> of.total(0, column)).toList();
    }

    /** Nobody is answered in a month without having been offered in it: of six who call before closing time one is served, two wait for the next morning, and three try again then. */
    @Test
    void sharesAreOfThoseWhoHadTheChance() {
        Program program = new Script()
                .time("start: 2011-01-31, length: 30 days")
                .desk("desk", "opening: {daily: 08:00-18:00}, at_close: keep")
                .callsAt("waits", "work: " + Script.seconds(600), "2011-01-31T17:50:00", "2011-01-31T17:59:00", "2011-01-31T17:59:01")
                .callsAt("returns", "work: " + Script.seconds(60) + ", patience: " + Script.seconds(600) + ", retry: {probability: 100 %, delay: {distribution: constant, mean: 16 h}}",
                        "2011-01-31T17:51:00", "2011-01-31T17:52:00", "2011-01-31T17:53:00")
                .agents("agents", "staffing: 1")
                .compile();
        List<RunSummary> months = run(program).by(Period.MONTH);
        assertThat(columns(months, 0, Count.ANSWERED)).containsExactly(1, 5, 0);
        assertThat(columns(months, 0, Count.ABANDONED)).containsExactly(3, 0, 0);
        assertThat(columns(months, 0, Count.OFFERED)).containsExactly(4, 5, 0);
        assertThat(columns(months, 0, Count.DELAYED)).containsExactly(3, 2, 0);
        assertThat(columns(months, 0, Count.PERSONS)).containsExactly(1, 5, 0);
        assertThat(columns(months, 0, Count.PERSONS_ANSWERED)).containsExactly(1, 5, 0);
    }

    @Test
    void areNotKeptWhereNobodyAsks() {
        Program program = Script.everything("length: 55 days").compile();
        assertThat(run(program, new KeptRows(new int[] {0}, false)).by(Period.MONTH)).isEmpty();
        RunSummary some = run(program, new KeptRows(new int[] {0, 1}, false, Map.of(Period.MONTH, new int[] {1})));
        assertThat(some.by(Period.MONTH)).hasSize(3).allMatch(month -> month.rows().length == 1 && month.rows()[0] == 1);
    }
}
