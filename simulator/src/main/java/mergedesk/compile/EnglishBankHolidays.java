package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bank holidays of England and Wales.
 *
 * <p>Range: years 1900 to 2200; other years follow the same rules. Christmas, Boxing Day and New Year on a weekend are holidays together
 * with their substitute weekdays: the government lists only the substitutes, but a desk that opens on Saturdays is closed on both. The
 * rules of the Banking and Financial Dealings Act 1971 hold for all years, with the days of the 1871 Act before 1965 (Whit Monday, first
 * Monday in August) and the staggered August holidays of 1968 and 1969. Single days proclaimed before 1970 are not known here.
 */
final class EnglishBankHolidays {
    private static final int LATE_HOLIDAYS_FROM = 1965;
    private static final int NEW_YEAR_FROM = 1974;
    private static final int EARLY_MAY_FROM = 1978;

    /** Early May and spring holidays that were moved. */
    private static final Map<LocalDate, LocalDate> MOVED = Map.of(
            LocalDate.of(1995, 5, 1), LocalDate.of(1995, 5, 8),
            LocalDate.of(2020, 5, 4), LocalDate.of(2020, 5, 8),
            LocalDate.of(2002, 5, 27), LocalDate.of(2002, 6, 4),
            LocalDate.of(2012, 5, 28), LocalDate.of(2012, 6, 4),
            LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2),
            LocalDate.of(1968, 8, 26), LocalDate.of(1968, 9, 2),
            LocalDate.of(1969, 8, 25), LocalDate.of(1969, 9, 1));

    /** Weddings, jubilees, the millennium, a state funeral, a coronation. */
    private static final Set<LocalDate> EXTRA = Set.of(
            LocalDate.of(1973, 11, 14),
            LocalDate.of(1977, 6, 7),
            LocalDate.of(1981, 7, 29),
            LocalDate.of(1999, 12, 31),
            LocalDate.of(2002, 6, 3),
            LocalDate.of(2011, 4, 29),
            LocalDate.of(2012, 6, 5),
            LocalDate.of(2022, 6, 3),
            LocalDate.of(2022, 9, 19),
            LocalDate.of(2023, 5, 8));

    private EnglishBankHolidays() {}

    /** The holidays of a year in order. */
    static TreeSet<LocalDate> of(int year) {
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate easter = easterSunday(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        boolean late = year >= LATE_HOLIDAYS_FROM;
        addMovable(days, late ? lastMonday(year, Month.MAY) : easter.plusDays(50));
        addMovable(days, late ? lastMonday(year, Month.AUGUST) : firstMonday(year, Month.AUGUST));
        if (year >= EARLY_MAY_FROM) {
            addMovable(days, firstMonday(year, Month.MAY));
        }
        if (year >= NEW_YEAR_FROM) {
            addWithSubstitutes(days, LocalDate.of(year, 1, 1));
        }
        addWithSubstitutes(days, LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26));
        EXTRA.stream().filter(day -> day.getYear() == year).forEach(days::add);
        return days;
    }

    /** Easter by the Gregorian computus, in the anonymous form that J. Meeus gives (Astronomical Algorithms, chapter 8). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    private static void addMovable(Set<LocalDate> days, LocalDate day) {
        days.add(MOVED.getOrDefault(day, day));
    }

    /** The days themselves, then for each on a weekend the next weekday that is still free. */
    private static void addWithSubstitutes(Set<LocalDate> days, LocalDate... fixed) {
        days.addAll(List.of(fixed));
        for (LocalDate day : fixed) {
            if (isWeekend(day)) {
                LocalDate substitute = day;
                while (isWeekend(substitute) || days.contains(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                days.add(substitute);
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate firstMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private static LocalDate lastMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }
}
