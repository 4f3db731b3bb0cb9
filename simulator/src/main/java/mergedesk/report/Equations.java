package mergedesk.report;

import java.util.List;
import java.util.Optional;
import mergedesk.stats.Measure;

/** The table of measures and their equations. */
final class Equations {
    private Equations() {}

    /** Empty when no measure is described. */
    static Optional<Grid> grid(List<Measure> measures) {
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = measures.stream()
                .map(measure -> List.of(measure.title(), measure.equation(), measure.unit().word(), measure.id()))
                .toList();
        return Optional.of(new Grid(
                "definitions",
                "Measures and their equations",
                "A: contacts offered; S: answered, Sg of them within T, the target wait of their desk; L: abandoned, Lg of them within T, Lb after it, Ls as short abandons;"
                        + " B: blocked. Who balks leaves at once when told to wait. A share of nothing has no value.",
                List.of(Grid.words("Measure"), Grid.words("Equation"), Grid.words("Unit"), Grid.code("In the files")),
                rows).folding());
    }
}
