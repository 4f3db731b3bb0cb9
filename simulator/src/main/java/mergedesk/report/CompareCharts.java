package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.RowsChart;
import mergedesk.report.chart.WeeksChart;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;

/** The service level of all sides in one drawing: by council, by month, and week by week where plans differ. */
final class CompareCharts {
    private static final String AXIS = "Answered within the target wait";
    private static final char COLON = ':';
    private static final int MOST_BARS = 40;
    private static final int FEWEST_WEEKS = 4;

    private final Comparison comparison;
    private final Parts parts;

    CompareCharts(Comparison comparison, Parts parts) {
        this.comparison = comparison;
        this.parts = parts;
    }

    /** Those for which there is data. */
    List<Chart> all() {
        return Stream.of(made("Chart of service levels by council", this::councils), made("Chart of service levels by month", this::months), made("Chart of paths", this::paths))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Chart> made(String name, Supplier<Optional<Chart>> chart) {
        return parts.make(name, Optional.empty(), chart);
    }

    /** Everything together, then the councils, those that change most if there are many. */
    private Optional<Chart> councils() {
        List<Scope> all = comparison.base().study().kpis().stream()
                .filter(kpi -> kpi.measure().equals(Measures.SERVICE_LEVEL) && kpi.scope().kind() == Scope.Kind.COUNCIL)
                .map(Kpi::scope)
                .toList();
        List<Scope> several = all.size() < 2 ? List.of() : all;
        List<Scope> shown = several.stream()
                .sorted(Comparator.comparingDouble(council -> -comparison.largestChange(Measures.SERVICE_LEVEL, council)))
                .limit(Math.max(1, MOST_BARS / comparison.sides().size()))
                .toList();
        List<RowsChart.Row> rows = new ArrayList<>();
        addRows(rows, "Everything together", side -> level(side, Scope.OVERALL));
        several.stream().filter(shown::contains).forEach(council -> addRows(rows, comparison.names().of(council), side -> level(side, council)));
        String which = several.isEmpty()
                ? ""
                : shown.size() == several.size()
                        ? " Everything together, then each council."
                        : " Everything together, then the " + shown.size() + " councils of " + NumberText.count(several.size()) + " that change most.";
        return chart("sides", "Service level, side by side", letters() + "." + which, several.isEmpty() ? "Where" : "Council", rows);
    }

    private static Estimate level(Side side, Scope scope) {
        return side.study().estimate(Measures.SERVICE_LEVEL, scope);
    }

    /** All sides have the same months; where there is no room for all, those in which some side is lowest. */
    private Optional<Chart> months() {
        List<Scope> all = comparison.base().study().by(Scope.Kind.MONTH, Measures.SERVICE_LEVEL, Scope.OVERALL).stream().map(Kpi::scope).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Scope> shown = all.stream().sorted(Comparator.comparingDouble(this::lowest)).limit(Math.max(1, MOST_BARS / comparison.sides().size())).toList();
        PeriodText text = new PeriodText(comparison.base().study().manifest());
        List<RowsChart.Row> rows = new ArrayList<>();
        all.stream().filter(shown::contains).forEach(month -> addRows(rows, text.name(Scope.Kind.MONTH, month.interval()), side -> level(side, month)));
        String cut = shown.size() == all.size() ? "" : " The " + shown.size() + " months of " + NumberText.count(all.size()) + " in which a side’s service level is lowest.";
        return chart("sides-months", "Service level by month, side by side", letters() + ". " + PeriodText.EACH_BY_ITSELF + cut, "Month", rows);
    }

    /** Week by week, where some side has a plan; of very many sides the first. */
    private Optional<Chart> paths() {
        List<Side> sides = comparison.sides().subList(0, Math.min(comparison.sides().size(), WeeksChart.MOST_SIDES));
        List<Scope> weeks = comparison.base().study().by(Scope.Kind.WEEK, Measures.SERVICE_LEVEL, Scope.OVERALL).stream().map(Kpi::scope).toList();
        if (weeks.size() < FEWEST_WEEKS || sides.stream().allMatch(side -> side.study().plan().isEmpty())) {
            return Optional.empty();
        }
        PeriodText text = new PeriodText(comparison.base().study().manifest());
        List<WeeksChart.Side> lines = sides.stream()
                .map(side -> new WeeksChart.Side(side.letter(), weeks.stream().map(week -> CalendarCharts.point(text.day(week.interval()), level(side, week))).toList()))
                .toList();
        String cut = sides.size() == comparison.sides().size() ? "" : " The first " + sides.size() + " sides.";
        return Optional.of(WeeksChart.ofSides("paths", "Service level by week, side by side", letters() + ". Each week’s interval is by itself, and shown of A and B." + cut, lines, PlanGrid.marks(sides, weeks.get(0).interval(), weeks.size()), asked()));
    }

    private double lowest(Scope month) {
        return comparison.sides().stream().map(side -> level(side, month)).filter(level -> !level.isEmpty()).mapToDouble(Estimate::value).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** What levels a side has in a row. */
    private interface Level {
        Estimate of(Side side);
    }

    private void addRows(List<RowsChart.Row> rows, String name, Level level) {
        for (int i = 0; i < comparison.sides().size(); i++) {
            Side side = comparison.sides().get(i);
            String full = name + ", " + side.letter();
            rows.add(new RowsChart.Row(full, i == 0 ? full : side.letter(), level.of(side), i));
        }
    }

    private Optional<Chart> chart(String id, String title, String finding, String column, List<RowsChart.Row> rows) {
        return rows.stream().allMatch(row -> row.share().isEmpty())
                ? Optional.empty()
                : Optional.of(RowsChart.of(id, title, finding, column, AXIS, rows, asked()).withKeyBefore(RowsChart.sides(comparison.sides().stream().map(Side::letter).toList())));
    }

    /** The service level that is asked for; none where sides ask for different ones. */
    private OptionalDouble asked() {
        double[] asked = comparison.sides().stream().flatMapToDouble(side -> StudyCharts.targetOf(side.study(), Scope.OVERALL).stream()).distinct().toArray();
        return asked.length == 1 ? OptionalDouble.of(asked[0]) : OptionalDouble.empty();
    }

    /** What each letter stands for; what all names begin with, up to a colon, once. */
    private String letters() {
        List<Side> sides = comparison.sides();
        String first = sides.get(0).name();
        String begin = first.substring(0, first.indexOf(COLON) + 1);
        String common = sides.stream().allMatch(side -> side.name().startsWith(begin)) ? begin : "";
        String letters = String.join(", ", sides.stream().map(side -> side.letter() + ": " + side.name().substring(common.length()).strip()).toList());
        return common.isEmpty() ? letters : common.substring(0, common.length() - 1) + ". " + letters;
    }
}
