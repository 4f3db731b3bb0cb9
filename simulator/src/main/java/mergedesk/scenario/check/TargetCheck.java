package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Flow;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.tree.Places;

/**
 * Targets: one bound, and one place for which results are kept and in which the measure has a value.
 *
 * <p>Results are kept for councils, services, desks, groups and applications, each by itself, not for what two of them have in common.
 */
final class TargetCheck {
    private static final List<String> PLACES = List.of("council", "service", "desk", "group", "application");

    private final Scenario scenario;
    private final Places places;
    private final Map<String, KnownMeasure> measures;

    TargetCheck(Scenario scenario, Places places, Map<String, KnownMeasure> measures) {
        this.scenario = scenario;
        this.places = places;
        this.measures = measures;
    }

    void check() {
        for (int i = 0; i < scenario.targets().size(); i++) {
            check(scenario.targets().get(i), "targets[" + i + "]");
            checkDates(scenario.targets().get(i), "targets[" + i + "]");
        }
        scenario.plan().forEach((id, step) -> {
            if (step.when() != null) {
                String path = "plan." + id + ".when.missed";
                check(step.when().missed(), path);
                if (step.when().missed().isDated()) {
                    places.fault(dated(step.when().missed(), path), "a rule is looked at from the date of its step on", "write on of the step, or after");
                }
                KnownMeasure measure = measures.get(step.when().missed().measure());
                if (measure != null && measure.id().startsWith("availability")) {
                    places.fault(path + ".measure", "what people find available is weighed by all who come in the run, so that a month is judged by what comes later", "take another measure");
                } else if (measure != null && places.sound(path)) {
                    checkEvery(step.when().missed(), ServiceTarget.Every.MONTH, measure, path + ".measure");
                }
            }
        });
    }

    private void check(ServiceTarget target, String path) {
        Map<String, String> given = given(target);
        checkBound(target, path);
        if (target.measure() == null) {
            return;
        }
        KnownMeasure measure = measures.get(target.measure());
        if (measure == null) {
            Set<String> identifiers = measures.values().stream().map(KnownMeasure::id).collect(Collectors.toCollection(TreeSet::new));
            String advice = places.suggestion(target.measure(), identifiers, "write an identifier of kpis.csv");
            places.fault(path + ".measure", "this measure is not known", advice);
            return;
        }
        Optional<KnownMeasure.Need> lack = measure.need().filter(need -> places.sound(need.section()) && !need.isMetBy(scenario));
        if (lack.isPresent()) {
            places.fault(path + ".measure", lack.get().lack() + ", so " + target.measure() + " has no value", lack.get().advice());
            return;
        }
        checkShare(measure, target.atLeast(), path + ".at_least");
        checkShare(measure, target.atMost(), path + ".at_most");
        if (given.size() > 1) {
            if (places.sound(path)) {
                places.fault(
                        path,
                        "a target speaks of one place, and results are kept for each by itself, not for " + said(given, " and ") + " together",
                        "keep one of " + said(given, ", ") + ", or write a target for each");
            }
            return;
        }
        if (target.judgedIn() != null) {
            checkEvery(target, target.judgedIn(), measure, target.every() != null ? path + ".every" : dated(target, path));
        }
        given.forEach((place, name) -> checkPlace(target.measure(), measure, place, name, path));
        if (given.isEmpty() && measure.subject() == KnownMeasure.Subject.MONEY) {
            checkCost("overall", "", path + ".measure");
        }
    }

    /** A target that holds from one step to another: steps of which the date is known, the first before the other, and whole periods between them. */
    private void checkDates(ServiceTarget target, String path) {
        if (!target.isDated() || !places.sound(path + ".from") || !places.sound(path + ".until")) {
            return;
        }
        if (scenario.datesDiffer()) {
            places.fault(dated(target, path), "dates of the plan are drawn, so that it holds for another time in each run", "remove it, or every slips and when");
            return;
        }
        if (target.every() == ServiceTarget.Every.WEEKDAY || target.every() == ServiceTarget.Every.INTERVAL) {
            places.fault(path + ".every", "a target that holds for a part of the run is judged by phase, month or week", "remove it, or write phase, month or week");
        }
        Map<String, LocalDateTime> begins = PlanTimes.planned(scenario.plan()).begins();
        LocalDateTime from = begins.get(target.from());
        LocalDateTime until = begins.get(target.until());
        if (from != null && until != null && !from.isBefore(until)) {
            places.fault(path + ".until", "the step " + target.until() + " does not come after " + target.from() + ", so that the target never holds", "write a later step, or exchange the two");
        }
    }

    /** The first key by which it holds for a part of the run. */
    private static String dated(ServiceTarget target, String path) {
        return path + (target.from() != null ? ".from" : ".until");
    }

