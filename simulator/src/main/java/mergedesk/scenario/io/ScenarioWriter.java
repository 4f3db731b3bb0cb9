package mergedesk.scenario.io;

import java.util.LinkedHashMap;
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

    /** What a part of a sweep says, by key; defaults are left out. */
    public static Map<String, String> keys(Record part) {
        Map<String, String> keys = new LinkedHashMap<>();
        RecordTree.of(part, Map.of()).entries().forEach((key, entry) -> keys.put(key, TreeText.flow(entry.value())));
        return keys;
    }

    /** The same of a sweep, for {@link SweepReader}. */
    public static String yaml(Sweep sweep) {
        return TreeText.of(RecordTree.of(sweep, Map.of()));
    }
}
