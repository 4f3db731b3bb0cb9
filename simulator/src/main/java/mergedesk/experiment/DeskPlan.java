package mergedesk.experiment;

/** Work that comes to a desk and what the agents planned there could do, summed up hour by hour and day by day: see {@link PlanTotals}. */
final class DeskPlan {
    /** Seconds of work that came in the hour in progress, and that could be done. */
    double work;
    double capacity;

    /** Calls of its open time. */
    final ShortestFirst calls = new ShortestFirst();

    double openSeconds;
    int peakAgents;

    /** Hours in which it is open and somebody is there. */
    final BusyHours hours;

    private double dayCapacity;
    private double emptySeconds;
    private int emptyDay = -1;
    private long emptyWallTicks;

    DeskPlan(long firstCivilDay) {
        hours = new BusyHours(firstCivilDay);
    }

    /** The desk is open and nobody is planned to be there. */
    void empty(double seconds, int day, long wallTicks) {
        emptySeconds += seconds;
        if (emptyDay < 0) {
            emptyDay = day;
            emptyWallTicks = wallTicks;
        }
    }

    /** The hour of a day that began at this hour of the wall clock is over. */
    void closeHour(int day, int hour) {
        hours.close(day, hour, work, capacity);
        dayCapacity += capacity;
        work = 0;
        capacity = 0;
    }

    void closeDay() {
        calls.closeDay(dayCapacity);
        dayCapacity = 0;
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
}
