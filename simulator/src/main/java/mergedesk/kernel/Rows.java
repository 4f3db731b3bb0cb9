package mergedesk.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

    private record Row(boolean byTime, long afterTicks, int rank, int word, long mask) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int time = Long.compare(afterTicks, other.afterTicks);
            int ranks = Integer.compare(rank, other.rank);
            int first = byTime ? time : ranks;
            int second = byTime ? ranks : time;
            return first != 0 ? first : second != 0 ? second : Integer.compare(word, other.word);
        }
    }

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
    static Rows byTime(int[] offset, int[] partner, long[] afterTicks, int[] rank) {
        return of(true, offset, partner, afterTicks, rank);
    }

    /** Rows of which the lowest rank goes first, whatever the time: those of one owner by (rank, after). */
    static Rows byRank(int[] offset, int[] partner, long[] afterTicks, int[] rank) {
        return of(false, offset, partner, afterTicks, rank);
    }

    private static Rows of(boolean byTime, int[] offset, int[] partner, long[] afterTicks, int[] rank) {
        List<List<Row>> byOwner = new ArrayList<>();
        for (int owner = 0; owner + 1 < offset.length; owner++) {
            List<Row> single = new ArrayList<>();
            for (int i = offset[owner]; i < offset[owner + 1]; i++) {
                single.add(new Row(byTime, afterTicks[i], rank[i], Bits.wordOf(partner[i]), Bits.bit(partner[i])));
            }
            Collections.sort(single);
            byOwner.add(joined(single));
        }
        return new Rows(byOwner);
    }

    private static List<Row> joined(List<Row> single) {
        List<Row> rows = new ArrayList<>();
        for (Row row : single) {
            int last = rows.size() - 1;
            if (last >= 0 && rows.get(last).compareTo(row) == 0) {
                rows.set(last, new Row(row.byTime, row.afterTicks, row.rank, row.word, rows.get(last).mask | row.mask));
            } else {
                rows.add(row);
            }
        }
        return rows;
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

    /** The first row of the owner, from {@code from} on, that opens after more than {@code waitTicks}; its end if there is none. For rows by time. */
    int firstAfter(int owner, int from, long waitTicks) {
        int row = from;
        while (row < offset[owner + 1] && afterTicks[row] <= waitTicks) {
            row++;
        }
        return row;
    }
}
