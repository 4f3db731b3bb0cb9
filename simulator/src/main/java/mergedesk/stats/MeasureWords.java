package mergedesk.stats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words for measures that are understood wherever one is read: in targets, in {@code --until}. Identifiers, what planners call them, and what they were
 * called before. Only identifiers are written.
 */
public final class MeasureWords {
    private static final Map<String, Measure> ALL = new LinkedHashMap<>();

    static {
        Measure.all().forEach(measure -> ALL.put(measure.id(), measure));
        planners("ASA", "wait_mean_answered");
        planners("AHT", "handle_mean");
        planners("GoS", "sl_answered_of_offered");
        planners("FTE", "fte");
        other("occupancy_with_wrap_up", "occupancy");
        other("occupancy_with_wrap_up_to_last_event", "occupancy_to_last_event");
    }

    private MeasureWords() {}

    /** An abbreviation, as it is quoted and in small and in capital letters. */
    private static void planners(String word, String id) {
        other(word, id);
        other(word.toLowerCase(Locale.ROOT), id);
        other(word.toUpperCase(Locale.ROOT), id);
    }

    private static void other(String word, String id) {
        ALL.put(word, Measure.byId(id).orElseThrow());
    }

    /** The measure that the word means. */
    public static Optional<Measure> measure(String word) {
        return Optional.ofNullable(ALL.get(word));
    }

    /** Every word, identifiers first. */
    public static Map<String, Measure> all() {
        return Collections.unmodifiableMap(ALL);
    }
}
