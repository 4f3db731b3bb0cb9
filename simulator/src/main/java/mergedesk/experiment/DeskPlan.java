package mergedesk.experiment;

/** Work that comes to a desk and what the agents planned there could do, summed up hour by hour and day by day: see {@link PlanTotals}. */
final class DeskPlan {
    private static final double ROUNDING = 1e-9;
    private static final int DAYS = 7;
    private static final int HOURS = 25; // as PlanTotals numbers them

    /** Seconds of work that came in the hour in progress, and that could be done. */
    double work;
    double capacity;

    /** Calls of its open time. */
    final ShortestFirst calls = new ShortestFirst();

    double openSeconds;
    int peakAgents;
    private double dayCapacity;
    private int hours;
    private int overloaded;
    private final int[] hoursOfWeek = new int[DAYS * HOURS];
    private final int[] overloadedOfWeek = new int[DAYS * HOURS];
    private double worst;
    private int worstDay;
    private int worstHour;
    private double emptySeconds;
    private int emptyDay = -1;
    private long emptyWallTicks;

    /** The desk is open and nobody is planned to be there. */
    void empty(double seconds, int day, long wallTicks) {
        emptySeconds += seconds;
        if (emptyDay < 0) {
            emptyDay = day;
            emptyWallTicks = wallTicks;
        }
    }

    /** The hour of a day that began at this hour of the wall clock is over; {@code weekday}: from 0 for Monday. */
    void closeHour(int day, int weekday, int hour) {
        if (capacity > 0) {
            double ratio = work / capacity;
            int over = ratio > 1 + ROUNDING ? 1 : 0;
            hours++;
            overloaded += over;
            hoursOfWeek[weekday * HOURS + hour]++;
            overloadedOfWeek[weekday * HOURS + hour] += over;
            if (ratio > worst) {
                worst = ratio;
                worstDay = day;
                worstHour = hour;
            }
        }
        dayCapacity += capacity;
        work = 0;
        capacity = 0;
    }

    void closeDay() {
        calls.closeDay(dayCapacity);
        dayCapacity = 0;
    }

    /** Hours in which it is open and somebody is there. */
    int hours() {
        return hours;
    }

    /** Those of them in which more work comes than can be done. */
    int overloaded() {
        return overloaded;
    }

    /** The largest ratio of work to what can be done in an hour; 0 without any. */
    double worst() {
        return worst;
    }

    /** The day of that hour. */
    int worstDay() {
        return worstDay;
    }

    /** The hour of the wall clock at which it began. */
    int worstHour() {
        return worstHour;
    }

    /** The hour of a weekday that is overloaded most often, of such the first of the week. */
    HourOfWeek mostOften() {
        int most = 0;
        for (int i = 1; i < overloadedOfWeek.length; i++) {
            most = overloadedOfWeek[i] > overloadedOfWeek[most] ? i : most;
        }
        return new HourOfWeek(most / HOURS, most % HOURS, overloadedOfWeek[most], hoursOfWeek[most]);
    }

    /**
     * How often an hour of a weekday is overloaded.
     *
     * @param weekday from 0 for Monday
     * @param hour of the wall clock, at which it begins
     * @param overloaded days on which it is
     * @param days on which the desk is open then and somebody is there
     */
    record HourOfWeek(int weekday, int hour, int overloaded, int days) {}

    /** How long the desk is open with nobody there. */
    double emptySeconds() {
        return emptySeconds;
    }

    /** The day on which it is so for the first time. */
    int emptyDay() {
        return emptyDay;
    }

    /** When, by the wall clock. */
    long emptyWallTicks() {
        return emptyWallTicks;
    }
}
