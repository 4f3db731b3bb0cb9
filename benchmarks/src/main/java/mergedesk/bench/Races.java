package mergedesk.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mergedesk.experiment.ReplicationBenchmark;
import mergedesk.experiment.WholeYearBenchmark;
import mergedesk.kernel.EventQueueBenchmark;
import mergedesk.kernel.PendingQueue;
import mergedesk.kernel.RoutingBenchmark;
import mergedesk.observe.RecorderBenchmark;
import mergedesk.peer.CReference;
import mergedesk.peer.Contender;
import mergedesk.peer.DeskBenchmark;
import mergedesk.random.Sampler;
import mergedesk.random.SamplerBenchmark;

/** What is run against what. One operation is one event of the desk, of the hold model, one draw, one call, one replication. */
final class Races {
    static final String DESK = "desk";
    static final String HOLD = "hold-";
    static final String THREADS = "threads";
    static final String SAMPLERS = "samplers";
    static final String ROUTING = "routing";
    static final String RECORDER = "recorder";
    static final String WAIT = "wait";
    static final String SWEEP = "sweep-";

    static final String C = "c";
    static final String C_LADDER = "c_ladder";
    static final String C_HEAP = "c_heap";
    static final String COMMAND_LINE = "command_line";
    static final String YEAR = "year";
    static final String DESK_WARMED = "desk_warmed";
    static final String YEAR_WARMED = "year_warmed";
    static final String CALLS_YEAR = "calls_year";
    static final String CALLS_YEAR_WARMED = "calls_year_warmed";
    static final String FIRST_LINE = "first_line";
    static final String DAY_REPORT = "day_report";
    static final String FIRST_RESULT = "first_result";
    static final String START = "start";
    static final String LOOP = "loop";
    static final String RUNS = "runs";
    static final String WHOLE = "sweep";

    static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> QUICK_SIZES = List.of(10, 1_000, 100_000);
    private static final int LARGEST_OF_PEERS = 100_000; // beyond, SSJ and DSOL take microseconds an event

    private static final String ORACLE = "oracles/erlang-a-desk.yaml";
    private static final String DAY = "oracles/01_mmc_day.yaml";
    private static final String CALLS = "councils/cheshire/merged.yaml";
    private static final String CHANNELS = "councils/cheshire/channels.yaml";

    private final Settings settings;
    private final Optional<CReference> c;
    private final Jmh jmh;
    private final CommandLine commandLine;
    private final Path scenarios = Project.root().resolve("scenarios");
    private long seed;

    Races(Settings settings, Optional<CReference> c, CommandLine commandLine) {
        this.settings = settings;
        this.c = c;
        this.commandLine = commandLine;
        jmh = new Jmh(settings);
    }

    /** Name of a contender in tables and files. */
    static String name(Enum<?> contender) {
        return contender.name().toLowerCase(Locale.ROOT);
    }

    List<Race> wanted() {
        List<Race> races = new ArrayList<>();
        if (settings.wants(DESK)) {
            races.add(desk());
        }
        for (int size : settings.quick() ? QUICK_SIZES : SIZES) {
            if (settings.wants(HOLD + size)) {
                races.add(hold(size));
            }
        }
        if (settings.wants(THREADS)) {
            races.add(new Race(THREADS, settings.rounds())
                    .with("1", jmh.sample(ReplicationBenchmark.class, 2, Map.of("threads", "1")))
                    .with("2", jmh.sample(ReplicationBenchmark.class, 2, Map.of("threads", "2"))));
        }
        if (settings.wants(SAMPLERS)) {
            races.add(each(SAMPLERS, Sampler.values(), SamplerBenchmark.class, 0.4, "sampler"));
        }
        if (settings.wants(ROUTING)) {
            Race routing = new Race(ROUTING, settings.fewRounds());
            List.of("1", "5", "25")
                    .forEach(n -> routing.with(n, jmh.sample(RoutingBenchmark.class, 1, Map.of("councils", n))));
            races.add(routing);
        }
        if (settings.wants(RECORDER)) {
            races.add(each(RECORDER, RecorderBenchmark.Measures.values(), RecorderBenchmark.class, 1, "measures"));
        }
        if (settings.wants(WAIT)) {
            races.add(waits());
        }
        for (SweepRun.Kind kind : List.of(SweepRun.Kind.LONG, SweepRun.Kind.HOUR, SweepRun.Kind.HOURS)) {
            if (settings.wants(SWEEP + name(kind))) {
                races.add(sweep(kind));
            }
        }
        return races;
    }

