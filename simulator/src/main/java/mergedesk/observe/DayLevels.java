package mergedesk.observe;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Days by service level: offered and answered within T, both counted on the day of arrival.
 *
 * <p>A call that arrives before midnight may be answered within T after it, on whatever later day T allows. So a day stays open for as many days as the longest T reaches, in a
 * ring: the day in progress and those before it. Memory: two counters for each of these days and each desk, whatever the horizon.
 */
final class DayLevels {
    private static final int LEVELS = 101; // whole percent

    private final int desks;
    private final int slots;
    private final int[] offered; // [slot × desks + desk]
    private final int[] within;
    private final long[] startTick; // of the slot's day
    private final int[][] days; // [desk, last all together][percent]
    private int today;

    DayLevels(Program program) {
        desks = program.deskCount();
        slots = slots(program);
        offered = new int[slots * desks];
        within = new int[slots * desks];
        startTick = new long[slots];
        days = new int[desks + 1][LEVELS];
    }

    /** The day in progress, and as many of the shortest days before it as the longest T may reach back. */
    private static int slots(Program program) {
        long[] starts = program.calendar().dayStartTick();
        long shortestDay = Long.MAX_VALUE;
        for (int day = 0; day < starts.length - 1; day++) {
            shortestDay = Math.min(shortestDay, starts[day + 1] - starts[day]);
        }
        long longest = 0;
        for (long ticks : program.contacts().answerWithinTicks()) {
            longest = Math.max(longest, ticks);
        }
        return (int) Math.min(starts.length, 2 + longest / shortestDay);
    }

    /** Goes to tick 0. */
    void start() {
        clear();
        Arrays.fill(offered, 0);
        Arrays.fill(within, 0);
        Arrays.fill(startTick, 0);
        today = 0;
    }

    /** Somebody arrives who counts. */
    void offered(int desk) {
        offered[today * desks + desk]++;
    }

    /** Somebody who counts and arrived then counts for the desk (1), or does so no longer (−1), and waits. Of days that are closed nothing moves. */
    void moved(int desk, long arrivalTick, int by) {
        int slot = today;
        for (int back = 1; back < slots && arrivalTick < startTick[slot]; back++) {
            slot = before(slot);
        }
        if (arrivalTick >= startTick[slot]) {
            offered[slot * desks + desk] += by;
        }
    }

    /** Somebody who counts and arrived at {@code arrivalTick} is answered; {@code ofWithin}: 1 within T, 0 later. Nearly always on the day of arrival, which takes no branch on T. */
    void answered(int desk, long arrivalTick, int ofWithin) {
        if (arrivalTick >= startTick[today]) {
            within[today * desks + desk] += ofWithin;
        } else if (ofWithin > 0) {
            answeredWithin(desk, arrivalTick);
        }
    }

    private void answeredWithin(int desk, long arrivalTick) {
        int slot = before(today);
        while (arrivalTick < startTick[slot]) {
            slot = before(slot);
        }
        within[slot * desks + desk]++;
    }

    private int before(int slot) {
        return (slot == 0 ? slots : slot) - 1;
    }

    /** Another day begins; nobody of the oldest can be answered within T any more. */
    void dayStarts(long tick) {
        today = today + 1 == slots ? 0 : today + 1;
        close(today);
        startTick[today] = tick;
    }

    /** Nobody is answered any more. */
    void end() {
        for (int slot = 0; slot < slots; slot++) {
            close(slot);
        }
    }

    private void close(int slot) {
        int allOffered = 0;
        int allWithin = 0;
        for (int desk = 0; desk < desks; desk++) {
            int i = slot * desks + desk;
            count(desk, offered[i], within[i]);
            allOffered += offered[i];
            allWithin += within[i];
            offered[i] = 0;
            within[i] = 0;
        }
        count(desks, allOffered, allWithin);
    }

    private void count(int row, int ofDay, int ofDayWithin) {
        assert ofDayWithin <= ofDay : ofDayWithin + " of " + ofDay;
        if (ofDay > 0) {
            days[row][(int) (100L * ofDayWithin / ofDay)]++;
        }
    }

    /** The days that have been closed, for {@link RunSummary#days}. */
    int[][] closed() {
        int[][] copy = new int[days.length][];
        Arrays.setAll(copy, row -> days[row].clone());
        return copy;
    }

    /** Forgets the days that have been closed. */
    void clear() {
        for (int[] row : days) {
            Arrays.fill(row, 0);
        }
    }
}
