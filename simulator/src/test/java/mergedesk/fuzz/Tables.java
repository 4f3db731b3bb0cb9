package mergedesk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Changes CSV files: cells, rows and columns lost, doubled, exchanged, and the ways in which programs write them. */
final class Tables {
    private Tables() {}

    static byte[] changed(byte[] content, Random random) {
        if (random.nextInt(4) == 0) {
            return Splinters.wounded(content, random);
        }
        List<List<String>> rows = Arrays.stream(new String(content, StandardCharsets.UTF_8).split("\n"))
                .map(line -> (List<String>) new ArrayList<>(Arrays.asList(line.split(",", -1))))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int changes = 1 + random.nextInt(4); changes > 0 && !rows.isEmpty(); changes--) {
            change(rows, random);
        }
        return written(rows, random);
    }

    private static void change(List<List<String>> rows, Random random) {
        int at = random.nextInt(rows.size());
        List<String> row = rows.get(at);
        int column = random.nextInt(Math.max(1, row.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> set(row, column, Splinters.renumbered(cell(row, column), random));
            case 3 -> set(row, column, Splinters.word(random).replace('\n', ' '));
            case 4 -> set(row, column, "");
            case 5 -> rows.remove(at);
            case 6 -> rows.add(random.nextInt(rows.size()), new ArrayList<>(row));
            case 7 -> rows.set(at, rows.set(random.nextInt(rows.size()), row));
            case 8 -> rows.forEach(other -> other.add(column <= other.size() ? column : 0, cell(other, column)));
            case 9 -> rows.forEach(other -> {
                if (column < other.size()) {
                    other.remove(column);
                }
            });
            case 10 -> set(rows.get(0), column, Splinters.pick(new String[] {"time", "mon", "start", "count", "seconds", "flow", "volume", "low", "high", "source", "status", "Time", " time "}, random));
            default -> rows.subList(at, rows.size()).replaceAll(other -> other.stream()
                    .map(text -> Splinters.renumbered(text, random))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static void set(List<String> row, int column, String text) {
        if (column < row.size()) {
            row.set(column, text);
        } else {
            row.add(text);
        }
    }

    private static byte[] written(List<List<String>> rows, Random random) {
        boolean quoted = random.nextInt(4) == 0;
        String separator = random.nextInt(20) == 0 ? ";" : ",";
        String end = switch (random.nextInt(6)) {
            case 0 -> "\r\n";
            case 1 -> "\r";
            default -> "\n";
        };
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> quoted || cell.contains(",") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining(end));
        return (random.nextInt(6) == 0 ? "\uFEFF" + text : text).getBytes(random.nextInt(30) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }
}
