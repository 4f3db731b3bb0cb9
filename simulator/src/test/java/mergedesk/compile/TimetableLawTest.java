package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.WEEKDAYS;
import static mergedesk.compile.ScenarioFixture.agents;
import static mergedesk.compile.ScenarioFixture.english;
import static mergedesk.compile.ScenarioFixture.hours;
import static mergedesk.compile.ScenarioFixture.pause;
import static mergedesk.compile.ScenarioFixture.shift;
import static mergedesk.compile.ScenarioFixture.shifts;
import static mergedesk.compile.ScenarioFixture.staffing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.program.Timetable;
import mergedesk.scenario.Desk;
import mergedesk.scenario.TimeFrame;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Through a year and a half, every half hour the timetable of patterns that days share says what calendar and clock on the wall say: doors, a table of staffing, day shifts, a night
 * shift, a shift that follows itself without a gap. A shared pattern is wrong where something else than the kind of the day and of the day before has a part in it.
 */
class TimetableLawTest {
    private static final int MINUTES = 530 * 24 * 60;
    private static final int STEP = 30; // all presence begins and ends at a multiple of it
    private static final long MINUTE = 60 * Ticks.PER_SECOND;
    private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
            EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ScenarioFixture fixture = new ScenarioFixture();
    private final Set<LocalDate> holidays = new TreeSet<>(EnglishBankHolidays.of(2011));
    private ZoneId zone;

    TimetableLawTest() {
        holidays.addAll(EnglishBankHolidays.of(2012));
        holidays.addAll(EnglishBankHolidays.of(2013));
        fixture.end = TimeFrame.End.CUT;
        fixture.bankHolidays = english(1, null, List.of());
        fixture.desks.put("desk", ScenarioFixture.desk(hours(SUNDAY_TO_THURSDAY, "00:00", "00:00")));
        fixture.groups.put("table", agents(staffing(WEEKDAYS, "00:00", 1, "07:30", 5, "18:00", 2)));
        fixture.groups.put(
                "shifts",
                shifts(
                        shift(2, WEEKDAYS, "08:00", "16:00", false, pause("12:00", 30)),
                        shift(0, WEEKDAYS, "08:00", "16:00", false),
                        shift(3, SUNDAY_TO_THURSDAY, "22:00", "06:00", true, pause("23:50", 20), pause("04:10", 10)),
                        shift(1, WEEKEND, "09:00", "09:00", true),
                        shift(1, WEEKDAYS, "16:00", "00:00", false)));
    }

    /** The desk closes at midnight, on the eve of a holiday too, so that most last entries lie on the day before. */
    @ParameterizedTest
    @CsvSource({"2011-01-03T00:00, Europe/London", "2011-04-02T23:30, Australia/Lord_Howe"})
    void everyClosingHasItsLastEntry(String start, String zoneName) {
        long beforeTicks = 210 * MINUTE;
        fixture.in(zoneName).from(start, 530, ChronoUnit.DAYS);
        fixture.desks.put("desk", ScenarioFixture.desk(hours(SUNDAY_TO_THURSDAY, "00:00", "00:00")).with(Desk::lastEntry, Duration.ofMinutes(210)));
        long openedTick = 0;
        long lastEntryTick = -1;
        int closings = 0;
        for (Timetable.Walk step = new Timetable.Walk(fixture.compile()); step.tick() < Ticks.NEVER; step.next()) {
            switch (step.action()) {
                case Timetable.OPEN -> openedTick = step.tick();
                case Timetable.LAST_ENTRY -> lastEntryTick = step.tick();
                case Timetable.CLOSE -> {
                    assertThat(lastEntryTick).as("of the closing at tick %d", step.tick()).isEqualTo(Math.max(openedTick, step.tick() - beforeTicks));
                    closings++;
                }
                default -> {}
            }
        }
        assertThat(closings).isGreaterThan(75);
    }

