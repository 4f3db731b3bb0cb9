package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.Kpi;
import mergedesk.stats.Estimate;

/** The rows of kpis.csv by scope, place and measure, in their order. */
final class KpiIndex {
    /** What a row of a table is about: its name and its measures. */
    record Place(String name, Map<String, Estimate> estimateByMeasure) {
        /** The estimate, empty when this place has no such measure. */
        Estimate estimate(String measure) {
            return estimateByMeasure.getOrDefault(measure, Estimate.EMPTY);
        }
    }

    private final Map<String, Map<String, Place>> placesByScope = new LinkedHashMap<>();

    KpiIndex(List<Kpi> kpis) {
        for (Kpi kpi : kpis) {
            if (kpi.interval().isEmpty()) {
                placesByScope
                        .computeIfAbsent(kpi.scope(), scope -> new LinkedHashMap<>())
                        .computeIfAbsent(name(kpi), name -> new Place(name, new LinkedHashMap<>()))
                        .estimateByMeasure()
                        .put(kpi.measure(), kpi.estimate());
            }
        }
    }

    /** Everything together. */
    Place overall() {
        return placesByScope.getOrDefault("overall", Map.of()).values().stream()
                .findFirst()
                .orElse(new Place("", Map.of()));
    }

    /** The places of a scope; none when it was not counted. */
    List<Place> places(String scope) {
        return new ArrayList<>(placesByScope.getOrDefault(scope, Map.of()).values());
    }

    /** The measures that at least one place of the scope has. */
    Set<String> measures(String scope) {
        return places(scope).stream()
                .flatMap(place -> place.estimateByMeasure().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String name(Kpi kpi) {
        return switch (kpi.scope()) {
            case "council", "employer" -> kpi.council();
            case "service" -> kpi.service();
            case "channel" -> kpi.channel();
            case "desk" -> kpi.desk();
            case "group" -> kpi.group();
            default ->
                Stream.of(kpi.council(), kpi.service(), kpi.channel(), kpi.desk(), kpi.group())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        };
    }
}
