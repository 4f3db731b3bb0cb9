package mergedesk.compile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mergedesk.scenario.Rate;
import mergedesk.units.Ticks;

/**
 * The 12 months from the civil date of time.start on, to which all volumes refer: 365 or 366 days, bank holidays and days with a clock change
 * among them.
 */
final class ReferenceYear {
    private final LocalDate first;
    private final int days;
    private final double hours;
    private final double[] yearsTo;

    /** @param dates later ones, see {@link #yearsTo} */
    ReferenceYear(CivilClock clock, LocalDate first, List<LocalDate> dates) {
        this.first = first;
        int count = 0;
        long start = clock.dayStart(first);
        for (LocalDate date = first; date.isBefore(end()); date = date.plusDays(1)) {
            long next = clock.dayStart(date.plusDays(1));
            count += start < next ? 1 : 0;
            start = next;
        }
        this.days = count;
        this.hours = Ticks.toSeconds(start - clock.dayStart(first)) / 3_600;
        this.yearsTo = dates.stream().mapToDouble(this::yearsTo).toArray();
    }

    LocalDate first() {
        return first;
    }

    /** The first date after it. */
    LocalDate end() {
        return first.plusYears(1);
    }

    /** Expected count in the year. */
    double count(Rate rate) {
        return rate.count()
                * switch (rate.per()) {
                    case SECOND -> hours * 3_600;
                    case MINUTE -> hours * 60;
                    case HOUR -> hours;
                    case DAY -> days;
                    case WEEK -> days / 7.0;
                    case MONTH -> 12;
                    case YEAR -> 1;
                };
    }

    /** Years from its first day to each of the dates: whole where the date comes round again, evenly in between. */
    double[] yearsTo() {
        return yearsTo;
    }

    private double yearsTo(LocalDate date) {
        long whole = ChronoUnit.YEARS.between(first, date);
        LocalDate from = first.plusYears(whole);
        double part = ChronoUnit.DAYS.between(from, date);
        return whole + part / ChronoUnit.DAYS.between(from, first.plusYears(whole + 1));
    }
}
