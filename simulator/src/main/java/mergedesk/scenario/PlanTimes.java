package mergedesk.scenario;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When the steps of a plan begin and end: on their date, or later where they wait for others, or slip. */
public final class PlanTimes {
    private final Map<String, PlanStep> plan;
    private final Map<String, Long> slips;
    private final Map<String, LocalDateTime> begins = new LinkedHashMap<>();
    private final Map<String, String> waitedFor = new LinkedHashMap<>();
    private final Set<String> lookedAt = new HashSet<>();

    private PlanTimes(Map<String, PlanStep> plan, Map<String, Long> slips) {
        this.plan = plan;
        this.slips = slips;
        plan.keySet().forEach(this::find);
    }

    /** As planned: nothing slips. */
    public static PlanTimes planned(Map<String, PlanStep> plan) {
        return new PlanTimes(plan, Map.of());
    }

    /** Where steps slip by so many days, by key; others do not. */
    public static PlanTimes slipped(Map<String, PlanStep> plan, Map<String, Long> days) {
        return new PlanTimes(plan, days);
    }

    /** By key, when each step begins; steps that wait for each other, for what is not there, or of which nobody says when, are left out. */
    public Map<String, LocalDateTime> begins() {
        return begins;
    }

    /** By key of a step that had to wait beyond its date, for which other: the last to begin. */
    public Map<String, String> waitedFor() {
        return waitedFor;
    }

    private LocalDateTime find(String id) {
        PlanStep step = plan.get(id);
        if (step == null || begins.containsKey(id) || !lookedAt.add(id)) {
            return begins.get(id);
        }
        LocalDateTime at = step.on();
        for (String other : step.after()) {
            LocalDateTime earliest = find(other);
            if (earliest == null) {
                return null;
            }
            earliest = step.delay() == null ? earliest : later(earliest, step.delay());
            if (at == null || at.isBefore(earliest)) {
                at = earliest;
                waitedFor.put(id, other);
            }
        }
        if (at != null) {
            at = later(at, CalendarSpan.ofDays(slips.getOrDefault(id, 0L)));
            begins.put(id, at);
        }
        return at;
    }

    /** The end of the span; the end of all time where the calendar has no such date. */
    private static LocalDateTime later(LocalDateTime begin, CalendarSpan span) {
        try {
            return span.endFrom(begin);
        } catch (DateTimeException | ArithmeticException e) {
            return LocalDateTime.MAX;
        }
    }

    /** All turns before {@code end} in order of time; at one moment ends before beginnings, and steps as they are written. */
    public List<Turn> turns(LocalDateTime end) {
        List<Turn> turns = new ArrayList<>();
        plan.forEach((id, step) -> {
            LocalDateTime begin = begins.get(id);
            if (begin != null && begin.isBefore(end)) {
                turns.add(new Turn(id, step, true, begin));
                if (step.lasts() != null && later(begin, step.lasts()).isBefore(end)) {
                    turns.add(new Turn(id, step, false, later(begin, step.lasts())));
                }
            }
        });
        turns.sort(Comparator.comparing(Turn::at).thenComparing(Turn::begins));
        return turns;
    }
}
