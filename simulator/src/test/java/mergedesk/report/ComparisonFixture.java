package mergedesk.report;

import java.util.List;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Side;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import mergedesk.stats.Measure;

/** Made-up comparisons that look like real ones. */
final class ComparisonFixture {
    private ComparisonFixture() {}

    /** Merging saves agent-hours and moves the service level by less than the runs can show. */
    static Comparison merging() {
        return of(
                overall("agent_hours_per_day", 486, 445, -41.2, 3.1),
                overall("sl_answered_of_offered", 0.803, 0.806, 0.003, 0.005),
                overall("wait_mean_answered", 31.2, 24.8, -6.4, 0.7),
                overall("occupancy", 0.66, 0.72, 0.06, 0.004),
                new Difference(
                        "sl_answered_of_offered",
                        Scope.council("Halton"),
                        0.77,
                        0.81,
                        new Estimate(0.04, 0.01, 60, Method.PAIRED),
                        ""));
    }

    static Comparison of(Difference... differences) {
        return new Comparison(
                "Does merging save agents?",
                new Side(StudyFixture.manifest(), "nine desks", "As it was."),
                new Side(StudyFixture.manifest(), "one desk", ""),
                List.of(differences),
                Measure.all(),
                List.of(),
                PlaceNames.NONE);
    }

    static Difference overall(String measure, double a, double b, double difference, double half) {
        return new Difference(
                measure,
                Scope.OVERALL,
                a,
                b,
                new Estimate(difference, half, 60, Method.PAIRED),
                "");
    }
}
