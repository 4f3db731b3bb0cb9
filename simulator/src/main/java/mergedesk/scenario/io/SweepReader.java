package mergedesk.scenario.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.bind.Binder;
import mergedesk.scenario.bind.PointTable;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.tree.Faults;
import mergedesk.scenario.tree.HeldFiles;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;

/** Reads a sweep file as {@link ScenarioReader} reads scenarios: the same text, the same faults with their places. Throws nothing for any content of the file. */
public final class SweepReader {
    private SweepReader() {}

    /** The sweep, with every fault that shows without its scenario. {@code held}: what is read is put there. */
    public static SweepReading read(Path file, HeldFiles held) {
        Faults faults = new Faults();
        SourceFiles files = new SourceFiles(held, List.of());
        try {
            Tree.Table table = KindOfFile.sweep(file, files, faults);
            Sweep sweep = table == null ? null : new Binder(files, faults, Map.of()).record(Sweep.class, table);
            Places places = table == null ? null : new Places(table, faults);
            if (faults.none()) {
                new SweepCheck(sweep, places).check();
            }
            List<List<String>> points = faults.none() && sweep.design().file() != null
                    ? PointTable.read(SweepReading.in(file, sweep.design().file()), List.copyOf(sweep.factors().keySet()), files, faults)
                    : List.of();
            return new SweepReading(file, faults.none() ? sweep : null, faults.sorted(), places, points, files.names());
        } catch (Faults.Enough enough) {
            return new SweepReading(file, null, faults.sorted(), null, List.of(), files.names());
        }
    }
}
