package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.kernel.Script;
import mergedesk.program.Months;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** Calendar months of the window by local date: from the first counted moment to the end, none where there is nothing to tell apart. */
class MonthTableTest {
    private static final long HOUR = 3_600 * Ticks.PER_SECOND;
    private static final long DAY = 24 * HOUR;

    private static Months months(String time) {
        return new Script().time(time).calls("a", "work: " + Script.seconds(60), 0).agents("agents", "staffing: 1").compile().names().months();
    }

    @Test
    void aYearHasTwelveAndTheClockChanges() {
        Months year = months("start: 2026-01-01, length: 1 year");
        assertThat(year.names()).hasSize(12).startsWith("2026-01", "2026-02").endsWith("2026-12");
        assertThat(year.startTick()).startsWith(0, 31 * DAY, 59 * DAY, 90 * DAY - HOUR);
        assertThat(year.startTick()[10]).isEqualTo((365 - 61) * DAY);
    }

    @Test
    void partsOfMonthsAreMonths() {
        Months parts = months("start: 2011-12-15T09:00, length: 60 days");
        assertThat(parts.names()).containsExactly("2011-12", "2012-01", "2012-02");
        assertThat(parts.startTick()).containsExactly(0, 16 * DAY + 15 * HOUR, 47 * DAY + 15 * HOUR);
    }

    @Test
    void countOnlyWhatCounts() {
        Months warm = months("start: 2011-01-10, length: 60 days, end: cut, warm_up: 10 days");
        assertThat(warm.names()).containsExactly("2011-01", "2011-02", "2011-03");
        assertThat(warm.startTick()).containsExactly(10 * DAY, 22 * DAY, 50 * DAY);
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void aDayThatTheZoneSkippedIsNone() {
        assertThat(months("start: 2011-12-29, length: 40 days, zone: Pacific/Apia").startTick()).containsExactly(0, 2 * DAY, 33 * DAY);
    }

    @Test
    void thereAreNoneWithoutAWholeMonthOrInBatches() {
        assertThat(months("start: 2011-01-01, length: 31 days").names()).isEmpty();
        assertThat(months("start: 2011-01-02, length: 57 days").names()).as("one day short of February").containsExactly();
        assertThat(months("start: 2011-01-02, length: 58 days").names()).containsExactly("2011-01", "2011-02");
        assertThat(months("start: 2011-01-01, length: 32 days").names()).containsExactly("2011-01", "2011-02");
        assertThat(months("start: 2011-01-10, length: 60 days, end: cut, batches: 2").names()).isEmpty();
    }
}
