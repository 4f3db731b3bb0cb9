package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import mergedesk.stats.Measure;

/** Made-up comparisons that look like real ones. */
final class ComparisonFixture {
    static final String LEVEL = "sl_answered_of_offered";

    private ComparisonFixture() {}

    /** Merging saves staff and moves the service level by less than the runs can show. */
    static Comparison merging() {
        return of(
                exact("fte", 71.2, 55.1),
                exact("agent_hours_per_day", 527, 407.5),
                overall(LEVEL, 0.803, 0.806, 0.003, 0.005),
                overall("wait_mean_answered", 31.2, 24.8, -6.4, 0.7),
                overall("occupancy", 0.66, 0.72, 0.06, 0.004),
                council("Halton", LEVEL, 0.77, 0.81, 0.01),
                council("Warrington", LEVEL, 0.81, 0.811, 0.01));
    }

    /** Two sides, nine desks and one desk. */
    static Comparison of(Difference... differences) {
        return of(List.of(), List.of(List.of(differences)));
    }

    /** A base and further sides of these differences from it, each with the same verdict. */
    static Comparison of(List<Verdict> verdicts, List<List<Difference>> others) {
        List<Side> sides = new ArrayList<>();
        sides.add(new Side("A", study("nine desks", verdicts, others.get(0), true), Map.of()));
        for (List<Difference> differences : others) {
            Map<Scope, Map<String, Difference>> byScope = new LinkedHashMap<>();
            differences.forEach(difference -> byScope.computeIfAbsent(difference.scope(), scope -> new LinkedHashMap<>()).put(difference.measure(), difference));
            String name = List.of("one desk", "half a desk").get(sides.size() - 1);
            sides.add(new Side(Comparison.letter(sides.size()), study(name, verdicts, differences, false), byScope));
        }
        return new Comparison("Does merging save agents?", sides, Measure.all(), List.of(), PlaceNames.NONE);
    }

    private static Study study(String name, List<Verdict> verdicts, List<Difference> differences, boolean isBase) {
        Stream<Kpi> kpis = differences.stream().map(difference -> new Kpi(
                difference.measure(),
                difference.scope(),
                new Estimate(isBase ? difference.base() : difference.value(), difference.difference().halfWidth(), 60, Method.RATIO)));
        return StudyFixture.small().with(Study::name, name).with(Study::kpis, Kpis.of(kpis.toList())).with(Study::verdicts, verdicts);
    }

    static Difference overall(String measure, double a, double b, double difference, double half) {
        return new Difference(measure, Scope.OVERALL, a, b, new Estimate(difference, half, 60, Method.PAIRED));
    }

    static Difference exact(String measure, double a, double b) {
        return new Difference(measure, Scope.OVERALL, a, b, Estimate.exact(b - a, 60));
    }

    static Difference council(String council, String measure, double a, double b, double half) {
        return new Difference(measure, Scope.council(council), a, b, new Estimate(b - a, half, 60, Method.PAIRED));
    }
}
