package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.TimelineChart;
import mergedesk.report.text.Measures;
import mergedesk.report.text.PeriodText;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;

/** The way through a plan, week by week: what comes, who is there, what is left lying, what systems lack, and what callers get. */
final class Timeline {
    private static final int FEWEST_WEEKS = 3;

    private final Study study;

    Timeline(Study study) {
        this.study = study;
    }

    /** None without a plan, and in a short run. */
    Optional<Chart> chart() {
        List<Kpi> weeks = study.by(Scope.Kind.WEEK, Measures.SERVICE_LEVEL, Scope.OVERALL);
        if (study.plan().isEmpty() || weeks.size() < FEWEST_WEEKS) {
            return Optional.empty();
        }
        List<TimelineChart.Panel> panels = new ArrayList<>();
        add(panels, "Contacts offered", "offered", false, value -> value);
        add(panels, "Agents scheduled, mean while open", "agents_scheduled", false, value -> value);
        add(panels, "Agents’ time that is taken (occupancy)", "occupancy", true, value -> value);
        add(panels, "People waiting, mean while open", "queue_mean", false, value -> value);
        add(panels, "Deferred work open at the end of the week", "backlog_end", false, value -> value);
        add(panels, "Open time in which what contacts need is down", "availability_open", true, value -> 1 - value);
        add(panels, "Given up, of those offered", "abandonment_rate", true, value -> value);
        add(panels, "Answered within the target wait", Measures.SERVICE_LEVEL, true, value -> value);
        PeriodText text = new PeriodText(study.manifest());
        List<TimelineChart.Week> names = weeks.stream().map(week -> text.day(week.scope().interval())).map(day -> new TimelineChart.Week(day.substring(0, day.lastIndexOf('\u00a0')), day)).toList();
        String drawn = study.plan().stream().anyMatch(step -> step.dates().isPresent()) ? " Steps stand where half of all runs have had them." : "";
        return Optional.of(TimelineChart.of(
                "timeline", "The way, week by week", "Means over the simulated years, of everything together; each week by itself." + drawn, names, panels, new PlanGrid(study).marks(weeks.get(0).scope().interval(), weeks.size()),
                PlanGrid.spans(study.plan(), weeks.get(0).scope().interval(), weeks.size())));
    }

    /** What has no value in any week is left out. */
    private void add(List<TimelineChart.Panel> panels, String name, String measure, boolean isShare, DoubleUnaryOperator shown) {
        List<Estimate> values = study.by(Scope.Kind.WEEK, measure, Scope.OVERALL).stream()
                .map(Kpi::estimate)
                .map(week -> week.isEmpty() ? week : new Estimate(shown.applyAsDouble(week.value()), week.halfWidth(), week.n(), week.method()))
                .toList();
        if (values.stream().anyMatch(value -> !value.isEmpty())) {
            panels.add(new TimelineChart.Panel(name, isShare, values));
        }
    }
}
