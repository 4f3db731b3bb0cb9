package mergedesk.report;

import java.util.List;
import java.util.Optional;
import mergedesk.results.Scope;
import mergedesk.results.Sensitivity;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;
import mergedesk.results.Study.Verdict;
import mergedesk.stats.Estimate;

/** What matters to the merged desk: an assumption that breaks the target at its highest, one that does little, one that is not possible at its lowest. */
final class SensitivityFixture {
    private static final double LEVEL = 0.831;

    private SensitivityFixture() {}

    static Sensitivity of(String path, String low, String high) {
        Estimate base = new Estimate(LEVEL, 0.009, 60, Estimate.Method.RATIO);
        return new Sensitivity(
                "sl_answered_of_offered",
                Scope.OVERALL,
                base,
                Optional.of(new Verdict("sl_answered_of_offered", Scope.OVERALL, "80 %", 0.8, true, base, Verdict.State.MET)),
                List.of(
                        new Swing(path, 15, end(low, 0.061), end(high, -0.094)),
                        new Swing("flows.*.volume", 15, end("", 0.02), end("", -0.021)),
                        new Swing("groups.floating.staffing", 1, new End("0", Estimate.EMPTY, Estimate.EMPTY, "no group can serve this flow"), end("20", 0.003))),
                13,
                5,
                true);
    }

    private static End end(String value, double change) {
        return new End(
                value, new Estimate(LEVEL + change, 0.009, 5, Estimate.Method.RATIO), new Estimate(change, 0.004, 5, Estimate.Method.PAIRED), "");
    }
}
