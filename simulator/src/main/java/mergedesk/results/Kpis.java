package mergedesk.results;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.PeriodGoal;

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

    /** A measure of a place in each period of a kind, in order; none where it is not kept by such periods. */
    public List<Kpi> by(Scope.Kind period, String measure, Scope place) {
        return of(index().periods, new InPeriods(period, place(place))).stream().filter(kpi -> kpi.measure().equals(measure)).toList();
    }

    /**
     * The same without the periods in which the measure has no value, and, for shares of contacts and means over them, those with less than a tenth of the contacts of the mean period:
     * there it has a value by chance, and is never named the worst.
     */
    public List<Kpi> busy(Scope.Kind period, String measure, Scope place) {
        List<Kpi> all = known(period, measure, place);
        if (!Measure.byId(measure).map(Measure::isPerContact).orElse(false)) {
            return all;
        }
        Map<String, Double> contacts = contacts(period, place);
        double few = PeriodGoal.FEW * contacts.values().stream().mapToDouble(Double::doubleValue).filter(calls -> calls > 0).average().orElse(0);
        return all.stream().filter(kpi -> contacts.getOrDefault(kpi.scope().interval(), 0.0) >= few).toList();
    }

    /** How many periods have a value that is left out there. */
    public int quiet(Scope.Kind period, String measure, Scope place) {
        return known(period, measure, place).size() - busy(period, measure, place).size();
    }

    /** A measure of a place in each period of a kind in which it has a value. */
    public List<Kpi> known(Scope.Kind period, String measure, Scope place) {
        return by(period, measure, place).stream().filter(kpi -> !kpi.estimate().isEmpty()).toList();
    }

    /** A measure of each place of a kind, in order. */
    public List<Kpi> places(Scope.Kind kind, String measure) {
        return of(index().places, kind).stream().filter(kpi -> kpi.measure().equals(measure)).toList();
    }

    /** By period, those who were offered, or answered by a group. */
    private Map<String, Double> contacts(Scope.Kind period, Scope place) {
        Map<String, Double> contacts = new HashMap<>();
        for (String measure : List.of("offered", "answered")) {
            by(period, measure, place).forEach(kpi -> contacts.merge(kpi.scope().interval(), kpi.estimate().value(), Math::max));
        }
        return contacts;
    }

    private static <K> List<Kpi> of(Map<K, List<Kpi>> rows, K key) {
        return rows.getOrDefault(key, List.of());
    }

    private Index index() {
        Index made = index; // read once: threads may each make one, and all are alike
        if (made == null) {
            made = new Index(rows);
            index = made;
        }
        return made;
    }

    /** What {@link Scope#isSameAs} looks at. */
    private record Place(Scope.Kind kind, String name) {}

    private static Place place(Scope scope) {
        return new Place(scope.kind(), scope.name());
    }

    private record InPeriods(Scope.Kind period, Place place) {}

    /** Rows by place, those of all of the time by the kind of place, and those of periods by their kind and place. */
    private static final class Index {
        private final Map<Place, List<Kpi>> rows = new HashMap<>();
        private final Map<Scope.Kind, List<Kpi>> places = new EnumMap<>(Scope.Kind.class);
        private final Map<InPeriods, List<Kpi>> periods = new HashMap<>();

        Index(List<Kpi> all) {
            for (Kpi kpi : all) {
                Scope scope = kpi.scope();
                add(rows, place(scope), kpi);
                if (scope.kind().isPeriod()) {
                    add(periods, new InPeriods(scope.kind(), place(scope.place())), kpi);
                } else {
                    add(places, scope.kind(), kpi);
                }
            }
        }

        private static <K> void add(Map<K, List<Kpi>> to, K key, Kpi kpi) {
            to.computeIfAbsent(key, none -> new ArrayList<>()).add(kpi);
        }
    }
}
