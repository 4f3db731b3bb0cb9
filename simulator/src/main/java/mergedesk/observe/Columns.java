package mergedesk.observe;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** Which columns of {@link Count} are kept: not those of features that no run has, in which nothing can be counted. So what nobody uses takes no room in summaries. */
public final class Columns {
    /** All of them. */
    static final Columns ALL = new Columns(IntStream.range(0, Count.COLUMNS).toArray());

    private static final int NOT_KEPT = -1;

    private final int[] kept; // ascending
    private final int[] places = new int[Count.COLUMNS];

    private Columns(int[] kept) {
        this.kept = kept;
        Arrays.fill(places, NOT_KEPT);
        for (int place = 0; place < kept.length; place++) {
            places[kept[place]] = place;
        }
    }

    static Columns of(Set<Feature> features) {
        return new Columns(IntStream.range(0, Count.COLUMNS)
                .filter(column -> Feature.of(column).map(features::contains).orElse(true))
                .toArray());
    }

    /** How many are kept. */
    int count() {
        return kept.length;
    }

    /** The column that is kept in this place. */
    int at(int place) {
        return kept[place];
    }

    /** Where the column is kept; negative for nowhere. */
    int place(int column) {
        return places[column];
    }

    /** What is kept of these rows: from [place of the row × Count.COLUMNS + column] to [place in rows × count() + place of the column]. */
    long[] pick(long[] numbers, int[] rows) {
        long[] picked = new long[rows.length * kept.length];
        for (int i = 0; i < rows.length; i++) {
            for (int place = 0; place < kept.length; place++) {
                picked[i * kept.length + place] = numbers[rows[i] * Count.COLUMNS + kept[place]];
            }
        }
        return picked;
    }
}
