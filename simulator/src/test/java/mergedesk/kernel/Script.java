package mergedesk.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Tracing;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.program.Timetables;
import mergedesk.scenario.io.Reading;
import mergedesk.scenario.io.ScenarioReader;
import mergedesk.units.Ticks;

/**
 * A tiny scenario whose every event is known beforehand: constant lengths, traced arrivals.
 *
 * <p>As it comes: one hour from Monday 3 January 2011, 09:00, council north, service housing, a desk "desk" that is always open. Parts are
 * written in the user's language, as the inside of a YAML map.
 */
public final class Script {
    /** Where a killed test run leaves its files, if it must: where {@code clean} finds them. */
    private static final Path FOLDER = Path.of("target", "scripts");

    private String time = "start: 2011-01-03T09:00, length: 1 h";
    private final Map<String, String> flows = new LinkedHashMap<>();
    private final Map<String, List<String>> arrivals = new LinkedHashMap<>();
    private final Map<String, List<String>> counts = new LinkedHashMap<>();
    private final Map<String, String> desks = new LinkedHashMap<>(Map.of("desk", ""));
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final List<String> blocks = new ArrayList<>();
    private final List<Timetables.Step> planned = new ArrayList<>();

    /** Two desks, retries, balking, lines, after-call work, shifts with breaks: every event occurs. Starts on a Monday at midnight. */
    public static Script everything(String time) {
        return new Script()
                .time("start: 2011-01-10, " + time)
                .with("""
                        councils: {north: , south: }
                        services: {housing: , tax: }
                        profiles: {day: {daily: {"07:30": 1, "08:30": 4, "12:00": 2, "17:30": 1, "18:40": 0}}}
                        """)
                .desk("desk", "opening: {daily: 08:00-18:00}, lines: 9, home_first: 15 s")
                .desk("night", "opening: always, answer_within: 45 s, short_abandon: 10 s")
                .volume("a", "volume: 900 / day, profile: day, work: {distribution: exponential, mean: 3 min}, "
                        + "after_call: {distribution: exponential, mean: 40 s}, patience: {distribution: exponential, mean: 1 min}, balk: 10 %, "
                        + "retry: {probability: 60 %, limit: 3, delay: {distribution: exponential, mean: 10 min}}")
                .volume("b", "council: south, service: tax, volume: 500 / day, profile: day, work: {distribution: exponential, mean: 2 min}, "
                        + "patience: {distribution: lognormal, mean: 2 min, cv: 1.2, at_zero: 5 %}")
                .volume("c", "council: south, desk: night, volume: 700 / day, work: {distribution: exponential, mean: 4 min}, "
                        + "patience: {distribution: exponential, mean: 90 s}, "
                        + "retry: {probability: 50 %, delay: {distribution: exponential, mean: 30 min}}")
                .agents("ours", "employer: north, skills: [housing], staffing: {daily: {\"08:00\": 2, \"10:00\": 4, \"17:00\": 3, \"18:00\": 0}}")
                .agents("theirs", "employer: south, shifts: [{agents: 2, days: daily, start: \"08:00\", end: \"18:00\", "
                        + "breaks: [{at: \"12:00\", length: 30 min}]}]")
                .agents("late", "desk: night, staffing: 2");
    }

    /** {@code start: …, length: …} and what else stands under time. */
    public Script time(String inside) {
        time = inside;
        return this;
    }

    /** A flow to "desk", unless it says otherwise, with contacts at these seconds after the start. */
    public Script calls(String name, String inside, double... seconds) {
        flows.put(name, inside);
        LocalDateTime start = start();
        List<String> times = new ArrayList<>();
        for (double second : seconds) {
            times.add(start.plusNanos(Math.round(second * 1e6) * 1_000).toString());
        }
        arrivals.put(name, times);
        return this;
    }

    /** A flow with contacts at these local dates and times. */
    public Script callsAt(String name, String inside, String... times) {
        flows.put(name, inside);
        arrivals.put(name, List.of(times));
        return this;
    }

    /** A flow with these lines "start,count" of contacts per 30 min. */
    public Script counted(String name, String inside, String... lines) {
        flows.put(name, inside);
        counts.put(name, List.of(lines));
        return this;
    }

    /** A flow with a volume of its own. */
    public Script volume(String name, String inside) {
        flows.put(name, inside);
        return this;
    }

    public Script desk(String name, String inside) {
        desks.put(name, inside);
        return this;
    }

    /** A group of "desk", unless it says otherwise. */
    public Script agents(String name, String inside) {
        groups.put(name, inside);
        return this;
    }

    /** A step of the timetable that the language has no words for: {@link Timetable#AWAY} or BACK. */
    public Script planned(long second, int action, int agent) {
        planned.add(new Timetables.Step(second * Ticks.PER_SECOND, action, agent, 0));
        return this;
    }

    /** Anything else at the top of the file. */
    public Script with(String block) {
        blocks.add(block);
        return this;
    }

    /** {@code distribution: constant} of so many seconds. */
    public static String seconds(double seconds) {
        return "{distribution: constant, mean: " + BigDecimal.valueOf(Math.round(seconds * 1_000)).stripTrailingZeros().toPlainString() + " ms}";
    }

