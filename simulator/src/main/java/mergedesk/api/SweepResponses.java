package mergedesk.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.design.ElementaryEffects;
import mergedesk.design.MainEffects;
import mergedesk.design.Morris;
import mergedesk.design.Saltelli;
import mergedesk.design.SobolIndices;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Effects;
import mergedesk.results.SweepStudy.Elementary;
import mergedesk.results.SweepStudy.Index;
import mergedesk.results.SweepStudy.Indices;
import mergedesk.results.SweepStudy.Mean;
import mergedesk.results.SweepStudy.Pair;
import mergedesk.results.SweepStudy.Point;
import mergedesk.results.SweepStudy.Response;
import mergedesk.results.SweepStudy.Spot;
import mergedesk.stats.Estimate;
import mergedesk.stats.Student;
import mergedesk.store.Kept;
import mergedesk.store.ResultStore;

/** What came of each measure of a sweep, from the estimates in its store. Memory: those of one measure at all points, beside what is kept. */
final class SweepResponses {
    private static final int STRONGEST = 20; // pairs of factors
    private static final long RESAMPLING_SEED = 1;

    private final SweepFile file;
    private final ResultStore store;
    private final SweepLevels levels;
    private final List<Point> points;
    private final BitSet failed; // points of which what the other runs say is no answer: those that failed may have been the busy ones

    SweepResponses(SweepFile file, ResultStore store, SweepLevels levels, List<Point> points) {
        this.file = file;
        this.store = store;
        this.levels = levels;
        this.points = points;
        failed = store.failed();
    }

    /** Estimates of one measure at all points, NaN where there are none, and those of the points that are kept. */
    private static final class Answers {
        private final double[] y;
        private final double[] halfWidths;
        private final double[] errors; // standard errors
        private final List<Estimate> kept;
        private final double[] ends = {Double.NaN, Double.NaN}; // lowest, highest
        private final Estimate[] atEnds = new Estimate[2];
        private final int[] points = new int[2];
        private int next; // of those that are kept

        Answers(int points, int kept) {
            y = new double[points];
            halfWidths = new double[points];
            errors = new double[points];
            Arrays.fill(y, Double.NaN);
            Arrays.fill(halfWidths, Double.NaN);
            Arrays.fill(errors, Double.NaN);
            this.kept = new ArrayList<>(Collections.nCopies(kept, Estimate.EMPTY));
        }

        void add(int point, Estimate estimate, List<Point> chosen) {
            while (next < chosen.size() && chosen.get(next).number() < point) {
                next++;
            }
            if (next < chosen.size() && chosen.get(next).number() == point) {
                kept.set(next, estimate);
            }
            if (Double.isFinite(estimate.value())) {
                y[point] = estimate.value();
                halfWidths[point] = estimate.halfWidth();
                errors[point] = estimate.halfWidth() == 0 ? 0 : estimate.halfWidth() / Student.of((int) estimate.n());
                end(0, -1, point, estimate);
                end(1, 1, point, estimate);
            }
        }

        private void end(int end, int direction, int point, Estimate estimate) {
            if (!(direction * estimate.value() <= direction * ends[end])) {
                ends[end] = estimate.value();
                atEnds[end] = estimate;
                points[end] = point;
            }
        }
    }

    /** Of every measure that is kept, in order. */
    List<Response> all() {
        return IntStream.range(0, file.layout().kept().size()).mapToObj(this::response).toList();
    }

    private Response response(int k) {
        Answers answers = new Answers(file.design().size(), points.size());
        store.eachEstimate(k, (point, estimate) -> {
            if (!failed.get(point)) {
                answers.add(point, estimate, points);
            }
        });
        MainEffects means = MainEffects.of(levels.counts(), levels::at, answers.y, answers.halfWidths, file.sweep().runs().commonRandomNumbers());
        Kept kept = file.layout().kept().get(k);
        Response bare = new Response(
                file.layout().column(k), kept.measure(), kept.place(), answers.kept, means.counted(), spot(answers, 0), spot(answers, 1), effects(means, Optional.empty()), elementary(answers.y), indices(answers));
        List<Integer> order = bare.byStrength();
        Optional<MainEffects.Interaction> heat = order.size() < 2
                ? Optional.empty()
                : means.interactions().stream().filter(pair -> order.subList(0, 2).containsAll(List.of(pair.one(), pair.other()))).findFirst();
        return new Response(bare.column(), bare.measure(), bare.place(), bare.estimates(), bare.valued(), bare.lowest(), bare.highest(), effects(means, heat), bare.elementary(), bare.indices());
    }

    private Optional<Spot> spot(Answers answers, int end) {
        return Double.isNaN(answers.ends[end]) ? Optional.empty() : Optional.of(new Spot(SweepStudies.point(file, answers.points[end]), answers.atEnds[end]));
    }

    private static Effects effects(MainEffects means, Optional<MainEffects.Interaction> heat) {
        List<Pair> strongest = means.interactions().stream()
                .sorted(Comparator.comparingDouble(pair -> Double.isNaN(pair.departure()) ? 1 : -pair.departure()))
                .limit(STRONGEST)
                .map(SweepResponses::pair)
                .toList();
        return new Effects(means.factors().stream().map(factor -> means(factor.levels())).toList(), strongest, heat.map(SweepResponses::pair), means.counted(), means.leftOut());
    }

    private static Pair pair(MainEffects.Interaction pair) {
        return new Pair(pair.one(), pair.other(), pair.means().stream().map(SweepResponses::means).toList(), pair.departure());
    }

    private static List<Mean> means(List<MainEffects.Mean> means) {
        return means.stream().map(mean -> new Mean(mean.value(), mean.noise(), mean.halfWidth(), mean.count())).toList();
    }

    private Optional<Elementary> elementary(double[] y) {
        if (!(file.design().design() instanceof Morris morris)) {
            return Optional.empty();
        }
        ElementaryEffects found = ElementaryEffects.of(morris, y);
        return Optional.of(new Elementary(
                found.factors().stream().map(of -> new SweepStudy.OfFactor(of.mu(), of.muStar(), of.halfWidth(), of.sigma())).toList(), found.counted(), found.leftOut()));
    }

    private Optional<Indices> indices(Answers answers) {
        if (!(file.design().design() instanceof Saltelli saltelli)) {
            return Optional.empty();
        }
        SobolIndices found = SobolIndices.of(saltelli, answers.y, RESAMPLING_SEED);
        double noise = Arrays.stream(answers.errors).filter(error -> !Double.isNaN(error)).map(error -> error * error).average().orElse(Double.NaN);
        return Optional.of(new Indices(
                found.first().stream().map(SweepResponses::index).toList(),
                found.total().stream().map(SweepResponses::index).toList(),
                found.second().stream().map(pair -> new SweepStudy.Second(pair.one(), pair.other(), index(pair.index()))).toList(),
                noise / found.variance(),
                found.counted(),
                found.leftOut()));
    }

    private static Index index(SobolIndices.Index index) {
        return new Index(index.value(), index.low(), index.high());
    }
}
