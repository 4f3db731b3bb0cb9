package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.ParallelChart;
import mergedesk.report.chart.Reach;
import mergedesk.report.chart.ScreeningChart;
import mergedesk.report.chart.SizeChart;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Elementary;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Index;
import mergedesk.results.SweepStudy.Indices;
import mergedesk.results.SweepStudy.Response;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/** Charts of all factors of a sweep at once: screening, shares of the variance, parallel coordinates. */
final class SweepDesignCharts {
    private static final int MOST_BARS = 15;
    private static final int MOST_AXES = 7;
    private static final int MOST_LINES = 1000;
    private static final int MOST_ROWS = 10; // at either end

    private final SweepStudy study;
    private final Response response;
    private final String id;
    private final ValueText text;
    private final String title;

    SweepDesignCharts(SweepStudy study, Response response, String id) {
        this.study = study;
        this.response = response;
        this.id = id;
        text = SweepFindings.text(response);
        title = SweepFindings.title(response);
    }

    private String name(int factor) {
        return study.factors().get(factor).name();
    }

    /** μ* against σ. */
    Chart screening(Elementary found) {
        List<Integer> order = response.byStrength();
        Reach reach = Reach.of(text, found.factors().stream().map(of -> new Estimate(of.muStar(), of.halfWidth(), 1, Estimate.Method.MEAN)).toList());
        List<ScreeningChart.Row> named = order.stream().map(i -> row(name(i), found.factors().get(i))).toList();
        String unit = text.unit() == Measure.Unit.SHARE ? "points" : reach.unit();
        List<List<String>> cells = named.stream().limit(MOST_BARS).map(row -> List.of(
                row.name(), text.size(new Estimate(row.size(), row.halfWidth(), 1, Estimate.Method.MEAN)), text.size(new Estimate(row.deviation(), Double.NaN, 1, Estimate.Method.MEAN)))).toList();
        return ScreeningChart.of(id + "-screening", "Which factors matter", "To the right: moves it much. High up: not the same everywhere. Near the corner: hardly matters.", reach.factor(), unit, named, List.of("Factor", "μ*", "σ"), cells);
    }

    private static ScreeningChart.Row row(String name, SweepStudy.OfFactor of) {
        return new ScreeningChart.Row(name, of.muStar(), of.halfWidth(), of.sigma());
    }

    /** First-order and total indices. */
    Chart indices(Indices found) {
        List<Integer> order = response.byStrength().stream().limit(MOST_BARS).toList();
        List<SizeChart.Row> rows = order.stream().map(i -> new SizeChart.Row(name(i), List.of(bar(found.first().get(i)), bar(found.total().get(i))))).toList();
        List<List<String>> cells = order.stream().map(i -> List.of(name(i), SweepFindings.share(found.first().get(i)), SweepFindings.share(found.total().get(i)))).toList();
        String finding = "Shares of the variance of all points, with their intervals." + (order.size() < study.factors().size() ? " The " + order.size() + " factors with most, of " + study.factors().size() + "." : "");
        return SizeChart.of(id + "-shares", "What its variance is due to", finding, "Share of the variance", 100, "%", List.of("by itself, S", "with all that it does with others, T"), rows, List.of("Factor", "S", "T"), cells);
    }

    private static SizeChart.Bar bar(Index index) {
        return new SizeChart.Bar(index.value(), index.low(), index.high());
    }

