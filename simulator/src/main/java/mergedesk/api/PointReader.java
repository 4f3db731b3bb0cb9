package mergedesk.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.design.Design;
import mergedesk.design.FractionalFactorial;
import mergedesk.design.FullFactorial;
import mergedesk.design.LatinHypercube;
import mergedesk.design.Morris;
import mergedesk.design.Saltelli;
import mergedesk.design.Sobol;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.text.Misread;
import mergedesk.sweep.Points;
import mergedesk.sweep.Setting;

/** Makes the points of a sweep from its factors and what its file says of the design. */
final class PointReader {
    private final List<FactorAxis> axes;
    private final List<List<String>> table;

    /** @param table what a table has, by point and factor */
    PointReader(List<FactorAxis> axes, List<List<String>> table) {
        this.axes = axes;
        this.table = table;
    }

    /**
     * The points.
     *
     * @throws Misread when there are too many
     * @throws IllegalArgumentException when there is no such design of so many factors
     */
    Points points(PointPlan plan) {
        if (plan.kind() == PointPlan.Kind.TABLE) {
            return new Points(listed());
        }
        Design design = design(plan);
        if (design.size() > Sweep.MOST_POINTS) {
            throw new Misread("it has " + design.size() + " points, and 10,000,000 are the most", "take fewer values, or a design that looks at some combinations only");
        }
        return new Points(List.copyOf(axes), design);
    }

    private List<List<Setting>> listed() {
        if (table.size() > Sweep.MOST_POINTS) {
            throw new Misread("the table has " + table.size() + " points, and 10,000,000 are the most", "take fewer");
        }
        List<Map<String, Setting>> known = axes.stream()
                .map(axis -> IntStream.range(0, axis.levels()).mapToObj(axis::level).collect(Collectors.toMap(Setting::text, level -> level, (first, again) -> first)))
                .toList();
        return table.stream().map(texts -> IntStream.range(0, texts.size()).mapToObj(i -> known.get(i).get(texts.get(i))).toList()).toList();
    }

    private Design design(PointPlan plan) {
        int factors = axes.size();
        return switch (plan.kind()) {
            case FULL, TABLE -> new FullFactorial(axes.stream().mapToInt(axis -> axis.levels() == 0 ? 2 : axis.levels()).toArray());
            case FRACTION -> FractionalFactorial.ofResolution(factors, plan.resolution());
            case LATIN_HYPERCUBE -> new LatinHypercube(factors, plan.points(), plan.seed());
            case SOBOL -> new Sobol(factors, plan.points(), plan.seed());
            case MORRIS -> new Morris(factors, plan.trajectories(), plan.grid(), plan.seed());
            case SALTELLI -> new Saltelli(factors, plan.points(), plan.seed(), plan.secondOrder());
        };
    }
}
