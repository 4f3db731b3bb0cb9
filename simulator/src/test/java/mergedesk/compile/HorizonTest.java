package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import mergedesk.program.Program;
import mergedesk.scenario.TimeFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run ends: civil for days and longer, exact for hours; what is added for drain and cut. */
class HorizonTest {
    private static final long HOUR = 3_600_000_000L;

    @ParameterizedTest
    @CsvSource({
        "2011-03-26T00:00, 2,  DAYS,   47",
        "2011-03-01T00:00, 28, DAYS,   671",
        "2011-03-01T00:00, 4,  WEEKS,  671",
        "2011-10-29T12:00, 1,  DAYS,   25",
        "2011-01-01T00:00, 12, MONTHS, 8760",
        "2012-01-01T00:00, 1,  YEARS,  8784",
        "2011-01-31T00:00, 1,  MONTHS, 672",
        "2011-03-26T00:00, 48, HOURS,  48",
        "2011-03-27T00:00, 120, MINUTES, 2",
        "2011-03-27T01:30, 1,  DAYS,   23.5",
    })
    void endsWhereTheCalendarSays(String start, long amount, ChronoUnit unit, double hours) {
        Program program = new ScenarioFixture().from(start, amount, unit).compile();
        assertThat(program.horizon().endTick()).isEqualTo((long) (hours * HOUR));
    }

    @Test
    void drainTakesReturnsForADayAndGoesOnForSevenAfterTheDayOfTheEnd() {
        Program program = new ScenarioFixture()
                .from("2011-01-03T08:00", 8, ChronoUnit.HOURS)
                .compile();
        assertThat(program.horizon()).isEqualTo(new Program.Horizon(8 * HOUR, false, 0, 8 * HOUR, 32 * HOUR));
        assertThat(program.calendar().dayStartTick()).hasSize(9).startsWith(-8 * HOUR, 16 * HOUR, 40 * HOUR).endsWith((16 + 7 * 24) * HOUR);
    }

    @Test
    void drainIgnoresWarmUpAndBatches() {
        ScenarioFixture fixture = new ScenarioFixture();
        fixture.warmUp = Duration.ofHours(1);
        fixture.batches = 5;
        assertThat(fixture.compile().horizon().warmUpEndTick()).isZero();
        assertThat(fixture.compile().horizon().batchTicks()).isEqualTo(24 * HOUR);
    }

    @Test
    void cutGoesOnForSevenDaysAfterTheDayOfTheEnd() {
        ScenarioFixture fixture = new ScenarioFixture().from("2011-01-03T08:00", 8, ChronoUnit.HOURS);
        fixture.end = TimeFrame.End.CUT;
        fixture.warmUp = Duration.ofHours(2);
        fixture.batches = 4;
        Program program = fixture.compile();
        long calendarEnd = (16 + 7 * 24) * HOUR;
        assertThat(program.horizon())
                .isEqualTo(new Program.Horizon(8 * HOUR, true, 2 * HOUR, 6 * HOUR / 4, calendarEnd));
        assertThat(program.calendar().dayStartTick()).hasSize(9).endsWith(calendarEnd);
    }

    @Test
    void cutThatEndsAtMidnightHasSevenDaysMore() {
        ScenarioFixture fixture = new ScenarioFixture();
        fixture.end = TimeFrame.End.CUT;
        assertThat(fixture.compile().calendar().dayCount()).isEqualTo(8);
    }

    @Test
    void batchesThatDoNotDivideTheWindowAreRoundedUpSoThatThereIsNoneTooMany() {
        ScenarioFixture fixture = new ScenarioFixture().from("2011-01-03T00:00", 1, ChronoUnit.HOURS);
        fixture.end = TimeFrame.End.CUT;
        fixture.batches = 7;
        long batch = fixture.compile().horizon().batchTicks();
        assertThat(batch).isEqualTo(514_285_715);
        assertThat((HOUR - 1) / batch).describedAs("number of the last batch").isEqualTo(6);
    }
}
