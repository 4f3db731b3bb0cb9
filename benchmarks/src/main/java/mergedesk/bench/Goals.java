package mergedesk.bench;

import static mergedesk.bench.Races.C;
import static mergedesk.bench.Races.CALLS_YEAR;
import static mergedesk.bench.Races.CALLS_YEAR_WARMED;
import static mergedesk.bench.Races.COMMAND_LINE;
import static mergedesk.bench.Races.C_LADDER;
import static mergedesk.bench.Races.DAY_REPORT;
import static mergedesk.bench.Races.DESK;
import static mergedesk.bench.Races.DESK_WARMED;
import static mergedesk.bench.Races.FIRST_LINE;
import static mergedesk.bench.Races.FIRST_RESULT;
import static mergedesk.bench.Races.HOLD;
import static mergedesk.bench.Races.LOOP;
import static mergedesk.bench.Races.RECORDER;
import static mergedesk.bench.Races.RUNS;
import static mergedesk.bench.Races.START;
import static mergedesk.bench.Races.SWEEP;
import static mergedesk.bench.Races.THREADS;
import static mergedesk.bench.Races.WAIT;
import static mergedesk.bench.Races.WHOLE;
import static mergedesk.bench.Races.YEAR;
import static mergedesk.bench.Races.YEAR_WARMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.kernel.PendingQueue;
import mergedesk.observe.RecorderBenchmark;
import mergedesk.peer.Contender;

/** The rows P1 to P11 of the goals, with what was measured and whether that is enough. */
final class Goals {
    /** Most events that are pending at once in a scenario: the country's agents and callers who wait. */
    private static final int LARGEST_REACHED = 10_000;

    private static final String KERNEL = Races.name(Contender.KERNEL);
    private static final String ALL = Races.name(RecorderBenchmark.Measures.ALL);
    private static final String SSJ = Races.name(Contender.SSJ);
    private static final double MEGABYTE = 1 << 20;

    /** What a row comes to. */
    enum Verdict {
        GOAL("goal reached"),
        FIRST_STEP("first step reached"),
        MISSED("**missed**");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        static Verdict of(boolean goal, boolean firstStep) {
            return goal ? GOAL : firstStep ? FIRST_STEP : MISSED;
        }

        static Verdict atLeast(double value, double goal, double firstStep) {
            return of(value >= goal, value >= firstStep);
        }
    }

    /** One row of the table of goals. */
    record Row(String id, String what, String measured, String goal, String firstStep, Verdict verdict) {}

    private final Results results;
    private final List<Row> rows = new ArrayList<>();

    private Goals(Results results) {
        this.results = results;
    }

    /** The rows of what was measured, in order. */
    static List<Row> of(Results results) {
        Goals goals = new Goals(results);
        goals.queue();
        goals.kernel();
        goals.commandLine();
        goals.year();
        goals.allocation();
        goals.threads();
        goals.memory();
        goals.country();
        goals.sweeps();
        goals.waits();
        goals.growth();
        return goals.rows;
    }

    private void add(String id, String what, String measured, String goal, String firstStep, Verdict verdict) {
        rows.add(new Row(id, what, measured, goal, firstStep, verdict));
    }

    private void queue() {
        String ours = Races.name(PendingQueue.EVENT_QUEUE);
        double worst = 0;
        StringBuilder bySize = new StringBuilder();
        for (int size : Races.SIZES) {
            var race = results.race(HOLD + size, ours, C_LADDER);
            if (race.isPresent()) {
                double ratio = 1 / race.get().speedOver(ours, C_LADDER);
                bySize.append(bySize.isEmpty() ? "" : " / ").append(number(ratio));
                worst = size <= LARGEST_REACHED ? Math.max(worst, ratio) : worst;
            }
        }
        if (worst > 0) {
            add(
                    "P1",
                    "event queue, hold model, time by size",
                    "%s × C ladder; worst up to 10,000 pending: %s".formatted(bySize, number(worst)),
                    "≤ 1.2 ×",
                    "≤ 1.5 ×",
                    Verdict.of(worst <= 1.2, worst <= 1.5));
        }
    }

