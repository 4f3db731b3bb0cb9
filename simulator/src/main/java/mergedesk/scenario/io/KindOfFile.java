package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.Layers;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;

/** Scenarios and sweeps are both YAML: whoever gives one for the other is told so, instead of all keys that it should not have. */
final class KindOfFile {
    private static final List<String> OF_SWEEPS = List.of("factors");
    private static final List<String> OF_SCENARIOS = List.of("time", "councils", "flows", "desks");

    private KindOfFile() {}

    /** What a scenario file and those that it extends say; null, with faults, when there is no such. */
    static Tree.Table scenario(Path file, SourceFiles files, Faults faults) {
        return load(file, files, faults, OF_SCENARIOS, OF_SWEEPS, "this is a sweep, not a scenario", "give it to sweep, or name a scenario");
    }

    /** The same of a sweep file. */
    static Tree.Table sweep(Path file, SourceFiles files, Faults faults) {
        return load(file, files, faults, OF_SWEEPS, OF_SCENARIOS, "this is a scenario, not a sweep", "give it to run, or write a sweep that names it under scenario:");
    }

    private static Tree.Table load(Path file, SourceFiles files, Faults faults, List<String> own, List<String> others, String rule, String advice) {
        Tree.Table table = new Layers(files, faults).load(file);
        if (table == null || own.stream().anyMatch(key -> table.get(key) != null) || others.stream().noneMatch(key -> table.get(key) != null)) {
            return table;
        }
        faults.add(table.place(), "", "", rule, advice);
        return null;
    }
}
