package mergedesk.scenario;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When the steps of a plan begin and end: on their date, or later where they wait for others, slip, or are decided by results. */
public final class PlanTimes {
    private final Map<String, PlanStep> plan;
    private final Map<String, Long> slips;
    private final Map<String, LocalDateTime> decided;
    private final Map<String, LocalDateTime> begins = new LinkedHashMap<>();
    private final Map<String, LocalDateTime> ends = new LinkedHashMap<>(); // those that end
    private final Map<String, String> waitedFor = new LinkedHashMap<>();
    private final Set<String> lookedAt = new HashSet<>();

    private PlanTimes(Map<String, PlanStep> plan, Map<String, Long> slips, Map<String, LocalDateTime> decided) {
        this.plan = plan;
        this.slips = slips;
        this.decided = decided;
        plan.keySet().forEach(this::find);
    }

    /** As planned: nothing slips, and what results decide does not happen. */
    public static PlanTimes planned(Map<String, PlanStep> plan) {
        return happening(plan, Map.of(), Map.of());
    }

    /** Where steps slip by so many days, by key, and what results decide is decided at these moments; others of that kind do not happen. */
    public static PlanTimes happening(Map<String, PlanStep> plan, Map<String, Long> days, Map<String, LocalDateTime> decided) {
        PlanTimes times = new PlanTimes(plan, days, decided);
        times.follow();
        return times;
    }

    /** When each could begin, whatever ends it: what results decide as early as can be, from {@code start} on; steps that wait for each other, for what is not there, or of which nobody says when, are left out. */
    public static Map<String, LocalDateTime> possible(Map<String, PlanStep> plan, LocalDateTime start, Map<String, Long> days) {
        Map<String, LocalDateTime> decided = new HashMap<>();
        plan.forEach((id, step) -> {
            if (step.when() != null) {
                decided.put(id, start);
            }
        });
        return new PlanTimes(plan, days, decided).begins;
    }

    /** By key, when each step begins that does. */
    public Map<String, LocalDateTime> begins() {
        return begins;
    }

    /** By key, when each step ends that does. */
    public Map<String, LocalDateTime> ends() {
        return ends;
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
        if (step.when() != null && !decided.containsKey(id)) {
            return null;
        }
        LocalDateTime at = step.on();
        for (String other : step.after()) {
            LocalDateTime earliest = find(other);
            if (earliest == null) {
                return null;
            }
            earliest = step.delay() == null || step.when() != null ? earliest : later(earliest, step.delay());
            if (at == null || at.isBefore(earliest)) {
                at = earliest;
                waitedFor.put(id, other);
            }
        }
        if (step.when() != null) {
            at = at == null || at.isBefore(decided.get(id)) ? decided.get(id) : at;
            at = step.delay() == null ? at : later(at, step.delay());
            waitedFor.remove(id);
        }
        if (at != null) {
            at = later(at, CalendarSpan.ofDays(slips.getOrDefault(id, 0L)));
            begins.put(id, at);
        }
        return at;
    }

    /** One after the other: what ends others, and what no longer begins because of that. */
    private void follow() {
        List<String> order = new ArrayList<>(plan.keySet());
        order.retainAll(begins.keySet());
        order.sort(Comparator.comparing((String id) -> begins.get(id)).thenComparing(id -> plan.get(id).ends().isEmpty())); // those of a moment as they are written
        Set<String> begun = new HashSet<>();
        Set<String> ended = new HashSet<>();
        for (String id : order) {
            PlanStep step = plan.get(id);
            LocalDateTime at = begins.get(id);
            if (ended.contains(id) || !begun.containsAll(step.after()) && !waitsAtOnce(step, at)) {
                begins.remove(id);
                waitedFor.remove(id);
                continue;
            }
            begun.add(id);
            if (step.lasts() != null) {
                ends.merge(id, later(at, step.lasts()), (one, other) -> one.isBefore(other) ? one : other);
            }
            for (String other : step.ends()) {
                ended.add(other);
                if (begun.contains(other)) {
                    ends.merge(other, at, (one, natural) -> one.isBefore(natural) ? one : natural);
                }
            }
        }
    }

    /** Whether all for which a step waits begin by then, if in the file after it. */
    private boolean waitsAtOnce(PlanStep step, LocalDateTime at) {
        return step.after().stream().allMatch(other -> begins.containsKey(other) && !begins.get(other).isAfter(at));
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
                if (ends.containsKey(id) && ends.get(id).isBefore(end)) {
                    turns.add(new Turn(id, step, false, ends.get(id)));
                }
            }
        });
        turns.sort(Comparator.comparing(Turn::at).thenComparing(Turn::begins));
        return turns;
    }
}
