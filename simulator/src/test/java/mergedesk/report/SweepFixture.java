package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.results.Scope;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Effects;
import mergedesk.results.SweepStudy.Elementary;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Failure;
import mergedesk.results.SweepStudy.Index;
import mergedesk.results.SweepStudy.Indices;
import mergedesk.results.SweepStudy.Kind;
import mergedesk.results.SweepStudy.Level;
import mergedesk.results.SweepStudy.Mean;
import mergedesk.results.SweepStudy.OfFactor;
import mergedesk.results.SweepStudy.Pair;
import mergedesk.results.SweepStudy.Point;
import mergedesk.results.SweepStudy.Ran;
import mergedesk.results.SweepStudy.Response;
import mergedesk.results.SweepStudy.Second;
import mergedesk.results.SweepStudy.Spot;
import mergedesk.results.SweepStudy.Value;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/** Studies of sweeps over agents (8, 10, 12), rate (0.5, 1.5 / min) and rule (a text with signs of HTML), of which the service level is a known sum. */
final class SweepFixture {
    static final String HOSTILE = "<b>near & \"far\"";
    private static final double[] AGENTS = {8, 10, 12};
    private static final double[] RATES = {0.5, 1.5};
    private static final List<String> RULES = List.of("home", HOSTILE);

    private SweepFixture() {}

    /** 60 % and 5 points for an agent more than 8, less 20 points for the higher rate; the rule does nothing, but point 3 failed. */
    private static double level(int agents, int rate) {
        return 0.6 + 0.1 * agents - 0.2 * rate;
    }

    static SweepStudy of(Kind kind) {
        return of(kind, List.of(new Failure(3, -1, "desk.yaml: no <group>\nand more", "mergedesk run desk.yaml --set 'a=<b>'")));
    }

    static SweepStudy of(Kind kind, List<Failure> failures) {
        List<Point> points = new ArrayList<>();
        List<Estimate> estimates = new ArrayList<>();
        for (int a = 0; a < 3; a++) {
            for (int r = 0; r < 2; r++) {
                for (int u = 0; u < 2; u++) {
                    points.add(new Point(points.size(), List.of(new Value((int) AGENTS[a] + "", AGENTS[a]), new Value(RATES[r] + " / min", RATES[r]), new Value(RULES.get(u), Double.NaN))));
                    estimates.add(points.size() == 4 ? Estimate.EMPTY : new Estimate(level(a, r), 0.01, 5, Estimate.Method.RATIO));
                }
            }
        }
        Response response = new Response(
                "sl_answered_of_offered", Measure.byId("sl_answered_of_offered").orElseThrow(), Scope.OVERALL, estimates, 11, spot(points, estimates, 2), spot(points, estimates, 8), effects(),
                kind == Kind.MORRIS ? Optional.of(new Elementary(List.of(new OfFactor(0.2, 0.2, 0.01, 0.02), new OfFactor(-0.3, 0.3, 0.02, 0.1), new OfFactor(0, 0.001, 0.001, 0.001)), 10, 1)) : Optional.empty(),
                kind == Kind.SALTELLI ? Optional.of(indices()) : Optional.empty());
        Response empty = new Response("wait_p95", Measure.byId("wait_p95").orElseThrow(), Scope.desk("one"), points.stream().map(point -> Estimate.EMPTY).toList(), 0, Optional.empty(), Optional.empty(), nothing(), response.elementary(), response.indices());
        Ran ran = new Ran("sweep.yaml", "1.0", kind, 12, 11, 55, failures.size(), 60, 5, 5, 7, true, true);
        List<SweepStudy.Alias> aliases = kind == Kind.FRACTION ? List.of(new SweepStudy.Alias("agents × rate", List.of("rule"))) : List.of();
        return new SweepStudy("Agents & <rates>", "How many?", ran, factors(), points, List.of(response, empty), aliases, List.of(), failures);
    }

    /** Stopped before any run ended. */
    static SweepStudy begun() {
        SweepStudy whole = of(Kind.FULL, List.of());
        Response empty = whole.responses().get(1);
        return new SweepStudy(whole.title(), "", new Ran("sweep.yaml", "1.0", Kind.FULL, 12, 0, 0, 0, 60, 0, 0, 7, true, false), whole.factors(), whole.points(), List.of(empty), List.of(), List.of(), List.of());
    }

    private static Optional<Spot> spot(List<Point> points, List<Estimate> estimates, int point) {
        return Optional.of(new Spot(points.get(point), estimates.get(point)));
    }

    private static List<Factor> factors() {
        return List.of(
                new Factor("agents", "", true, "groups.*.staffing", List.of(new Level("8", 8, 8), new Level("10", 10, 10), new Level("12", 12, 12))),
                new Factor("rate", "/ min", true, "flows.*.volume", List.of(new Level("0.5 / min", 0.5, 0.5), new Level("1.5 / min", 1.5, 1.5))),
                new Factor("rule", "", false, "levels", RULES.stream().map(rule -> new Level(rule, Double.NaN, Double.NaN)).toList()));
    }

    private static Mean mean(double value, int points) {
        return new Mean(value, 0.01, 0.1, points);
    }

    private static Effects effects() {
        List<Mean> agents = IntStream.range(0, 3).mapToObj(a -> mean((level(a, 0) + level(a, 1)) / 2, 4)).toList();
        List<Mean> rates = IntStream.range(0, 2).mapToObj(r -> mean(level(1, r), 6)).toList();
        List<Mean> rules = List.of(mean(level(1, 0) - 0.1, 6), mean(level(1, 0) - 0.1, 5));
        Pair together = new Pair(0, 1, IntStream.range(0, 3).mapToObj(a -> IntStream.range(0, 2).mapToObj(r -> mean(level(a, r), 2)).toList()).toList(), 0.004);
        return new Effects(List.of(agents, rates, rules), List.of(together), Optional.of(together), 11, 1);
    }

    private static Effects nothing() {
        Mean none = new Mean(Double.NaN, Double.NaN, Double.NaN, 0);
        return new Effects(List.of(List.of(none, none, none), List.of(none, none), List.of(none, none)), List.of(), Optional.empty(), 0, 12);
    }

    private static Indices indices() {
        Index most = new Index(0.7, 0.6, 0.8);
        Index least = new Index(-0.01, -0.05, 0.03);
        return new Indices(List.of(least, most, least), List.of(least, new Index(0.75, 0.65, 0.85), least), List.of(new Second(0, 1, least), new Second(0, 2, least), new Second(1, 2, most)), 0.04, 60, 4);
    }
}
