package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.report.chart.Chart;
import mergedesk.report.chart.PointsChart;
import mergedesk.report.chart.PointsChart.Across;
import mergedesk.report.chart.PointsChart.Series;
import mergedesk.report.chart.PointsChart.Spot;
import mergedesk.report.chart.Reach;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.ValueText;
import mergedesk.results.Parts;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Level;
import mergedesk.results.SweepStudy.Mean;
import mergedesk.results.SweepStudy.Pair;
import mergedesk.results.SweepStudy.Response;
import mergedesk.stats.Estimate;

/** The charts of one measure of a sweep: those that its design has data for. */
final class SweepCharts {
    /** Factors of which charts are drawn. */
    static final int MOST_FACTORS = 6;
    private static final int MOST_PAIRS = 3;
    private static final int MOST_LINES = 5;
    private static final int MOST_NAMES = 30;
    private static final int MOST_DOTS = 500;
    private static final int MOST_JOINED = 60;

    private final SweepStudy study;
    private final Response response;
    private final String id;
    private final Parts parts;
    private final SweepFindings findings;
    private final ValueText text;
    private final String title;

    SweepCharts(SweepStudy study, Response response, String id, Parts parts) {
        this.study = study;
        this.response = response;
        this.id = id;
        this.parts = parts;
        findings = new SweepFindings(study);
        text = SweepFindings.text(response);
        title = SweepFindings.title(response);
    }

    /** What of its points the charts lack. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        response.indices().ifPresent(found -> notes.add(Double.isNaN(found.noise())
                ? "How much of the variance is due to random numbers of the runs is not known, as no point was run more than once."
                : "About " + SweepFindings.share(new SweepStudy.Index(found.noise(), Double.NaN, Double.NaN)) + " of the variance is due to random numbers of the runs, which no factor moves" + (study.ran().sameCallers() ? "; as all points met the same people, much of it cancels out." : ": it adds about as much to each T, and lowers each S.")));
        int leftOut = response.effects().leftOut();
        if (leftOut > 0) {
            notes.add(NumberText.count(leftOut, "point") + " without a value, or with runs that failed, " + (leftOut == 1 ? "is" : "are") + " left out" + (study.ran().kind().isSpread() || study.factors().size() == 1 ? "." : ": the other factors are then not balanced, and part of an effect may be another’s."));
        }
        return notes;
    }

    List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        List<Integer> strongest = response.byStrength().stream().limit(MOST_FACTORS).toList();
        SweepStudy.Kind kind = study.ran().kind();
        SweepDesignCharts ofDesign = new SweepDesignCharts(study, response, id);
        response.elementary().ifPresent(found -> add(charts, "elementary effects", () -> Optional.of(ofDesign.screening(found))));
        response.indices().ifPresent(found -> add(charts, "Sobol indices", () -> Optional.of(ofDesign.indices(found))));
        if (study.factors().size() == 1 || kind == SweepStudy.Kind.LATIN_HYPERCUBE || kind == SweepStudy.Kind.SOBOL) {
            strongest.forEach(factor -> add(charts, "the response", () -> Optional.of(response(factor))));
        } else if (!kind.isSpread()) {
            Reach reach = Reach.of(text, strongest.stream().flatMap(factor -> response.effects().byFactor().get(factor).stream()).map(findings::estimate).toList());
            strongest.forEach(factor -> add(charts, "effects", () -> Optional.of(effect(factor, reach))));
            pairs().forEach(pair -> add(charts, "interactions", () -> Optional.of(interaction(pair))));
        }
        add(charts, "parallel coordinates", ofDesign::parallel);
        return charts;
    }

    private void add(List<Chart> charts, String name, Supplier<Optional<Chart>> chart) {
        Optional<Chart> none = Optional.empty();
        parts.make("Chart of " + name + ", " + title, none, chart).ifPresent(charts::add);
    }

    private Stream<Pair> pairs() {
        return response.effects().strongest().stream().filter(pair -> pair.departure() > 0 && pair.means().size() > 1 && pair.means().get(0).size() > 1).limit(MOST_PAIRS);
    }

    private Across across(Factor factor) {
        String label = factor.name() + (factor.unit().isEmpty() ? "" : ", " + factor.unit());
        if (!factor.isNumber()) {
            return Across.ofNames(factor.name(), factor.levels().stream().limit(MOST_NAMES).map(Level::text).toList());
        }
        return Across.ofNumbers(label, factor.levels().get(0).low(), factor.levels().get(factor.levels().size() - 1).high());
    }

    /** Where the mean of a level stands on the axis. */
    private static double place(Factor factor, int level) {
        return factor.isNumber() ? factor.levels().get(level).middle() : level;
    }

    private Series series(String name, int look, Factor factor, List<Mean> means) {
        return new Series(name, look, look > 0 || factor.isNumber(), IntStream.range(0, shown(factor)).mapToObj(level -> new Spot(place(factor, level), findings.estimate(means.get(level)))).filter(spot -> !spot.estimate().isEmpty()).toList());
    }

    private static int shown(Factor factor) {
        return factor.isNumber() ? factor.levels().size() : Math.min(MOST_NAMES, factor.levels().size());
    }

    private static String cut(Factor factor) {
        return shown(factor) < factor.levels().size() ? " The first " + MOST_NAMES + " of " + factor.levels().size() + " values are drawn." : "";
    }

