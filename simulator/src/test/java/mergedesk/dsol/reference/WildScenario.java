package mergedesk.dsol.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import mergedesk.api.ScenarioFile;

/**
 * Small scenarios with everything in them, some of it absurd: several desks, groups, skills, shifts, breaks, delays, lines, retries, priorities.
 *
 * <p>Half of them live on a coarse grid: recorded arrivals, lengths and plans at multiples of a few seconds, so that many things happen at the
 * same tick and the order of equal times is put to the test.
 */
final class WildScenario {
    private static final String[] STARTS = {
        "2011-01-04T00:00", "2011-03-26T20:00", "2011-10-29T21:30", "2011-06-08T07:45", "2011-04-21T12:00", "2011-02-07T09:00"
    };

    private final Random random;
    private final Path folder;
    private final boolean grid;
    private final boolean cut;
    private final int hours;
    private final LocalDateTime start;
    private final int councils;
    private final int services;
    private final int desks;
    private final StringBuilder yaml = new StringBuilder();

    private WildScenario(Random random, Path folder) {
        this.random = random;
        this.folder = folder;
        grid = random.nextBoolean();
        cut = chance(0.4);
        hours = 2 + random.nextInt(chance(0.3) ? 40 : 10);
        start = LocalDateTime.parse(pick(STARTS));
        councils = 1 + random.nextInt(3);
        services = 1 + random.nextInt(3);
        desks = 1 + random.nextInt(3);
    }

