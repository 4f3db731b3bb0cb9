package mergedesk.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mergedesk.report.chart.ModelDrawing.Box;

/** Boxes of a column of a drawing, and which of them shows what. */
record BoxColumn(List<Box> boxes, Map<String, Integer> boxOf) {
    private static final String OTHERS = "\u0000others"; // no name of the scenario

    /** All in their order if they are no more than {@code most}; else the largest, in their order, and a box for the others. */
    static BoxColumn of(List<String> keys, int most, ToDoubleFunction<String> size, Function<String, List<String>> lines, Function<List<String>, List<String>> others) {
        List<String> shown = keys.size() <= most
                ? keys
                : keys.stream().sorted(Comparator.comparingDouble(size).reversed()).limit(most - 1L).toList();
        List<Box> boxes = new ArrayList<>();
        Map<String, Integer> boxOf = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        for (String key : keys) {
            if (shown.contains(key)) {
                boxOf.put(key, boxes.size());
                boxes.add(new Box(lines.apply(key)));
            } else {
                left.add(key);
            }
        }
        if (!left.isEmpty()) {
            boxOf.put(OTHERS, boxes.size());
            boxes.add(new Box(others.apply(left)));
        }
        return new BoxColumn(boxes, boxOf);
    }

    int box(String key) {
        return boxOf.getOrDefault(key, boxOf.getOrDefault(OTHERS, 0));
    }
}
