package mergedesk.sweep;

import mergedesk.experiment.PlanRules;

/** Makes the Programs of points; thread-safe. */
public interface PointSource {
    /**
     * What the runs of a point go by.
     *
     * @throws PointFault when its scenario has faults
     */
    PlanRules rules(int point);

    /** Seed of the runs of a point. */
    long seed(int point);

    /** The command that runs a point by itself, to be copied. */
    String command(int point);
}
