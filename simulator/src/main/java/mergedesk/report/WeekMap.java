package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;

/**
 * A week at a glance: the service level by weekday and time of day, the darker the lower. Numbers stand in the cells, so that colour is never alone.
 *
 * @param days columns: weekdays on which there are calls
 * @param lines rows: times of day at which there are
 */
public record WeekMap(String finding, List<String> days, List<Line> lines) {
    private static final String SERVICE_LEVEL = "sl_answered_of_offered";

    /** A time of day. */
    public record Line(String time, List<Cell> cells) {}

    /** A slot of the week; {@code css} tells how low it is. */
    public record Cell(String text, String css) {}

    private record Slot(String name, Estimate level) {
        String day() {
            return name.substring(0, name.indexOf(' '));
        }

        String time() {
            return name.substring(name.indexOf(' ') + 1);
        }
    }

    /** Of all desks together; none where nobody calls, or the run has no more than one day of the week. */
    static Optional<WeekMap> of(Study study) {
        Map<String, Slot> slots = slots(study);
        Set<String> days = new LinkedHashSet<>();
        Set<String> times = new TreeSet<>();
        slots.values().forEach(slot -> {
            days.add(slot.day());
            times.add(slot.time());
        });
        if (days.size() < 2) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (String time : times) {
            lines.add(new Line(time, days.stream().map(day -> cell(slots.get(day + " " + time))).toList()));
        }
        return Optional.of(new WeekMap(finding(study), List.copyOf(days), lines));
    }

    private static Map<String, Slot> slots(Study study) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Kpi kpi : study.by(Scope.Kind.INTERVAL, SERVICE_LEVEL, Scope.OVERALL)) {
            if (!kpi.estimate().isEmpty()) {
                slots.put(kpi.scope().interval(), new Slot(kpi.scope().interval(), kpi.estimate()));
            }
        }
        return slots;
    }

    private static Cell cell(Slot slot) {
        if (slot == null) {
            return new Cell("", "");
        }
        double percent = 100 * slot.level.value();
        String css = percent < 50 ? "heat4" : percent < 65 ? "heat3" : percent < 80 ? "heat2" : percent < 90 ? "heat1" : "heat0";
        return new Cell(NumberText.fixed(percent, 0), css);
    }

    private static String finding(Study study) {
        return Kpi.worst(study.busy(Scope.Kind.INTERVAL, SERVICE_LEVEL, Scope.OVERALL), true)
                .map(worst -> "Lowest on " + worst.scope().interval().replace(' ', '\u00a0') + ": " + ValueText.SHARE.text(worst.estimate()) + ".")
                .orElse("");
    }
}
