package mergedesk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.store.Exports;

/** A sweep of a desk in a folder: a scenario that extends another, with lengths of calls in a CSV file; one of its points cannot be, as its warm-up is longer than its time. */
public final class SmallSweep {
    /** What is the same whoever makes the runs. */
    private static final List<String> TABLES = List.of("results", "runs", "estimates", "points", "failures", "times");

    private static final String BASE = """
            name: A desk
            time: {start: 2025-04-07, length: 2 h, zone: UTC, end: cut}
            councils: {town: {}}
            services: {tax: {}}
            flows:
              calls:
                council: town
                service: tax
                desk: desk
                volume: 2 / min
                work: {distribution: empirical, file: talk.csv}
                patience: {distribution: exponential, mean: 5 min}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: 10}}
            """;

    private final Path folder;

    /** @param runs the section that says how often points are run */
    public SmallSweep(Path folder, String runs) {
        this.folder = folder;
        write("base.yaml", BASE);
        write("talk.csv", "seconds\n100\n200\n240\n300\n360\n");
        write("desk.yaml", "extends: base.yaml\nname: The desk\n");
        write("sweep.yaml", """
                name: Two desks
                scenario: desk.yaml
                factors:
                  agents: {path: groups.agents.staffing, values: [9, 11]}
                  length: {path: time.length, values: [2 h, 1 h]}
                  warm-up: {path: time.warm_up, values: [0 min, 90 min]}
                  demand: {path: flows.*.volume, values: [90 %, 110 %], multiply: true}
                runs: RUNS
                measures: [sl_answered_of_offered, offered, wait_p95, occupancy in every desk]
                """.replace("RUNS", runs));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return folder.resolve("sweep.yaml");
    }

    /** Each file that it is made of. */
    public List<Path> files() {
        return Stream.of("sweep.yaml", "desk.yaml", "base.yaml", "talk.csv").map(folder::resolve).toList();
    }

    /** All tables of a folder with results, as CSV. */
    public static Map<String, String> tables(Path results) throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        for (String table : TABLES) {
            Path file = results.resolve(table + ".csv");
            Exports.write(results, table, Exports.Form.CSV, file);
            tables.put(table, Files.readString(file));
        }
        return tables;
    }
}
