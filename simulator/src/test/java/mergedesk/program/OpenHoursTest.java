package mergedesk.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import mergedesk.kernel.Script;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** Working time by hand: the tickets of shared case 31, over Easter, a bank holiday and two clock changes. */
class OpenHoursTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long MINUTE = 60 * Ticks.PER_SECOND;
    private static final int OFFICE = 0;
    private static final int ALWAYS = 1;

    private final Program spring = program("2026-03-27");
    private final Program autumn = program("2026-10-20");

    private static Program program(String start) {
        return new Script()
                .time("start: " + start + ", zone: Europe/London, length: 50 days")
                .with("bank_holidays: {region: england_and_wales, volume: 100 %}")
                .desk("desk", "opening: {mon-fri: 08:30-17:00}")
                .desk("night", "opening: always, opens_on_bank_holidays: true")
                .volume("calls", "volume: 1 / day, work: " + Script.seconds(60))
                .agents("team", "staffing: 1")
                .compile();
    }

    private static long tick(Program program, String at) {
        LocalDateTime start = LocalDateTime.of(1970, 1, 1, 0, 0).plusDays(program.calendar().firstCivilDay());
        return ChronoUnit.MICROS.between(start.atZone(LONDON), LocalDateTime.parse(at).atZone(LONDON));
    }

    private static int day(Program program, long tick) {
        int day = 0;
        while (program.calendar().dayStartTick()[day + 1] <= tick) {
            day++;
        }
        return day;
    }

    /** A ticket: when it came, on hold from … to …, when it was resolved; minutes to resolve it in, minutes used, when it was due. */
    private void ticket(Program program, int desk, String opened, String[] holds, String resolved, int target, int used, String due) {
        OpenHours hours = new OpenHours(program);
        long from = tick(program, opened);
        long held = 0;
        for (int i = 0; i < holds.length; i += 2) {
            held += hours.openTicks(desk, day(program, tick(program, holds[i])), tick(program, holds[i]), tick(program, holds[i + 1]));
        }
        assertThat(hours.openTicks(desk, day(program, from), from, tick(program, resolved)) - held).as(opened).isEqualTo(used * MINUTE);
        boolean open = hours.isOpen(desk, day(program, from), from);
        assertThat(hours.due(desk, day(program, from), from, open, Deferred.WORKING_HOURS, target * MINUTE + held)).as(opened).isEqualTo(tick(program, due));
    }

    @Test
    void runsWhileTheDeskIsOpenAndNotWhileATicketIsOnHold() {
        String[] never = {};
        ticket(spring, OFFICE, "2026-04-01T16:00", never, "2026-04-02T10:30", 480, 180, "2026-04-02T15:30");
        ticket(spring, OFFICE, "2026-04-02T16:30", never, "2026-04-08T09:30", 480, 600, "2026-04-07T16:00");
        ticket(spring, OFFICE, "2026-04-04T11:00", never, "2026-04-07T16:30", 480, 480, "2026-04-07T16:30");
        ticket(spring, OFFICE, "2026-04-13T09:00", new String[] {"2026-04-13T10:00", "2026-04-15T11:30"}, "2026-04-16T09:00", 480, 420, "2026-04-16T10:00");
        ticket(spring, OFFICE, "2026-04-17T16:59", new String[] {"2026-04-17T18:00", "2026-04-20T07:00"}, "2026-04-20T17:00", 480, 511, "2026-04-20T16:29");
        ticket(spring, OFFICE, "2026-04-30T20:15",
                new String[] {"2026-05-01T12:00", "2026-05-05T09:30", "2026-05-05T11:00", "2026-05-05T13:00"}, "2026-05-06T10:00", 480, 630, "2026-05-05T16:00");
        ticket(spring, OFFICE, "2026-04-14T17:00", never, "2026-04-15T17:00", 510, 510, "2026-04-15T17:00");
    }

    @Test
    void runsOnOverClockChangesWhereTheDeskIsAlwaysOpen() {
        ticket(spring, ALWAYS, "2026-03-28T22:00", new String[0], "2026-03-29T04:00", 240, 300, "2026-03-29T03:00");
        OpenHours hours = new OpenHours(autumn);
        long opened = tick(autumn, "2026-10-24T23:30");
        long held = 120 * MINUTE;
        assertThat(hours.openTicks(ALWAYS, day(autumn, opened), opened, tick(autumn, "2026-10-25T06:30")) - held).isEqualTo(360 * MINUTE);
        long due = tick(autumn, "2026-10-25T03:30") - 60 * MINUTE; // 02:30 GMT, after the hour that comes twice
        assertThat(hours.due(ALWAYS, day(autumn, opened), opened, true, Deferred.WORKING_HOURS, 240 * MINUTE)).isEqualTo(due);
    }

    @Test
    void workingDaysEndAtTheCloseOfTheDay() {
        days("2026-04-01T16:00", 0, "2026-04-01T17:00");
        days("2026-04-01T16:00", 1, "2026-04-02T17:00");
        days("2026-04-01T16:00", 2, "2026-04-07T17:00"); // Good Friday, weekend, Easter Monday
        days("2026-04-01T17:00", 1, "2026-04-07T17:00"); // came when the desk closed: on the 2nd
        days("2026-04-04T11:00", 0, "2026-04-07T17:00");
        days("2026-04-04T11:00", 5, "2026-04-14T17:00");
    }

    private void days(String at, int days, String due) {
        OpenHours hours = new OpenHours(spring);
        long tick = tick(spring, at);
        int day = day(spring, tick);
        assertThat(hours.due(OFFICE, day, tick, hours.isOpen(OFFICE, day, tick), Deferred.WORKING_DAYS, days)).as(at).isEqualTo(tick(spring, due));
    }

    @Test
    void theLastWeekRepeatsBeyondTheCalendar() {
        OpenHours hours = new OpenHours(spring);
        int last = spring.calendar().dayCount() - 1;
        long start = spring.calendar().dayStartTick()[last];
        long week = hours.due(OFFICE, last, start, false, Deferred.WORKING_DAYS, 5);
        long weeks = hours.due(OFFICE, last, start, false, Deferred.WORKING_DAYS, 500);
        assertThat((weeks - week) / (24 * 60 * MINUTE)).isEqualTo(99 * 7);
    }

    /** Behind the calendar its last day stands for the day, and its last week repeats: Saturdays are closed, Mondays open. */
    @Test
    void isNeverDueBeforeItBegins() {
        OpenHours hours = new OpenHours(autumn);
        int lastDay = autumn.calendar().dayCount() - 1;
        LocalDateTime end = LocalDateTime.of(1970, 1, 1, 0, 0).plusDays(autumn.calendar().firstCivilDay() + lastDay + 1L);
        LocalDateTime monday = end.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        long evening = tick(autumn, monday.plusHours(18).toString());
        long noon = tick(autumn, monday.plusHours(12).toString());
        long tuesday = tick(autumn, monday.plusDays(1).plusHours(17).toString());
        assertThat(hours.due(OFFICE, lastDay, evening, false, Deferred.WORKING_DAYS, 0)).isEqualTo(tuesday);
        assertThat(hours.due(OFFICE, lastDay, evening, false, Deferred.WORKING_HOURS, 510 * MINUTE)).isEqualTo(tuesday);
        assertThat(hours.due(OFFICE, lastDay, noon, false, Deferred.WORKING_HOURS, 60 * MINUTE)).isEqualTo(noon + 60 * MINUTE);
        assertThat(hours.openTicks(OFFICE, lastDay, evening, tuesday)).isEqualTo(510 * MINUTE);
    }
}