    /** Of three factors or more, and two points with values that differ. */
    Optional<Chart> parallel() {
        if (study.factors().size() < 3 || response.valued() < 2 || response.lowest().equals(response.highest())) {
            return Optional.empty();
        }
        int size = study.points().size();
        int shown = Math.min(MOST_LINES, size);
        List<Integer> points = IntStream.range(0, shown).map(i -> (int) ((long) i * size / shown)).filter(i -> !response.estimates().get(i).isEmpty()).boxed().toList();
        List<Integer> ordered = points.stream().sorted(Comparator.comparingDouble(i -> response.estimates().get(i).value())).toList();
        double low = ordered.isEmpty() ? Double.NaN : value(ordered.get(0));
        double high = ordered.isEmpty() ? Double.NaN : value(ordered.get(ordered.size() - 1));
        if (!(high > low)) {
            return Optional.empty();
        }
        List<Integer> factors = response.byStrength().stream().limit(MOST_AXES).sorted().toList();
        List<ParallelChart.Axis> axes = Stream.concat(factors.stream().map(study.factors()::get).map(SweepDesignCharts::axis), Stream.of(new ParallelChart.Axis(title, text.text(low), text.text(high)))).toList();
        List<ParallelChart.Line> lines = points.stream().map(i -> line(i, factors, low, high)).toList();
        Reach unit = Reach.of(text, List.of(response.estimates().get(ordered.get(0)), response.estimates().get(ordered.get(ordered.size() - 1))));
        Reach reach = new Reach(unit.factor(), unit.unit(), low * unit.factor(), high * unit.factor(), unit.step());
        String finding = "Each line is a point; its colour says how large the response is."
                + (shown < study.ran().points() ? " " + NumberText.count(shown) + " are drawn, chosen evenly from " + NumberText.count(study.ran().points()) + "." : "")
                + (factors.size() < study.factors().size() ? " Axes are of the " + factors.size() + " factors that move it most." : "");
        List<String> columns = Stream.concat(factors.stream().map(this::name), Stream.of("Value")).toList();
        return Optional.of(ParallelChart.of(id + "-parallel", "All points at once", finding, axes, lines, reach, Stream.concat(Stream.of("Point"), columns.stream()).toList(), rows(ordered, factors)));
    }

    private double value(int point) {
        return response.estimates().get(point).value();
    }

    /** Without units, for which there is no room. */
    private static ParallelChart.Axis axis(Factor factor) {
        String first = end(factor, factor.levels().get(0).text().replaceFirst(factor.isBanded() ? " to .*" : "$", ""));
        String last = end(factor, factor.levels().get(factor.levels().size() - 1).text().replaceFirst(factor.isBanded() ? ".* to " : "^", ""));
        return new ParallelChart.Axis(factor.name(), first, last);
    }

    private static String end(Factor factor, String text) {
        String brief = SweepFindings.brief(factor, text);
        return factor.unit().length() > 1 && brief.endsWith(" " + factor.unit()) ? brief.substring(0, brief.length() - factor.unit().length() - 1) : brief;
    }

    private ParallelChart.Line line(int point, List<Integer> factors, double low, double high) {
        double[] places = new double[factors.size() + 1];
        for (int i = 0; i < factors.size(); i++) {
            places[i] = place(study.factors().get(factors.get(i)), study.points().get(point).values().get(factors.get(i)));
        }
        places[factors.size()] = (value(point) - low) / (high - low);
        return new ParallelChart.Line(places);
    }

    private static double place(Factor factor, SweepStudy.Value value) {
        int last = factor.levels().size() - 1;
        double low = factor.isNumber() ? factor.levels().get(0).low() : 0;
        double high = factor.isNumber() ? factor.levels().get(last).high() : last;
        double at = factor.isNumber() ? value.number() : IntStream.rangeClosed(0, last).filter(i -> factor.levels().get(i).text().equals(value.text())).findFirst().orElseThrow();
        return high > low ? (at - low) / (high - low) : 0.5;
    }

    private List<List<String>> rows(List<Integer> ordered, List<Integer> factors) {
        List<Integer> chosen = new ArrayList<>(ordered);
        if (chosen.size() > 2 * MOST_ROWS) {
            chosen.subList(MOST_ROWS, chosen.size() - MOST_ROWS).clear();
        }
        return chosen.stream()
                .map(i -> Stream.of(Stream.of(Integer.toString(study.points().get(i).number())), factors.stream().map(factor -> SweepFindings.brief(study.factors().get(factor), study.points().get(i).values().get(factor).text())), Stream.of(text.text(response.estimates().get(i))))
                        .flatMap(cells -> cells)
                        .toList())
                .toList();
    }
}
