package mergedesk.scenario.io;

import java.util.List;
import java.util.Optional;
import mergedesk.scenario.Scenario;
import mergedesk.units.Alike;

/**
 * What of a scenario was found consistent last, so that it is not judged again: which keys are written, and what they say beside amounts. Judging looks at nothing else, but for amounts, which are judged each time. Thread-safe.
 */
final class Consistent {
    private volatile Known last;

    /** @param keys paths of single values that were put in, which decides which keys are written */
    private record Known(List<String> keys, Scenario bare) {}

    /** Whether it is known that these keys with what a bare scenario says have no fault; {@code keys}: empty when they say not which keys are written. */
    boolean has(Optional<List<String>> keys, Scenario bare) {
        Known known = last;
        return known != null && keys.isPresent() && known.keys.equals(keys.get()) && Alike.are(known.bare, bare);
    }

    /** They have none. */
    void add(Optional<List<String>> keys, Scenario bare) {
        keys.ifPresent(of -> last = new Known(of, bare));
    }
}
