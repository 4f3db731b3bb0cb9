package mergedesk.observe;

import mergedesk.kernel.LimitExceeded;

/**
 * Whether sums of times fit into a {@code long}: 2⁶³ ticks are 292,000 years. What does not fit ends the run with a fault; nothing wraps.
 *
 * <p>Events add to hundreds of sums without looking. That none of them wrapped follows from three bounds at the end: all waits of a replication together (a sum of some is smaller;
 * kept in units of 67 s, rounded up), all agents × all time (no agent does more than one thing at a time), and those who still wait × the time since the horizon's end.
 * Sums of sums are added with {@link #sum}.
 */
final class Exact {
    private static final int UNIT_SHIFT = 26;
    private static final long MOST_UNITS = 1L << 63 - UNIT_SHIFT;

    private long waitUnits;

    /** A replication begins. */
    void start() {
        waitUnits = 0;
    }

    /** Somebody leaves a queue after a wait. */
    void waited(long ticks) {
        waitUnits += (ticks >>> UNIT_SHIFT) + 1;
    }

    /** Refuses a replication, up to {@code tick}, of which some sum may have wrapped; {@code waiting} people have been in queues for {@code openTicks} that have not been added up yet. */
    void check(int agents, long tick, long waiting, long openTicks) {
        if (waitUnits > MOST_UNITS || Math.multiplyHigh(agents, tick) != 0 || agents * tick < 0) {
            throw tooMuch();
        }
        if (Math.multiplyHigh(waiting, openTicks) != 0 || waiting * openTicks < 0) {
            throw tooMuch();
        }
    }

    /** a + b; a batch may have less than nothing of a count, where what was counted in the one before is taken back. */
    static long sum(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw tooMuch();
        }
        return sum;
    }

    /** The same for counts. */
    static int sum(int a, int b) {
        int sum = a + b;
        if (sum < 0) {
            throw tooMany();
        }
        return sum;
    }

    static LimitExceeded tooMany() {
        return new LimitExceeded("more than 2,147,483,647 contacts are counted in one place: make time.length shorter and take more replications");
    }

    private static LimitExceeded tooMuch() {
        return new LimitExceeded(
                "waits or agents' time add up to more than 292,000 years: make time.length shorter, or see to it that queues do not grow without end");
    }
}
