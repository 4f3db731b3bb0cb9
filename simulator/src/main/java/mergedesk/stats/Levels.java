package mergedesk.stats;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Sums over observations, kept at each number of observations to which a replication may still be joined, see {@link Batches}: one where they are no batches.
 *
 * @param <T> the sums
 */
final class Levels<T> {
    private final boolean batches;
    private final int each;
    private final NavigableMap<Integer, T> sums = new TreeMap<>(); // by number of observations of a replication

    /** Of replications with so many batches each; {@code none}: sums of nothing. */
    Levels(boolean batches, int each, Supplier<T> none) {
        this.batches = batches;
        this.each = each;
        IntStream.of(batches ? Batches.levels(each) : new int[] {1}).forEach(left -> sums.put(left, none.get()));
    }

    /** Into how many observations a replication is joined when there are so many. */
    int left(int replications) {
        return batches ? Batches.left(each, replications) : 1;
    }

    /** Looks at all that may be asked for with so many replications, or with more; the others go. */
    void each(int replications, BiConsumer<Integer, T> look) {
        sums.tailMap(left(replications), false).clear();
        sums.forEach(look);
    }

    /** Those with so many replications. */
    T at(int replications) {
        return sums.get(left(replications));
    }
}
