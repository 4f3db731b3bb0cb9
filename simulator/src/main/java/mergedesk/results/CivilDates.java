package mergedesk.results;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.Locale;

/** Dates as readers see them, the same in every locale and Java version. */
public final class CivilDates {
    private CivilDates() {}

    /** 2 Mar 2026. */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() + "\u00a0" + month(date.getMonth()).substring(0, 3) + "\u00a0" + date.getYear();
    }

    /** 2 Mar 2026, with the time unless it is midnight. */
    public static String moment(LocalDateTime at) {
        return day(at.toLocalDate()) + (at.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : ", " + at.toLocalTime());
    }

    /** March. */
    public static String month(Month month) {
        return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
