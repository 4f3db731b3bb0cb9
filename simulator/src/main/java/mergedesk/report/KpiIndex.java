package mergedesk.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.results.Kpi;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;

/** The rows of kpis.csv by kind of scope, place and measure, and those of months, weeks and weekdays by place, in their order. */
final class KpiIndex {
    /** What a row of a table is about: where it is, its name and its measures. */
    record Place(Scope scope, String name, Map<String, Estimate> estimateByMeasure) {
        /** The estimate, empty when this place has no such measure. */
        Estimate estimate(String measure) {
            return estimateByMeasure.getOrDefault(measure, Estimate.EMPTY);
        }
    }

    private final Map<Scope.Kind, Map<String, Place>> placesByKind = new LinkedHashMap<>();
    private final Map<Scope.Kind, Map<Scope, Map<String, Place>>> periods = new EnumMap<>(Scope.Kind.class);

    KpiIndex(List<Kpi> kpis, PlaceNames names) {
        for (Kpi kpi : kpis) {
            Scope scope = kpi.scope();
            switch (scope.kind()) {
                case INTERVAL, DATE -> {}
                case MONTH, WEEK, WEEKDAY, PHASE -> add(
                        periods.computeIfAbsent(scope.kind(), period -> new LinkedHashMap<>()).computeIfAbsent(scope.place(), place -> new LinkedHashMap<>()),
                        scope.interval(),
                        scope.interval(),
                        kpi);
                default -> add(placesByKind.computeIfAbsent(scope.kind(), kind -> new LinkedHashMap<>()), scope.name(), names.of(scope), kpi);
            }
        }
    }

    private static void add(Map<String, Place> places, String id, String name, Kpi kpi) {
        places.computeIfAbsent(id, place -> new Place(kpi.scope(), name, new LinkedHashMap<>())).estimateByMeasure().put(kpi.measure(), kpi.estimate());
    }

    /** One place in each month, week, weekday or phase, which is its name, in order; none where such periods are not kept. */
    List<Place> by(Scope.Kind period, Scope place) {
        return List.copyOf(periods.getOrDefault(period, Map.of()).getOrDefault(place, Map.of()).values());
    }

    /** Everything together. */
    Place overall() {
        return placesByKind.getOrDefault(Scope.Kind.OVERALL, Map.of()).values().stream()
                .findFirst()
                .orElse(new Place(Scope.OVERALL, "", Map.of()));
    }

    /** The places of a kind; none when it was not counted. */
    List<Place> places(Scope.Kind kind) {
        return new ArrayList<>(placesByKind.getOrDefault(kind, Map.of()).values());
    }

    /** The measures that at least one place of the kind has. */
    Set<String> measures(Scope.Kind kind) {
        return places(kind).stream()
                .flatMap(place -> place.estimateByMeasure().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
