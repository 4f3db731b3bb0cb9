package mergedesk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mergedesk.compile.Fingerprint;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Comparing;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.StudyBuilder;
import mergedesk.experiment.Targets;
import mergedesk.experiment.Tracing;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.results.Comparison;
import mergedesk.results.Parts;
import mergedesk.results.Study;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Observations;
import mergedesk.units.Ticks;

/**
 * What Mergedesk can do, for programs: run, compare, trace. (Solving: {@link Solving}.)
 *
 * <pre>{@code
 * ScenarioFile file = ScenarioFile.read(Path.of("merged.yaml"), List.of("desks.one.lines=40"));
 * Study study = Mergedesk.run(file, RunOptions.defaults(), Watcher.NONE);
 * }</pre>
 *
 * <p>Results depend on the scenario, its overrides, seed and replications only: not on threads, machine or Java version.
 */
public final class Mergedesk {
    /** Heading of a trace's columns. */
    public static final String TRACE_HEADING = Trace.HEADING;

    private static final int NAMED = 3;

    private Mergedesk() {}

    /** Runs a sound scenario. When the watcher stops it, the study holds what was finished, and says so; nothing finished: no KPIs. */
    public static Study run(ScenarioFile file, RunOptions options, Watcher watcher) {
        Finished run = finish(file, options, watcher);
        List<String> warnings = warnings(run);
        return new StudyBuilder(file.scenario(), run.program, run.outcome.observations()).build(manifest(file, options, run), warnings);
    }

    /**
     * Runs both scenarios on common random numbers; differences are b minus a. Without a number of replications a finds its own, and b takes
     * the same.
     */
    public static Comparison compare(ScenarioFile a, ScenarioFile b, RunOptions options, Watcher watcher) {
        if (!a.scenario().time().equals(b.scenario().time())) {
            throw new IllegalArgumentException("the two scenarios differ under time:; pairs need the same calendar and horizon");
        }
        long seed = options.seed() != null ? options.seed() : a.scenario().runs().seed();
        Finished first = finish(a, new RunOptions(options.replications(), seed, options.threads(), options.command()), watcher);
        RunOptions same = new RunOptions(Math.max(1, first.outcome.replications()), seed, options.threads(), options.command());
        Finished second = finish(b, same, watcher);
        List<String> warnings = new ArrayList<>();
        warnings(first).forEach(warning -> warnings.add(a.path() + ": " + warning));
        warnings(second).forEach(warning -> warnings.add(b.path() + ": " + warning));
        int pairs = Math.min(first.outcome.replications(), second.outcome.replications());
        return new Comparing(side(a, same, first, pairs), side(b, same, second, pairs)).compare(text(a.scenario().question()), warnings);
    }

    private static Comparing.Side side(ScenarioFile file, RunOptions options, Finished run, int pairs) {
        List<RunSummary> all = run.outcome.observations().summaries();
        int perReplication = all.size() / Math.max(1, run.outcome.replications());
        Observations paired = new Observations(all.subList(0, pairs * perReplication), run.outcome.observations().areBatches());
        return new Comparing.Side(
                run.program, paired, manifest(file, options, run), file.scenario().name(), text(file.scenario().description()));
    }

    /** Writes the event trace of one replication. */
    public static void trace(ScenarioFile file, Long seed, int replication, Consumer<CharSequence> lines) {
        Program program = ScenarioCompiler.compile(file.scenario());
        Tracing.trace(program, seed != null ? seed : file.scenario().runs().seed(), replication, lines::accept);
    }

    /** A run with what it needs to be told about. */
    private record Finished(Program program, Experiment.Decider decider, Experiment.Outcome outcome, long seed, double seconds) {}

