package mergedesk.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import mergedesk.bench.Median;

/**
 * Complains when a desk has become slow, measured against the desk on {@code java.util.PriorityQueue} in the same virtual machine: rounds in turns,
 * processor time of the thread, median of the rounds' ratios, so that neither the machine nor its other work decides.
 */
final class SpeedGuard {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 6;
    private static final int ROUNDS = 9;
    private static final long CALLS = 100_800;

    /** How many times as fast as the priority queue a desk must be. */
    private final double floor;

    SpeedGuard(double floor) {
        this.floor = floor;
    }

    void check(Desk desk) {
        double ratio = speedOverPriorityQueue(desk);
        assertThat(ratio)
                .as(
                        "%s does %.2f times as many events per second as the priority queue's desk",
                        desk.getClass().getSimpleName(), ratio)
                .isGreaterThanOrEqualTo(floor);
    }

    private static double speedOverPriorityQueue(Desk desk) {
        Desk peer = QueueDesk.onPriorityQueue();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            nanosPerEvent(desk, round);
            nanosPerEvent(peer, round);
        }
        double[] theirs = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            theirs[round] = nanosPerEvent(peer, round);
            ours[round] = nanosPerEvent(desk, round);
        }
        return Median.ofRatios(theirs, ours);
    }

    private static double nanosPerEvent(Desk desk, long seed) {
        long before = THREADS.getCurrentThreadCpuTime();
        long events = desk.run(CALLS, seed).events();
        return (double) (THREADS.getCurrentThreadCpuTime() - before) / events;
    }
}
