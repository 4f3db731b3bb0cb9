package mergedesk.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes what is shown of a result part by part: a part that fails is left out and named, and takes nothing else with it.
 *
 * <p>A result may have taken hours. Whatever a formula, chart or sentence does, the numbers are written and the other parts are shown. What the numbers
 * themselves are made from is not a part: a run without them has failed.
 */
public final class Parts {
    private final List<String> failures = new ArrayList<>();

    /**
     * A part.
     *
     * @param name what readers miss when it fails, such as "The formulas" or "Chart of waits"
     * @param instead what stands in its place then
     */
    public <T> T make(String name, T instead, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (RuntimeException | Error failure) { // charts may lack memory, or a library of this machine
            failures.add(name + ": left out, as making it failed (" + reason(failure)
                    + "). Everything else is complete. Please report this as a fault of Mergedesk.");
            return instead;
        }
    }

    /** A sentence for each part that failed so far, in order. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** What was thrown first: templates wrap what they meet. */
    private static String reason(Throwable thrown) {
        Throwable failure = thrown;
        while (failure.getCause() != null) {
            failure = failure.getCause();
        }
        String kind = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
    }
}
