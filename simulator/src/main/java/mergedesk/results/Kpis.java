package mergedesk.results;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import mergedesk.stats.Estimate;

/**
 * The rows of kpis.csv in their order, and found by what they are about.
 *
 * <p>A country has 350,000 rows and hundreds of targets, of which each asks several times: the rows are gone through once, when first something is looked for, and then only those of
 * one place. Never changes.
 */
public final class Kpis extends AbstractList<Kpi> implements RandomAccess {
    private final List<Kpi> rows;
    private Index index; // made when asked for: a study of which nobody asks needs none, and a report of rows that cannot be read still is one

    private Kpis(List<Kpi> rows) {
        this.rows = rows;
    }

    /** These rows. */
    public static Kpis of(List<Kpi> rows) {
        return rows instanceof Kpis already ? already : new Kpis(Collections.unmodifiableList(rows));
    }

    @Override
    public Kpi get(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** The estimate of a measure in a scope; empty when there is none. */
    public Estimate estimate(String measure, Scope scope) {
        return of(index().rows, place(scope)).stream()
                .filter(kpi -> kpi.measure().equals(measure) && kpi.scope().isSameAs(scope))
                .map(Kpi::estimate)
                .findFirst()
                .orElse(Estimate.EMPTY);
    }

    /** A measure of a place in each calendar month, in order; none where it is not kept by month. */
    public List<Kpi> months(String measure, Scope place) {
        return of(index().months, place(place)).stream().filter(kpi -> kpi.measure().equals(measure)).toList();
    }

    /** A measure in each interval of the week, in order. */
    public List<Kpi> slots(String measure) {
        return Collections.unmodifiableList(of(index().slots, measure));
    }

    private static <K> List<Kpi> of(Map<K, List<Kpi>> rows, K key) {
        return rows.getOrDefault(key, List.of());
    }

    private Index index() {
        if (index == null) {
            index = new Index(rows);
        }
        return index;
    }

    /** What {@link Scope#isSameAs} looks at. */
    private record Place(Scope.Kind kind, String name) {}

    private static Place place(Scope scope) {
        return new Place(scope.kind(), scope.name());
    }

    /** Rows by place, those of months by their place, and those of intervals of the week by measure. */
    private static final class Index {
        private final Map<Place, List<Kpi>> rows = new HashMap<>();
        private final Map<Place, List<Kpi>> months = new HashMap<>();
        private final Map<String, List<Kpi>> slots = new HashMap<>();

        Index(List<Kpi> all) {
            for (Kpi kpi : all) {
                Scope scope = kpi.scope();
                add(rows, place(scope), kpi);
                if (scope.kind() == Scope.Kind.MONTH) {
                    add(months, place(scope.place()), kpi);
                } else if (scope.kind() == Scope.Kind.INTERVAL) {
                    add(slots, kpi.measure(), kpi);
                }
            }
        }

        private static <K> void add(Map<K, List<Kpi>> to, K key, Kpi kpi) {
            to.computeIfAbsent(key, none -> new ArrayList<>()).add(kpi);
        }
    }
}
