package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mergedesk.program.Program;

/**
 * What had been counted at the end of each calendar month of the window: a month is the difference from the month before. So nothing is cleared at a month's end, and the whole does not
 * depend on there being months. Costs one summing up of the kept rows for each month, and nothing where none are kept.
 *
 * <p>A contact counts in the month in which its wait ends, and a person in that of the last attempt, so that shares are of those who had the chance: who waits over midnight at a month's
 * end is both offered and answered in the next. In the last month everybody else counts, too.
 */
final class MonthTotals {
    private final Summing summing;
    private final int[] byMonth; // rows
    private final long[] startTick; // of all months but the first; none where no rows are kept
    private final List<RunSummary> upTo = new ArrayList<>();

    MonthTotals(Program program, Scopes scopes, KeptRows kept) {
        byMonth = kept.byMonth();
        summing = new Summing(program, scopes, new KeptRows(byMonth, false));
        long[] all = program.names().months().startTick();
        startTick = byMonth.length == 0 || all.length == 0 ? new long[0] : Arrays.copyOfRange(all, 1, all.length);
    }

    /** A replication begins. */
    void start() {
        upTo.clear();
    }

    /** Whether a month begins then, and another ends. */
    boolean isStart(long tick) {
        return upTo.size() < startTick.length && startTick[upTo.size()] == tick;
    }

    /** How to sum up what has been counted so far, for {@link #end}. */
    Summing summing() {
        return summing;
    }

    /** A month ends at which so much has been counted since the start; the numbers are taken over. */
    void end(RunSummary soFar) {
        for (int i = 0; i < soFar.rows().length; i++) {
            leaveOpen(soFar.numbers(), i * Count.COLUMNS);
        }
        upTo.add(soFar);
    }

    /** Takes out of a row who still waits or will try again; all who wait have been delayed. Rows of groups have neither. */
    private static void leaveOpen(long[] numbers, int at) {
        long waiting = numbers[at + Count.OFFERED] - numbers[at + Count.ANSWERED] - numbers[at + Count.ABANDONED] - numbers[at + Count.BLOCKED];
        if (waiting > 0) {
            numbers[at + Count.OFFERED] -= waiting;
            numbers[at + Count.DELAYED] -= waiting;
        }
        long ended = numbers[at + Count.PERSONS_ANSWERED] + numbers[at + Count.PERSONS_ABANDONED] + numbers[at + Count.PERSONS_BLOCKED]
                + numbers[at + Count.PERSONS_TURNED_AWAY];
        numbers[at + Count.PERSONS] = ended;
    }

    /** Whether there are months. */
    boolean any() {
        return startTick.length > 0;
    }

    /** What was counted in each month; {@code whole}: in all of them, in all rows that are kept. */
    List<RunSummary> finish(RunSummary whole) {
        RunSummary all = whole.only(row -> Arrays.binarySearch(byMonth, row) >= 0);
        List<RunSummary> months = new ArrayList<>();
        for (int month = 0; month <= upTo.size(); month++) {
            RunSummary end = month < upTo.size() ? upTo.get(month) : all;
            months.add(month == 0 ? end : end.since(upTo.get(month - 1)));
        }
        return List.copyOf(months);
    }
}
