package mergedesk.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.scenario.io.Lever;
import mergedesk.scenario.sweep.Factor;
import mergedesk.scenario.text.Misread;
import mergedesk.scenario.text.Numbers;
import mergedesk.store.FactorColumn;
import mergedesk.sweep.Setting;

/** Makes axes of the factors that a sweep file names, with what they move in its scenarios. */
final class FactorReader {
    private static final Pattern NUMBER = Pattern.compile("(£?)\\s*(" + Numbers.ANY + ")\\s*(.*)");

    private final List<ScenarioFile.Varying> files;

    FactorReader(List<ScenarioFile.Varying> files) {
        this.files = files;
    }

    /** A number as it is written. */
    private record Written(String before, double number, String unit) {
        /** Null when the text does not begin with a number. */
        static Written of(String text) {
            Matcher matcher = NUMBER.matcher(text.strip());
            return matcher.matches() ? new Written(matcher.group(1), Numbers.decimal(matcher.group(2)).doubleValue(), matcher.group(3)) : null;
        }

        boolean isLike(Written other) {
            return before.equals(other.before) && unit.equals(other.unit);
        }
    }

    /**
     * The axis of one factor.
     *
     * @throws Misread when it cannot be one; the place is the factor's
     */
    FactorAxis axis(String name, Factor factor) {
        if (!factor.scenarios().isEmpty()) {
            return FactorAxis.of(column(name, "scenario", factor.scenarios()), settings(factor.scenarios()), (setting, file) -> List.of());
        }
        if (!factor.levels().isEmpty()) {
            List<String> names = List.copyOf(factor.levels().keySet());
            return FactorAxis.of(column(name, String.join("; ", factor.levels().values().iterator().next()), names), settings(names), (setting, file) -> factor.levels().get(setting.text()));
        }
        List<List<String>> paths = files.stream().map(file -> paths(file, factor)).toList();
        String moves = String.join(", ", factor.moved());
        if (factor.multiply()) {
            return multiplied(name, moves, factor, paths);
        }
        BiFunction<Setting, Integer, List<String>> sets = (setting, file) -> paths.get(file).stream().map(path -> path + "=" + setting.text()).toList();
        if (!factor.hasRange()) {
            return FactorAxis.of(column(name, moves, factor.values()), settings(factor.values()), sets);
        }
        FactorAxis.Range range = range(factor, isWhole(paths));
        FactorColumn column = new FactorColumn(name, range.unit(), true, moves);
        return factor.step() == null ? FactorAxis.of(column, range, sets) : FactorAxis.of(column, range.steps(step(factor, range)), sets);
    }

    /**
     * The factor with the values that its column of a table has.
     *
     * @throws Misread when there are others than it may have
     */
    static Factor ofTable(Factor factor, List<List<String>> table, int column) {
        List<String> texts = table.stream().map(row -> row.get(column)).distinct().toList();
        List<String> known = factor.levels().isEmpty() ? factor.scenarios() : List.copyOf(factor.levels().keySet());
        if (known.isEmpty()) {
            return factor.withValues(texts);
        }
        texts.stream().filter(text -> !known.contains(text)).findFirst().ifPresent(text -> {
            throw new Misread("the table has \"" + text + "\", which is none of its values", "take one of " + String.join(", ", known));
        });
        return factor;
    }

    private static List<String> paths(ScenarioFile.Varying file, Factor factor) {
        List<String> paths = new ArrayList<>();
        for (String moved : factor.moved()) {
            List<String> found = file.paths(moved);
            if (found.isEmpty()) {
                throw new Misread("found \"" + moved + "\": the scenario has no such entries", "name a number such as groups.north.staffing or flows.*.volume");
            }
            paths.addAll(found);
        }
        return paths;
    }

    /** Whether all that moves are whole numbers. */
    private boolean isWhole(List<List<String>> paths) {
        return levers(paths).stream().flatMap(of -> of.values().stream()).allMatch(lever -> lever.kind() == Lever.Kind.WHOLE_NUMBER);
    }

    /** What moves, by file and path. */
    private List<Map<String, Lever>> levers(List<List<String>> paths) {
        List<Map<String, Lever>> levers = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            Map<String, Lever> of = new HashMap<>();
            for (String path : paths.get(file)) {
                try {
                    of.put(path, files.get(file).lever(path));
                } catch (WrongInput e) {
                    throw new Misread("\"" + path + "\" cannot be moved: " + e.getMessage().replaceFirst("^--vary [^:]*: ", ""), "");
                }
            }
            levers.add(of);
        }
        return levers;
    }

    private FactorAxis multiplied(String name, String moves, Factor factor, List<List<String>> paths) {
        List<Map<String, Lever>> levers = levers(paths);
        BiFunction<Setting, Integer, List<String>> sets = (setting, file) ->
                paths.get(file).stream().map(path -> times(levers.get(file).get(path), factorOf(setting.text()))).toList();
        if (factor.hasRange()) {
            FactorAxis.Range range = range(factor, false);
            factorOf(range.setting(1).text());
            FactorColumn column = new FactorColumn(name, range.unit(), true, moves);
            return factor.step() == null ? FactorAxis.of(column, range, sets) : FactorAxis.of(column, range.steps(step(factor, range)), sets);
        }
        factor.values().forEach(FactorReader::factorOf);
        return FactorAxis.of(column(name, moves, factor.values()), settings(factor.values()), sets);
    }

    /** 0.9 or 90 %. */
    private static double factorOf(String text) {
        return Numbers.RATIO.reader().apply(text);
    }

    private static String times(Lever lever, double factor) {
        double value = lever.value() * factor;
        return lever.set(lever.kind() == Lever.Kind.WHOLE_NUMBER ? Math.rint(value) : value);
    }

    private static FactorAxis.Range range(Factor factor, boolean whole) {
        Written from = written(factor.from());
        Written to = written(factor.to());
        if (!from.isLike(to)) {
            throw new Misread("from and to have different units", "write both in the same");
        }
        if (!(from.number < to.number)) {
            throw new Misread("from is not below to", "write the lower of both as from");
        }
        return new FactorAxis.Range(from.number, to.number, whole, from.before, from.unit);
    }

    private static double step(Factor factor, FactorAxis.Range range) {
        Written step = written(factor.step());
        if (!(step.number > 0) || !step.unit.isEmpty() && !step.unit.equals(range.unit())) {
            throw new Misread("step is no part of the range", "write a number above 0, in the unit of from and to");
        }
        if ((range.to() - range.from()) / step.number >= Factor.MOST_VALUES) {
            throw new Misread("the range has more than 100,000 steps", "take larger ones");
        }
        return step.number;
    }

    private static Written written(String text) {
        Written written = Written.of(text);
        if (written == null) {
            throw new Misread("found \"" + text + "\": this does not begin with a number", "write a number with its unit, such as 10 / min; list words under values");
        }
        return written;
    }

    private static List<Setting> settings(List<String> texts) {
        boolean numbers = unit(texts) != null;
        return texts.stream().map(text -> new Setting(text, numbers ? Written.of(text).number : Double.NaN)).toList();
    }

    private static FactorColumn column(String name, String moves, List<String> texts) {
        String unit = unit(texts);
        return new FactorColumn(name, unit == null ? "" : unit, unit != null, moves);
    }

    /** What all of them have behind their numbers; null where any is no number, or has another unit. */
    private static String unit(List<String> texts) {
        Written first = Written.of(texts.get(0));
        return first != null && texts.stream().map(Written::of).allMatch(other -> other != null && first.isLike(other)) ? first.unit : null;
    }
}
