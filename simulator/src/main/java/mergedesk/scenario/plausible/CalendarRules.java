package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.EVENT_OUTSIDE;
import static mergedesk.scenario.NoteKind.HOLIDAYS_ABSENT;
import static mergedesk.scenario.NoteKind.HOLIDAYS_END;
import static mergedesk.scenario.NoteKind.OUTAGE_OUTSIDE;
import static mergedesk.scenario.NoteKind.PERIOD_UNFINISHED;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mergedesk.scenario.BankHolidays;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Outage;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.TimeFrame;

/** Dates. */
final class CalendarRules {
    private static final int LONGEST_WITHOUT_HOLIDAY_MONTHS = 6;

    private final Scenario scenario;
    private final List<Finding> findings;
    private final LocalDate first;
    /** The last day of which some is in the run. */
    private final LocalDate last;

    CalendarRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
        first = scenario.time().start().toLocalDate();
        LocalDateTime end = scenario.time().length().endFrom(scenario.time().start());
        last = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    }

    void find() {
        scenario.events().forEach(this::findOutside);
        scenario.outages().forEach(this::findOutside);
        findHolidays();
        findUnfinished();
    }

    private void findOutside(String id, DatedEvent event) {
        LocalDate ends = event.start().plusDays(event.shape().size() - 1L);
        if (ends.isBefore(first) || event.start().isAfter(last)) {
            findings.add(Finding.note(
                    EVENT_OUTSIDE,
                    "events." + id + ".start",
                    "the event lasts to " + ends + " and the run is from " + first + " to " + last + ", so that it changes nothing",
                    "check the year"));
        }
    }

    private void findOutside(String id, Outage outage) {
        LocalDateTime start = scenario.time().start();
        LocalDateTime end = scenario.time().length().endFrom(start);
        LocalDateTime over = outage.from().plus(outage.lasts());
        if (!outage.from().isBefore(end) || !over.isAfter(start)) {
            findings.add(Finding.note(
                    OUTAGE_OUTSIDE,
                    "outages." + id + ".from",
                    "the outage lasts to " + over + ", the run is from " + start + " to " + end + ", so that it changes nothing",
                    "check the year, or leave the outage out"));
        }
    }

    private void findHolidays() {
        BankHolidays holidays = scenario.bankHolidays();
        boolean isLong = first.plusMonths(LONGEST_WITHOUT_HOLIDAY_MONTHS).isBefore(last);
        if (holidays == null) {
            boolean someClose = scenario.desks().values().stream().anyMatch(desk -> !desk.opening().always() && !desk.opensOnBankHolidays());
            if (isLong && someClose && scenario.time().zone().getId().equals("Europe/London")) {
                findings.add(Finding.note(
                        HOLIDAYS_ABSENT, "bank_holidays", "the run knows no bank holiday, so that desks are open and staffed on each", "write bank_holidays: {region: england_and_wales}"));
            }
            return;
        }
        LocalDate lastHoliday = holidays.dates().stream().max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
        if (holidays.region() == null && isLong && lastHoliday.isBefore(last.minusMonths(LONGEST_WITHOUT_HOLIDAY_MONTHS))) {
            findings.add(Finding.note(
                    HOLIDAYS_END,
                    "bank_holidays.dates",
                    holidays.dates().isEmpty() ? "there is no date and no region" : "the last date is " + lastHoliday + ", and the run ends on " + last,
                    "add dates, or write region: england_and_wales"));
        }
    }

    /** Targets for every month or week of a run without a whole one. */
    private void findUnfinished() {
        TimeFrame time = scenario.time();
        LocalDateTime counted = time.warmUp() == null ? time.start() : time.start().plus(time.warmUp());
        LocalDate firstWholeDay = TimeFrame.firstWholeDay(counted);
        LocalDate lastWholeDay = time.length().endFrom(time.start()).toLocalDate().minusDays(1);
        LocalDate month = firstWholeDay.minusDays(1).plusMonths(1).withDayOfMonth(1);
        LocalDate week = firstWholeDay.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (int i = 0; i < scenario.targets().size(); i++) {
            ServiceTarget.Every every = scenario.targets().get(i).every();
            boolean isUnfinished = every == ServiceTarget.Every.MONTH && month.plusMonths(1).minusDays(1).isAfter(lastWholeDay) || every == ServiceTarget.Every.WEEK && week.plusDays(6).isAfter(lastWholeDay);
            if (isUnfinished) {
                String what = every.name().toLowerCase(Locale.ROOT);
                String follows = scenario.targets().get(i).isDated() ? "nothing of the target is judged" : "the target is judged over all of the time";
                findings.add(Finding.note(
                        PERIOD_UNFINISHED,
                        "targets[" + i + "].every",
                        "the run from " + counted.toLocalDate() + " to " + last + " has no whole " + what + ", so that " + follows,
                        "give a longer time.length, or remove it"));
            }
        }
    }
}
