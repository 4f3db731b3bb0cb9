package mergedesk.program;

/**
 * What staff are paid for, group by group. The kernel does not see it: full-time equivalents and money follow from the scenario alone, so that they are
 * the same in every replication, and without a plan for every horizon.
 *
 * <p>Rows of a group say for how many agents how much of a normal week is paid: a week without a bank holiday or a clock change, breaks left out.
 *
 * @param offset rows of each group, one more than groups
 * @param agents number of agents of the row
 * @param weekTicks paid time of one of them in a normal week, in ticks; where a plan changes the staff, that of the phase times the share of the counted time that it lasts, so that rows add up to the mean
 * @param desk desk at which those of the row work
 * @param employer council that employs them then; {@link Program.Groups#NO_EMPLOYER} for none
 * @param openDays days of the week on which that desk opens: bit 0 is Monday
 * @param phase number of the phase of the plan in which that is so
 * @param share what part of the counted time each phase lasts
 * @param yearPence yearly cost of one full-time agent, in pence; {@link #NOT_GIVEN} when the scenario does not say
 */
public record Pay(int[] offset, int[] agents, long[] weekTicks, int[] desk, int[] employer, int[] openDays, int[] phase, double[] share, long[] yearPence) {
    /** Instead of a cost. */
    public static final long NOT_GIVEN = -1;

    /** The same for groups with other numbers of agents, of whom as large a part is paid. */
    public Pay of(Program.Groups was, Program.Groups now) {
        if (was == now) {
            return this;
        }
        int[] numbers = agents.clone();
        for (int group = 0; group + 1 < offset.length; group++) {
            for (int row = offset[group]; row < offset[group + 1]; row++) {
                numbers[row] = (int) was.part(group, agents[row], now);
            }
        }
        return new Pay(offset, numbers, weekTicks, desk, employer, openDays, phase, share, yearPence);
    }
}
