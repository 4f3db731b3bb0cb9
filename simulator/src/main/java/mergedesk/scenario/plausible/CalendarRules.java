package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.EVENT_OUTSIDE;
import static mergedesk.scenario.NoteKind.HOLIDAYS_ABSENT;
import static mergedesk.scenario.NoteKind.HOLIDAYS_END;
import static mergedesk.scenario.NoteKind.MONTH_UNFINISHED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import mergedesk.scenario.BankHolidays;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;

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
        findHolidays();
        findMonths();
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

    private void findMonths() {
        LocalDate firstWhole = scenario.time().start().equals(first.withDayOfMonth(1).atStartOfDay()) ? first : first.plusMonths(1).withDayOfMonth(1);
        if (!firstWhole.plusMonths(1).minusDays(1).isAfter(last)) {
            return;
        }
        for (int i = 0; i < scenario.targets().size(); i++) {
            if (scenario.targets().get(i).every() == ServiceTarget.Every.MONTH) {
                findings.add(Finding.note(
                        MONTH_UNFINISHED, "targets[" + i + "].every", "the run from " + first + " to " + last + " has no whole month: parts of months are judged", "give a longer time.length, from the first of a month"));
            }
        }
    }
}
