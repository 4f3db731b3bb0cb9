package mergedesk.api;

import mergedesk.experiment.SimulationFault;
import mergedesk.sweep.PointSource;
import mergedesk.sweep.ReadyPoint;

/** A sound sweep, for those who run its points. */
record SweepPoints(SweepFile file) implements PointSource {
    @Override
    public ReadyPoint ready(int point) {
        return file.ready(point);
    }

    @Override
    public long seed(int point) {
        return file.seed(point);
    }

    @Override
    public String command(int point) {
        ScenarioFile scenario = file.scenario(point);
        return scenario.isInCode() ? SimulationFault.call("sweep.scenario(" + point + ")") : scenario.command();
    }
}
