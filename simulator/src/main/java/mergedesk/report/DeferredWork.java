package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.report.chart.BacklogChart;
import mergedesk.report.chart.Chart;
import mergedesk.report.text.PeriodText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;

/** Work that waits on desks: what comes and is done, by channel and desk, and the backlog through the weeks. */
final class DeferredWork {
    private static final int FEWEST_WEEKS = 3;
    private static final double DAY_SECONDS = 86_400;

    private final Study study;
    private final KpiIndex kpis;
    private final Parts parts;

    DeferredWork(Study study, KpiIndex kpis, Parts parts) {
        this.study = study;
        this.kpis = kpis;
        this.parts = parts;
    }

    private boolean isAny() {
        return kpis.overall().estimate("received").value() > 0 || kpis.overall().estimate("finished").value() > 0;
    }

    /** By channel, then by desk; none without such work. */
    Optional<Grid> grid() {
        if (!isAny()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        Stream.of(Scope.Kind.CHANNEL, Scope.Kind.DESK).flatMap(kind -> kpis.places(kind).stream()).filter(place -> !place.estimate("received").isEmpty()).forEach(place -> rows.add(row(place)));
        return Optional.of(new Grid(
                "deferred-work",
                "Work that waits on desks",
                "By channel, then by desk. Ages are those at the ends of days; times go on at night, but for the last.",
                List.of(
                        Grid.words("Channel or desk"), Grid.number("Received"), Grid.number("Finished"), Grid.number("Backlog at the end"), Grid.number("Oldest, mean"),
                        Grid.number("Taken up in time"), Grid.number("Finished in time"), Grid.number("Until finished, mean"), Grid.number("In opening hours")),
                rows).folding());
    }

    private static List<String> row(KpiIndex.Place place) {
        List<String> row = new ArrayList<>(List.of(place.name()));
        for (String measure : List.of("received", "finished", "backlog_end", "backlog_oldest", "response_within_target", "resolution_within_target", "resolution_mean", "resolution_mean_working")) {
            row.add(ValueText.of(measure).text(place.estimate(measure)));
        }
        return row;
    }

    /** The backlog and its oldest piece, week by week; none in a short run. */
    List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        Optional<Chart> none = Optional.empty();
        parts.make("Chart of the backlog", none, () -> chart("backlog_end", 1, "backlog-weeks", "Backlog by week", "Open pieces at the end of the week")).ifPresent(charts::add);
        parts.make("Chart of the oldest work", none, () -> chart("backlog_oldest", 1 / DAY_SECONDS, "oldest-weeks", "Oldest work by week", "Age of the oldest piece, days, mean of the week’s days")).ifPresent(charts::add);
        return charts;
    }

    private Optional<Chart> chart(String measure, double scale, String id, String title, String up) {
        List<Kpi> weeks = isAny() ? study.by(Scope.Kind.WEEK, measure, Scope.OVERALL) : List.of();
        if (weeks.size() < FEWEST_WEEKS) {
            return Optional.empty();
        }
        PeriodText text = new PeriodText(study.manifest());
        List<BacklogChart.Week> points = weeks.stream().map(week -> {
            String day = text.day(week.scope().interval());
            return new BacklogChart.Week(day.substring(0, day.lastIndexOf('\u00a0')), day, scaled(week.estimate(), scale));
        }).toList();
        BacklogChart.Week most = points.get(0);
        for (BacklogChart.Week point : points) {
            most = point.value().value() > most.value().value() ? point : most;
        }
        String finding = "Most in the week of " + most.name() + ": " + ValueText.of("backlog_mean").text(most.value()) + ".";
        return Optional.of(BacklogChart.of(id, title, finding, up, points));
    }

    private static Estimate scaled(Estimate estimate, double scale) {
        return new Estimate(estimate.value() * scale, estimate.halfWidth() * scale, estimate.n(), estimate.method());
    }
}
