package mergedesk.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mergedesk.results.SweepStudy;
import mergedesk.results.SweepStudy.Factor;
import mergedesk.results.SweepStudy.Level;
import mergedesk.store.FactorColumn;
import mergedesk.sweep.Setting;

/**
 * At which level of each factor each point is. Levels are the values that occur; of numbers with very many, bands of about equally many points.
 *
 * <p>Memory: a number and a level for each point and factor.
 */
final class SweepLevels {
    private static final int MOST_VALUES = 30;
    private static final int MOST_VALUES_OF_SPREAD = 10;
    private static final int BANDS = 5;
    private static final int POINTS_OF_BAND = 8; // at least, as far as there are two bands

    private final SweepFile file;
    private final double[][] numbers; // by factor and point; of texts, the number of the text
    private final int[][] levels; // the same
    private final List<Factor> factors = new ArrayList<>();

    SweepLevels(SweepFile file, SweepStudy.Kind kind) {
        this.file = file;
        int points = file.design().size();
        numbers = new double[file.axes().size()][points];
        levels = new int[file.axes().size()][points];
        List<Map<String, Integer>> texts = file.axes().stream().map(SweepLevels::texts).toList();
        for (int point = 0; point < points; point++) {
            List<Setting> settings = file.design().at(point);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i][point] = isNumber(i) ? settings.get(i).number() : texts.get(i).get(settings.get(i).text());
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            factors.add(factor(i, kind.isSpread() ? MOST_VALUES_OF_SPREAD : MOST_VALUES));
        }
    }

    /** The number of each text, as the sweep file lists them. */
    private static Map<String, Integer> texts(FactorAxis axis) {
        Map<String, Integer> texts = new TreeMap<>();
        IntStream.range(0, axis.levels()).forEach(level -> texts.put(axis.level(level).text(), level));
        return texts;
    }

    private boolean isNumber(int factor) {
        return file.axes().get(factor).column().isNumber();
    }

    private Factor factor(int i, int most) {
        FactorColumn column = file.axes().get(i).column();
        double[] sorted = Arrays.stream(numbers[i]).sorted().toArray();
        double[] values = DoubleStream.of(sorted).distinct().toArray();
        boolean banded = column.isNumber() && values.length > most;
        double[] starts = banded ? starts(sorted) : values;
        for (int point = 0; point < levels[i].length; point++) {
            int found = Arrays.binarySearch(starts, numbers[i][point]);
            levels[i][point] = found >= 0 ? found : -found - 2;
        }
        List<Level> all = IntStream.range(0, starts.length).mapToObj(level -> banded ? band(i, sorted, starts, level) : value(i, starts[level])).toList();
        return new Factor(column.name(), column.unit(), column.isNumber(), column.paths(), all);
    }

    private static double[] starts(double[] sorted) {
        int bands = Math.max(1, Math.min(BANDS, sorted.length / POINTS_OF_BAND));
        return IntStream.range(0, bands).mapToDouble(band -> sorted[(int) ((long) band * sorted.length / bands)]).distinct().toArray();
    }

    private Level band(int factor, double[] sorted, double[] starts, int level) {
        double end = level + 1 < starts.length ? starts[level + 1] : Double.POSITIVE_INFINITY;
        double last = sorted[sorted.length - 1];
        for (int n = Arrays.binarySearch(sorted, starts[level]); n < sorted.length && sorted[n] < end; n++) {
            last = sorted[n];
        }
        return new Level(text(factor, starts[level]) + " to " + text(factor, last), starts[level], last);
    }

    private Level value(int factor, double number) {
        return isNumber(factor) ? new Level(text(factor, number), number, number) : new Level(text(factor, number), Double.NaN, Double.NaN);
    }

    private String text(int factor, double number) {
        int point = 0;
        while (numbers[factor][point] != number) {
            point++;
        }
        return file.design().at(point).get(factor).text();
    }

    List<Factor> factors() {
        return factors;
    }

    /** How many levels each factor has. */
    int[] counts() {
        return factors.stream().mapToInt(factor -> factor.levels().size()).toArray();
    }

    /** The level of each factor at a point. */
    int[] at(int point) {
        return IntStream.range(0, levels.length).map(factor -> levels[factor][point]).toArray();
    }
}
