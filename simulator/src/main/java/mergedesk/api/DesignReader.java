package mergedesk.api;

import java.util.List;
import mergedesk.design.Design;
import mergedesk.design.FractionalFactorial;
import mergedesk.design.FullFactorial;
import mergedesk.design.LatinHypercube;
import mergedesk.design.Morris;
import mergedesk.design.Saltelli;
import mergedesk.design.Sobol;
import mergedesk.scenario.sweep.PointPlan;

/** Makes the design that a sweep file asks for. */
final class DesignReader {
    private DesignReader() {}

    /** @param axes the factors; of a range, a full design takes the ends */
    static Design design(PointPlan plan, List<FactorAxis> axes) {
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
