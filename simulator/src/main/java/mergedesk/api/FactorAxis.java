package mergedesk.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.scenario.text.Numbers;
import mergedesk.store.FactorColumn;
import mergedesk.sweep.Axis;
import mergedesk.sweep.Setting;

/** A factor of a sweep, with what its values change in each scenario file. */
final class FactorAxis implements Axis {
    private static final MathContext FIGURES = new MathContext(6);
    private static final int MOST_LOOKED_AT = 100; // values of one factor: of a path all set the same, of named levels there are few

    /** A range between two numbers that are written with what stands before and behind them. */
    record Range(double from, double to, boolean whole, String before, String unit) {
        /** The number at a place 0 .. 1, its distance from the lowest to six digits; of whole numbers, each has an equal part of the places. */
        Setting at(double place) {
            double end = Math.nextDown(1.0);
            double number = whole
                    ? from + Math.floor(Math.min(place, end) * (to - from + 1))
                    : BigDecimal.valueOf(from).add(new BigDecimal(place * (to - from)).round(FIGURES)).doubleValue();
            return setting(Math.min(number, to));
        }

        Setting setting(double number) {
            return new Setting(before + Numbers.withoutZeros(Numbers.plain(number)) + (unit.isEmpty() ? "" : " " + unit), number);
        }

        /** Every so much from the lowest on, as far as the highest. */
        List<Setting> steps(double step) {
            BigDecimal first = BigDecimal.valueOf(from);
            BigDecimal each = BigDecimal.valueOf(step);
            int most = BigDecimal.valueOf(to).subtract(first).divide(each, 0, RoundingMode.FLOOR).intValue();
            return IntStream.rangeClosed(0, most).mapToObj(i -> setting(first.add(each.multiply(BigDecimal.valueOf(i))).doubleValue())).toList();
        }
    }

    private final FactorColumn column;
    private final List<Setting> levels;
    private final Range range; // null where levels are listed
    private final BiFunction<Setting, Integer, List<String>> sets;

    private FactorAxis(FactorColumn column, List<Setting> levels, Range range, BiFunction<Setting, Integer, List<String>> sets) {
        this.column = column;
        this.levels = levels;
        this.range = range;
        this.sets = sets;
    }

    /** With these values; {@code sets}: what a value changes in the scenario file of a number. */
    static FactorAxis of(FactorColumn column, List<Setting> levels, BiFunction<Setting, Integer, List<String>> sets) {
        return new FactorAxis(column, List.copyOf(levels), null, sets);
    }

    /** Anywhere in a range. */
    static FactorAxis of(FactorColumn column, Range range, BiFunction<Setting, Integer, List<String>> sets) {
        return new FactorAxis(column, List.of(), range, sets);
    }

    /** As a column of the table of points. */
    FactorColumn column() {
        return column;
    }

    /** What a value changes in the scenario file of that number, as {@code path=value}. */
    List<String> sets(Setting setting, int file) {
        return sets.apply(setting, file);
    }

    /** A number that both move, or of which one moves a part, in any of so many files. */
    Optional<String> overlap(FactorAxis other, int files) {
        for (int file = 0; file < files; file++) {
            Set<String> theirs = other.paths(file);
            Optional<String> found = paths(file).stream().filter(mine -> theirs.stream().anyMatch(their -> within(mine, their) || within(their, mine))).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean within(String path, String whole) {
        return path.equals(whole) || path.startsWith(whole + ".") || path.startsWith(whole + "[");
    }

    /** What any of its values sets. */
    private Set<String> paths(int file) {
        Stream<Setting> values = range != null ? Stream.of(range.at(0)) : levels.stream().limit(MOST_LOOKED_AT);
        return values.flatMap(value -> sets(value, file).stream()).map(set -> set.substring(0, Math.max(0, set.indexOf('='))).strip()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public int levels() {
        return levels.size();
    }

    @Override
    public Setting level(int i) {
        return levels.get(i);
    }

    @Override
    public Setting at(double place) {
        return range != null ? range.at(place) : levels.get((int) Math.min(levels.size() - 1, place * levels.size()));
    }
}
