package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.desk;
import static mergedesk.compile.ScenarioFixture.hours;
import static mergedesk.compile.ScenarioFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Profile;
import mergedesk.scenario.Rate;
import mergedesk.scenario.WeeklyHours;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile's weights mean by the minute. The week is that of Monday 3 January 2011; volumes are per day of the year. */
class WeekShapeTest {
    private static final long MINUTE = 60_000_000L;
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final Set<DayOfWeek> MONDAY = Set.of(DayOfWeek.MONDAY);

    private final ScenarioFixture fixture = new ScenarioFixture().from("2011-01-03T00:00", 7, ChronoUnit.DAYS).flow("calls");

    WeekShapeTest() {
        fixture.flow("calls", Flow::volume, new Rate(100, Rate.Per.DAY));
        fixture.flow("calls", Flow::profile, "day");
        fixture.desks.put("desk", desk(hours(WEEKDAYS, "08:00", "17:00")));
    }

    private void weights(Object... timesAndWeights) {
        fixture.profiles.put("day", profile(DAILY, timesAndWeights));
    }

    /** Share of the first flow's day that comes before a time. */
    private double before(int day, String time) {
        Program program = fixture.compile();
        return program.demand()
                .shareBefore(
                        DayTable.shapes(program.demand())[day], LocalTime.parse(time).toSecondOfDay() * 1_000_000L);
    }

    @Test
    void weightsAreHeightsOfTheCurve() {
        weights("08:00", 1.0, "11:00", 3.0, "12:00", 0.0);
        assertThat(before(0, "11:00")).isCloseTo(3 / 6.0, EXACT);
        assertThat(before(0, "12:00")).isEqualTo(1);
    }

    /** The day of the issue: the morning's four hours at 5, the afternoon's four at 5. */
    @Test
    void lastWeightHoldsUntilTheDeskCloses() {
        fixture.profiles.put("day", profile(MONDAY, "09:00", 5.0, "13:00", 5.0));
        assertThat(before(0, "13:00")).isCloseTo(0.5, EXACT);
        assertThat(before(0, "13:30")).isCloseTo(0.5 + 0.5 / 8, EXACT);
        assertThat(before(0, "17:00")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 30, 60})
    void theReportingIntervalHasNoPartInIt(int minutes) {
        weights("08:10", 5.0, "13:05", 2.0, "16:59", 9.0);
        Program.Demand expected = fixture.compile().demand();
        fixture.interval = Duration.ofMinutes(minutes);
        Program.Demand demand = fixture.compile().demand();
        assertThat(DayTable.expected(demand)).isEqualTo(DayTable.expected(expected));
        assertThat(demand.shapeTicks()).isEqualTo(expected.shapeTicks());
        assertThat(demand.shapeCumulative()).isEqualTo(expected.shapeCumulative());
    }

    @Test
    void breakpointsHoldFromTheirOwnMinute() {
        weights("08:10", 1.0, "08:25", 3.0, "08:30", 0.0);
        assertThat(before(0, "08:10")).isZero();
        assertThat(before(0, "08:20")).isCloseTo(10 / 30.0, EXACT);
        assertThat(before(0, "08:25")).isCloseTo(0.5, EXACT);
        assertThat(before(0, "08:30")).isEqualTo(1);
    }

    @Test
    void nobodyComesBeforeTheFirstWeightAndOpeningHasNoPartInIt() {
        weights("07:00", 1.0, "10:00", 1.0);
        assertThat(before(0, "07:00")).isZero();
        assertThat(before(0, "08:00")).isCloseTo(0.1, EXACT);
        weights("10:00", 1.0);
        assertThat(before(0, "10:00")).isZero();
        assertThat(before(0, "13:30")).isCloseTo(0.5, EXACT);
    }