    private void checkEvery(ServiceTarget target, ServiceTarget.Every period, KnownMeasure measure, String path) {
        if (!places.sound(path)) {
            return;
        }
        String place = given(target).keySet().stream().findFirst().orElse("overall");
        String every = period.name().toLowerCase(Locale.ROOT);
        Set<String> kept = measure.everyScopes().getOrDefault(every, Set.of());
        if (kept.isEmpty()) {
            places.fault(path, target.measure() + " is not kept by " + every, "remove it, or take another measure");
        } else if (!kept.contains(place)) {
            String of = place.equals("overall") ? "everything together" : "a " + place;
            List<String> others = Stream.of("overall", "council", "service", "desk", "group").filter(kept::contains).toList();
            places.fault(path, target.measure() + " of " + of + " is not kept by " + every, "remove it; it is kept by " + every + " for: " + String.join(", ", others));
        } else if (scenario.time() != null && scenario.time().batches() > 1) {
            places.fault(path, "a run that is divided into batches is not kept by " + every, "remove it, or time.batches");
        }
    }

    private static Map<String, String> given(ServiceTarget target) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("council", target.council());
        given.put("service", target.service());
        given.put("desk", target.desk());
        given.put("group", target.group());
        given.put("application", target.application());
        given.values().removeIf(Objects::isNull);
        return given;
    }

    private static String said(Map<String, String> given, String between) {
        return given.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(between));
    }

    private void checkBound(ServiceTarget target, String path) {
        if (places.written(path + ".at_least") == places.written(path + ".at_most")) {
            places.fault(path, "a target has one bound", "write exactly one of at_least and at_most");
        }
    }

    private void checkShare(KnownMeasure measure, Double bound, String path) {
        if (bound != null && bound > measure.most()) {
            places.fault(path, "a share is at most 100 %", "write 100 % or less");
        }
    }

    /** Whether the measure has a value there. */
    private void checkPlace(String id, KnownMeasure measure, String place, String name, String target) {
        String path = target + "." + place;
        if (!places.sound(path)) {
            return;
        }
        if (!measure.scopes().contains(place)) {
            String others = PLACES.stream().filter(measure.scopes()::contains).collect(Collectors.joining(", "));
            places.fault(path, id + " is not kept by " + place, "remove it, or write one of " + others + " instead");
        } else if (measure.subject() == KnownMeasure.Subject.CONTACTS) {
            if (!place.equals("group") && !place.equals("application") && flows().noneMatch(flow -> name.equals(placeOf(flow, place))) && !(place.equals("desk") && isLater("flows", "desk", name))) {
                places.fault(path, "no flow belongs to " + place + " " + name + ", so " + id + " counts nothing there", "write another " + place + ", or remove it");
            }
        } else if (place.equals("council") && groups().noneMatch(group -> name.equals(group.employer())) && !isLater("groups", "employer", name)) {
            places.fault(path, "council " + name + " employs no group, so " + id + " counts nothing there", "write the desk or group that is meant, or the employer of a group");
        } else if (measure.subject() == KnownMeasure.Subject.MONEY) {
            checkCost(place, name, path);
        }
    }

    /** Whether a step of the plan has something of a section get this value: a flow come to a desk, a council employ a group. */
    private boolean isLater(String section, String key, String value) {
        return scenario.plan().values().stream()
                .flatMap(step -> step.change().keys().get(section) instanceof Map<?, ?> entries ? entries.values().stream() : Stream.empty())
                .anyMatch(entry -> entry instanceof Map<?, ?> keys && value.equals(keys.get(key)));
    }

    private void checkCost(String place, String name, String path) {
        scenario.groups().forEach((id, group) -> {
            boolean counts = switch (place) {
                case "council" -> name.equals(group.employer()) || isOfGroupLater(id, "employer", name);
                case "desk" -> name.equals(group.desk()) || isOfGroupLater(id, "desk", name);
                case "group" -> name.equals(id);
                default -> true;
            };
            if (counts && group.cost() == null && places.sound("groups." + id)) {
                places.fault(path, "no cost is given for group " + id, "write groups." + id + ".cost");
            }
        });
    }

    private Stream<Flow> flows() {
        return scenario.flows().values().stream();
    }

    private Stream<AgentGroup> groups() {
        return scenario.groups().values().stream();
    }

    private static String placeOf(Flow flow, String place) {
        return switch (place) {
            case "council" -> flow.council();
            case "service" -> flow.service();
            default -> flow.desk();
        };
    }

    /** Whether a step of the plan has a group get this value. */
    private boolean isOfGroupLater(String group, String key, String value) {
        return scenario.plan().values().stream().anyMatch(step -> value.equals(step.change().of("groups", group).get(key)));
    }
}
