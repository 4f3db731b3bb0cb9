package mergedesk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Finding;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Scenario;

/** Percentiles of waits that are the time for which callers are kept for their own council's agents. */
final class HomeFirst {
    /** Percentiles are known to 1 %. */
    private static final double PRECISION = 0.011;

    private HomeFirst() {}

    static List<Finding> of(Scenario scenario, Study study) {
        List<Finding> findings = new ArrayList<>();
        scenario.desks().forEach((id, desk) -> shown(id, desk, study).ifPresent(findings::add));
        return findings;
    }

    /** One note for a desk, of the first percentile that shows it. */
    private static Optional<Finding> shown(String id, Desk desk, Study study) {
        double kept = desk.homeFirst().toNanos() * 1e-9;
        for (int percent : new int[] {50, 90, 95, 99}) {
            double wait = study.estimate("wait_p" + percent, Scope.desk(id)).value();
            if (kept > 0 && Math.abs(wait - kept) <= PRECISION * kept) {
                return Optional.of(Finding.note(
                        NoteKind.HOME_FIRST_WAITS,
                        "desks." + id + ".home_first",
                        String.format(Locale.ROOT, "that %d %% of answered waited at most %.1f s is this rule: they wait so long for agents of their own council although others are idle", percent, wait),
                        "own_council_share says what it brings"));
            }
        }
        return Optional.empty();
    }
}