    @Test
    void everyWeekdayEndsWhenItsDeskDoes() {
        Map<DayOfWeek, List<WeeklyHours.TimeRange>> byDay = new EnumMap<>(DayOfWeek.class);
        byDay.put(DayOfWeek.MONDAY, List.of(range("08:00", "12:00"), range("13:00", "17:00")));
        byDay.put(DayOfWeek.TUESDAY, List.of(range("08:00", "20:00")));
        byDay.put(DayOfWeek.WEDNESDAY, List.of(range("08:00", "00:00")));
        fixture.desks.put("desk", desk(new WeeklyHours(byDay)));
        fixture.profiles.put(
                "day", profile(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY), "10:00", 2.0));
        assertThat(before(0, "12:00")).describedAs("through lunch").isCloseTo(2 / 7.0, EXACT);
        assertThat(before(1, "15:00")).isCloseTo(0.5, EXACT);
        assertThat(before(2, "17:00")).isCloseTo(0.5, EXACT);
        double[] days = DayTable.expected(fixture.compile().demand());
        assertThat(days[1] / days[0]).isCloseTo(10 / 7.0, EXACT);
        assertThat(days[2] / days[0]).isCloseTo(14 / 7.0, EXACT);
    }

    @Test
    void flowsOfOneProfileEndWithTheirOwnDesks() {
        fixture.desks.put("late", desk(hours(WEEKDAYS, "08:00", "20:00")));
        fixture.flow("late", Flow::desk, "late");
        fixture.flow("late", Flow::volume, fixture.flows.get("calls").volume());
        fixture.flow("late", Flow::profile, "day");
        fixture.profiles.put("day", profile(WEEKDAYS, "08:00", 4.0, "14:00", 2.0));
        Program program = fixture.compile();
        int days = program.calendar().dayCount();
        assertThat(program.demand().shareBefore(DayTable.shapes(program.demand())[0], 14 * 60 * MINUTE))
                .isCloseTo(24 / 30.0, EXACT);
        assertThat(program.demand().shareBefore(DayTable.shapes(program.demand())[days], 14 * 60 * MINUTE))
                .isCloseTo(24 / 36.0, EXACT);
        assertThat(DayTable.expected(program.demand())[days])
                .describedAs("a shape never changes a total")
                .isEqualTo(DayTable.expected(program.demand())[0], EXACT);
    }

    @Test
    void totalsAreSpreadOverTheTimeForWhichTheirHeightWouldHold() {
        fixture.profiles.put(
                "day", profile(Profile.Weights.TOTALS, WEEKDAYS, "08:00", 3.0, "14:00", 1.0, "15:00", 4.0));
        assertThat(before(0, "11:00")).isCloseTo(1.5 / 8, EXACT);
        assertThat(before(0, "14:00")).isCloseTo(3 / 8.0, EXACT);
        assertThat(before(0, "15:00")).isCloseTo(4 / 8.0, EXACT);
        assertThat(before(0, "16:00")).isCloseTo(6 / 8.0, EXACT);
        assertThat(before(0, "17:00")).isEqualTo(1);
    }

    @Test
    void totalsOfEqualSpansAreHeights() {
        fixture.profiles.put(
                "day", profile(Profile.Weights.TOTALS, WEEKDAYS, "08:00", 3.0, "11:00", 1.0, "14:00", 4.0));
        Program.Demand totals = fixture.compile().demand();
        fixture.profiles.put(
                "day", profile(Profile.Weights.HEIGHTS, WEEKDAYS, "08:00", 3.0, "11:00", 1.0, "14:00", 4.0));
        Program.Demand heights = fixture.compile().demand();
        assertThat(heights.shapeTicks()).isEqualTo(totals.shapeTicks());
        assertThat(heights.shapeCumulative()).containsExactly(totals.shapeCumulative(), EXACT);
        assertThat(DayTable.expected(heights)).containsExactly(DayTable.expected(totals), Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"00:00, 24", "16:59, 7.0166666666666667"})
    void midnightEndsADayOfADeskThatIsAlwaysOpen(String last, double hours) {
        fixture.desks.put("desk", desk(ScenarioFixture.always()));
        weights(last, 1.0);
        assertThat(before(0, "23:59")).isCloseTo(1 - 1 / 60.0 / hours, EXACT);
    }

    private static WeeklyHours.TimeRange range(String from, String to) {
        return new WeeklyHours.TimeRange(LocalTime.parse(from), LocalTime.parse(to));
    }
}
