package mergedesk.program;

import mergedesk.units.Ticks;

/**
 * What deferred work has that calls have not: times by which it is due, an order by them, and work that is on the desk already when the run starts.
 *
 * @param respondClock by sort (flows, and the tickets of each priority: {@link Tickets}), what runs until the work should have been taken up: a constant of this class
 * @param respondTicks by flow, how long, in ticks of that clock; a number of days for {@link #WORKING_DAYS}; {@link Ticks#NEVER} where nothing is due
 * @param resolveClock the same until it should be finished
 * @param resolveTicks the same
 * @param byDue by desk, whether the work that is due first is taken first; otherwise what came first (levels have the priority)
 * @param backlogFlow work that is there at tick 0, oldest first: its flow
 * @param backlogSort its sort
 * @param backlogTick when it came: 0 or before
 * @param backlogOpenTicks for how long its desk was open since
 * @param backlogRespondDueTick when it should have been taken up; {@link Ticks#NEVER} where nothing is due
 * @param backlogResolveDueTick when it should be finished
 * @param blends how groups divide themselves between people and this
 */
public record Deferred(
        int[] respondClock,
        long[] respondTicks,
        int[] resolveClock,
        long[] resolveTicks,
        boolean[] byDue,
        int[] backlogFlow,
        int[] backlogSort,
        long[] backlogTick,
        long[] backlogOpenTicks,
        long[] backlogRespondDueTick,
        long[] backlogResolveDueTick,
        Blends blends) {
    /** Every tick counts. */
    public static final int ROUND_THE_CLOCK = 0;
    /** Ticks count at which the desk is open. */
    public static final int WORKING_HOURS = 1;
    /** Days count on which the desk opens, to the close of the last. */
    public static final int WORKING_DAYS = 2;
}
