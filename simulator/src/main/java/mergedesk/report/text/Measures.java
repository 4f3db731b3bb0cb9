package mergedesk.report.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.results.Study.MeasureLine;

/** Titles, units and equations of the measures of a study, by identifier. */
public final class Measures {
    private final Map<String, MeasureLine> lineById = new LinkedHashMap<>();

    public Measures(List<MeasureLine> lines) {
        lines.forEach(line -> lineById.put(line.id(), line));
    }

    /** The title; a measure that the study does not describe shows its identifier in words. */
    public String title(String id) {
        MeasureLine line = lineById.get(id);
        return line == null ? capitalised(id.replace('_', ' ')) : line.title();
    }

    /** The unit; without a description, what the identifier's form says. */
    public Unit unit(String id) {
        MeasureLine line = lineById.get(id);
        if (line != null) {
            return Unit.of(line.unit());
        }
        if (id.startsWith("sl_") || id.endsWith("_rate") || id.endsWith("_share") || id.startsWith("occupancy")) {
            return Unit.SHARE;
        }
        return id.startsWith("wait_") || id.startsWith("handle_") ? Unit.SECONDS : Unit.NUMBER;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