    private void kernel() {
        results.race(DESK, KERNEL, C)
                .ifPresent(race -> add(
                        "P2",
                        "kernel, Erlang-A desk, statistics of the table, warmed",
                        times(race, KERNEL, C, "C"),
                        "≥ 1.2 × C",
                        "≥ 0.75 × C",
                        Verdict.atLeast(race.speedOver(KERNEL, C), 1.2, 0.75)));
    }

    private void commandLine() {
        results.race(DESK, COMMAND_LINE, C).ifPresent(race -> {
            double overC = race.speedOver(COMMAND_LINE, C);
            double overSsj = race.speedOver(COMMAND_LINE, SSJ);
            add(
                    "P3",
                    "the same desk as a file through the command line, every measure, from a cold start",
                    times(race, COMMAND_LINE, C, "C")
                            + "; %s × SSJ's warmed bare model (%s × in wall time, start of Java included)"
                                    .formatted(number(overSsj), number(race.wallSpeedOver(COMMAND_LINE, SSJ))),
                    "≥ 1 × C",
                    "≥ 0.5 × C and ahead of SSJ",
                    Verdict.of(overC >= 1, overC >= 0.5 && overSsj > 1));
        });
    }

    private void year() {
        results.race(DESK, YEAR, COMMAND_LINE).ifPresent(race -> {
            double ratio = race.speedOver(YEAR, COMMAND_LINE);
            add(
                    "P4",
                    "a year of the merged Cheshire desk with every channel, one replication, as P3",
                    "%s × P3's events/s; both warmed: %s ×; calls alone: %s × and %s ×"
                            .formatted(
                                    range(race, YEAR, COMMAND_LINE),
                                    number(race.speedOver(YEAR_WARMED, DESK_WARMED)),
                                    number(race.speedOver(CALLS_YEAR, COMMAND_LINE)),
                                    number(race.speedOver(CALLS_YEAR_WARMED, DESK_WARMED))),
                    "≥ 0.9 ×",
                    "≥ 0.7 ×",
                    Verdict.atLeast(ratio, 0.9, 0.7));
        });
    }

    private void allocation() {
        results.race(RECORDER, ALL, ALL).ifPresent(race -> {
            double bytes = race.bytes(ALL);
            boolean none = bytes < 0.001; // the virtual machine's own, a few hundred bytes in a million events
            add(
                    "P5",
                    "allocation inside the loop after warm-up",
                    "%.3f bytes per event".formatted(bytes),
                    "0",
                    "0",
                    Verdict.of(none, none));
        });
    }

    private void threads() {
        results.race(THREADS, "1", "2").ifPresent(race -> {
            double ratio = race.wallSpeedOver("2", "1");
            add(
                    "P6",
                    "replications on 2 threads against 1, wall time",
                    "%.2f ×".formatted(ratio),
                    "≥ 1.95 ×",
                    "≥ 1.9 ×",
                    Verdict.atLeast(ratio, 1.95, 1.9));
        });
    }

    private void memory() {
        if (results.liveBytes().isEmpty()) {
            return;
        }
        List<Long> live = List.copyOf(results.liveBytes().values());
        boolean flat = live.get(live.size() - 1) <= 1.1 * live.get(0);
        String figures = String.join(
                " / ",
                live.stream().map(bytes -> "%.1f".formatted(bytes / MEGABYTE)).toList());
        String days = String.join(
                " / ",
                results.liveBytes().keySet().stream()
                        .map(d -> "%,d".formatted(d))
                        .toList());
        add(
                "P7",
                "memory by horizon",
                "%s MB live after %s days, in a heap of 64 MB".formatted(figures, days),
                "flat",
                "flat",
                Verdict.of(flat, flat));
    }

    private void country() {
        results.country().ifPresent(country -> {
            double events = country.sample().cpuNanos();
            var desk = results.races().get(DESK);
            double ratio = desk == null ? 0 : desk.cpuNanos(COMMAND_LINE) / events;
            add(
                    "P8",
                    "the country: 300 councils, 40 desks, %,.1f million contacts"
                            .formatted(country.run().contacts() / 1e6),
                    "%.1f million events/s, %s; heap at most %,.0f MB, %,.0f MB after a collection"
                            .formatted(
                                    1e3 / events,
                                    desk == null ? "P3 was not run" : number(ratio) + " × P3's",
                                    country.peakBytes() / MEGABYTE,
                                    country.liveBytes() / MEGABYTE),
                    "2 GB heap, ≥ 0.5 ×",
                    "runs",
                    Verdict.of(ratio >= 0.5, true));
        });
    }

