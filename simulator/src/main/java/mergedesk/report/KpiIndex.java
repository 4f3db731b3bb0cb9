package mergedesk.report;

import java.util.ArrayList;
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

/** The rows of kpis.csv by kind of scope, place and measure, in their order. */
final class KpiIndex {
    /** What a row of a table is about: its name and its measures. */
    record Place(String name, Map<String, Estimate> estimateByMeasure) {
        /** The estimate, empty when this place has no such measure. */
        Estimate estimate(String measure) {
            return estimateByMeasure.getOrDefault(measure, Estimate.EMPTY);
        }
    }

    private final Map<Scope.Kind, Map<String, Place>> placesByKind = new LinkedHashMap<>();

    KpiIndex(List<Kpi> kpis, PlaceNames names) {
        for (Kpi kpi : kpis) {
            if (kpi.scope().kind() != Scope.Kind.INTERVAL) {
                placesByKind
                        .computeIfAbsent(kpi.scope().kind(), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(kpi.scope().name(), id -> new Place(names.of(kpi.scope()), new LinkedHashMap<>()))
                        .estimateByMeasure()
                        .put(kpi.measure(), kpi.estimate());
            }
        }
    }

    /** Everything together. */
    Place overall() {
        return placesByKind.getOrDefault(Scope.Kind.OVERALL, Map.of()).values().stream()
                .findFirst()
                .orElse(new Place("", Map.of()));
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
