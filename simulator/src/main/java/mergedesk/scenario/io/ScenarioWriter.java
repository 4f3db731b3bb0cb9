package mergedesk.scenario.io;

import java.util.Map;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.bind.RecordTree;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.tree.TreeText;

/** Writes a scenario in the language, so that {@link ScenarioReader} reads an equal one; figures, which are known by their places in files, are left out. */
public final class ScenarioWriter {
    private ScenarioWriter() {}

    /** YAML; {@code measures} as for the reader. */
    public static String yaml(Scenario scenario, Map<String, KnownMeasure> measures) {
        return TreeText.of(RecordTree.of(scenario, measures));
    }

    /** The same of a sweep, for {@link SweepReader}. */
    public static String yaml(Sweep sweep) {
        return TreeText.of(RecordTree.of(sweep, Map.of()));
    }
}
