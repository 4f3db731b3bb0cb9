package mergedesk.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.results.Study;
import mergedesk.scenario.PlanStep;

/** A step of a plan, for readers: entries of a section that get the same are named together. */
final class PlanWords {
    private static final int MOST_NAMED = 4;

    private PlanWords() {}

    static Study.PlannedStep of(PlanStep step) {
        Map<String, List<String>> changed = new LinkedHashMap<>(); // what, and the entries
        step.change().keys().forEach((section, value) -> {
            if (value instanceof Map<?, ?> entries) {
                entries.forEach((id, keys) -> add(section, id.toString(), keys, changed));
            } else {
                changed.put(section + (value instanceof List<?> rows ? ": " + rows.size() + " rows" : ""), List.of());
            }
        });
        return new Study.PlannedStep(step.on().toString(), step.name(), changed.entrySet().stream().map(PlanWords::phrase).toList());
    }

    private static void add(String section, String id, Object keys, Map<String, List<String>> changed) {
        if (keys instanceof Map<?, ?> table) {
            table.forEach((key, value) -> changed.computeIfAbsent(key + (value instanceof String text ? " " + text : "") + ": " + section, first -> new ArrayList<>()).add(id));
        }
    }

    /** desk one: flows a, b and 7 more. */
    private static String phrase(Map.Entry<String, List<String>> change) {
        List<String> ids = change.getValue();
        if (ids.isEmpty()) {
            return change.getKey();
        }
        int named = ids.size() <= MOST_NAMED ? ids.size() : MOST_NAMED - 1;
        return change.getKey() + " " + String.join(", ", ids.subList(0, named)) + (named < ids.size() ? " and " + (ids.size() - named) + " more" : "");
    }
}
