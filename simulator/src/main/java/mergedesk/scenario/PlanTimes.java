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
    private final LocalDateTime start; // results decide as early as can be, from then on; null where it is known what they decide
    private final Map<String, LocalDateTime> begins = new LinkedHashMap<>();
    private final Map<String, LocalDateTime> ends = new LinkedHashMap<>(); // those that end
    private final Map<String, String> waitedFor = new LinkedHashMap<>();
    private final Set<String> lookedAt = new HashSet<>();

    private PlanTimes(Map<String, PlanStep> plan, Map<String, Long> slips, Map<String, LocalDateTime> decided) {
        this.plan = plan;
        this.slips = slips;
        this.decided = decided;
        start = null;
        plan.keySet().forEach(this::find);
    }

    private PlanTimes(Map<String, PlanStep> plan, Map<String, Long> slips, LocalDateTime start) {
        this.plan = plan;
        this.slips = slips;
        this.start = start;
        decided = Map.of();
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

    /**
     * When each could begin, whatever ends it: what results decide as early as can be, where results count from {@code start} on; steps that wait for each other, for what is not there, or of which nobody says when,
     * are left out. In order of time, and at one moment those first for which others wait.
     */
    public static Map<String, LocalDateTime> possible(Map<String, PlanStep> plan, LocalDateTime start, Map<String, Long> days) {
        PlanTimes times = new PlanTimes(plan, days, start);
        Map<String, LocalDateTime> ordered = new LinkedHashMap<>();
        times.begins.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> ordered.put(entry.getKey(), entry.getValue())); // begins has those first for which others wait
        return ordered;
    }

    /** By key, when each step begins that does. */
    public Map<String, LocalDateTime> begins() {
        return begins;
    }

    /** By key, when each step ends that does. */
    public Map<String, LocalDateTime> ends() {
        return ends;
    }

    /** What results have decided, whether it comes about or not. */
    public Set<String> decided() {
        return decided.keySet();
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
        if (step.when() != null && start == null && !decided.containsKey(id)) {
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
            LocalDateTime known = start == null ? decided.get(id) : step.when().earliest(at == null || at.isBefore(start) ? start : at);
            at = at == null || at.isBefore(known) ? known : at;
            at = step.delay() == null ? at : later(at, step.delay());
            waitedFor.remove(id);
        }
        if (at != null) {
            at = later(at, CalendarSpan.ofDays(slips.getOrDefault(id, 0L)));
            begins.put(id, at);
        }
        return at;
    }

    /** What ends others, and what does not begin because of that. */
    private void follow() {
        Map<String, List<String>> endedBy = new HashMap<>();
        begins.keySet().forEach(id -> plan.get(id).ends().forEach(other -> endedBy.computeIfAbsent(other, none -> new ArrayList<>()).add(id)));
        Map<String, Boolean> happens = new HashMap<>();
        plan.keySet().forEach(id -> happens(id, endedBy, happens));
        begins.keySet().removeIf(id -> !happens.get(id));
        waitedFor.keySet().retainAll(begins.keySet());
        begins.forEach((id, at) -> {
            if (plan.get(id).lasts() != null) {
                ends.put(id, later(at, plan.get(id).lasts()));
            }
            endedBy.getOrDefault(id, List.of()).stream().filter(begins::containsKey).map(begins::get).forEach(by -> ends.merge(id, by, (one, other) -> one.isBefore(other) ? one : other));
        });
    }

    /** Whether a step begins: all that it waits for do, and nothing that ends it does by then. Of steps of one moment that end each other the first does, as they are written. */
    private boolean happens(String id, Map<String, List<String>> endedBy, Map<String, Boolean> known) {
        Boolean found = known.putIfAbsent(id, true);
        if (found != null) {
            return found;
        }
        LocalDateTime at = begins.get(id);
        boolean happens = at != null
                && plan.get(id).after().stream().allMatch(other -> happens(other, endedBy, known))
                && endedBy.getOrDefault(id, List.of()).stream().noneMatch(other -> !begins.get(other).isAfter(at) && happens(other, endedBy, known));
        known.put(id, happens);
        return happens;
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
                turns.add(new Turn(id, step, Turn.Kind.BEGIN, begin, step.then()));
                if (ends.containsKey(id) && ends.get(id).isBefore(end)) {
                    turns.add(new Turn(id, step, Turn.Kind.END, ends.get(id), step.afterwards()));
                }
            }
        });
        turns.sort(Comparator.comparing(Turn::at).thenComparing(Turn::kind));
        return turns;
    }
}
