package mergedesk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.report.text.ValueText;
import mergedesk.results.Scope;

/** Tickets by priority, the most urgent first; the columns of which any priority has a value. */
final class PriorityGrid {
    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("received", "Received");
        HEADINGS.put("finished", "Resolved");
        HEADINGS.put("response_mean", "Until taken up, mean");
        HEADINGS.put("response_within_target", "Taken up in time");
        HEADINGS.put("resolution_mean", "Until resolved, mean");
        HEADINGS.put("resolution_p50", "Half at most");
        HEADINGS.put("resolution_p90", "9 in 10 at most");
        HEADINGS.put("resolution_within_target", "Resolved in time");
        HEADINGS.put("on_hold_mean", "Of it on hold");
        HEADINGS.put("reassignments_mean", "Reassigned, times");
        HEADINGS.put("reopened", "Reopened");
        HEADINGS.put("backlog_end", "Open at the end");
    }

    private final KpiIndex kpis;

    PriorityGrid(KpiIndex kpis) {
        this.kpis = kpis;
    }

    /** The table; none where there are no tickets. */
    Optional<Grid> grid() {
        List<KpiIndex.Place> priorities = kpis.places(Scope.Kind.PRIORITY).stream().filter(place -> place.estimate("received").value() > 0).toList();
        if (priorities.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = HEADINGS.keySet().stream().filter(measure -> priorities.stream().anyMatch(place -> !place.estimate(measure).isEmpty())).toList();
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.words("Priority")));
        shown.forEach(measure -> columns.add(Grid.number(HEADINGS.get(measure))));
        List<List<String>> rows = new ArrayList<>();
        for (KpiIndex.Place priority : priorities) {
            List<String> row = new ArrayList<>(List.of(priority.name()));
            shown.forEach(measure -> row.add(ValueText.of(measure).text(priority.estimate(measure))));
            rows.add(row);
        }
        return Optional.of(new Grid("by-priority", "Tickets by priority",
                "P1 is the most urgent. Times are night and day, on hold or not; whether it was in time is judged by the clock of its target, which stands still on hold.", columns, rows).folding());
    }
}