    private Chart effect(int number, Reach reach) {
        Factor factor = study.factors().get(number);
        List<Mean> means = response.effects().byFactor().get(number);
        String finding = "On average over the other factors it moves by " + text.size(new Estimate(response.effects().range(number), Double.NaN, 1, Estimate.Method.MEAN)) + " from the lowest of these means to the highest." + cut(factor);
        return PointsChart.of(id + "-effect-" + number, "Effect of " + factor.name(), finding, title, across(factor), reach, List.of(series("", 0, factor, means)), List.of(factor.name(), "Mean", "Points"), rows(factor, means));
    }

    private List<List<String>> rows(Factor factor, List<Mean> means) {
        return IntStream.range(0, shown(factor))
                .mapToObj(level -> List.of(SweepFindings.brief(factor, factor.levels().get(level).text()), text.text(findings.estimate(means.get(level))), NumberText.count(means.get(level).points())))
                .toList();
    }

    private Chart interaction(Pair pair) {
        boolean turned = pair.means().size() < pair.means().get(0).size(); // the one with more values goes along the axis
        Factor along = study.factors().get(turned ? pair.other() : pair.one());
        Factor lines = study.factors().get(turned ? pair.one() : pair.other());
        int count = Math.min(MOST_LINES, lines.levels().size());
        int[] chosen = IntStream.range(0, count).map(i -> (int) StrictMath.rint((double) i * (lines.levels().size() - 1) / (count - 1))).toArray();
        int[] looks = PointsChart.looks(count);
        List<List<Mean>> means = IntStream.of(chosen)
                .mapToObj(line -> IntStream.range(0, along.levels().size()).mapToObj(at -> turned ? pair.means().get(line).get(at) : pair.means().get(at).get(line)).toList())
                .toList();
        List<Series> series = IntStream.range(0, count).mapToObj(i -> series(lines.name() + " " + SweepFindings.brief(lines, lines.levels().get(chosen[i]).text()), looks[i], along, means.get(i))).toList();
        Reach reach = Reach.of(text, means.stream().flatMap(List::stream).map(findings::estimate).toList());
        String finding = "Lines side by side would mean that each factor does the same whatever the other is; here means are up to " + text.size(new Estimate(pair.departure(), Double.NaN, 1, Estimate.Method.MEAN)) + " away from that."
                + (count < lines.levels().size() ? " " + count + " of the " + lines.levels().size() + " values of " + lines.name() + " are drawn." : "") + cut(along) + aliases(pair);
        List<List<String>> rows = IntStream.range(0, shown(along))
                .mapToObj(at -> Stream.concat(Stream.of(SweepFindings.brief(along, along.levels().get(at).text())), means.stream().map(line -> text.text(findings.estimate(line.get(at))))).toList())
                .toList();
        List<String> columns = Stream.concat(Stream.of(along.name()), series.stream().map(Series::name)).toList();
        return PointsChart.of(id + "-with-" + pair.one() + "-" + pair.other(), along.name() + " together with " + lines.name(), finding, title, across(along), reach, series, columns, rows);
    }

    /** In a fraction, what the two cannot be told from. */
    private String aliases(Pair pair) {
        String name = study.factors().get(pair.one()).name() + " × " + study.factors().get(pair.other()).name();
        return study.aliases().stream().filter(alias -> alias.effect().equals(name)).map(alias -> " In this fraction it may as well be " + String.join(" or ", alias.others()) + ".").findFirst().orElse("");
    }

    /** Every point with its interval, or evenly chosen ones. */
    private Chart response(int number) {
        Factor factor = study.factors().get(number);
        int size = study.points().size();
        int shown = Math.min(MOST_DOTS, size);
        List<Spot> spots = IntStream.range(0, shown)
                .map(i -> (int) ((long) i * size / shown))
                .mapToObj(i -> new Spot(place(factor, study.points().get(i).values().get(number)), response.estimates().get(i)))
                .filter(spot -> !spot.estimate().isEmpty() && spot.across() < MOST_NAMES + (factor.isNumber() ? Double.POSITIVE_INFINITY : 0))
                .toList();
        boolean isOne = study.factors().size() == 1;
        List<Mean> means = response.effects().byFactor().get(number);
        String finding = (isOne ? "Each point with its interval." : "Each point with its interval; what spreads them at one value of " + factor.name() + " is what the other factors do.")
                + (shown < study.ran().points() ? " " + NumberText.count(shown) + " points are drawn, chosen evenly from " + NumberText.count(study.ran().points()) + "." : "") + cut(factor);
        Series series = new Series("", 0, isOne && factor.isNumber() && spots.size() <= MOST_JOINED, spots);
        return PointsChart.of(id + "-response-" + number, (isOne ? "Response to " : "Against ") + factor.name(), finding, title, across(factor), Reach.of(text, spots.stream().map(Spot::estimate).toList()), List.of(series), List.of(factor.name(), factor.isBanded() ? "Mean" : "Value", "Points"), rows(factor, means));
    }

    private static double place(Factor factor, SweepStudy.Value value) {
        return factor.isNumber() ? value.number() : IntStream.range(0, factor.levels().size()).filter(level -> factor.levels().get(level).text().equals(value.text())).findFirst().orElseThrow();
    }
}
