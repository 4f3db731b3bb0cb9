package mergedesk.sweep;

import java.util.function.Supplier;
import mergedesk.compile.Fingerprint;
import mergedesk.experiment.PlanRules;

/**
 * A point that can be run.
 *
 * @param rules what its runs go by
 * @param said a name for all that its scenario says, plan included
 */
public record ReadyPoint(PlanRules rules, Supplier<String> said) {
    /** What its runs follow from, but for their seed: points with the same have the same runs. */
    public String fingerprint(Fingerprint fingerprint) {
        return fingerprint.next(rules.programs(), said);
    }
}