    /** One process measures all, in turns. */
    private Race sweep(SweepRun.Kind kind) {
        SweepRun.Cost[] last = new SweepRun.Cost[1];
        return new Race(SWEEP + name(kind), settings.rounds())
                .with(LOOP, () -> (last[0] = SweepRun.Cost.of(kind)).loopSample())
                .with(RUNS, () -> last[0].runSample())
                .with(WHOLE, () -> last[0].sweepSample());
    }

    /** What a person waits for, by the wall's clock. */
    private Race waits() {
        String year = scenarios.resolve(CALLS).toString();
        String day = scenarios.resolve(DAY).toString();
        return new Race(WAIT, settings.rounds())
                .with(FIRST_LINE, () -> commandLine.firstLine("check", year))
                .with(DAY_REPORT, () -> commandLine.report(day, "--replications", "10"))
                .with(START, () -> commandLine.firstLine("--version"))
                .with(FIRST_RESULT, () -> commandLine.sweep(SweepRun.Kind.ONE.text()));
    }

    private Race each(String name, Enum<?>[] contenders, Class<?> benchmark, double seconds, String parameter) {
        Race race = new Race(name, settings.fewRounds());
        for (Enum<?> contender : contenders) {
            race.with(name(contender), jmh.sample(benchmark, seconds, Map.of(parameter, contender.name())));
        }
        return race;
    }

    private Race desk() {
        Race race = new Race(DESK, settings.rounds());
        // C between the two that are compared with it.
        race.with(COMMAND_LINE, () -> commandLine.run(scenarios.resolve(ORACLE), "").sample());
        c.ifPresent(reference -> race.with(C, () -> desk(reference)));
        for (Contender contender : Contender.values()) {
            race.with(name(contender), jmh.sample(DeskBenchmark.class, 2, Map.of("contender", contender.name())));
        }
        return race.with(YEAR, () -> year(CHANNELS))
                .with(CALLS_YEAR, () -> year(CALLS))
                .with(DESK_WARMED, warmed(ORACLE))
                .with(YEAR_WARMED, warmed(CHANNELS))
                .with(CALLS_YEAR_WARMED, warmed(CALLS));
    }

    private Sample year(String scenario) {
        return commandLine.run(scenarios.resolve(scenario), "", "--replications", "1").sample();
    }

    private Supplier<Sample> warmed(String scenario) {
        return jmh.sample(WholeYearBenchmark.class, 2, Map.of("scenario", scenario));
    }

    private Sample desk(CReference reference) {
        CReference.DeskRun run = reference.desk(5_000_000, 1, ++seed).get(0);
        double nanos = run.cpuSeconds() * 1e9 / run.figures().events();
        return new Sample(nanos, nanos, 0);
    }

    private Race hold(int size) {
        Race race = new Race(HOLD + size, settings.rounds());
        c.ifPresent(reference ->
                race.with(C_LADDER, hold(reference, "ladder", size)).with(C_HEAP, hold(reference, "heap", size)));
        for (PendingQueue queue : PendingQueue.values()) {
            boolean peer = queue.compareTo(PendingQueue.PRIORITY_QUEUE) > 0;
            if (!peer || (!settings.quick() && size <= LARGEST_OF_PEERS)) {
                Map<String, String> parameters = Map.of("pending", Integer.toString(size), "queue", queue.name());
                race.with(name(queue), jmh.sample(EventQueueBenchmark.class, 0.6, parameters));
            }
        }
        return race;
    }

    private Supplier<Sample> hold(CReference reference, String queue, int size) {
        return () -> {
            double nanos = reference.holdNanos(queue, size, 0.5, ++seed);
            return new Sample(nanos, nanos, 0);
        };
    }
}
