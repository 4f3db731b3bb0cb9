package mergedesk.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.design.FractionalFactorial;
import mergedesk.design.FractionalFactorial.Effect;
import mergedesk.design.Together;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Alias;
import mergedesk.results.SweepStudy.Failure;
import mergedesk.results.SweepStudy.Point;
import mergedesk.results.SweepStudy.Ran;
import mergedesk.results.SweepStudy.Value;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.SweepRuns;
import mergedesk.store.ResultStore;
import mergedesk.sweep.Sweeping;

/** Makes the study of a sweep from its file and its store. */
final class SweepStudies {
    private static final int MOST_POINTS = 100_000;

    private SweepStudies() {}

    /** Of what the store has now; its estimates must be committed. */
    static SweepStudy of(SweepFile file, ResultStore store, Sweeping.Outcome outcome) {
        SweepStudy.Kind kind = kind(file);
        SweepLevels levels = new SweepLevels(file, kind);
        List<Point> points = points(file);
        List<Failure> failures = outcome.failures().stream().map(failure -> new Failure(failure.point(), failure.replication(), failure.message(), failure.command())).toList();
        return new SweepStudy(
                file.title(), file.question(), ran(file, kind, store.replications(), outcome), levels.factors(), points, new SweepResponses(file, store, levels, points).all(), aliases(file), together(file, points), failures);
    }

    private static Ran ran(SweepFile file, SweepStudy.Kind kind, int[] replications, Sweeping.Outcome outcome) {
        int[] some = Arrays.stream(replications).filter(runs -> runs > 0).toArray();
        SweepRuns runs = file.sweep().runs();
        return new Ran(
                file.path().toString(),
                Mergedesk.version(),
                kind,
                replications.length,
                some.length,
                outcome.done(),
                outcome.failed(),
                outcome.runs(),
                Arrays.stream(some).min().orElse(0),
                Arrays.stream(some).max().orElse(0),
                runs.seed(),
                runs.commonRandomNumbers(),
                outcome.complete());
    }

    /** All, or evenly chosen ones. */
    private static List<Point> points(SweepFile file) {
        int size = file.design().size();
        int kept = Math.min(size, MOST_POINTS);
        return IntStream.range(0, kept).mapToObj(i -> point(file, (int) ((long) i * size / kept))).toList();
    }

    /** One point of a sweep. */
    static Point point(SweepFile file, int point) {
        return new Point(point, file.design().at(point).stream().map(setting -> new Value(setting.text(), setting.number())).toList());
    }

    /** Other designs than a table move each factor by itself. */
    private static List<SweepStudy.Together> together(SweepFile file, List<Point> points) {
        if (file.kind() != PointPlan.Kind.TABLE) {
            return List.of();
        }
        int[] numbers = IntStream.range(0, file.factors().size()).filter(i -> file.factors().get(i).isNumber()).toArray();
        double[][] values = IntStream.of(numbers).mapToObj(i -> points.stream().mapToDouble(point -> point.values().get(i).number()).toArray()).toArray(double[][]::new);
        return values.length == 0
                ? List.of()
                : Together.of(values).stream().map(pair -> new SweepStudy.Together(numbers[pair.first()], numbers[pair.second()], pair.correlation())).toList();
    }

    private static List<Alias> aliases(SweepFile file) {
        if (!(file.design().design() instanceof FractionalFactorial fraction)) {
            return List.of();
        }
        List<String> names = file.factors().stream().map(factor -> factor.name()).toList();
        return fraction.aliases().entrySet().stream()
                .filter(effect -> !effect.getValue().isEmpty())
                .map((Map.Entry<Effect, List<FractionalFactorial.Alias>> effect) -> new Alias(
                        name(effect.getKey(), names), effect.getValue().stream().map(other -> (other.negative() ? "−" : "") + name(other.effect(), names)).toList()))
                .toList();
    }

    private static String name(Effect effect, List<String> names) {
        return names.get(effect.first()) + (effect.second() < 0 ? "" : " × " + names.get(effect.second()));
    }

    static SweepStudy.Kind kind(SweepFile file) {
        return SweepStudy.Kind.valueOf(file.kind().name());
    }
}
