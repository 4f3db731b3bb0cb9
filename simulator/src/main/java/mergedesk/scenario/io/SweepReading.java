package mergedesk.scenario.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import mergedesk.scenario.Problem;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.SourceFiles;

/**
 * What came of reading a sweep file.
 *
 * @param file as it was named
 * @param sweep null when there is any problem
 * @param problems every fault, by position; empty when there is none
 * @param places where things stand; null when the file could not be read at all
 * @param table the points of a table: for each, the value of every factor in order; empty for other designs
 * @param files every file that was read
 */
public record SweepReading(Path file, Sweep sweep, List<Problem> problems, Places places, List<List<String>> table, List<Path> files) {
    /** Whether there is a sweep. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** A fault that shows when the sweep meets its scenario, at its place in the sweep file. Only when sound. */
    public Problem problem(String path, String rule, String advice) {
        return places.problem(path, rule, advice);
    }

    /** A file that the sweep names, seen from the sweep's own. */
    public Path resolve(String name) {
        return in(file, name);
    }

    /** SHA-256 of the points of a table. */
    public String tableHash() {
        return HexFormat.of().formatHex(SourceFiles.sha256().digest(table.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static Path in(Path sweep, String name) {
        return sweep.resolveSibling(name).normalize();
    }
}
