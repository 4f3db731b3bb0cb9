package mergedesk.kernel;

import mergedesk.random.Exponential;
import mergedesk.random.Streams;

/** The hold model (Vaucher, Duval 1975): the earliest of N pending events is taken out and comes back after an exponential time. */
public final class Hold {
    /** Mean delay, in ticks: so long that equal ticks are rare with a million pending. */
    public static final long MEAN_DELAY = 1L << 32;

    private final PendingEvents queue;
    private long bits = 1;
    private long now;

    /** A full queue at tick 0. */
    public Hold(PendingEvents queue, int pending) {
        this.queue = queue;
        for (int subject = 0; subject < pending; subject++) {
            queue.add(delay(), subject);
        }
    }

    /** So many events, one after the other; the tick of the last. */
    public long run(long events) {
        for (long i = 0; i < events; i++) {
            now = queue.removeEarliest();
            queue.add(now + delay(), queue.subject());
        }
        return now;
    }

    /** Tick of the last event. */
    public long now() {
        return now;
    }

    private long delay() {
        bits = Streams.next(bits);
        return (long) (MEAN_DELAY * Exponential.of(bits));
    }
}
