package mergedesk.experiment;

/** Work that comes to a desk and what the agents planned there could do, summed up hour by hour and day by day: see {@link PlanTotals}. */
final class DeskPlan {
    private static final double ROUNDING = 1e-9;

    /** Seconds of work that came in the hour in progress, and that could be done. */
    double work;
    double capacity;

    double openSeconds;
    int peakAgents;
    private double dayWork;
    private double dayCapacity;
    private int hours;
    private int overloaded;
    private double worst;
    private int worstDay;
    private long worstWallTicks;
    private double emptySeconds;
    private int emptyDay = -1;
    private long emptyWallTicks;
    private double allWork;
    private double doable;

    /** The desk is open and nobody is planned to be there. */
    void empty(double seconds, int day, long wallTicks) {
        emptySeconds += seconds;
        if (emptyDay < 0) {
            emptyDay = day;
            emptyWallTicks = wallTicks;
        }
    }

    /** The hour that began at this time of the wall clock is over. */
    void closeHour(int day, long wallTicks) {
        if (capacity > 0) {
            double ratio = work / capacity;
            hours++;
            overloaded += ratio > 1 + ROUNDING ? 1 : 0;
            if (ratio > worst) {
                worst = ratio;
                worstDay = day;
                worstWallTicks = wallTicks;
            }
        }
        dayWork += work;
        dayCapacity += capacity;
        work = 0;
        capacity = 0;
    }

    void closeDay() {
        allWork += dayWork;
        doable += Math.min(dayWork, dayCapacity);
        dayWork = 0;
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

    /** When it began, by the wall clock. */
    long worstWallTicks() {
        return worstWallTicks;
    }

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

    /** All work that comes, in seconds. */
    double allWork() {
        return allWork;
    }

    /** What could be done of each day's work on the same day. */
    double doable() {
        return doable;
    }
}
