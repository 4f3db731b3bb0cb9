package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import mergedesk.kernel.Script;
import mergedesk.program.CalendarPeriods;
import mergedesk.program.Periods;
import org.junit.jupiter.api.Test;

/** The window divided by local date: from the first counted moment to the end, none where there is nothing to tell apart. */
class PeriodTableTest {
    private static CalendarPeriods periods(String time) {
        return new Script().time(time).calls("a", "work: " + Script.seconds(60), 0).agents("agents", "staffing: 1").compile().names().calendar();
    }

    /** How many days each period has; those outside of the window have none. */
    private static int[] days(Periods periods) {
        int[] days = new int[periods.count()];
        IntStream.of(periods.ofDay()).filter(of -> of >= 0).forEach(of -> days[of]++);
        return days;
    }

    @Test
    void aYearHasTwelveMonths() {
        CalendarPeriods year = periods("start: 2026-01-01, length: 1 year");
        assertThat(year.months().names()).hasSize(12).startsWith("2026-01", "2026-02").endsWith("2026-12");
        assertThat(days(year.months())).containsExactly(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
        assertThat(year.months().of(0)).isZero();
        assertThat(year.months().of(364)).isEqualTo(11);
        assertThat(year.months().of(365)).as("after the end, when a run drains").isEqualTo(-1);
        assertThat(year.months().of(10_000)).isEqualTo(-1);
    }

    /** 1 January 2026 is a Thursday. */
    @Test
    void weeksBeginOnMondaysAndHaveTheirDate() {
        CalendarPeriods year = periods("start: 2026-01-01, length: 1 year");
        assertThat(year.weeks().names()).hasSize(53).startsWith("2025-12-29", "2026-01-05").endsWith("2026-12-28");
        assertThat(days(year.weeks())).startsWith(4, 7, 7).endsWith(7, 4);
        assertThat(periods("start: 2026-01-06, length: 12 days").weeks().names()).as("one day short of a whole week").isEmpty();
        assertThat(periods("start: 2026-01-06, length: 13 days").weeks().names()).containsExactly("2026-01-05", "2026-01-12");
        assertThat(periods("start: 2026-01-05, length: 7 days").weeks().names()).as("one is all there is").isEmpty();
    }

    @Test
    void allDaysOfANameAreAWeekday() {
        Periods year = periods("start: 2026-01-01, length: 1 year").weekdays();
        assertThat(year.names()).containsExactly("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
        assertThat(days(year)).containsExactly(52, 52, 52, 53, 52, 52, 52);
        assertThat(year.of(0)).isEqualTo(3);
        assertThat(periods("start: 2026-01-09T12:00, length: 1 day").weekdays().names()).containsExactly("Fri", "Sat");
        assertThat(periods("start: 2026-01-09, length: 1 day").weekdays().names()).isEmpty();
    }

    @Test
    void everyDayIsADate() {
        Periods dates = periods("start: 2026-03-28T12:00, length: 36 h").dates();
        assertThat(dates.names()).as("the clock changes").containsExactly("2026-03-28", "2026-03-29", "2026-03-30");
        assertThat(dates.ofDay()).startsWith(0, 1, 2, -1).endsWith(-1);
    }

    @Test
    void partsOfMonthsAreMonths() {
        Periods parts = periods("start: 2011-12-15T09:00, length: 60 days").months();
        assertThat(parts.names()).containsExactly("2011-12", "2012-01", "2012-02");
        assertThat(days(parts)).containsExactly(17, 31, 13);
    }

    @Test
    void countOnlyWhatCounts() {
        Periods warm = periods("start: 2011-01-10, length: 60 days, end: cut, warm_up: 10 days").months();
        assertThat(warm.names()).containsExactly("2011-01", "2011-02", "2011-03");
        assertThat(days(warm)).containsExactly(12, 28, 10);
        assertThat(warm.of(9)).isEqualTo(-1);
        assertThat(warm.of(10)).isZero();
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void aDayThatTheZoneSkippedIsNone() {
        assertThat(days(periods("start: 2011-12-29, length: 40 days, zone: Pacific/Apia").months())).containsExactly(2, 31, 6);
    }

    @Test
    void thereAreNoMonthsWithoutAWholeOneAndNothingInBatches() {
        assertThat(periods("start: 2011-01-01, length: 31 days").months().names()).isEmpty();
        assertThat(periods("start: 2011-01-02, length: 57 days").months().names()).as("one day short of February").isEmpty();
        assertThat(periods("start: 2011-01-02, length: 58 days").months().names()).containsExactly("2011-01", "2011-02");
        assertThat(periods("start: 2011-01-01, length: 32 days").months().names()).containsExactly("2011-01", "2011-02");
        assertThat(periods("start: 2011-01-10, length: 60 days, end: cut, batches: 2")).isEqualTo(CalendarPeriods.NONE);
    }
}
