package mergedesk.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import mergedesk.units.With;

/**
 * Recorded arrivals: exact times, or counts per interval whose contacts are spread at random inside it.
 *
 * <p>{@code times} and {@code counts} are read from the files by the reader, in order; exactly one of the two is not empty. Counted intervals
 * do not overlap. {@code interval} is null where times are given.
 */
public record Trace(
        @Meaning("CSV file with a column time (local date and time, one row a contact).")
        String timesFile,

        @Meaning("CSV file with columns start (local date and time) and count.")
        String countsFile,

        @Meaning(
                "Length of each counted interval, at most a day; when absent, that which most of the starts are apart.")
        Duration interval,

        @Meaning(value = "Arrivals from times_file.", filledByReader = true)
        List<LocalDateTime> times,

        @Meaning(value = "Counts from counts_file.", filledByReader = true)
        List<Count> counts) implements With<Trace> {
    /** Arrivals at these times, in order. */
    public static Trace ofTimes(List<LocalDateTime> times) {
        return new Trace(null, null, null, times, List.of());
    }

    /** Arrivals by interval, in order. */
    public static Trace ofCounts(Duration interval, List<Count> counts) {
        return new Trace(null, null, interval, List.of(), counts);
    }

    /** How many of the times, which are in order, are before one. */
    public int timesBefore(LocalDateTime wall) {
        int from = 0;
        int to = times.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (times.get(middle).isBefore(wall)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** {@code count} contacts arrived in the interval that begins at {@code start}. */
    public record Count(LocalDateTime start, int count) {}
}
