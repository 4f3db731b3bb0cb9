package mergedesk.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;
import mergedesk.scenario.Distribution;

/** Numbers the distinct distributions of lengths in order of first use; equal ones share a number. */
final class LengthTable {
    private final Map<LengthRow, Integer> numbers = new LinkedHashMap<>();

    /** The number of a distribution that does not vary by time. */
    int number(Distribution distribution) {
        if (distribution.family() != Distribution.Shape.MIXTURE) {
            return number(LengthRow.of(distribution));
        }
        List<Integer> parts = distribution.mixture().stream().map(part -> number(part.length())).toList();
        return number(LengthRow.mixture(distribution, parts));
    }

    /** The number of an endless length. */
    int never() {
        return number(LengthRow.NEVER);
    }

    Program.Lengths compile() {
        List<LengthRow> rows = new ArrayList<>(numbers.keySet());
        int[] offsets = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            offsets[i + 1] = offsets[i] + rows.get(i).table().size();
        }
        return new Program.Lengths(
                rows.stream().mapToInt(LengthRow::kind).toArray(),
                rows.stream().mapToDouble(LengthRow::a).toArray(),
                rows.stream().mapToDouble(LengthRow::b).toArray(),
                rows.stream().mapToDouble(LengthRow::atZero).toArray(),
                rows.stream().mapToLong(LengthRow::shift).toArray(),
                offsets,
                rows.stream()
                        .flatMapToDouble(row -> row.table().stream().mapToDouble(Double::doubleValue))
                        .toArray());
    }

    private int number(LengthRow row) {
        Integer known = numbers.putIfAbsent(row, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }
}
