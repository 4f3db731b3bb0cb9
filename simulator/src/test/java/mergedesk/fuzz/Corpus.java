package mergedesk.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import mergedesk.dsol.reference.WildScenario;

/** Sound scenarios to begin with: the smallest, one with a table of each kind beside it, one that draws everything, and generated ones with everything in them. */
final class Corpus {
    private static final int BY_HAND = 4;
    private static final int WILD = 40;

    private static final String SMALL = """
            name: A desk
            time: {start: 2025-04-07, length: 2 h, zone: UTC}
            councils: {town: {population: 10000}}
            services: {tax: {}}
            flows:
              calls: {council: town, service: tax, desk: desk, volume: 1 / min, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 5 min}}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: 5}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %}]
            """;

    private static final String TABLES = """
            name: Tables
            time: {start: 2025-04-07, length: 1 day, interval: 15 min}
            sources: {S: {title: A table, facts: {a: A fact}}}
            councils: {town: {population: 10000}, village: {name: The village}}
            services: {tax: {}, bins: {}}
            flows:
              counted: {council: town, service: tax, desk: desk, trace: {counts_file: counts.csv, interval: 30 min}, work: {distribution: empirical, file: lengths.csv}}
              timed: {council: town, service: bins, desk: desk, trace: {times_file: times.csv}, work: {distribution: empirical, file: lengths.csv}}
              listed: {council: village, service: tax, desk: desk, volume: {file: volumes.csv}, profile: week, work: {distribution: exponential, mean: 2 min}}
              other: {council: village, service: bins, desk: desk, volume: {value: {file: volumes.csv}, source: S.a}, work: {distribution: exponential, mean: 2 min}, patience: {distribution: exponential, mean: 5 min}}
            profiles: {week: {file: week.csv}}
            desks: {desk: {opening: {mon-fri: 08:00-18:00}}}
            groups: {agents: {desk: desk, staffing: {file: staffing.csv}, cost: "£31,000"}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %, council: town, every: interval}, {measure: answer_rate, at_least: 50 %, every: weekday}, {measure: wait_p90, at_most: 2 min}]
            """;

    final List<Input> inputs = new ArrayList<>();
    final Structures structures = new Structures();
    final Input small = Input.of(SMALL);
    final Input tables = tables();

    Corpus(Path folder, long seed) throws IOException {
        inputs.add(small);
        inputs.add(tables);
        inputs.add(everything());
        inputs.add(extending());
        Random random = new Random(seed);
        for (int i = 0; i < WILD; i++) {
            inputs.add(wild(random.nextLong(), folder));
        }
        for (Input input : inputs) {
            input.files().keySet().stream().filter(name -> name.endsWith(".yaml")).forEach(name -> structures.learn(input.text(name)));
        }
    }

    /** A scenario with tables, and whatever stands in its folder. */
    private static Input tables() {
        StringBuilder week = new StringBuilder("time,mon,tue\n");
        StringBuilder counts = new StringBuilder("start,count\n");
        StringBuilder times = new StringBuilder("time\n");
        for (int hour = 8; hour < 18; hour++) {
            week.append("%02d:00,%d,%d\n".formatted(hour, hour % 4, hour % 3));
            counts.append("2025-04-07 %02d:00,%d\n2025-04-07 %02d:30,%d\n".formatted(hour, hour % 7, hour, hour % 5));
            times.append("2025-04-07T%02d:%02d:%02d\n".formatted(hour, 3 * hour % 60, 7 * hour % 60));
        }
        Map<String, byte[]> files = new TreeMap<>();
        files.put(Input.SCENARIO, Input.bytes(TABLES));
        files.put("week.csv", Input.bytes(week + "18:00,0,0\n"));
        files.put("staffing.csv", Input.bytes("time,mon,tue\n08:00,2,3\n12:30,4,1\n17:45,1,\n"));
        files.put("counts.csv", Input.bytes(counts.toString()));
        files.put("times.csv", Input.bytes(times.toString()));
        files.put("lengths.csv", Input.bytes("seconds\n30\n61.5\n200\n0\n"));
        files.put("volumes.csv", Input.bytes("flow,volume,low,high,source,status\nlisted,10 / hour,5 / hour,20 / hour,S,judged\nother,\"1,000 / week\",,,,\n"));
        return Input.of(files);
    }

    private static Input everything() throws IOException {
        Path folder = Path.of("src", "test", "resources", "mergedesk", "oracle");
        return Input.of(Map.of(
                Input.SCENARIO, Files.readAllBytes(folder.resolve("everything.yaml")),
                "everything-counts.csv", Files.readAllBytes(folder.resolve("everything-counts.csv"))));
    }

    /** One of the shipped studies: a file that extends another, with sources and ranges; two days of it. */
    private static Input extending() throws IOException {
        Path folder = Path.of("..", "scenarios", "councils", "cheshire");
        return Input.of(Map.of(
                Input.SCENARIO, Input.bytes(Files.readString(folder.resolve("merged.yaml")).replace("extends: unmerged.yaml", "extends: base.yaml")),
                "base.yaml", Input.bytes(Files.readString(folder.resolve("unmerged.yaml")).replaceAll("length: .*", "length: 2 days"))));
    }

    private static Input wild(long seed, Path folder) throws IOException {
        Input.of(Map.of()).lay(folder);
        Path scenario = WildScenario.of(seed, folder).path();
        Map<String, byte[]> files = new TreeMap<>();
        String text = Files.readString(scenario);
        files.put(Input.SCENARIO, Input.bytes(text));
        try (Stream<Path> beside = Files.list(folder)) {
            for (Path file : beside.toList()) {
                if (text.contains(file.getFileName().toString())) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return Input.of(files);
    }

    Input any(Random random) {
        return inputs.get(random.nextInt(3) == 0 ? random.nextInt(BY_HAND) : random.nextInt(inputs.size()));
    }
}
