package mergedesk.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is kept by periods of one kind: each of the measures in each of the rows.
 *
 * @param measures ratios and means; of a period no waits are kept one by one, and contracted staff are those of a normal week
 * @param rows of the scopes, ascending
 */
public record KeptPeriods(List<Measure> measures, int[] rows) {
    /** Nothing. */
    static final KeptPeriods NONE = new KeptPeriods(List.of(), new int[0]);

    public KeptPeriods {
        measures = List.copyOf(measures);
    }

    /** The same with further measures and rows. */
    KeptPeriods and(Collection<Measure> others, int... otherRows) {
        List<Measure> all = Measure.all().stream().filter(measure -> measures.contains(measure) || others.contains(measure)).toList();
        return new KeptPeriods(all, IntStream.concat(IntStream.of(rows), IntStream.of(otherRows)).distinct().sorted().toArray());
    }

    /** The measures that are kept of a year's months: all that can be. */
    static List<Measure> all() {
        return Measure.all().stream().filter(Measure::isByPeriod).toList();
    }

    /** Those that are kept of weeks, dates and intervals of the week, of which there are many. */
    public static List<Measure> main() {
        return Stream.of(
                        "offered",
                        "answered",
                        "abandoned",
                        "blocked",
                        "turned_away",
                        "disconnected",
                        "received",
                        "finished",
                        "backlog_end",
                        "backlog_age_mean",
                        "backlog_oldest",
                        "response_within_target",
                        "resolution_mean",
                        "resolution_within_target",
                        "messages",
                        "self_service_tried",
                        "containment_rate",
                        "dials",
                        "connects",
                        "mismatch_rate",
                        "availability",
                        "availability_open",
                        "outages",
                        "downtime",
                        "answer_rate",
                        "abandonment_rate",
                        "blocked_share",
                        "sl_answered_of_offered",
                        "wait_mean_answered",
                        "handle_mean",
                        "queue_mean",
                        "occupancy",
                        "left_in_chat",
                        "chat_occupancy",
                        "agents_scheduled",
                        "agents_busy")
                .map(id -> Measure.byId(id).orElseThrow())
                .toList();
    }

    /** What must be kept of a period for a verdict on the measure there: itself, and how many contacts came, by whom the period is judged or left out ({@link PeriodGoal#FEW}). */
    public static List<Measure> judging(Measure measure) {
        return Stream.of(measure.id(), "offered", "answered").distinct().map(id -> Measure.byId(id).orElseThrow()).toList();
    }

    /** The same and another. */
    public static List<Measure> mainAnd(Measure measure) {
        return Stream.concat(main().stream(), Stream.of(measure)).distinct().toList();
    }

    /** Refuses a measure that is not kept in the row. */
    void require(Measure measure, int row) {
        if (!measures.contains(measure) || Arrays.binarySearch(rows, row) < 0) {
            throw new IllegalArgumentException("measure: " + measure.id() + " in row " + row + " is not kept by period");
        }
    }
}
