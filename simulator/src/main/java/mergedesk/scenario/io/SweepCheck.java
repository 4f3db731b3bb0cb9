package mergedesk.scenario.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mergedesk.scenario.sweep.Factor;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.sweep.SweepRuns;
import mergedesk.scenario.tree.Places;
import mergedesk.scenario.tree.TreePath;

/** What only the whole of a sweep file shows, and no scenario is needed for. */
final class SweepCheck {
    /** Columns that tables of points, runs and estimates have anyway. */
    private static final Set<String> COLUMNS = Set.of("point", "scenario", "seed", "replication", "fingerprint", "column", "value", "half_width", "n", "method", "position", "measure", "place", "numerator", "denominator");

    private final Sweep sweep;
    private final Places places;

    SweepCheck(Sweep sweep, Places places) {
        this.sweep = sweep;
        this.places = places;
    }

    void check() {
        if (sweep.factors().isEmpty()) {
            places.fault("factors", "there is none", "name what moves: {agents: {path: groups.north.staffing, values: [10, 11, 12]}}");
        }
        if (sweep.factors().size() > Sweep.MOST_FACTORS) {
            places.fault("factors", "there are more than " + Sweep.MOST_FACTORS, "leave some out, or move several together with paths");
        }
        sweep.factors().forEach((name, factor) -> factor("factors." + name, name, factor));
        refuseSecondOfFiles();
        boolean byFactor = sweep.factors().values().stream().anyMatch(factor -> !factor.scenarios().isEmpty());
        if (byFactor == (sweep.scenario() != null)) {
            places.fault("scenario", byFactor ? "a factor chooses the scenario already" : "there is none", byFactor ? "leave it out" : "write scenario: merged.yaml, seen from this file");
        } else if (!byFactor) {
            checkFile("scenario", sweep.scenario());
        }
        design(sweep.design());
        runs(sweep.runs());
    }

    private void factor(String path, String name, Factor factor) {
        boolean again = sweep.factors().keySet().stream().anyMatch(other -> !other.equals(name) && other.equalsIgnoreCase(name));
        if (again) {
            places.fault(path, "tables do not tell capital letters from small ones, and another factor has the same name", "choose another name");
        }
        if (COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
            places.fault(path, "tables of results have a column of this name already", "choose another name");
        }
        long said = Stream.of(!factor.values().isEmpty(), factor.hasRange(), !factor.levels().isEmpty(), !factor.scenarios().isEmpty()).filter(is -> is).count();
        if (said == 0 && sweep.design().kind() == PointPlan.Kind.TABLE && (factor.path() != null || !factor.paths().isEmpty())) {
            return; // its values stand in the table
        }
        if (said != 1) {
            places.fault(path, said == 0 ? "it has no values" : "it says its values in more than one way", "write one of values, from and to, levels, scenarios");
            return;
        }
        boolean bySets = !factor.levels().isEmpty() || !factor.scenarios().isEmpty();
        boolean named = factor.path() != null || !factor.paths().isEmpty();
        if (bySets && (named || factor.multiply() || factor.step() != null)) {
            places.fault(path, "levels and scenarios say by themselves what moves", "leave path, paths, multiply and step out");
        } else if (!bySets && !named) {
            places.fault(path, "it does not say what moves", "write path: groups.north.staffing");
        } else if (factor.path() != null && !factor.paths().isEmpty()) {
            places.fault(path, "it has both path and paths", "put all into paths");
        }
        if (factor.hasRange() && (factor.from() == null || factor.to() == null)) {
            places.fault(path, "a range has two ends", "write from and to");
        }
        if (factor.step() != null && !factor.hasRange()) {
            places.fault(TreePath.join(path, "step"), "there is no range of which these were steps", "write from and to, or leave it out");
        }
        factor.moved().stream().filter(moved -> TreePath.segments(moved) == null).forEach(moved -> places.fault(path, "found \"" + moved + "\": this is not a path", "write keys joined by dots, such as groups.north.staffing"));
        factor.scenarios().forEach(file -> checkFile(TreePath.join(path, "scenarios"), file));
        factor.levels().forEach((level, sets) -> {
            if (sets.isEmpty()) {
                places.fault(path + ".levels." + level, "it changes nothing", "write a list of path=value; what the scenario says is a level too: write one of its values as it stands there");
            }
        });
    }

    private void refuseSecondOfFiles() {
        List<String> ofFiles = sweep.factors().entrySet().stream().filter(factor -> !factor.getValue().scenarios().isEmpty()).map(factor -> factor.getKey()).toList();
        if (ofFiles.size() > 1) {
            places.fault("factors." + ofFiles.get(1), "a point is of one file, and " + ofFiles.get(0) + " chooses it already", "keep one factor with scenarios");
        }
    }

    private void checkFile(String path, String name) {
        try {
            Path.of(name);
        } catch (InvalidPathException e) {
            places.fault(path, "this cannot be the name of a file here", "name another");
        }
    }

    private void design(PointPlan design) {
        boolean sized = switch (design.kind()) {
            case LATIN_HYPERCUBE, SOBOL, SALTELLI -> true;
            case FULL, FRACTION, MORRIS, TABLE -> false;
        };
        if (sized && design.points() == null) {
            places.fault("design", "it does not say how many points", "write points: 64");
        } else if (!sized && design.points() != null) {
            places.fault("design.points", "the number of points of this design follows from the factors", "leave it out");
        }
        if (design.grid() % 2 != 0) {
            places.fault("design.grid", "Morris's grid needs an even number", "write grid: " + (design.grid() + 1));
        }
        if ((design.kind() == PointPlan.Kind.TABLE) != (design.file() != null)) {
            places.fault("design", design.file() == null ? "it does not name the file of the points" : "only a table has a file", design.file() == null ? "write file: points.csv" : "write kind: table");
        }
        if (design.file() != null) {
            checkFile("design.file", design.file());
        }
    }

    private void runs(SweepRuns runs) {
        if (runs.halfWidth() != null && runs.budget() != null) {
            places.fault("runs.budget", "runs end by half_width already", "keep one of both; max_replications bounds half_width");
        }
        if (runs.halfWidth() == null && runs.budget() == null) {
            Stream.of("round", "max_replications").filter(key -> places.written("runs." + key)).forEach(key -> places.fault("runs." + key, "there are no further rounds", "write half_width or budget, or leave it out"));
        } else if (runs.first() > runs.maxReplications()) {
            places.fault("runs", "the first round has more replications than max_replications allows", "raise max_replications");
        }
        if (runs.halfWidth() != null && runs.first() < 2 || runs.budget() != null && runs.first() < 2) {
            places.fault("runs.replications", "one replication has no half-width to go by", "write 2 or more");
        }
    }
}
