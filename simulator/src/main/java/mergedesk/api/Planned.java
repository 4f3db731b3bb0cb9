package mergedesk.api;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mergedesk.design.Design;
import mergedesk.design.FractionalFactorial;
import mergedesk.design.FullFactorial;
import mergedesk.design.LatinHypercube;
import mergedesk.design.Morris;
import mergedesk.design.Saltelli;
import mergedesk.design.Sobol;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.SweepRuns;
import mergedesk.scenario.text.Misread;
import mergedesk.stats.Measure;
import mergedesk.store.Kept;
import mergedesk.sweep.Rounds;

/** What a sweep file asks for: its design, how often points are run. */
final class Planned {
    private Planned() {}

    /** The design. */
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

    /** How often points are run; {@code kept}: the first measure, which decides when runs are not counted out. */
    static Rounds.Rule rounds(SweepRuns runs, Kept kept) {
        Measure first = kept.measure();
        boolean adaptive = runs.halfWidth() != null || runs.budget() != null;
        if (adaptive && !kept.isCounted()) {
            throw new Misread("the first measure, " + first.id() + ", decides how often points are run, and has no half-width that can be followed", "put a mean or a share first, such as sl_answered_of_offered");
        }
        if (!adaptive) {
            return Rounds.Rule.fixed(runs.first());
        }
        OptionalDouble halfWidth = runs.halfWidth() == null ? OptionalDouble.empty() : OptionalDouble.of(ScenarioFile.bound(first).reader().apply(runs.halfWidth()));
        OptionalLong budget = runs.budget() == null ? OptionalLong.empty() : OptionalLong.of(runs.budget());
        return new Rounds.Rule(runs.first(), halfWidth, budget, runs.round(), runs.maxReplications());
    }
}