    private static Finished finish(ScenarioFile file, RunOptions options, Watcher watcher) {
        long start = System.nanoTime();
        Scenario scenario = file.scenario();
        Program program = ScenarioCompiler.compile(scenario);
        long seed = options.seed() != null ? options.seed() : scenario.runs().seed();
        Integer replications = options.replications() != null ? options.replications() : scenario.runs().replications();
        RunSettings settings = new RunSettings(replications, scenario.runs().maxReplications(), seed, options.threads());
        Experiment.Decider decider = Targets.decider(scenario, new KpiTable(program));
        Experiment.Outcome outcome = new Experiment(program, settings, decider).run(watcher);
        return new Finished(program, decider, outcome, seed, (System.nanoTime() - start) * 1e-9);
    }

    private static List<String> warnings(Finished run) {
        Parts parts = new Parts();
        List<String> found = parts.make("Warnings", List.of(), () -> found(run));
        return Stream.concat(found.stream(), parts.failures().stream()).toList();
    }

    private static List<String> found(Finished run) {
        List<String> warnings = new ArrayList<>();
        Experiment.Outcome outcome = run.outcome;
        if (!outcome.complete()) {
            warnings.add("Stopped early: %d of %d replications were finished; the numbers rest on those.".formatted(outcome.replications(), outcome.asked()));
        } else if (!outcome.precise()) {
            Estimate decider = new KpiTable(run.program).estimate(outcome.observations(), run.decider.measure(), run.decider.row());
            warnings.add(decider.isEmpty()
                    ? "Nothing happened that %s speaks of, which decides how many replications are run.".formatted(run.decider.measure().id())
                    : "After %d replications the deciding measure is still not known to 1 point (or 5 %%); raise runs.max_replications or give --replications."
                            .formatted(outcome.replications()));
        }
        if (outcome.observations().count() == 1) {
            warnings.add("One observation has no interval: give --replications 2 or more.");
        }
        double correlation = outcome.observations().correlation(run.decider.measure(), run.decider.row());
        if (correlation > 0) {
            warnings.add("Neighbouring batches hang together (correlation %.2f), so half-widths are too small: give a longer time.length, or a time.batches of 30.".formatted(correlation));
        }
        List<String> unpriced = new KpiTable(run.program).groupsWithoutCost();
        if (!unpriced.isEmpty()) {
            warnings.add("No cost is given for %s%s: what they cost, and every sum with them, is empty.".formatted(
                    String.join(", ", unpriced.subList(0, Math.min(NAMED, unpriced.size()))),
                    unpriced.size() > NAMED ? " and " + (unpriced.size() - NAMED) + " more groups" : ""));
        }
        if (total(run, Count.OFFERED) - total(run, Count.ANSWERED) - total(run, Count.ABANDONED) - total(run, Count.BLOCKED) > 0) {
            warnings.add("Some callers were still waiting when everything had ended: nobody was left to answer them, and they never give up.");
        }
        return warnings;
    }

    private static long total(Finished run, int column) {
        return run.outcome.observations().summaries().stream().mapToLong(summary -> summary.total(0, column)).sum();
    }

    private static Study.Manifest manifest(ScenarioFile file, RunOptions options, Finished run) {
        Scenario scenario = file.scenario();
        long arrivals = total(run, Count.OFFERED) + total(run, Count.TURNED_AWAY);
        long events = arrivals + 2 * total(run, Count.ANSWERED) + total(run, Count.ABANDONED);
        return new Study.Manifest(
                file.path().toString(),
                file.hash(),
                Fingerprint.of(run.program),
                run.seed,
                run.outcome.replications(),
                run.outcome.asked(),
                run.outcome.complete(),
                run.outcome.observations().count(),
                run.outcome.observations().areBatches() ? "batches" : "replications",
                Ticks.toSeconds(run.program.horizon().endTick()),
                scenario.time().start().toString(),
                scenario.time().zone().toString(),
                version(),
                Runtime.version().toString(),
                options.command(),
                events,
                arrivals,
                run.seconds,
                run.outcome.cpuSeconds());
    }

    /** The version of Mergedesk that runs. */
    public static String version() {
        String version = Mergedesk.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }
}
