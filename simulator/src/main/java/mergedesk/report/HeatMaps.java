package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;

/** The service level by weekday and time of day, and by week and council. */
final class HeatMaps {

    /** Councils that a page has room for. */
    private static final int MOST_COLUMNS = 12;

    private final Study study;
    private final PeriodText text;

    HeatMaps(Study study) {
        this.study = study;
        text = new PeriodText(study.manifest());
    }

    /** A week of everything together or of a desk; none where nobody calls, or the run has no more than one day of the week. */
    Optional<HeatMap> week(Scope place, String id) {
        Map<String, Estimate> levels = levels(Scope.Kind.INTERVAL, place);
        Set<String> days = new LinkedHashSet<>();
        Set<String> times = new TreeSet<>();
        levels.keySet().forEach(slot -> {
            days.add(slot.substring(0, slot.indexOf(' ')));
            times.add(slot.substring(slot.indexOf(' ') + 1));
        });
        if (days.size() < 2) {
            return Optional.empty();
        }
        List<HeatMap.Line> lines = times.stream()
                .map(time -> new HeatMap.Line(time, days.stream().map(day -> cell(levels.get(day + " " + time))).toList()))
                .toList();
        return Optional.of(new HeatMap(id, "Answered within the target wait, by weekday and time", finding(Scope.Kind.INTERVAL, place, "Lowest on "), "Time", List.copyOf(days), lines));
    }

    private String finding(Scope.Kind period, Scope place, String lowest) {
        List<Kpi> chosenAmong = study.busy(period, Measures.SERVICE_LEVEL, place);
        return PeriodText.worst(Measures.SERVICE_LEVEL, chosenAmong)
                .map(worst -> lowest + text.name(period, worst.scope().interval()) + ": " + PeriodText.value(worst) + ", of "
                        + PeriodText.several(period, chosenAmong.size(), study.quiet(period, Measures.SERVICE_LEVEL, place)) + ".")
                .orElse("");
    }

    /** Weeks of councils side by side, those with the lowest week, in the order in which they are written; none where there is but one council. */
    Optional<HeatMap> weeksOfCouncils(List<KpiIndex.Place> councils) {
        Map<KpiIndex.Place, Map<String, Estimate>> levels = new LinkedHashMap<>();
        for (KpiIndex.Place council : councils) {
            Map<String, Estimate> ofCouncil = levels(Scope.Kind.WEEK, council.scope());
            if (!ofCouncil.isEmpty()) {
                levels.put(council, ofCouncil);
            }
        }
        if (levels.size() < 2) {
            return Optional.empty();
        }
        List<KpiIndex.Place> lowest = levels.keySet().stream()
                .sorted(Comparator.comparingDouble(council -> levels.get(council).values().stream().mapToDouble(Estimate::value).min().orElse(1)))
                .limit(MOST_COLUMNS)
                .toList();
        List<KpiIndex.Place> shown = levels.keySet().stream().filter(lowest::contains).toList();
        Set<String> weeks = new TreeSet<>();
        shown.forEach(council -> weeks.addAll(levels.get(council).keySet()));
        List<HeatMap.Line> lines = new ArrayList<>();
        for (String week : weeks) {
            lines.add(new HeatMap.Line(text.day(week), shown.stream().map(council -> cell(levels.get(council).get(week))).toList()));
        }
        String cut = shown.size() < levels.size()
                ? "The " + shown.size() + " councils with the lowest week, of " + NumberText.count(levels.size()) + "; all are in kpis.csv."
                : "";
        return Optional.of(new HeatMap("weeks-of-councils", "Answered within the target wait, by week and council", cut, "Week of", shown.stream().map(KpiIndex.Place::name).toList(), lines));
    }

    private Map<String, Estimate> levels(Scope.Kind period, Scope place) {
        Map<String, Estimate> levels = new LinkedHashMap<>();
        for (Kpi kpi : study.by(period, Measures.SERVICE_LEVEL, place)) {
            if (!kpi.estimate().isEmpty()) {
                levels.put(kpi.scope().interval(), kpi.estimate());
            }
        }
        return levels;
    }

    private static HeatMap.Cell cell(Estimate level) {
        if (level == null) {
            return new HeatMap.Cell("", "");
        }
        double percent = 100 * level.value();
        String css = percent < 50 ? "heat4" : percent < 65 ? "heat3" : percent < 80 ? "heat2" : percent < 90 ? "heat1" : "heat0";
        return new HeatMap.Cell(NumberText.fixed(percent, 0), css);
    }
}
