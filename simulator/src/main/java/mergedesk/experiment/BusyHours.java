package mergedesk.experiment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Hours of the calendar in which more work comes than can be done, counted hour by hour: see {@link PlanTotals}. */
final class BusyHours {
    private static final double ROUNDING = 1e-9;
    private static final int DAYS = 7;
    private static final int EPOCH_WEEKDAY = 3; // 1 January 1970 was a Thursday
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final long firstCivilDay;
    private final int[] hoursOfWeek = new int[DAYS * PlanTotals.HOURS];
    private final int[] busyOfWeek = new int[DAYS * PlanTotals.HOURS];
    private int hours;
    private int busy;
    private double worst;
    private int worstDay;
    private int worstHour;

    BusyHours(long firstCivilDay) {
        this.firstCivilDay = firstCivilDay;
    }

    /** The hour of a day that began at this hour of the wall clock is over: seconds of work that came, and that could be done. */
    void close(int day, int hour, double work, double capacity) {
        if (capacity > 0) {
            double ratio = work / capacity;
            int over = ratio > 1 + ROUNDING ? 1 : 0;
            int ofWeek = (int) Math.floorMod(firstCivilDay + day + EPOCH_WEEKDAY, (long) DAYS) * PlanTotals.HOURS + hour;
            hours++;
            busy += over;
            hoursOfWeek[ofWeek]++;
            busyOfWeek[ofWeek] += over;
            if (ratio > worst) {
                worst = ratio;
                worstDay = day;
                worstHour = hour;
            }
        }
    }

    /** Whether there is any. */
    boolean any() {
        return busy > 0;
    }

    /** How many of the hours: <i>13 % of its staffed hours (265 of 2,008)</i>. */
    String share(String hoursOfWhat) {
        double percent = 100.0 * busy / hours;
        return said("%s of %s (%,d of %,d)", percent < 1 ? "less than 1 %" : said("%.0f %%", percent), hoursOfWhat, busy, hours);
    }

    /** When it is so most often, of hours of the week the first of such, and when most. */
    String when() {
        int most = 0;
        for (int i = 1; i < busyOfWeek.length; i++) {
            most = busyOfWeek[i] > busyOfWeek[most] ? i : most;
        }
        return said("most often %s %02d:00, on %,d of %,d days; most in the hour from %s: %s times as much",
                DayOfWeek.of(1 + most / PlanTotals.HOURS).getDisplayName(TextStyle.SHORT, Locale.UK), most % PlanTotals.HOURS, busyOfWeek[most], hoursOfWeek[most],
                moment(firstCivilDay, worstDay, worstHour * PlanTotals.HOUR_TICKS), said(worst < 10 ? "%.2f" : "%,.0f", worst));
    }

    /** A time of a day by the wall clock. */
    static String moment(long firstCivilDay, int day, long wallTicks) {
        return DATE.format(LocalDate.ofEpochDay(firstCivilDay + day)) + ", " + LocalTime.ofNanoOfDay(wallTicks * 1_000).withSecond(0).withNano(0);
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
