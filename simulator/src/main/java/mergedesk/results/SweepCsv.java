package mergedesk.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.results.SweepStudy.Effects;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Index;
import mergedesk.results.SweepStudy.Mean;
import mergedesk.results.SweepStudy.Pair;
import mergedesk.results.SweepStudy.Point;
import mergedesk.results.SweepStudy.Response;
import mergedesk.stats.Estimate;

/** The CSV files of a sweep: the numbers of its charts, all of them, in the form of {@link ResultCsv}. A measure goes by its column in the store. */
public final class SweepCsv {
    /** Every estimate at every point. */
    public static final String POINTS = "responses.csv";
    /** Means at each level of each factor. */
    public static final String EFFECTS = "effects.csv";
    /** Means at each two levels of the factors that do most together. */
    public static final String INTERACTIONS = "interactions.csv";
    /** The same of the two factors that move a measure most. */
    public static final String HEAT_MAP = "heatmap.csv";
    /** Effects that cannot be told apart. */
    public static final String ALIASES = "aliases.csv";
    /** What trajectories say. */
    public static final String ELEMENTARY = "elementary-effects.csv";
    /** Shares of the variance. */
    public static final String INDICES = "sobol-indices.csv";

    private static final List<String> MEAN = List.of("value", "noise_half_width", "spread_half_width", "points");

    private final SweepStudy study;

    private SweepCsv(SweepStudy study) {
        this.study = study;
    }

    /** What files there are, by name, each made when it is asked for. */
    public static Map<String, Supplier<byte[]>> files(SweepStudy study) {
        SweepCsv csv = new SweepCsv(study);
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        files.put(POINTS, csv::points);
        files.put(EFFECTS, csv::effects);
        if (study.factors().size() > 1) {
            files.put(INTERACTIONS, () -> csv.pairs(effects -> effects.strongest().stream()));
            files.put(HEAT_MAP, () -> csv.pairs(effects -> effects.heat().stream()));
        }
        if (!study.aliases().isEmpty()) {
            files.put(ALIASES, csv::aliases);
        }
        if (study.responses().stream().anyMatch(response -> response.elementary().isPresent())) {
            files.put(ELEMENTARY, csv::elementary);
        }
        if (study.responses().stream().anyMatch(response -> response.indices().isPresent())) {
            files.put(INDICES, csv::indices);
        }
        return files;
    }

    /** Every file that any sweep may have. */
    public static List<String> names() {
        return List.of(POINTS, EFFECTS, INTERACTIONS, HEAT_MAP, ALIASES, ELEMENTARY, INDICES);
    }

    private byte[] points() {
        List<String> header = new ArrayList<>(List.of("point"));
        study.factors().forEach(factor -> header.add(factor.name()));
        study.responses().forEach(response -> header.addAll(List.of(response.column(), response.column() + "_half_width", response.column() + "_n")));
        return ResultCsv.bytes(header, IntStream.range(0, study.points().size()).mapToObj(this::point));
    }

    private List<String> point(int i) {
        Point point = study.points().get(i);
        List<String> row = new ArrayList<>(List.of(Integer.toString(point.number())));
        for (int factor = 0; factor < study.factors().size(); factor++) {
            row.add(study.factors().get(factor).isNumber() ? CsvNumber.of(point.values().get(factor).number()) : point.values().get(factor).text());
        }
        for (Response response : study.responses()) {
            Estimate estimate = response.estimates().get(i);
            row.addAll(List.of(CsvNumber.of(estimate.value()), estimate.isEmpty() ? "" : CsvNumber.of(estimate.halfWidth()), Long.toString(estimate.isEmpty() ? 0 : estimate.n())));
        }
        return row;
    }

    private byte[] effects() {
        return ResultCsv.bytes(
                ResultCsv.row(List.of("measure", "factor", "level"), MEAN),
                study.responses().stream().flatMap(response -> IntStream.range(0, study.factors().size()).boxed().flatMap(i -> {
                    Factor factor = study.factors().get(i);
                    List<Mean> means = response.effects().byFactor().get(i);
                    return IntStream.range(0, means.size()).mapToObj(level -> ResultCsv.row(List.of(response.column(), factor.name(), factor.levels().get(level).text()), mean(means.get(level))));
                })));
    }

    private static List<String> mean(Mean mean) {
        return List.of(CsvNumber.of(mean.value()), CsvNumber.of(mean.noise()), CsvNumber.of(mean.spread()), Integer.toString(mean.points()));
    }

    private byte[] pairs(Function<Effects, Stream<Pair>> which) {
        return ResultCsv.bytes(
                ResultCsv.row(List.of("measure", "factor_1", "level_1", "factor_2", "level_2"), MEAN, List.of("departure")),
                study.responses().stream().flatMap(response -> which.apply(response.effects()).flatMap(pair -> pair(response, pair))));
    }

    private Stream<List<String>> pair(Response response, Pair pair) {
        Factor one = study.factors().get(pair.one());
        Factor other = study.factors().get(pair.other());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < pair.means().size(); i++) {
            for (int j = 0; j < pair.means().get(i).size(); j++) {
                rows.add(ResultCsv.row(
                        List.of(response.column(), one.name(), one.levels().get(i).text(), other.name(), other.levels().get(j).text()), mean(pair.means().get(i).get(j)), List.of(CsvNumber.of(pair.departure()))));
            }
        }
        return rows.stream();
    }

    private byte[] aliases() {
        return ResultCsv.bytes(List.of("effect", "same_as"), study.aliases().stream().flatMap(alias -> alias.others().stream().map(other -> List.of(alias.effect(), other))));
    }

    private byte[] elementary() {
        return ResultCsv.bytes(
                List.of("measure", "factor", "mu", "mu_star", "mu_star_half_width", "sigma", "trajectories", "left_out"),
                study.responses().stream().flatMap(response -> response.elementary().stream().flatMap(found -> IntStream.range(0, study.factors().size()).mapToObj(i -> {
                    SweepStudy.OfFactor of = found.factors().get(i);
                    return List.of(response.column(), study.factors().get(i).name(), CsvNumber.of(of.mu()), CsvNumber.of(of.muStar()), CsvNumber.of(of.halfWidth()), CsvNumber.of(of.sigma()),
                            Integer.toString(found.counted()), Integer.toString(found.leftOut()));
                }))));
    }

    private byte[] indices() {
        return ResultCsv.bytes(
                List.of("measure", "index", "factor", "other", "value", "low", "high", "base_samples", "left_out"),
                study.responses().stream().flatMap(response -> response.indices().stream().flatMap(found -> {
                    List<String> counts = List.of(Integer.toString(found.counted()), Integer.toString(found.leftOut()));
                    Stream<List<String>> first = IntStream.range(0, found.first().size()).mapToObj(i -> ResultCsv.row(List.of(response.column(), "first", name(i), ""), index(found.first().get(i)), counts));
                    Stream<List<String>> total = IntStream.range(0, found.total().size()).mapToObj(i -> ResultCsv.row(List.of(response.column(), "total", name(i), ""), index(found.total().get(i)), counts));
                    Stream<List<String>> second = found.second().stream().map(pair -> ResultCsv.row(List.of(response.column(), "second", name(pair.one()), name(pair.other())), index(pair.index()), counts));
                    return Stream.of(first, total, second).flatMap(rows -> rows);
                })));
    }

    private String name(int factor) {
        return study.factors().get(factor).name();
    }

    private static List<String> index(Index index) {
        return List.of(CsvNumber.of(index.value()), CsvNumber.of(index.low()), CsvNumber.of(index.high()));
    }
}
