package mergedesk.scenario.check;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;

/** Which steps of a plan may come before which, where dates are drawn or decided by results: between the first date on which each can be and the last. */
public final class PlanOrders {
    private final Map<String, PlanStep> plan;
    private final Map<String, LocalDateTime> earliest;
    private final Map<String, LocalDateTime> latest;
    private final Map<String, Set<String>> before = new LinkedHashMap<>(); // for which each waits, directly and through others

    /**
     * A step with what has happened by then, itself included.
     *
     * @param isEarly what must have, or else what can have
     */
    public record Order(String step, boolean isEarly, Set<String> inForce) {}

    /** Of a plan in which every step has a time. */
    PlanOrders(Map<String, PlanStep> plan, LocalDateTime start) {
        this.plan = plan;
        earliest = PlanTimes.possible(plan, start, Map.of());
        Map<String, Long> most = new LinkedHashMap<>();
        plan.forEach((id, step) -> {
            if (step.when() != null) {
                most.put(id, Long.MAX_VALUE);
            } else if (step.slips() != null) {
                most.put(id, mostDays(step.slips()));
            }
        });
        latest = PlanTimes.possible(plan, start, most);
        plan.keySet().forEach(this::before);
    }

    /** Of each step that may come in another order than planned: first it early, then late. */
    public static List<Order> of(Map<String, PlanStep> plan, LocalDateTime start) {
        PlanOrders orders = new PlanOrders(plan, start);
        List<Order> all = new ArrayList<>();
        for (String step : plan.keySet()) {
            all.add(new Order(step, true, orders.early(step)));
            all.add(new Order(step, false, orders.late(step)));
        }
        return all;
    }

    /** The most by which one can slip; beyond all calendars where nobody knows. */
    private static long mostDays(Distribution slips) {
        double most = mostSeconds(slips);
        return most == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : Math.round(most / Duration.ofDays(1).getSeconds());
    }

    private static double mostSeconds(Distribution slips) {
        double shift = slips.shift() == null ? 0 : slips.shift().getSeconds();
        return shift + switch (slips.family()) {
            case UNIFORM, TRIANGULAR, PERT -> slips.high().getSeconds();
            case CONSTANT -> slips.mean().getSeconds();
            case EMPIRICAL -> slips.values().stream().mapToDouble(Duration::getSeconds).max().orElse(0);
            case MIXTURE -> slips.mixture().stream().mapToDouble(part -> mostSeconds(part.length())).max().orElse(0);
            case EXPONENTIAL, LOGNORMAL, GAMMA, WEIBULL, ERLANG, HYPEREXPONENTIAL -> Double.POSITIVE_INFINITY;
        };
    }

    /** Whether the step has the same date in every run. */
    boolean isFixed(String step) {
        return latest.get(step).equals(earliest.get(step));
    }

    /** For which steps it waits, directly and through others. */
    Set<String> before(String step) {
        Set<String> known = before.get(step);
        if (known == null) {
            known = new LinkedHashSet<>();
            before.put(step, known);
            for (String other : plan.get(step).after()) {
                known.add(other);
                known.addAll(before(other));
            }
        }
        return known;
    }

    /** Whether the two are in the same order in every run. */
    boolean areOrdered(String one, String other) {
        return before.get(one).contains(other)
                || before.get(other).contains(one)
                || latest.get(one).isBefore(earliest.get(other))
                || latest.get(other).isBefore(earliest.get(one))
                || plan.get(one).ends().contains(other)
                || plan.get(other).ends().contains(one);
    }

    /** Without steps that others of these end. */
    private Set<String> inForce(Set<String> done, String step) {
        Set<String> left = new LinkedHashSet<>(done);
        done.forEach(other -> left.removeAll(plan.get(other).ends()));
        left.add(step);
        return left;
    }

    private Set<String> early(String step) {
        Set<String> done = new LinkedHashSet<>(before.get(step));
        plan.keySet().stream().filter(other -> !before.get(other).contains(step) && !latest.get(other).isAfter(earliest.get(step))).forEach(done::add);
        done.add(step);
        return inForce(done, step);
    }

    private Set<String> late(String step) {
        Set<String> done = new LinkedHashSet<>(before.get(step));
        plan.keySet().stream().filter(other -> !before.get(other).contains(step) && !earliest.get(other).isAfter(latest.get(step))).forEach(done::add);
        done.add(step);
        return inForce(done, step);
    }
}
