package mergedesk.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mergedesk.results.SweepStudy;
import mergedesk.sweep.Sweeping;
import mergedesk.units.Internal;

/**
 * What a sweep left.
 *
 * @param study what its report shows; empty when that could not be made
 * @param report the report; empty when it could not be written
 * @param warnings what of the report is missing, and why; the runs are in the store whatever happens to it
 */
@Internal
public record Swept(Sweeping.Outcome outcome, Optional<SweepStudy> study, Optional<Path> report, List<String> warnings) {}
