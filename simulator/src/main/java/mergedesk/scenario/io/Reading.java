package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import mergedesk.scenario.Problem;
import mergedesk.scenario.Scenario;

/**
 * What came of reading a scenario file.
 *
 * @param scenario complete and consistent; null when there is any problem
 * @param problems every fault, by file and position; empty when there is none
 * @param notes what is no fault but should be known to whoever reads the results, in the order of the file; empty when there is any problem
 * @param files every file that was read to its end, in order of opening
 * @param sets the values of the command line, as given
 * @param hash SHA-256 over what the scenario says, values of the command line and CSV files included; null when there is any problem
 */
public record Reading(
        Scenario scenario,
        List<Problem> problems,
        List<Problem> notes,
        List<Path> files,
        List<String> sets,
        String hash) {
    /** Whether there is a scenario. */
    public boolean isSound() {
        return problems.isEmpty();
    }
}
