package mergedesk.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.results.CivilDates;
import mergedesk.results.Study;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.Council;
import mergedesk.scenario.Desk;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Service;
import mergedesk.scenario.ServiceTarget;
import mergedesk.scenario.StepRule;
import mergedesk.scenario.Turn;
import mergedesk.stats.Measure;

/** A step of a plan, for readers: entries of a section that get the same are named together. */
final class PlanWords {
    private static final int MOST_NAMED = 12;

    private final Scenario scenario;
    private final List<Turn> turns;

    PlanWords(Scenario scenario) {
        this.scenario = scenario;
        turns = scenario.turns();
    }

    /** {@code staff}: contracted full-time equivalents before and from then on; NaN where that is not known. */
    Study.PlannedStep of(Turn turn, double staffBefore, double staff) {
        return turn.begins()
                ? new Study.PlannedStep(on(turn), Optional.ofNullable(turn.step().by()).map(Object::toString), Optional.empty(), turn.step().name(), changes(turn), staffBefore, staff)
                : new Study.PlannedStep(on(turn), Optional.empty(), Optional.empty(), turn.step().name() + ", end", List.of(turn.step().release() == null ? "as if it had not been" : "whoever has not gone stays; else as if it had not been"), staffBefore, staff);
    }

    private static Optional<String> on(Turn turn) {
        return Optional.ofNullable(turn.at()).map(Object::toString);
    }

    /** When it is so that a target was missed: when sl_answered_of_offered at least 80 % of council west was missed in each of 3 months in a row. */
    private String rule(StepRule rule) {
        ServiceTarget target = rule.missed();
        Measure measure = Targets.measure(target);
        String place = Stream.of(name(scenario.councils(), target.council(), Council::name), name(scenario.services(), target.service(), Service::name), name(scenario.desks(), target.desk(), Desk::name), name(scenario.groups(), target.group(), AgentGroup::name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(name -> " of " + name)
                .orElse("");
        String bound = (target.isAtLeast() ? " was below " : " was above ") + measure.unit().written(target.bound());
        return "once “" + measure.title() + "”" + place + bound + " in " + (rule.months() == 1 ? "a month" : "each of " + rule.months() + " months in a row");
    }

    private static String delay(CalendarSpan delay) {
        String unit = delay.unit().toString().toLowerCase(Locale.ROOT);
        return delay.amount() + " " + (delay.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }

    private static <T> String name(Map<String, T> places, String id, Function<T, String> name) {
        return id == null ? null : name.apply(places.get(id));
    }

    private List<String> changes(Turn turn) {
        PlanStep step = turn.step();
        Map<String, List<String>> changed = new LinkedHashMap<>(); // what, and the entries
        if (step.when() != null) {
            changed.put(rule(step.when()) + (step.delay() == null ? "" : ", " + delay(step.delay()) + " after the last"), List.of());
        } else if (step.on() != null && step.on().isBefore(turn.at())) {
            changed.put("planned for " + CivilDates.moment(step.on()) + ", waited for " + step.after().stream().map(other -> scenario.plan().get(other).name()).collect(Collectors.joining(", ")), List.of());
        }
        turns.stream().filter(other -> other.kind() == Turn.Kind.END && other.id().equals(turn.id())).findFirst().ifPresent(end -> changed.put("until " + CivilDates.moment(end.at()), List.of()));
        if (step.when() == null && step.delay() != null) {
            changed.put(delay(step.delay()) + " after " + step.after().stream().map(other -> scenario.plan().get(other).name()).collect(Collectors.joining(", ")) + " at the earliest", List.of());
        }
        if (!step.ends().isEmpty()) {
            changed.put("ends " + step.ends().stream().map(other -> scenario.plan().get(other).name()).collect(Collectors.joining(", ")) + ": as if it had not been", List.of());
        }
        if (step.release() != null) {
            step.release().posts().forEach((group, posts) -> addAll("posts to end, " + posts + " each:", "groups", List.of(group), changed));
        }
        if (step.down() != null) {
            String off = "off for " + length(step.down().lasts());
            addAll(off + ": supplies", "supplies", step.down().supplies(), changed);
            addAll(off + ": rooms", "rooms", step.down().rooms(), changed);
            addAll(off + ": hosts", "hosts", step.down().hosts(), changed);
            addAll(off + ": applications", "applications", step.down().applications(), changed);
        }
        step.change().keys().forEach((section, value) -> {
            if (value instanceof Map<?, ?> entries) {
                entries.forEach((id, keys) -> add(section, id.toString(), keys, changed));
            } else {
                changed.put(section + (value instanceof List<?> rows ? ": " + rows.size() + " rows" : ""), List.of());
            }
        });
        return changed.entrySet().stream().map(PlanWords::phrase).toList();
    }

    private static String length(Duration length) {
        return length.toMinutes() % 60 == 0 && length.toSecondsPart() == 0 ? length.toHours() + " h" : length.toSecondsPart() == 0 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }

    private void addAll(String what, String section, List<String> ids, Map<String, List<String>> changed) {
        ids.forEach(id -> changed.computeIfAbsent(what, first -> new ArrayList<>()).add(name(section, id)));
    }

    private void add(String section, String id, Object keys, Map<String, List<String>> changed) {
        if (keys instanceof Map<?, ?> table) {
            table.forEach((key, value) -> addAll(what(key.toString(), value) + ": " + section, section, List.of(id), changed));
        }
    }

    private String what(String key, Object value) {
        String words = key.replace('_', ' ');
        if (value == null) {
            return words + " as when nothing is said";
        }
        if (key.equals("hosts") || key.equals("standby")) {
            return key.equals("hosts") ? "on other hosts" : "another standby";
        }
        if (value instanceof List<?> list) {
            return words + " " + (list.isEmpty() ? "none" : list.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (value instanceof Map<?, ?>) {
            return words + " as stated";
        }
        return switch (key) {
            case "employer" -> "employed by " + name(scenario.councils(), value.toString(), Council::name);
            case "desk" -> "at " + name("desks", value.toString());
            case "closed" -> value.equals("true") ? "closed" : "open";
            default -> words + " " + value;
        };
    }

    private String name(String section, String id) {
        String name = switch (section) {
            case "groups" -> scenario.groups().containsKey(id) ? scenario.groups().get(id).name() : null;
            case "desks" -> scenario.desks().containsKey(id) ? scenario.desks().get(id).name() : null;
            case "rooms" -> scenario.rooms().containsKey(id) ? scenario.rooms().get(id).name() : null;
            case "hosts" -> scenario.hosts().containsKey(id) ? scenario.hosts().get(id).name() : null;
            case "applications" -> scenario.applications().containsKey(id) ? scenario.applications().get(id).name() : null;
            default -> null;
        };
        return name == null ? id : name;
    }

    /** At One desk: flows a, b and 7 more. */
    private static String phrase(Map.Entry<String, List<String>> change) {
        List<String> ids = change.getValue();
        if (ids.isEmpty()) {
            return change.getKey();
        }
        int named = ids.size() <= MOST_NAMED ? ids.size() : MOST_NAMED - 1;
        return change.getKey() + " " + String.join(", ", ids.subList(0, named)) + (named < ids.size() ? " and " + (ids.size() - named) + " more" : "");
    }
}
