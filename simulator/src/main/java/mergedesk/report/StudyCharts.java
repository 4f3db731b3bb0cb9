package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import mergedesk.report.StudyPage.DeskCharts;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.DayChart;
import mergedesk.report.chart.LoadChart;
import mergedesk.report.chart.RowsChart;
import mergedesk.report.chart.WaitChart;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.DeskPicture;
import mergedesk.results.Study.Verdict;

/** The charts of a study: those for which there is data. */
final class StudyCharts {
    private static final String OCCUPANCY = "occupancy";

    private final Study study;
    private final KpiIndex kpis;
    private final Parts parts;
    private final OptionalDouble target;

    StudyCharts(Study study, KpiIndex kpis, Parts parts) {
        this.study = study;
        this.kpis = kpis;
        this.parts = parts;
        target = targetOf(study, Scope.OVERALL);
    }

    /** The service level that was asked for at a place, all the time; empty when none was. */
    static OptionalDouble targetOf(Study study, Scope place) {
        return study.verdicts().stream()
                .filter(verdict -> !verdict.dates().any() && verdict.measure().equals(Measures.SERVICE_LEVEL) && verdict.scope().place().isSameAs(place))
                .mapToDouble(Verdict::boundValue)
                .findFirst();
    }

    /** Charts of everything together, then councils and groups side by side. */
    List<Chart> main() {
        List<Chart> charts = new ArrayList<>();
        if (!study.desks().isEmpty()) {
            charts.addAll(ofDesk(study.desks().get(0), "all"));
        }
        List<KpiIndex.Place> councils = withValue(kpis.places(Scope.Kind.COUNCIL), Measures.SERVICE_LEVEL);
        add(charts, "Chart of service levels by council", () -> councils.size() > 1, () -> councilChart(councils));
        List<KpiIndex.Place> groups = withValue(kpis.places(Scope.Kind.GROUP), OCCUPANCY);
        add(charts, "Chart of occupancy by group", () -> !groups.isEmpty(), () -> groupChart(groups));
        return charts;
    }

    private void add(List<Chart> charts, String name, BooleanSupplier isPossible, Supplier<Chart> chart) {
        Optional<Chart> none = Optional.empty();
        parts.make(name, none, () -> isPossible.getAsBoolean() ? Optional.of(chart.get()) : none)
                .ifPresent(charts::add);
    }

    /** Charts of single desks, the busiest first; none when there is but one desk. */
    List<DeskCharts> byDesk() {
        return study.desks().stream()
                .skip(1)
                .sorted(Comparator.comparingDouble((DeskPicture desk) -> -load(desk)))
                .limit(ScopeGrids.MOST_ROWS)
                .map(desk -> withPeriods(desk, "desk-" + study.desks().indexOf(desk)))
                .filter(desk -> !desk.charts().isEmpty())
                .toList();
    }

    private DeskCharts withPeriods(DeskPicture desk, String id) {
        Scope place = Scope.desk(desk.desk());
        List<Chart> charts = ofDesk(desk, id);
        charts.addAll(new CalendarCharts(study, kpis, parts).of(place, targetOf(study, place), id));
        Optional<HeatMap> none = Optional.empty();
        Optional<HeatMap> week = parts.make("The week of " + desk.desk(), none, () -> new HeatMaps(study).week(place, id + "-week"));
        return new DeskCharts(study.names().desk(desk.desk()), charts, week);
    }

    private boolean hasOtherWork(DeskPicture desk) {
        Scope place = study.desks().indexOf(desk) == 0 && study.desks().size() > 1 ? Scope.OVERALL : Scope.desk(desk.desk());
        return study.hasOtherWork(place);
    }

    private List<Chart> ofDesk(DeskPicture desk, String id) {
        List<Chart> charts = new ArrayList<>();
        add(
                charts,
                "Chart of load and staffing, " + desk.desk(),
                () -> LoadChart.isPossible(desk),
                () -> LoadChart.of(desk, hasOtherWork(desk), id + "-load"));
        add(
                charts,
                "Chart of waits, " + desk.desk(),
                () -> WaitChart.isPossible(desk),
                () -> WaitChart.of(desk, id + "-wait"));
        add(
                charts,
                "Chart of days, " + desk.desk(),
                () -> DayChart.isPossible(desk),
                () -> DayChart.of(desk, target, id + "-days"));
        return charts;
    }

    private Chart councilChart(List<KpiIndex.Place> councils) {
        List<KpiIndex.Place> ordered = councils.stream()
                .sorted(Comparator.comparingDouble(
                        place -> place.estimate(Measures.SERVICE_LEVEL).value()))
                .toList();
        KpiIndex.Place lowest = ordered.get(0);
        KpiIndex.Place highest = ordered.get(ordered.size() - 1);
        String finding = "From " + percent(lowest, Measures.SERVICE_LEVEL) + " for " + lowest.name() + " to "
                + percent(highest, Measures.SERVICE_LEVEL) + " for " + highest.name() + "."
                + cut(councils.size(), "councils with the lowest service level");
        return RowsChart.of(
                "councils",
                "Service level by council",
                finding,
                "Council",
                "Answered within the target wait",
                rows(ScopeGrids.worst(ordered), Measures.SERVICE_LEVEL),
                target);
    }

    private Chart groupChart(List<KpiIndex.Place> groups) {
        List<KpiIndex.Place> ordered = groups.stream()
                .sorted(Comparator.comparingDouble(
                        place -> -place.estimate(OCCUPANCY).value()))
                .toList();
        KpiIndex.Place highest = ordered.get(0);
        String finding = groups.size() == 1
                ? "The agents were occupied for " + percent(highest, OCCUPANCY) + " of their time."
                : "Highest for " + highest.name() + ": occupied for " + percent(highest, OCCUPANCY) + " of the time."
                        + cut(groups.size(), "groups with the highest occupancy");
        List<KpiIndex.Place> shown = ordered.subList(0, Math.min(ScopeGrids.MOST_ROWS, ordered.size()));
        return RowsChart.of(
                "groups",
                "Occupancy by group",
                finding,
                "Group",
                "Share of time occupied",
                rows(shown, OCCUPANCY),
                OptionalDouble.empty());
    }

    private static String cut(int all, String which) {
        return all <= ScopeGrids.MOST_ROWS
                ? ""
                : " Shown are the " + ScopeGrids.MOST_ROWS + " " + which + ", of " + NumberText.count(all) + ".";
    }

    private static List<KpiIndex.Place> withValue(List<KpiIndex.Place> places, String measure) {
        return places.stream()
                .filter(place -> !place.estimate(measure).isEmpty())
                .toList();
    }

    private static List<RowsChart.Row> rows(List<KpiIndex.Place> places, String measure) {
        return places.stream()
                .map(place -> new RowsChart.Row(place.name(), place.estimate(measure)))
                .toList();
    }

    private static String percent(KpiIndex.Place place, String measure) {
        return NumberText.fixed(100 * place.estimate(measure).value(), 1) + "\u00a0%";
    }

    private static double load(DeskPicture desk) {
        double sum = 0;
        for (double erlang : desk.offeredLoad()) {
            sum += erlang;
        }
        return sum;
    }
}
