package mergedesk.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.compile.Fingerprint;
import mergedesk.experiment.Comparing;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Memory;
import mergedesk.experiment.PlanRules;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.StudyBuilder;
import mergedesk.experiment.Targets;
import mergedesk.experiment.Tracing;
import mergedesk.experiment.WorstWeeks;
import mergedesk.observe.Count;
import mergedesk.observe.EventCount;
import mergedesk.observe.Feature;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Trace;
import mergedesk.program.Programs;
import mergedesk.results.Comparison;
import mergedesk.results.Parts;
import mergedesk.results.PlaceNames;
import mergedesk.results.Study;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import mergedesk.units.Ticks;

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

    private static final int NAMED = 3;

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
        long start = System.nanoTime();
        Ready ready = ready(file, options);
        Finished run = ready.finished(ready.experiment().run(watcher, mayFail ? worst : replication -> {}), start);
        List<String> warnings = warnings(file, options, run);
        Study study = new StudyBuilder(file.scenario(), run.programs, run.outcome.observations()).build(manifest(file, options, run), warnings, watcher);
        return noted(file, options, study.with(Study::worstWeek, mayFail ? worst.look(run.seed) : Optional.empty()));
    }

    /** The same with notes that only a run shows. */
    private static Study noted(ScenarioFile file, RunOptions options, Study study) {
        List<String> notes = file.notesOfRun(KeptWaiting.of(file.scenario(), study));
        return study.warnedOf(Stream.concat(notes.stream(), PeriodPrecision.warning(file.scenario(), options, study).stream()).toList());
    }

    /**
     * Runs scenarios on common random numbers; differences are each one's values minus the first's. Without a number of replications the first finds its own, and the others take
     * the same.
     *
     * @param files two or more, at most {@value Comparison#MOST_SIDES}
     * @throws WrongInput when they differ in their calendar or horizon
     */
    public static Comparison compare(List<ScenarioFile> files, RunOptions options, Watcher watcher) {
        if (files.size() < 2 || files.size() > Comparison.MOST_SIDES) {
            throw new WrongInput(said("found %d scenarios: from 2 to %d can be compared", files.size(), Comparison.MOST_SIDES));
        }
        files.forEach(Requirements::sound);
        Requirements.sameTime(files);
        ScenarioFile first = files.get(0);
        long seed = options.seed() != null ? options.seed() : first.scenario().runs().seed();
        RunOptions same = new RunOptions(options.replications(), seed, options.threads(), options.command());
        long start = System.nanoTime();
        List<Ready> ready = files.stream().map(file -> ready(file, same)).toList();
        Requirements.memory(ready.stream().mapToLong(side -> side.memory().ofRuns(side.settings()) + side.memory().ofDifferences() + side.memory().ofStudy()).sum());
        List<Comparing> others = files.stream().skip(1).map(file -> new Comparing(file.rules().table(), first.rules().table())).toList();
        List<Experiment.Outcome> outcomes = Experiment.runTogether(ready.stream().map(Ready::experiment).toList(), watcher, replication -> {
            for (int other = 0; other < others.size(); other++) {
                others.get(other).add(replication.get(1 + other), replication.get(0));
            }
        });
        List<Comparison.Side> sides = new ArrayList<>();
        Map<String, List<String>> lettersOfWarning = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            Optional<Comparing> minus = i == 0 ? Optional.empty() : Optional.of(others.get(i - 1));
            Finished run = ready.get(i).finished(outcomes.get(i), start);
            ScenarioFile file = files.get(i);
            Study study = noted(file, same, new StudyBuilder(file.scenario(), run.programs, run.outcome.observations()).withoutFormulas(manifest(file, same, run), warnings(file, options, run)));
            String letter = Comparison.letter(i);
            Stream.concat(study.warnings().stream(), minus.flatMap(Mergedesk::strangers).stream())
                    .forEach(warning -> lettersOfWarning.computeIfAbsent(warning, none -> new ArrayList<>()).add(letter));
            sides.add(new Comparison.Side(letter, study, minus.map(Comparing::minus).orElse(Map.of()), minus.map(Comparing::worse).orElse(List.of())));
        }
        List<String> warnings = lettersOfWarning.entrySet().stream().map(warning -> String.join(", ", warning.getValue()) + ": " + warning.getKey()).toList();
        return comparison(text(first.scenario().question()), sides, warnings);
    }

    private static Comparison comparison(String question, List<Comparison.Side> sides, List<String> warnings) {
        Set<String> measures = sides.stream().flatMap(Comparison.Side::all).map(Comparison.Difference::measure).collect(Collectors.toSet());
        PlaceNames names = sides.stream().map(side -> side.study().names()).reduce(PlaceNames::or).orElseThrow();
        return new Comparison(question, sides, Measure.all().stream().filter(measure -> measures.contains(measure.id())).toList(), warnings, names);
    }

    /** Says that not all of a scenario's people are those of the base. */
    private static Optional<String> strangers(Comparing other) {
        long only = other.strangers();
        long missing = other.missing();
        return only + missing == 0
                ? Optional.empty()
                : Optional.of(said(
                        Comparison.STRANGERS + ": %d of its flows are not there, and %d of A's are not here (by council, service and channel). Numbers of everything together compare different people.",
                        only,
                        missing));
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
     * Writes the event trace of one replication.
     *
     * @throws java.util.concurrent.CancellationException when the watcher stops it
     */
    public static void trace(ScenarioFile file, Long seed, int replication, Consumer<CharSequence> lines, Watcher watcher) {
        long used = seed != null ? seed : file.scenario().runs().seed();
        Tracing.trace(file.rules().settled(used, replication), used, replication, lines::accept, watcher);
    }

    /** A run with what it needs to be told about. */
    private record Finished(Programs programs, Experiment.Decider decider, Experiment.Outcome outcome, long seed, double seconds) {}

    /** A scenario that is ready to be run. */
    private record Ready(ScenarioFile file, RunSettings settings, Experiment.Decider decider, Memory memory, Experiment experiment) {
        long seed() {
            return settings.seed();
        }

        Finished finished(Experiment.Outcome outcome, long start) {
            return new Finished(file.programs(), decider, outcome, seed(), (System.nanoTime() - start) * 1e-9);
        }
    }

    private static Ready ready(ScenarioFile file, RunOptions options) {
        Scenario scenario = file.scenario();
        if (options.daily() && scenario.time().batches() > 1) {
            throw new WrongInput(file.path() + ": --daily: a run that is divided into batches is not kept by date; leave --daily out, or time.batches");
        }
        PlanRules rules = file.rules();
        long seed = options.seed() != null ? options.seed() : scenario.runs().seed();
        Integer replications = options.replications() != null ? options.replications() : scenario.runs().replications();
        RunSettings settings = new RunSettings(replications, scenario.runs().maxReplications(), seed, options.threads());
        KpiTable table = rules.table();
        Experiment.Decider decider = Targets.decider(scenario, table);
        KeptMeasures asked = Targets.kept(scenario, table);
        KeptMeasures kept = options.daily() ? asked.andBy(Period.DATE, KeptPeriods.main(), table.scopes().rowsBy(Period.DATE)) : asked;
        Memory memory = new Memory(rules.programs(), kept);
        Requirements.memory(memory.ofRuns(settings)); // before the kernels of the first replications are made
        return new Ready(file, settings, decider, memory, new Experiment(rules, settings, decider, kept));
    }

    private static List<String> warnings(ScenarioFile file, RunOptions options, Finished run) {
        Parts parts = new Parts();
        List<String> notes = parts.make("Notes", List.of(), () -> notes(file, options));
        List<String> found = parts.make("Warnings", List.of(), () -> found(run));
        return Stream.of(notes, found, parts.failures()).flatMap(List::stream).toList();
    }

    /** Notes on the scenario, and on the number of replications that it or the command asks for. */
    private static List<String> notes(ScenarioFile file, RunOptions options) {
        return options.replications() == null ? file.notesOnRun() : file.notesOnRun(RunNotes.asked(file.scenario(), options.replications()));
    }

    private static List<String> found(Finished run) {
        List<String> warnings = new ArrayList<>();
        Experiment.Outcome outcome = run.outcome;
        if (outcome.failure().isPresent()) {
            warnings.add(said("A replication failed: %d of %d were finished before it; the numbers rest on those.", outcome.replications(), outcome.asked()));
        } else if (!outcome.complete()) {
            warnings.add(said("Stopped early: %d of %d replications were finished; the numbers rest on those.", outcome.replications(), outcome.asked()));
        } else if (!outcome.precise()) {
            Estimate decider = new KpiTable(run.programs).estimate(outcome.observations(), run.decider.measure(), run.decider.row());
            warnings.add(decider.isEmpty()
                    ? said("Nothing happened that %s speaks of, which decides how many replications are run.", run.decider.measure().id())
                    : said(
                            "After %d replications the deciding measure is still not known to 1 point (or 5 %%); raise runs.max_replications or give --replications.",
                            outcome.replications()));
        }
        double correlation = outcome.observations().correlation(run.decider.measure(), run.decider.row());
        if (correlation > 0) {
            warnings.add(said("Neighbouring batches hang together (correlation %.2f), so half-widths are too small: give a longer time.length, or a time.batches of 30.", correlation));
        }
        List<String> unpriced = new KpiTable(run.programs).groupsWithoutCost();
        if (!unpriced.isEmpty()) {
            warnings.add(said(
                    "No cost is given for %s%s: what they cost, and every sum with them, is empty.",
                    String.join(", ", unpriced.subList(0, Math.min(NAMED, unpriced.size()))),
                    unpriced.size() > NAMED ? " and " + (unpriced.size() - NAMED) + " more groups" : ""));
        }
        if (total(run, Count.OFFERED) - Count.OUTCOMES.stream().mapToLong(column -> total(run, column)).sum() > 0) {
            warnings.add("Some callers were still waiting when everything had ended: nobody was left to answer them, and they never give up.");
        }
        return warnings;
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static long total(Finished run, int column) {
        return (long) run.outcome.observations().total(0, column);
    }

    private static Study.Manifest manifest(ScenarioFile file, RunOptions options, Finished run) {
        Scenario scenario = file.scenario();
        long arrivals = total(run, Count.OFFERED) + total(run, Count.TURNED_AWAY);
        return new Study.Manifest(
                file.path().toString(),
                file.hash(),
                run.programs.differ() ? "" : Fingerprint.of(run.programs.planned()),
                run.seed,
                run.outcome.replications(),
                run.outcome.asked(),
                run.outcome.complete(),
                run.outcome.failure().map(fault -> fault.told(file.command())).orElse(""),
                run.outcome.observations().count(),
                run.outcome.observations().areBatches() ? "batches" : "replications",
                Ticks.toSeconds(run.programs.planned().horizon().endTick()),
                scenario.time().start().toString(),
                scenario.time().zone().toString(),
                version(),
                Runtime.version().toString(),
                options.command(),
                EventCount.of(run.programs.planned(), run.outcome.observations()::total),
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
