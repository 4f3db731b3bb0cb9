package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Civil days: clock changes at one, two, three and at midnight, by an hour or half of one, in both hemispheres. */
class CivilDaysTest {
    private static final long MINUTE = 60_000_000L;

    /** Hours of the day on which the scenario starts; tzdb's history, so these do not change. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London,       2011-03-26, 1440",
        "Europe/London,       2011-03-27, 1380",
        "Europe/London,       2011-10-30, 1500",
        "Europe/London,       2012-02-29, 1440",
        "Australia/Sydney,    2011-04-03, 1500",
        "Australia/Sydney,    2011-10-02, 1380",
        "Australia/Lord_Howe, 2011-04-03, 1470",
        "Australia/Lord_Howe, 2011-10-02, 1410",
        "America/Asuncion,    2011-04-09, 1500",
        "America/Asuncion,    2011-10-02, 1380",
        "Asia/Beirut,         2011-03-27, 1380",
        "Asia/Beirut,         2011-10-29, 1500",
        "America/St_Johns,    2011-03-13, 1380",
        "America/St_Johns,    2010-11-07, 1500",
    })
    void dayHasItsMinutes(String zone, String date, long minutes) {
        Program.Calendar calendar = calendar(zone, date, 30);
        assertThat(calendar.dayStartTick()[0]).isZero();
        assertThat(calendar.dayStartTick()[1]).isEqualTo(minutes * MINUTE);
        int kind = calendar.dayKind()[0];
        long at = 0;
        for (int row = calendar.kindOffset()[kind]; row < calendar.kindOffset()[kind + 1]; row++) {
            assertThat(calendar.intervalStartTicks()[row]).isEqualTo(at);
            at = calendar.intervalEndTicks()[row];
        }
        assertThat(at).isEqualTo(minutes * MINUTE);
    }

    @Test
    void springSundayInLondonSkipsOneOClock() {
        List<String> rows = rows(calendar("Europe/London", "2011-03-27", 30));
        assertThat(rows)
                .hasSize(46)
                .startsWith("288 0-30", "289 30-60", "292 60-90")
                .endsWith("335 1350-1380");
    }

    @Test
    void autumnSundayInLondonHasOneOClockTwice() {
        List<String> rows = rows(calendar("Europe/London", "2011-10-30", 30));
        assertThat(rows).hasSize(50);
        assertThat(rows.subList(2, 7))
                .containsExactly("290 60-90", "291 90-120", "290 120-150", "291 150-180", "292 180-210");
    }

    @Test
    void lordHoweLosesAndRepeatsHalfAnHour() {
        assertThat(rows(calendar("Australia/Lord_Howe", "2011-10-02", 60)).subList(1, 4))
                .containsExactly("145 60-120", "146 120-150", "147 150-210");
        assertThat(rows(calendar("Australia/Lord_Howe", "2011-04-03", 60)).subList(1, 4))
                .containsExactly("145 60-120", "145 120-150", "146 150-210");
    }

    @Test
    void dayWhoseMidnightIsSkippedBeginsAtOne() {
        assertThat(rows(calendar("America/Asuncion", "2011-10-02", 60)))
                .hasSize(23)
                .startsWith("145 0-60")
                .endsWith("167 1320-1380");
    }

    @Test
    void dayBeforeARepeatedMidnightHasElevenAtNightTwice() {
        assertThat(rows(calendar("America/Asuncion", "2011-04-09", 60)).subList(22, 25))
                .containsExactly("142 1320-1380", "143 1380-1440", "143 1440-1500");
    }

    @Test
    void clockSetBackJustAfterMidnightShowsTheDayBeforeAgain() {
        assertThat(rows(calendar("America/St_Johns", "2010-11-07", 60)).subList(0, 4))
                .containsExactly("144 0-1", "143 1-60", "144 60-120", "145 120-180");
    }

    @Test
    void skippedDayIsNoDay() {
        ScenarioFixture fixture = new ScenarioFixture()
                .from("2011-12-29T00:00", 2, ChronoUnit.DAYS)
                .in("Pacific/Apia");
        Program.Calendar calendar = fixture.compile().calendar();
        assertThat(calendar.dayStartTick()).startsWith(0, 1_440 * MINUTE, 2_880 * MINUTE);
        assertThat(calendar.intervalOfWeek()[calendar.kindOffset()[calendar.dayKind()[1]]])
                .describedAs("Saturday follows Thursday")
                .isEqualTo(5 * 48);
    }

    @Test
    void startInsideADayLeavesTheDayWhole() {
        Program.Calendar calendar = new ScenarioFixture()
                .from("2011-01-03T08:10", 8, ChronoUnit.HOURS)
                .compile()
                .calendar();
        assertThat(calendar.dayStartTick()[0]).isEqualTo(-490 * MINUTE);
        assertThat(calendar.dayStartTick()[1]).isEqualTo(950 * MINUTE);
    }

    @Test
    void kindsAreWeekdaysAndClockChangePatterns() {
        Program.Calendar year = new ScenarioFixture()
                .from("2011-01-03T00:00", 12, ChronoUnit.MONTHS)
                .compile()
                .calendar();
        assertThat(year.kindOffset()).hasSize(10).describedAs("seven weekdays and two special Sundays");
        assertThat(year.dayKind()).startsWith(0, 1, 2, 3, 4, 5, 6, 0, 1).hasSize(372);
        assertThat(year.dayKind()[83]).describedAs("27 March").isEqualTo(7);
        assertThat(year.dayKind()[300]).describedAs("30 October").isEqualTo(8);
    }

    private static Program.Calendar calendar(String zone, String date, int minutes) {
        ScenarioFixture fixture =
                new ScenarioFixture().from(date + "T00:00", 1, ChronoUnit.DAYS).in(zone);
        fixture.interval = Duration.ofMinutes(minutes);
        return fixture.compile().calendar();
    }

    /** Day 0 as lines "interval of week, first minute-last minute". */
    private static List<String> rows(Program.Calendar calendar) {
        List<String> rows = new ArrayList<>();
        for (int row = calendar.kindOffset()[0]; row < calendar.kindOffset()[1]; row++) {
            rows.add(calendar.intervalOfWeek()[row] + " " + calendar.intervalStartTicks()[row] / MINUTE + "-"
                    + calendar.intervalEndTicks()[row] / MINUTE);
        }
        return rows;
    }
}
