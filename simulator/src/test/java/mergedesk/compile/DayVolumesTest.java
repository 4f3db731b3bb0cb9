package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.DAILY;
import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.program.Volumes;
import mergedesk.scenario.Council;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Season;
import mergedesk.scenario.Service;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected counts by day. The year is 3 January 2011 to 2 January 2012. */
class DayVolumesTest {
    private static final Percentage EXACT = Percentage.withPercentage(1e-10);

    private final ScenarioFixture fixture = new ScenarioFixture().from("2011-01-03T00:00", 12, ChronoUnit.MONTHS).flow("calls");

    DayVolumesTest() {
        fixture.flow("calls", Flow::volume, new Rate(400, Rate.Per.DAY));
        fixture.profiles.put("office", profile(WEEKDAYS, "09:00", 3.0, "12:00", 1.0, "15:00", 0.0));
        fixture.profiles.put("shop", profile(DAILY, "10:00", 0.5, "10:30", 7.0, "11:00", 1.0));
        fixture.seasons.put("billing", new Season(Map.of(Month.MARCH, 1.5, Month.AUGUST, 0.5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat,", "office,", "shop,", "flat,billing", "office,billing", "shop,billing"})
    void noShapeChangesTheTotalOfTheReferenceYear(String shape) {
        fixture.flow("calls", Flow::profile, shape.split(",", -1)[0]);
        fixture.flow("calls", Flow::season, shape.endsWith(",") ? null : "billing");
        assertThat(sum(days(), 0, 365)).isCloseTo(400 * 365, EXACT);
    }

    @Test
    void leapYearHasTheVolumeOfItsExtraDay() {
        fixture.from("2012-01-01T00:00", 12, ChronoUnit.MONTHS);
        fixture.flow("calls", Flow::profile, "shop");
        assertThat(sum(days(), 0, 366)).isCloseTo(400 * 366, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        // 12 months from a Monday in a common year, over 29 February 2012, and with a clock change on the first day but
        // none at the end
        "2011-01-03, 365, 8760",
        "2011-03-01, 366, 8784",
        "2025-03-30, 365, 8759",
        "2025-10-26, 365, 8761"
    })
    void volumesAreForTheTwelveMonthsFromTheStart(String start, int days, int hours) {
        fixture.from(start + "T00:00", 12, ChronoUnit.MONTHS);
        fixture.flow("calls", Flow::profile, "shop");
        assertThat(total(new Rate(20_000_000, Rate.Per.YEAR), days)).isCloseTo(20_000_000, EXACT);
        assertThat(total(new Rate(1_000_000, Rate.Per.MONTH), days)).isCloseTo(12_000_000, EXACT);
        assertThat(total(new Rate(7_000, Rate.Per.WEEK), days)).isCloseTo(1_000 * days, EXACT);
        assertThat(total(new Rate(1_000, Rate.Per.DAY), days)).isCloseTo(1_000 * days, EXACT);
        assertThat(total(new Rate(10, Rate.Per.HOUR), days)).isCloseTo(10 * hours, EXACT);
        assertThat(total(new Rate(10, Rate.Per.MINUTE), days)).isCloseTo(600 * hours, EXACT);
        assertThat(total(new Rate(2, Rate.Per.SECOND), days)).isCloseTo(7_200 * hours, EXACT);
    }

    private double total(Rate volume, int days) {
        fixture.flow("calls", Flow::volume, volume);
        return sum(days(), 0, days);
    }

    @Test
    void hoursOfTheYearBeginWithTheDayOfTheStart() {
        fixture.from("2011-01-03T14:00", 12, ChronoUnit.MONTHS);
        assertThat(total(new Rate(10, Rate.Per.HOUR), 365)).isCloseTo(87_600, EXACT);
    }

    @Test
    void aDayThatTheZoneSkippedIsNoDayOfTheYear() {
        fixture.in("Pacific/Apia").from("2011-12-01T00:00", 12, ChronoUnit.MONTHS);
        assertThat(total(new Rate(1_000, Rate.Per.DAY), 365)).isCloseTo(365_000, EXACT);
        assertThat(total(new Rate(365_000, Rate.Per.YEAR), 365)).isCloseTo(365_000, EXACT);
    }

    @Test
    void startInsideADayChangesNoVolume() {
        double[] whole = days();
        fixture.from("2011-01-03T14:00", 12, ChronoUnit.MONTHS);
        assertThat(days()).startsWith(whole);
    }

    @Test
    void daysOfAKindShareAShape() {
        fixture.flow("calls", Flow::profile, "shop");
        int[] shapes = DayTable.shapes(fixture.compile().demand());
        assertThat(shapes).startsWith(0, 1, 2, 3, 4, 5, 6, 0, 1);
        assertThat(shapes[83]).describedAs("27 March").isEqualTo(7);
        assertThat(shapes[90]).isEqualTo(6);
    }

    @Test
    void profileWithoutAnyWeightBringsNobody() {
        fixture.profiles.put("empty", profile(DAILY, "09:00", 0.0));
        fixture.flow("calls", Flow::profile, "empty");
        assertThat(days()).containsOnly(0);
    }

    @Test
    void flatDayWithAClockChangeHasTheSameRate() {
        double[] days = days();
        assertThat(days[82]).isCloseTo(400, EXACT);
        assertThat(days[83]).describedAs("27 March, 23 h").isCloseTo(400 * 23 / 24.0, EXACT);
        assertThat(days[300]).describedAs("30 October, 25 h").isCloseTo(400 * 25 / 24.0, EXACT);
    }

    @Test
    void officeDaysShareTheWeekBetweenThem() {
        fixture.flow("calls", Flow::profile, "office");
        double[] days = days();
        // 3 January 2011 to 2 January 2012 has 52 full weeks and a Monday: 261 weekdays.
        assertThat(days[0]).isCloseTo(400 * 365 / 261.0, EXACT);
        assertThat(days[5]).describedAs("Saturday").isZero();
    }

    @Test
    void seasonWeighsDaysByTheirMonth() {
        fixture.flow("calls", Flow::season, "billing");
        double[] days = days();
        // Weights in hours: March has 30 days of 24 h and one of 23 h, October one of 25 h.
        double total = (365 * 24 + (31 * 24 - 1) * 0.5 - 31 * 24 * 0.5) / 24;
        assertThat(days[0]).isCloseTo(400 * 365 / total, EXACT);
        assertThat(days[57]).describedAs("1 March").isCloseTo(1.5 * 400 * 365 / total, EXACT);
        assertThat(days[210]).describedAs("1 August").isCloseTo(0.5 * 400 * 365 / total, EXACT);
    }

    @Test
    void profileFollowsTheWallClockOverAClockChange() {
        fixture.profiles.put("night", profile(DAILY, "00:00", 1.0, "01:00", 2.0, "02:00", 3.0, "03:00", 0.0));
        fixture.flow("calls", Flow::profile, "night");
        double[] days = days();
        assertThat(days[83] / days[82]).describedAs("without one o'clock").isCloseTo(4 / 6.0, EXACT);
        assertThat(days[300] / days[299]).describedAs("one o'clock twice").isCloseTo(8 / 6.0, EXACT);
        assertThat(shareBefore(300, 3)).describedAs("share before two o'clock").isCloseTo(5 / 8.0, EXACT);
    }

    @Test
    void growthCompoundsByTheDay() {
        fixture.flow("calls", Flow::growth, 0.1);
        double[] days = days();
        assertThat(days[0]).isCloseTo(400, EXACT);
        assertThat(days[364]).isCloseTo(400 * Math.pow(1.1, 364 / 365.0), EXACT);
    }

    @Test
    void eachFlowGrowsByItsOwn() {
        fixture.from("2011-01-03T00:00", 3, ChronoUnit.YEARS);
        List<Double> growths = List.of(0.1, 0.0, -0.05, 0.1);
        for (int flow = 0; flow < growths.size(); flow++) {
            fixture.flow("flow" + flow, Flow::volume, fixture.flows.get("calls").volume());
            fixture.flow("flow" + flow, Flow::growth, growths.get(flow));
        }
        Volumes volumes = fixture.compile().demand().volumes();
        double[] expected = new double[5];
        for (int day : new int[] {0, 100, 1_000}) {
            volumes.layOut(day, expected);
            for (int flow = 0; flow < growths.size(); flow++) {
                assertThat(expected[flow + 1]).isCloseTo(1 / 365.0 * (146_000 * StrictMath.pow(1 + growths.get(flow), volumes.years()[day])), EXACT);
            }
        }
    }

    /** What a flow and day bring is no table of flows × days: thirty years have no more different days than a few. */
    @Test
    void thirtyYearsHaveAsManyColumnsAsKindsOfDays() {
        fixture.bankHolidays = ScenarioFixture.english(0.2, null, List.of(1.5, 1.2));
        fixture.flow("calls", Flow::profile, "office");
        fixture.flow("calls", Flow::season, "billing");
        fixture.flow("calls", Flow::growth, 0.02);
        int ofOneYear = fixture.compile().demand().volumes().columns();
        fixture.from("2011-01-03T00:00", 30, ChronoUnit.YEARS);
        Volumes volumes = fixture.compile().demand().volumes();
        assertThat(volumes.columnOfDay()).hasSizeGreaterThan(10_950);
        assertThat(ofOneYear).isLessThan(60);
        assertThat(volumes.columns()).isLessThan(120);
        assertThat(volumes.share()).hasSize(volumes.columns());
    }

    @Test
    void growthIsWholeWhenADateComesRoundAgain() {
        fixture.from("2011-06-01T00:00", 3, ChronoUnit.YEARS);
        fixture.flow("calls", Flow::growth, 0.1);
        double[] days = days();
        assertThat(days[366] / days[0]).describedAs("1 June 2012").isCloseTo(1.1, EXACT);
        assertThat(days[366 + 365] / days[0]).describedAs("1 June 2013").isCloseTo(1.21, EXACT);
        assertThat(days[183] / days[0]).describedAs("half of 366 days").isCloseTo(Math.sqrt(1.1), EXACT);
    }

    @Test
    void eventsMultiplyTheDaysAndFlowsTheyConcern() {
        fixture.councils.put("south", Council.named("A council"));
        fixture.services.put("waste", Service.named("A service"));
        fixture.flow("south", Flow::council, "south");
        fixture.flow("waste", Flow::service, "waste");
        fixture.flows.replaceAll((name, each) -> each.with(Flow::volume, fixture.flows.get("calls").volume()));
        fixture.events.put("bill", event("2011-02-01", List.of(1.5, 2.0), List.of("north"), List.of("housing")));
        fixture.events.put("storm", event("2011-02-02", List.of(3.0), List.of(), List.of()));
        fixture.events.put("before", event("2011-01-02", List.of(9.0, 1.25), List.of(), List.of()));
        double[] expected = DayTable.expected(fixture.compile().demand());
        int days = expected.length / 3;
        assertThat(factors(expected, 0, 29, 30, 31)).containsExactly(1.5, 6, 1);
        assertThat(factors(expected, days, 29, 30, 31)).containsExactly(1, 3, 1);
        assertThat(factors(expected, 2 * days, 29, 30, 31)).containsExactly(1, 3, 1);
        assertThat(factors(expected, 0, 0, 1)).containsExactly(1.25, 1);
    }

    @Test
    void redialsAreTakenOutOfAttemptsOnly() {
        fixture.flow("calls", Flow::redials, 0.2);
        assertThat(days()[0]).isCloseTo(400, EXACT);
        fixture.flow("calls", Flow::basis, Flow.Basis.ATTEMPTS);
        assertThat(days()[0]).isCloseTo(320, EXACT);
        fixture.flow("calls", Flow::basis, Flow.Basis.AFTER_IVR);
        assertThat(days()[0]).isCloseTo(320, EXACT);
    }

    @Test
    void volumePerHeadCountsResidents() {
        fixture.councils.put("north", new Council(null, 36_500.0));
        fixture.flow("calls", Flow::volume, null);
        fixture.flow("calls", Flow::volumePerHead, new Rate(2, Rate.Per.YEAR));
        assertThat(days()[0]).isCloseTo(200, EXACT);
        fixture.councils.put("north", Council.named("A council"));
        assertThatThrownBy(this::days).hasMessageContaining("councils.north: no population");
    }

    @Test
    void dayWithoutWeightHasAFlatShapeAndNoContacts() {
        fixture.flow("calls", Flow::profile, "office");
        Program.Demand demand = fixture.compile().demand();
        assertThat(DayTable.expected(demand)[6]).isZero();
        assertThat(shareBefore(6, 12)).isCloseTo(0.5, within(1e-12));
    }

    private static DatedEvent event(String start, List<Double> shape, List<String> councils, List<String> services) {
        return new DatedEvent(LocalDate.parse(start), shape, councils, services);
    }

    private double[] days() {
        return DayTable.expected(fixture.compile().demand());
    }

    /** Share of the first flow's day that comes in its first hours. */
    private double shareBefore(int day, int hours) {
        Program.Demand demand = fixture.compile().demand();
        return demand.shareBefore(DayTable.shapes(demand)[day], hours * 3_600_000_000L);
    }

    private static double[] factors(double[] expected, int from, int... days) {
        return Arrays.stream(days)
                .mapToDouble(day -> Math.round(expected[from + day] / 400 * 1e9) / 1e9)
                .toArray();
    }

    private static double sum(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }
}