    /** The scenario of a seed, written to {@code folder/wild.yaml} and the files beside it. What the reader refuses is drawn again. */
    static ScenarioFile of(long seed, Path folder) throws IOException {
        Random random = new Random(seed);
        for (int tries = 0; ; tries++) {
            Path file = folder.resolve("wild.yaml");
            Files.writeString(file, new WildScenario(random, folder).text());
            ScenarioFile scenario = ScenarioFile.read(file, List.of());
            if (scenario.isSound()) {
                return scenario;
            }
            if (tries == 100) {
                throw new IllegalStateException("no sound scenario: " + scenario.faults());
            }
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }

    private void line(String format, Object... arguments) {
        yaml.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private String text() throws IOException {
        line("name: Wild");
        time();
        for (int c = 0; c < councils; c++) {
            line("%s  c%d: {name: Council %d}", c == 0 ? "councils:\n" : "", c, c);
        }
        for (int s = 0; s < services; s++) {
            line("%s  s%d: {name: Service %d}", s == 0 ? "services:\n" : "", s, s);
        }
        List<String> flows = flows();
        desks();
        List<String> groups = groups();
        routing(flows, groups);
        line("profiles:\n  peak: {daily: {\"00:00\": 1, \"07:00\": 0, \"08:00\": 5, \"09:00\": 9, \"12:00\": 0, \"13:00\": 3, \"22:00\": 1}}");
        if (chance(0.3)) {
            line("busyness:\n  all: {cv: 30 %%, autocorrelation: %s}", pick("0", "0.6"));
        }
        return yaml.toString();
    }

    private void time() {
        line("time:\n  start: %s\n  length: %d h\n  interval: %s", start, hours, pick("15 min", "30 min", "60 min"));
        if (cut) {
            line("  end: cut\n  warm_up: %d min\n  batches: %d", random.nextInt(hours * 30), 1 + random.nextInt(4));
        }
    }

    private List<String> flows() throws IOException {
        List<String> names = new ArrayList<>();
        line("flows:");
        for (int c = 0; c < councils; c++) {
            for (int s = 0; s < services; s++) {
                if (names.isEmpty() || chance(0.7)) {
                    String name = "f" + c + s;
                    names.add(name);
                    flow(name, c, s);
                }
            }
        }
        return names;
    }

    private void flow(String name, int council, int service) throws IOException {
        line("  %s:\n    council: c%d\n    service: s%d\n    desk: d%d", name, council, service, random.nextInt(desks));
        if (grid || chance(0.2)) {
            trace(name);
        } else {
            line("    volume: %d / h\n    profile: %s", 5 + random.nextInt(60), pick("flat", "peak"));
        }
        if (chance(0.4)) {
            line("    priority: %d", 1 + random.nextInt(3));
        }
        line("    work: %s", chance(0.2) ? byTime(300) : length(300));
        if (chance(0.5)) {
            line("    after_call: %s", length(60));
        }
        if (chance(0.8)) {
            line("    patience: %s", chance(0.2) ? byTime(120) : length(120));
        }
        if (chance(0.3)) {
            line("    balk: %d %%", pick(5, 30, 100));
        }
        if (chance(0.5)) {
            line(
                    "    retry: {probability: %d %%, delay: %s, limit: %d, after: %s}",
                    pick(20, 60, 100),
                    length(pick(30, 600, 7200)),
                    1 + random.nextInt(5),
                    pick("[abandoned]", "[blocked, turned_away]", "[turned_away]", "[abandoned, blocked, turned_away]"));
        }
    }

    private void trace(String name) throws IOException {
        StringBuilder csv = new StringBuilder();
        if (chance(0.3)) {
            csv.append("start,count\n");
            for (int quarter = 0; quarter < hours * 4; quarter++) {
                csv.append(start.plusMinutes(15L * quarter)).append(',').append(random.nextInt(chance(0.1) ? 60 : 12)).append('\n');
            }
            line("    trace: {counts_file: %s.csv, interval: 15 min}", name);
        } else {
            int step = pick(10, 60, 300);
            csv.append("time\n");
            for (int second = 0; second < hours * 3600; second += step) {
                for (int n = random.nextInt(3) * random.nextInt(3) * random.nextInt(step < 60 ? 2 : 3); n > 0; n--) {
                    csv.append(start.plusSeconds(second)).append('\n');
                }
            }
            line("    trace: {times_file: %s.csv}", name);
        }
        Files.writeString(folder.resolve(name + ".csv"), csv);
    }

    private String byTime(int seconds) {
        return "{by_time: {\"00:00\": " + length(seconds) + ", \"10:00\": " + length(seconds / 2) + ", \"14:30\": " + length(2 * seconds) + "}}";
    }

    private String length(int seconds) {
        String zero = chance(0.15) ? ", at_zero: " + pick(10, 50, 100) + " %" : "";
        int onGrid = 10 * Math.max(1, random.nextInt(seconds / 5));
        if (grid && chance(0.8)) {
            return "{distribution: constant, mean: " + (chance(0.05) ? 0 : onGrid) + " s" + zero + "}";
        }
        return switch (random.nextInt(9)) {
            case 0 -> "{distribution: constant, mean: " + onGrid + " s" + zero + "}";
            case 1 -> "{distribution: exponential, mean: " + seconds + " s" + zero + "}";
            case 2 -> "{distribution: lognormal, mean: " + seconds + " s, cv: 140 %" + zero + "}";
            case 3 -> "{distribution: gamma, mean: " + seconds + " s, cv: " + pick(50, 200) + " %" + zero + "}";
            case 4 -> "{distribution: weibull, mean: " + seconds + " s, shape: " + pick("0.7", "2") + zero + "}";
            case 5 -> "{distribution: erlang, mean: " + seconds + " s, phases: 3" + zero + "}";
            case 6 -> "{distribution: uniform, low: 0 s, high: " + 2 * seconds + " s" + zero + "}";
            case 7 -> "{distribution: hyperexponential, branches: [{share: 30 %, mean: " + seconds + " s}, {share: 70 %, mean: 10 s}]" + zero + "}";
            default -> "{distribution: empirical, values: [0 s, 10 s, " + seconds + " s, " + seconds + " s, " + 3 * seconds + " s]" + zero + "}";
        };
    }

    private void desks() {
        line("desks:");
        for (int d = 0; d < desks; d++) {
            line(
                    "  d%d: {answer_within: %d s, short_abandon: %d s, opening: %s%s%s%s}",
                    d,
                    10 * random.nextInt(4),
                    5 * random.nextInt(3),
                    pick("always", "always", "{daily: 08:00-17:30}", "{daily: [\"07:00-12:10\", \"13:00-22:00\"]}"),
                    chance(0.4) ? ", lines: " + (1 + random.nextInt(8)) : "",
                    chance(0.4) ? ", home_first: " + pick(10, 30, 95) + " s" : "",
                    chance(0.5) ? ", at_close: " + pick("serve", "keep") : "");
        }
    }

    private List<String> groups() {
        List<String> names = new ArrayList<>();
        line("groups:");
        for (int d = 0; d < desks; d++) {
            for (int g = 1 + random.nextInt(3); g > 0; g--) {
                String name = "g" + names.size();
                names.add(name);
                line("  %s:\n    desk: d%d", name, d);
                if (chance(0.6)) {
                    line("    employer: c%d", random.nextInt(councils));
                }
                if (chance(0.3)) {
                    line("    skills: [s%d]", random.nextInt(services));
                }
                if (chance(0.4)) {
                    line("    speed: {s%d: %s}", random.nextInt(services), pick("0.5", "1.25", "2", "1.7"));
                }
                presence();
            }
        }
        return names;
    }

    private void presence() {
        int most = 4;
        switch (random.nextInt(3)) {
            case 0 -> line("    staffing: %d", 1 + random.nextInt(most));
            case 1 -> {
                StringBuilder table = new StringBuilder("{\"00:00\": " + random.nextInt(most));
                for (int at = random.nextInt(200); at < 1430; at += 10 * (1 + random.nextInt(20))) {
                    if (at > 0) {
                        table.append(String.format(Locale.ROOT, ", \"%02d:%02d\": %d", at / 600 * 10 + at / 60 % 10, at % 60 / 10 * 10, random.nextInt(most)));
                        at = at / 10 * 10;
                    }
                }
                line("    staffing: {daily: %s}}", table);
            }
            default -> {
                line("    shifts:");
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    shift();
                }
            }
        }
    }

    private void shift() {
        int from = 30 * random.nextInt(40);
        int length = 30 * (1 + random.nextInt(20));
        boolean overnight = from + length > 1440;
        StringBuilder breaks = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            breaks.append(breaks.isEmpty() ? "" : ", ")
                    .append("{at: \"").append(clock(from + 10 * random.nextInt(length / 10))).append("\", length: ")
                    .append(pick(5, 10, 30, 120)).append(" min}");
        }
        line(
                "      - {agents: %d, days: daily, start: \"%s\", end: \"%s\"%s, breaks: [%s]}",
                1 + random.nextInt(2), clock(from), clock(from + length), overnight ? ", overnight: true" : "", breaks);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60 % 24, minute % 60);
    }

    private void routing(List<String> flows, List<String> groups) {
        List<String> rows = new ArrayList<>();
        for (String flow : flows) {
            if (chance(0.3)) {
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    rows.add(String.format(
                            Locale.ROOT,
                            "  - {flow: %s, group: %s, after: %d s, rank: %d, preference: %d}",
                            flow,
                            groups.get(random.nextInt(groups.size())),
                            pick(0, 0, 10, 30, 60),
                            1 + random.nextInt(3),
                            1 + random.nextInt(3)));
                }
            }
        }
        if (!rows.isEmpty()) {
            line("routing:\n%s", String.join("\n", rows));
        }
    }
}
