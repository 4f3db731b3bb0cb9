package mergedesk.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mergedesk.program.Program;

/**
 * Routing rows, up to 64 partners in each: the groups that may take a queue's contacts, or the queues that a group may take from.
 *
 * <p>Partners that hold after the same wait and at the same rank differ in nothing but their number, so one row names them by the bits of one word;
 * {@code mask[row] & bits.words[word[row]]} are those that come into question, at one look for all of them. The rows of one owner are
 * sorted; see the two makers.
 */
final class Rows {
    /** First row of each owner, one more than owners. */
    final int[] offset;
    final long[] afterTicks;
    /** Rank, or level. */
    final int[] rank;
    final int[] word;
    final long[] mask;

    private static final Comparator<Row> BY_TIME =
            Comparator.comparingLong(Row::afterTicks).thenComparingInt(Row::rank).thenComparingInt(Row::word);
    private static final Comparator<Row> BY_RANK =
            Comparator.comparingInt(Row::rank).thenComparingLong(Row::afterTicks).thenComparingInt(Row::word);

    private record Row(long afterTicks, int rank, int word, long mask) {}

    private Rows(List<List<Row>> byOwner) {
        List<Row> rows = new ArrayList<>();
        offset = new int[byOwner.size() + 1];
        for (int owner = 0; owner < byOwner.size(); owner++) {
            rows.addAll(byOwner.get(owner));
            offset[owner + 1] = rows.size();
        }
        afterTicks = new long[rows.size()];
        rank = new int[rows.size()];
        word = new int[rows.size()];
        mask = new long[rows.size()];
        for (int i = 0; i < mask.length; i++) {
            afterTicks[i] = rows.get(i).afterTicks;
            rank[i] = rows.get(i).rank;
            word[i] = rows.get(i).word;
            mask[i] = rows.get(i).mask;
        }
    }

    /** Rows that open with time: those of one owner by (after, rank). */
    static Rows byTime(Program.Rows rows) {
        return of(rows, BY_TIME);
    }

    /** Rows of which the lowest rank goes first, whatever the time: those of one owner by (rank, after). */
    static Rows byRank(Program.Rows rows) {
        return of(rows, BY_RANK);
    }

    private static Rows of(Program.Rows rows, Comparator<Row> order) {
        List<List<Row>> byOwner = new ArrayList<>();
        for (int owner = 0; owner + 1 < rows.offset().length; owner++) {
            List<Row> single = new ArrayList<>();
            for (int i = rows.offset()[owner]; i < rows.offset()[owner + 1]; i++) {
                int partner = rows.partner()[i];
                single.add(new Row(rows.afterTicks()[i], rows.rank()[i], Bits.wordOf(partner), Bits.bit(partner)));
            }
            single.sort(order);
            byOwner.add(joined(single, order));
        }
        return new Rows(byOwner);
    }

    private static List<Row> joined(List<Row> single, Comparator<Row> order) {
        List<Row> rows = new ArrayList<>();
        for (Row row : single) {
            int last = rows.size() - 1;
            if (last >= 0 && order.compare(rows.get(last), row) == 0) {
                rows.set(last, new Row(row.afterTicks, row.rank, row.word, rows.get(last).mask | row.mask));
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Whether the row names this partner. */
    boolean has(int row, int partner) {
        return word[row] == Bits.wordOf(partner) && (mask[row] & Bits.bit(partner)) != 0;
    }

    /** Whether the owner has this partner, whatever the wait. */
    boolean names(int owner, int partner) {
        for (int row = offset[owner]; row < offset[owner + 1]; row++) {
            if (has(row, partner)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the owner has any of these partners, whatever the wait. */
    boolean hasAny(int owner, Bits partners) {
        boolean any = false;
        for (int row = offset[owner]; row < offset[owner + 1]; row++) {
            any |= (mask[row] & partners.words[word[row]]) != 0;
        }
        return any;
    }

    /** By owner the one partner, where there is no other and no wait; NONE where there is a choice. */
    int[] onlyPartners() {
        int[] only = new int[offset.length - 1];
        for (int owner = 0; owner < only.length; owner++) {
            only[owner] = onlyPartner(owner);
        }
        return only;
    }

    private int onlyPartner(int owner) {
        int row = offset[owner];
        boolean one = offset[owner + 1] - row == 1 && afterTicks[row] == 0 && Long.bitCount(mask[row]) == 1;
        return one ? Bits.lowest(word[row], mask[row]) : State.NONE;
    }

    /** The first row of the owner that names the partner and is open after so long; there must be one. */
    int rowOf(int owner, int partner, long waitTicks) {
        int row = offset[owner];
        while (afterTicks[row] > waitTicks || word[row] != Bits.wordOf(partner) || (mask[row] & Bits.bit(partner)) == 0) {
            row++;
        }
        return row;
    }

    /** The first row of the owner, from {@code from} on, that opens after more than {@code waitTicks}; its end if there is none. For rows by time. */
    int firstAfter(int owner, int from, long waitTicks) {
        int row = from;
        while (row < offset[owner + 1] && afterTicks[row] <= waitTicks) {
            row++;
        }
        return row;
    }
}
