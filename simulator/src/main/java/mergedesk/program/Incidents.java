package mergedesk.program;

import java.util.Arrays;
import mergedesk.units.Ticks;

/**
 * Who calls because an application is down.
 *
 * @param offset rows of each application: flows as which people call
 * @param flow which flow
 * @param users how many may call, each at most once in an outage
 * @param surgeTicks mean time between calls as long as it is down; infinite for none
 * @param calls chance that a user calls, of each application
 * @param delay working time from the beginning of an outage until the call, a number of Lengths; -1 without users
 * @param callsAfterRecovery whether those call who have not when it is up again
 * @param announcedTicks ticks from the beginning of an outage until all are told; NEVER where nobody is
 * @param lowers share of those who would call later than that and do not
 * @param parentTicks ticks from the beginning of an outage until calls are short; NEVER where they never are
 * @param parentWork talk time of these, a number of Lengths; -1 for none
 * @param workOffset rows of each application: stretches in which its users work, in order
 * @param workStartTick when it begins
 * @param workEndTick when it ends
 */
public record Incidents(
        int[] offset,
        int[] flow,
        int[] users,
        double[] surgeTicks,
        double[] calls,
        int[] delay,
        boolean[] callsAfterRecovery,
        long[] announcedTicks,
        double[] lowers,
        long[] parentTicks,
        int[] parentWork,
        int[] workOffset,
        long[] workStartTick,
        long[] workEndTick) {
    /** Whether anybody ever calls for that. */
    public boolean any() {
        return flow.length > 0;
    }

    /** The tick at which users have worked so long since {@code tick}; NEVER where they do not any more. */
    public long afterWork(int application, long tick, long length) {
        int end = workOffset[application + 1];
        int row = Arrays.binarySearch(workEndTick, workOffset[application], end, tick + 1); // the first that ends later
        row = row >= 0 ? row : -row - 1;
        long left = length;
        for (; row < end; row++) {
            long from = Math.max(tick, workStartTick[row]);
            if (left < workEndTick[row] - from) {
                return from + left;
            }
            left -= workEndTick[row] - from;
        }
        return Ticks.NEVER;
    }
}
