package mergedesk.kernel;

import java.util.Arrays;

/**
 * Rejected design, a second queue beside the heap: the ladder queue of Tang, Goh and Thng (2005) on primitive arrays.
 *
 * <p>Top: an unsorted list of the far future. Rungs: arrays of buckets, each rung one bucket of the rung above, divided finer. Bottom: a short
 * sorted array of the near future, latest first. A bucket of at most THRESHOLD events goes to the bottom, a fuller one becomes a rung.
 * A subject may be pending once only.
 */
final class Ladder implements PendingEvents {
    private static final int THRESHOLD = 48;
    private static final int RUNGS = 10;
    private static final int NONE = -1;

    private static final class Rung {
        private long start;
        private double perTick; // buckets per tick
        private int[] head = new int[0];
        private int[] count = new int[0];
        private int buckets;
        private int current;
        private int total;

        int bucketOf(long tick) {
            return Math.min((int) ((tick - start) * perTick), buckets - 1);
        }
    }

    private final long[] ticks; // by subject
    private final long[] sequences;
    private final int[] next;
    private long sequence;

    private int top = NONE;
    private int topCount;
    private long topStart;
    private long topMin = Long.MAX_VALUE;
    private long topMax;
    private final Rung[] rungs = new Rung[RUNGS];
    private int rungCount;
    private int[] bottom = new int[256]; // subjects
    private int bottomCount;
    private int subject;

    Ladder(int capacity) {
        ticks = new long[capacity];
        sequences = new long[capacity];
        next = new int[capacity];
        Arrays.setAll(rungs, i -> new Rung());
    }

    @Override
    public void add(long tick, int of) {
        ticks[of] = tick;
        sequences[of] = sequence++;
        if (tick >= topStart) {
            next[of] = top;
            top = of;
            topCount++;
            topMin = Math.min(topMin, tick);
            topMax = Math.max(topMax, tick);
            return;
        }
        for (int i = 0; i < rungCount; i++) {
            Rung rung = rungs[i];
            int bucket = rung.bucketOf(tick);
            if (bucket >= rung.current) {
                addTo(rung, bucket, of);
                return;
            }
        }
        addToBottom(of);
    }

    @Override
    public long removeEarliest() {
        while (bottomCount == 0) {
            refillBottom();
        }
        subject = bottom[--bottomCount];
        return ticks[subject];
    }

    @Override
    public int subject() {
        return subject;
    }

    private void addTo(Rung rung, int bucket, int of) {
        next[of] = rung.head[bucket];
        rung.head[bucket] = of;
        rung.count[bucket]++;
        rung.total++;
    }

    private void addToBottom(int of) {
        if (bottomCount == bottom.length) {
            bottom = Arrays.copyOf(bottom, 2 * bottomCount);
        }
        int i = bottomCount++;
        long tick = ticks[of];
        while (i > 0 && isBefore(bottom[i - 1], tick, sequences[of])) {
            bottom[i] = bottom[i - 1];
            i--;
        }
        bottom[i] = of;
    }

    private boolean isBefore(int other, long tick, long sequenceNumber) {
        return ticks[other] < tick || (ticks[other] == tick && sequences[other] < sequenceNumber);
    }

    private void refillBottom() {
        if (rungCount == 0) {
            takeTop();
            return;
        }
        Rung rung = rungs[rungCount - 1];
        if (rung.total == 0) {
            rungCount--;
            return;
        }
        int bucket = rung.current;
        while (rung.head[bucket] == NONE) {
            bucket++;
        }
        rung.current = bucket + 1;
        int count = rung.count[bucket];
        rung.total -= count;
        if (count > THRESHOLD && rungCount < RUNGS && rung.perTick < 1) {
            beginRung(rung.start + (long) (bucket / rung.perTick), rung.perTick * count, count + 1, rung.head[bucket]);
        } else {
            fillBottom(rung.head[bucket]);
        }
    }

    private void takeTop() {
        int list = top;
        int count = topCount;
        long min = topMin;
        long max = topMax;
        top = NONE;
        topCount = 0;
        topMin = Long.MAX_VALUE;
        topMax = 0;
        topStart = max + 1;
        if (count <= THRESHOLD || max == min) {
            fillBottom(list);
        } else {
            beginRung(min, (double) count / (max - min), count + 1, list);
        }
    }

    private void fillBottom(int list) {
        for (int of = list; of != NONE; of = next[of]) {
            addToBottom(of);
        }
    }

    private void beginRung(long start, double perTick, int buckets, int list) {
        Rung rung = rungs[rungCount++];
        if (rung.head.length < buckets) {
            rung.head = new int[2 * buckets];
            rung.count = new int[2 * buckets];
        }
        Arrays.fill(rung.head, 0, buckets, NONE);
        Arrays.fill(rung.count, 0, buckets, 0);
        rung.start = start;
        rung.perTick = perTick;
        rung.buckets = buckets;
        rung.current = 0;
        rung.total = 0;
        int of = list;
        while (of != NONE) {
            int behind = next[of];
            addTo(rung, rung.bucketOf(ticks[of]), of);
            of = behind;
        }
    }
}