    private LocalDateTime start() {
        return LocalDateTime.parse(time.replaceAll("(?s).*start: *([-0-9T:]+).*", "$1").replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)$", "$1T00:00"));
    }

    private String yaml() {
        StringBuilder yaml = new StringBuilder("name: Script\ntime: {" + time + "}\nflows:\n");
        flows.forEach((name, inside) -> {
            yaml.append("  ").append(name).append(": {").append(inside);
            yaml.append(inside.contains("council:") ? "" : ", council: north").append(inside.matches("(?s)(.*[ ,])?service:.*") ? "" : ", service: housing");
            yaml.append(inside.contains("desk:") ? "" : ", desk: desk");
            yaml.append(arrivals.containsKey(name) ? ", trace: {times_file: " + name + ".csv}" : "");
            yaml.append(counts.containsKey(name) ? ", trace: {counts_file: " + name + ".csv}" : "").append("}\n");
        });
        yaml.append("desks:\n");
        desks.forEach((name, inside) -> yaml.append("  ").append(name).append(": {").append(inside).append("}\n"));
        yaml.append("groups:\n");
        groups.forEach((name, inside) ->
                yaml.append("  ").append(name).append(": {").append(inside).append(inside.contains("desk:") ? "" : ", desk: desk").append("}\n"));
        String more = String.join("\n", blocks);
        yaml.append(more.contains("councils:") ? "" : "councils: {north: }\n").append(more.contains("services:") ? "" : "services: {housing: }\n");
        return yaml.append(more).append('\n').toString();
    }

    public Program compile() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "script");
            try {
                return compileIn(folder);
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Program compileIn(Path folder) throws IOException {
        for (Map.Entry<String, List<String>> file : arrivals.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".csv"), "time\n" + String.join("\n", file.getValue()) + "\n");
        }
        for (Map.Entry<String, List<String>> file : counts.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".csv"), "start,count\n" + String.join("\n", file.getValue()) + "\n");
        }
        Path file = Files.writeString(folder.resolve("script.yaml"), yaml());
        Reading reading = new ScenarioReader(Map.of()).read(file, List.of());
        if (!reading.isSound()) {
            throw new IllegalArgumentException(
                    reading.problems().stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n" + yaml());
        }
        Program program = ScenarioCompiler.compile(reading.scenario());
        return planned.isEmpty() ? program : Timetables.plus(program, planned);
    }

    /**
     * Every event as "second class event contact agent", by tick and class, otherwise in the order in which they were told (abandonments
     * that nobody notices are told late); a contact is its flow's name and ordinal, with
     * "+n" for attempt n after the first and "@d" for day d after the first; an application is its name.
     */
    public List<String> run() {
        Program program = compile();
        List<String> events = new ArrayList<>();
        Tracing.trace(program, 1, 0, line -> events.add(line.toString()));
        return events.stream()
                .sorted(Comparator.comparingLong((String line) -> Long.parseLong(line.split(",")[0]))
                        .thenComparingInt(line -> Integer.parseInt(line.split(",")[1])))
                .map(line -> readable(line, program))
                .toList();
    }

    private static String readable(String line, Program program) {
        String[] columns = line.split(",", -1);
        String[] contact = columns[3].split(":");
        if (contact.length == 1) {
            return seconds(columns[0]) + " " + columns[1] + " " + columns[2] + " " + program.names().applications().get(Integer.parseInt(contact[0]));
        }
        String day = contact[1].equals("0") ? "" : "@" + contact[1];
        String attempt = contact[3].equals("0") ? "" : "+" + contact[3];
        String name = program.names().flows().get(Integer.parseInt(contact[0])) + contact[2] + day + attempt;
        return (seconds(columns[0]) + " " + columns[1] + " " + columns[2] + " " + name + " " + columns[4]).trim();
    }

    private static String seconds(String ticks) {
        return new BigDecimal(ticks).movePointLeft(6).stripTrailingZeros().toPlainString();
    }

    /** What one replication leaves. */
    public static final class Result {
        private final Program program;
        public final List<RunSummary> summaries;

        private Result(Program program, List<RunSummary> summaries) {
            this.program = program;
            this.summaries = summaries;
        }

        public long overall(int column) {
            return of(Scopes.Kind.OVERALL, 0, column);
        }

        /** A column of one scope; times are ticks. */
        public long of(Scopes.Kind kind, int index, int column) {
            int row = new Scopes(program).row(kind, index);
            return summaries.stream().mapToLong(summary -> summary.total(row, column)).sum();
        }

        /** A time column in whole seconds. */
        public long seconds(Scopes.Kind kind, int index, int column) {
            return of(kind, index, column) / Ticks.PER_SECOND;
        }

        public Program program() {
            return program;
        }
    }

    public Result summarise() {
        return summarise(compile(), 1, 0);
    }

    public static Result summarise(Program program, long seed, int replication) {
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> totals[0] = new Totals(state));
        kernel.reset(seed, replication);
        kernel.runUntil(Ticks.NEVER);
        return new Result(program, totals[0].finish());
    }
}
