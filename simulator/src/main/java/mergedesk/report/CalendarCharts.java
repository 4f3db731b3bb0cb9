package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.RowsChart;
import mergedesk.report.chart.WeeksChart;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;

/** The service level of a place by calendar month and by week, as far as they are kept. */
final class CalendarCharts {
    private static final int FEWEST_WEEKS = 3;

    private final Study study;
    private final KpiIndex kpis;
    private final Parts parts;
    private final PeriodText text;

    CalendarCharts(Study study, KpiIndex kpis, Parts parts) {
        this.study = study;
        this.kpis = kpis;
        this.parts = parts;
        text = new PeriodText(study.manifest());
    }

    /** The charts; {@code asked}: share that was asked for, if one was. */
    List<Chart> of(Scope place, OptionalDouble asked, String id) {
        List<Chart> charts = new ArrayList<>();
        Optional<Chart> none = Optional.empty();
        String of = place.isOverall() ? "everything together" : place.name();
        parts.make("Chart of months, " + of, none, () -> months(place, asked, id + "-months")).ifPresent(charts::add);
        parts.make("Chart of weeks, " + of, none, () -> weeks(place, asked, id + "-weeks")).ifPresent(charts::add);
        return charts;
    }

    private Optional<Chart> months(Scope place, OptionalDouble asked, String id) {
        List<KpiIndex.Place> months = kpis.by(Scope.Kind.MONTH, place).stream().filter(month -> !month.estimate(Measures.SERVICE_LEVEL).isEmpty()).toList();
        if (months.size() < 2) {
            return Optional.empty();
        }
        List<KpiIndex.Place> ordered = months.stream().sorted(Comparator.comparingDouble(month -> month.estimate(Measures.SERVICE_LEVEL).value())).toList();
        List<KpiIndex.Place> shown = ordered.subList(0, Math.min(ScopeGrids.MOST_ROWS, ordered.size()));
        String cut = shown.size() == ordered.size()
                ? ""
                : " Shown are the " + ScopeGrids.MOST_ROWS + " months with the lowest service level, of " + NumberText.count(ordered.size()) + ".";
        List<Kpi> chosenAmong = study.busy(Scope.Kind.MONTH, Measures.SERVICE_LEVEL, place);
        String finding = lowest(Scope.Kind.MONTH, place, chosenAmong).orElse("No month was worse than another.") + cut;
        List<RowsChart.Row> rows = months.stream()
                .filter(shown::contains)
                .map(month -> new RowsChart.Row(text.name(Scope.Kind.MONTH, month.name()), month.estimate(Measures.SERVICE_LEVEL)))
                .toList();
        return Optional.of(RowsChart.of(id, "Service level by month", finding, "Month", "Answered within the target wait", rows, asked));
    }

    /** Its interval holds for all among which it was picked out; those of the chart hold each by itself. */
    private Optional<String> lowest(Scope.Kind period, Scope place, List<Kpi> chosenAmong) {
        return PeriodText.worst(Measures.SERVICE_LEVEL, chosenAmong)
                .map(worst -> "Lowest " + text.when(period, worst.scope().interval()) + ": " + PeriodText.value(worst) + ", of "
                        + PeriodText.several(period, chosenAmong.size(), study.quiet(period, Measures.SERVICE_LEVEL, place)) + ". " + PeriodText.EACH_BY_ITSELF);
    }

    private Optional<Chart> weeks(Scope place, OptionalDouble asked, String id) {
        List<Kpi> weeks = study.by(Scope.Kind.WEEK, Measures.SERVICE_LEVEL, place);
        if (weeks.stream().filter(week -> !week.estimate().isEmpty()).count() < FEWEST_WEEKS) {
            return Optional.empty();
        }
        List<Kpi> chosenAmong = study.busy(Scope.Kind.WEEK, Measures.SERVICE_LEVEL, place);
        String finding = lowest(Scope.Kind.WEEK, place, chosenAmong).orElse("No week was worse than another.");
        List<WeeksChart.Week> points = weeks.stream().map(week -> point(text.day(week.scope().interval()), week.estimate())).toList();
        return Optional.of(WeeksChart.of(id, "Service level by week", finding, points, new PlanGrid(study).marks(weeks.get(0).scope().interval(), weeks.size()), PlanGrid.spans(study.plan(), weeks.get(0).scope().interval(), weeks.size()), asked));
    }

    /** Ticks have no year, which would not fit. */
    static WeeksChart.Week point(String day, Estimate share) {
        return new WeeksChart.Week(day.substring(0, day.lastIndexOf('\u00a0')), day, share);
    }
}