    @ParameterizedTest
    @CsvSource({
        "2011-01-03T00:00, Europe/London",
        "2011-04-02T23:30, Australia/Lord_Howe",
        "2011-10-15T09:30, America/Sao_Paulo",
        "2011-12-01T12:00, Pacific/Apia",
    })
    void saysWhatTheClockOnTheWallSays(String start, String zoneName) {
        zone = ZoneId.of(zoneName);
        fixture.in(zoneName).from(start, 530, ChronoUnit.DAYS);
        Instant zero = LocalDateTime.parse(start).atZone(zone).toInstant();
        Timetable.Walk step = new Timetable.Walk(fixture.compile());
        boolean open = false;
        int staff = 0;
        int firstOfShifts = 5;
        boolean[] present = new boolean[12];
        for (int minute = 0; minute < MINUTES; minute += STEP) {
            for (; step.tick() <= minute * MINUTE; step.next()) {
                switch (step.action()) {
                    case Timetable.OPEN -> open = true;
                    case Timetable.CLOSE -> open = false;
                    case Timetable.STAFF -> staff = (int) step.value();
                    case Timetable.SHIFT_START -> present[step.subject()] = true;
                    case Timetable.SHIFT_END -> present[step.subject()] = false;
                    default -> assertThat(present[step.subject()]).isTrue();
                }
            }
            ZonedDateTime wall = zero.plus(minute, ChronoUnit.MINUTES).atZone(zone);
            LocalDate date = wall.toLocalDate();
            boolean off = holidays.contains(date);
            if (open != (!off && SUNDAY_TO_THURSDAY.contains(date.getDayOfWeek()))) {
                throw new AssertionError("doors at " + wall);
            }
            if (staff
                    != (off || !WEEKDAYS.contains(date.getDayOfWeek())
                            ? 0
                            : wall.getHour() >= 18 ? 2 : isBefore(wall, "07:30") ? 1 : 5)) {
                throw new AssertionError("staffing at " + wall + ": " + staff);
            }
            boolean[] expected = {
                isAtWork(wall, WEEKDAYS, "08:00", 8), isAtWork(wall, WEEKDAYS, "08:00", 8),
                        isAtWork(wall, SUNDAY_TO_THURSDAY, "22:00", 8),
                isAtWork(wall, SUNDAY_TO_THURSDAY, "22:00", 8), isAtWork(wall, SUNDAY_TO_THURSDAY, "22:00", 8),
                        isAtWork(wall, WEEKEND, "09:00", 24),
                isAtWork(wall, WEEKDAYS, "16:00", 8)
            };
            for (int agent = 0; agent < expected.length; agent++) {
                if (present[firstOfShifts + agent] != expected[agent]) {
                    throw new AssertionError("agent " + agent + " at " + wall);
                }
            }
        }
    }

    private static boolean isBefore(ZonedDateTime wall, String time) {
        return wall.toLocalTime().isBefore(LocalTime.parse(time));
    }

    /** Whether a shift of so many hours on the clock that started on this day or the day before is under way. */
    private boolean isAtWork(ZonedDateTime wall, Set<DayOfWeek> days, String start, int hours) {
        LocalDate today = wall.toLocalDate();
        for (LocalDate date : List.of(today, today.minusDays(1))) {
            ZonedDateTime from = date.atTime(LocalTime.parse(start)).atZone(zone);
            ZonedDateTime to =
                    date.atTime(LocalTime.parse(start)).plusHours(hours).atZone(zone);
            boolean happens =
                    from.toLocalDate().equals(date) && days.contains(date.getDayOfWeek()) && !holidays.contains(date);
            if (happens && !from.isAfter(wall) && to.isAfter(wall)) {
                return true;
            }
        }
        return false;
    }

    /** Horizon and number of agents do not make the timetable larger. */
    @Test
    void tenYearsTakeAsManyRowsAsTheirKindsOfDays() {
        fixture.from("2011-01-03T00:00", 1, ChronoUnit.YEARS);
        int ofYear = fixture.compile().timetable().ticks().length;
        fixture.from("2011-01-03T00:00", 30, ChronoUnit.YEARS);
        int ofThirtyYears = fixture.compile().timetable().ticks().length;
        assertThat(fixture.compile().timetable().patternOfDay())
                .hasSize(fixture.compile().calendar().dayCount())
                .hasSizeGreaterThan(10_950);
        fixture.groups.put("many", shifts(shift(1_000, WEEKDAYS, "08:00", "16:00", false, pause("12:00", 30))));
        Timetable ofMany = fixture.compile().timetable();
        assertThat(ofYear).isLessThan(250);
        assertThat(ofThirtyYears).isLessThan(500);
        assertThat(ofMany.ticks().length - ofThirtyYears).isLessThan(250);
    }
}
