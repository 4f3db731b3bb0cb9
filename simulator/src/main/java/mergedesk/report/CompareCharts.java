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
import mergedesk.report.text.NumberText;
import mergedesk.report.text.PeriodText;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Comparison;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;

/** The service level of all sides in one drawing: by council, and by month. */
final class CompareCharts {
    private static final String LEVEL = "sl_answered_of_offered";
    private static final String AXIS = "Answered within the target wait";
    private static final int MOST_BARS = 40;

    private final Comparison comparison;
    private final Parts parts;

    CompareCharts(Comparison comparison, Parts parts) {
        this.comparison = comparison;
        this.parts = parts;
    }

    /** Those for which there is data. */
    List<Chart> all() {
        return Stream.of(made("Chart of service levels by council", this::councils), made("Chart of service levels by month", this::months))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Chart> made(String name, Supplier<Optional<Chart>> chart) {
        return parts.make(name, Optional.empty(), chart);
    }

    /** Everything together, then the councils, those that change most if there are many. */
    private Optional<Chart> councils() {
        List<Scope> all = comparison.base().study().kpis().stream()
                .filter(kpi -> kpi.measure().equals(LEVEL) && kpi.scope().kind() == Scope.Kind.COUNCIL)
                .map(Kpi::scope)
                .toList();
        List<Scope> several = all.size() < 2 ? List.of() : all;
        List<Scope> shown = several.stream()
                .sorted(Comparator.comparingDouble(council -> -change(council)))
                .limit(MOST_BARS / comparison.sides().size())
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

    private double change(Scope council) {
        return comparison.others().stream()
                .flatMap(side -> side.difference(LEVEL, council).stream())
                .mapToDouble(difference -> Math.abs(difference.difference().value()))
                .max()
                .orElse(0);
    }

    private static Estimate level(Side side, Scope scope) {
        return side.study().estimate(LEVEL, scope);
    }

    /** All sides have the same months. */
    private Optional<Chart> months() {
        List<Kpi> months = comparison.base().study().by(Scope.Kind.MONTH, LEVEL, Scope.OVERALL);
        if (months.isEmpty()) {
            return Optional.empty();
        }
        PeriodText text = new PeriodText(comparison.base().study().manifest());
        List<RowsChart.Row> rows = new ArrayList<>();
        for (Kpi month : months.subList(0, Math.min(months.size(), MOST_BARS / comparison.sides().size()))) {
            addRows(rows, text.name(Scope.Kind.MONTH, month.scope().interval()), side -> level(side, month.scope()));
        }
        return chart("sides-months", "Service level by month, side by side", letters() + ". " + PeriodText.EACH_BY_ITSELF, "Month", rows);
    }

    /** What levels a side has in a row. */
    private interface Level {
        Estimate of(Side side);
    }

    private void addRows(List<RowsChart.Row> rows, String name, Level level) {
        for (Side side : comparison.sides()) {
            Estimate share = level.of(side);
            boolean isBase = side == comparison.base();
            rows.add(new RowsChart.Row(name + ", " + side.letter(), isBase ? name + ", " + side.letter() : side.letter(), share, isBase));
        }
    }

    private static Optional<Chart> chart(String id, String title, String finding, String column, List<RowsChart.Row> rows) {
        return rows.stream().allMatch(row -> row.share().isEmpty())
                ? Optional.empty()
                : Optional.of(RowsChart.of(id, title, finding, column, AXIS, rows, OptionalDouble.empty()));
    }

    private String letters() {
        return String.join(", ", comparison.sides().stream().map(side -> side.letter() + ": " + side.name()).toList());
    }
}