    private void sweeps() {
        sweep(SweepRun.Kind.LONG, "a sweep of runs of 50 ms and more on two threads: processor time in the event loop, of all of the process", 0.95, 0.9);
        sweep(SweepRun.Kind.HOUR, "the same of runs of one hour, one at each point: compiling and all else less than the simulation", 0.5, 0.25);
        sweep(SweepRun.Kind.HOURS, "the same of 100,000 runs of one hour, a hundred at each point", 0.5, 0.25);
    }

    private void sweep(SweepRun.Kind kind, String what, double goal, double firstStep) {
        results.race(SWEEP + Races.name(kind), LOOP, WHOLE).ifPresent(race -> {
            double share = race.speedOver(WHOLE, LOOP);
            double run = race.cpuNanos(WHOLE) / 1e6;
            add(
                    "P9",
                    what,
                    "%.1f %% (with making kernels, summary and row %.1f %%); %s ms a run, of which %s ms are outside the loop; %,.0f runs/s"
                            .formatted(100 * share, 100 * race.speedOver(WHOLE, RUNS), number(run), number((1 - share) * run), 1e9 / race.wallNanos(WHOLE)),
                    "≥ %.0f %%".formatted(100 * goal),
                    "≥ %.0f %%".formatted(100 * firstStep),
                    Verdict.atLeast(share, goal, firstStep));
        });
    }

    private void waits() {
        results.race(WAIT, FIRST_LINE, FIRST_RESULT).ifPresent(race -> {
            double line = race.wallNanos(FIRST_LINE) / 1e9;
            double day = race.wallNanos(DAY_REPORT) / 1e9;
            double start = race.wallNanos(START) / 1e9;
            double result = race.wallNanos(FIRST_RESULT) / 1e9 - start;
            add(
                    "P10",
                    "what a person waits for, in wall time: first line of a check of Cheshire's year; a day's desk with its report; a sweep of one run, from the start of the command to its end, beyond what a start of Java takes",
                    "%.2f s; %.2f s; %.2f s beyond %.2f s".formatted(line, day, result, start),
                    "≤ 0.35 s; 0.8 s; 1 s",
                    "≤ 0.6 s; 1.4 s; 2 s",
                    Verdict.of(line <= 0.35 && day <= 0.8 && result <= 1, line <= 0.6 && day <= 1.4 && result <= 2));
        });
    }

    /** Linear: an event of sixteen times as much may cost caches and a logarithm more, half of what it was; memory a tenth more than what is alive. */
    private void growth() {
        if (results.growth().isEmpty()) {
            return;
        }
        boolean linear = true;
        StringBuilder time = new StringBuilder();
        StringBuilder memory = new StringBuilder();
        for (var axis : results.growth().entrySet()) {
            GrowthRun.Point little = axis.getValue().get(0);
            GrowthRun.Point much = axis.getValue().get(axis.getValue().size() - 1);
            double times = axis.getKey().alive() ? (double) much.times() / little.times() : 1;
            double slower = much.nanos() / little.nanos();
            double larger = (double) much.liveBytes() / little.liveBytes();
            linear &= slower <= 1.5 && larger <= 1.1 * times;
            String name = Races.name(axis.getKey());
            time.append(time.isEmpty() ? "" : ", ").append(name).append(' ').append(number(slower));
            memory.append(memory.isEmpty() ? "" : ", ").append(name).append(' ').append(number(larger));
        }
        add(
                "P11",
                "sixteen times as much, over once: time of an event; memory at the end",
                time + "; " + memory,
                "linear: time ≤ 1.5, memory as what is alive",
                "linear",
                Verdict.of(linear, linear));
    }

    private static String times(Race.Outcome race, String one, String other, String name) {
        return range(race, one, other) + " × " + name;
    }

    private static String range(Race.Outcome race, String one, String other) {
        double[] spread = race.spread(one, other);
        return "%s (%s to %s)".formatted(number(race.speedOver(one, other)), number(spread[0]), number(spread[1]));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** For JSON. */
    static List<Map<String, String>> asMaps(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        Map.of("id", row.id, "what", row.what, "measured", row.measured, "verdict", row.verdict.name()))
                .toList();
    }
}
