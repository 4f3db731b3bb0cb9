package mergedesk.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import mergedesk.experiment.Tracing;
import mergedesk.experiment.WorstWeeks;
import mergedesk.observe.Feature;
import mergedesk.observe.Trace;
import mergedesk.results.Comparison;
import mergedesk.results.Study;

/**
 * What Mergedesk can do, for programs: run, compare, sweep, trace. (Solving: {@link Solving}.)
 *
 * <pre>{@code
 * ScenarioFile file = ScenarioFile.read(Path.of("merged.yaml"), "desks.one.lines=40");
 * Study study = Mergedesk.run(file);
 * }</pre>
 *
 * <p>Results depend on the scenario, its overrides, seed and replications only: not on threads, machine or Java version.
 */
public final class Mergedesk {
    /** Heading of a trace's columns. */
    public static final String TRACE_HEADING = Trace.HEADING;

    private Mergedesk() {}

    /**
     * Runs a scenario as it says, on all processors.
     *
     * @throws WrongInput with every fault, when it has any
     */
    public static Study run(ScenarioFile file) {
        return run(file, RunOptions.defaults(), Watcher.NONE);
    }

    /** The same with other options. */
    public static Study run(ScenarioFile file, RunOptions options) {
        return run(file, options, Watcher.NONE);
    }

    /**
     * The same, watched. When the watcher stops it or a replication fails, the study holds what was finished before, and says so; nothing finished: no KPIs.
     */
    public static Study run(ScenarioFile file, RunOptions options, Watcher watcher) {
        Requirements.sound(file);
        boolean mayFail = file.rules().scopes().has(Feature.FAILURES);
        WorstWeeks worst = new WorstWeeks(file.rules());
        OneRun run = new OneRun(file, options);
        Study study = run.study(run.experiment().run(watcher, mayFail ? worst : replication -> {}), watcher);
        return study.with(Study::worstWeek, mayFail ? worst.look(run.seed()) : Optional.empty());
    }

    /**
     * Runs scenarios on common random numbers; differences are each one's values minus the first's. Without a number of replications the first finds its own, and the others take
     * the same.
     *
     * @param files two or more, at most {@value Comparison#MOST_SIDES}
     * @throws WrongInput with every fault, when any has one; when they differ in their calendar or horizon; when results by date are asked for
     */
    public static Comparison compare(List<ScenarioFile> files, RunOptions options, Watcher watcher) {
        if (files.size() < 2 || files.size() > Comparison.MOST_SIDES) {
            throw new WrongInput(String.format(Locale.ROOT, "found %d scenarios: from 2 to %d can be compared", files.size(), Comparison.MOST_SIDES));
        }
        files.forEach(Requirements::sound);
        if (options.daily()) {
            throw new WrongInput("results by date are those of one scenario: leave andDaily() out, or run each scenario by itself");
        }
        Requirements.sameTime(files);
        return SideBySide.compare(files, options, watcher);
    }

    /**
     * Runs what the folder does not have yet of a sweep, on all processors, and writes report and tables there.
     *
     * @param folder made when there is none; one that holds another sweep is refused
     * @throws WrongInput with every fault of the sweep, when it has any, or when the folder is refused
     */
    public static SweepResults sweep(SweepFile file, Path folder) {
        return sweep(file, folder, Engine.threads(), Watcher.NONE);
    }

    /** The same elsewhere, watched. When the watcher stops it, results are those of the runs that were finished; however it ends, the next call with the same sweep and folder goes on where it was. */
    public static SweepResults sweep(SweepFile file, Path folder, Engine engine, Watcher watcher) {
        Requirements.sound(file);
        return SweepResults.read(folder, SweepResults.orWrong(() -> Sweeps.sweep(file, folder, engine.start(), watcher).warnings()));
    }

    /**
     * Writes the event trace of one replication, the first of which is 0.
     *
     * @throws WrongInput with every fault of the scenario, when it has any
     * @throws java.util.concurrent.CancellationException when the watcher stops it
     */
    public static void trace(ScenarioFile file, Long seed, int replication, Consumer<CharSequence> lines, Watcher watcher) {
        Requirements.sound(file);
        if (replication < 0) {
            throw new WrongInput("replication: found " + replication + ": the first is 0");
        }
        long used = seed != null ? seed : file.scenario().runs().seed();
        Tracing.trace(file.rules().settled(used, replication), used, replication, lines::accept, watcher);
    }

    /** The version of Mergedesk that runs. */
    public static String version() {
        String version = Mergedesk.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
