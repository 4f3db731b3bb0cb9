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
                "T is the target wait of the contact’s desk. A share of nothing has no value.",
                List.of(Grid.words("Measure"), Grid.words("Equation"), Grid.words("Unit"), Grid.code("In the files")),
                rows));
    }
}
