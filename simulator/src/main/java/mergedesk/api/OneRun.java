package mergedesk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mergedesk.compile.Fingerprint;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Memory;
import mergedesk.experiment.PlanRules;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.StudyBuilder;
import mergedesk.experiment.Targets;
import mergedesk.observe.Count;
import mergedesk.observe.EventCount;
import mergedesk.observe.Period;
import mergedesk.program.Programs;
import mergedesk.results.Parts;
import mergedesk.results.Study;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import mergedesk.units.Ticks;

/** One scenario that is ready to be run, and then a study of what came of it. */
final class OneRun {
    private static final int NAMED = 3;
    private static final double NANO = 1e-9;

    private final ScenarioFile file;
    private final RunOptions options;
    private final RunSettings settings;
    private final Experiment.Decider decider;
    private final Memory memory;
    private final Experiment experiment;
    private final long startNanos = System.nanoTime();

    /** @throws WrongInput when options do not fit the scenario, or it takes more memory than there is */
    OneRun(ScenarioFile file, RunOptions options) {
        this(file, options, List.of());
    }

    /** The same, keeping these measures of everything together by date. */
    OneRun(ScenarioFile file, RunOptions options, List<Measure> byDate) {
        this.file = file;
        this.options = options;
        Scenario scenario = file.scenario();
        if (options.daily() && scenario.time().batches() > 1) {
            throw new WrongInput(file.path() + ": a run that is divided into batches is not kept by date; leave results by date out, or time.batches");
        }
        PlanRules rules = file.rules();
        long seed = options.seedFor(scenario);
        Integer replications = options.replications() != null ? options.replications() : scenario.runs().replications();
        settings = new RunSettings(replications, scenario.runs().maxReplications(), seed, options.threads());
        KpiTable table = rules.table();
        decider = Targets.decider(scenario, table);
        KeptMeasures asked = Targets.kept(scenario, table);
        KeptMeasures compared = byDate.isEmpty() ? asked : asked.andBy(Period.DATE, byDate, 0);
        KeptMeasures kept = options.daily() ? compared.andBy(Period.DATE, KeptPeriods.main(), table.scopes().rowsBy(Period.DATE)) : compared;
        memory = new Memory(rules.programs(), kept);
        Requirements.memory(memory.ofRuns(settings));
        experiment = new Experiment(rules, settings, decider, kept);
    }

    Experiment experiment() {
        return experiment;
    }

    long seed() {
        return settings.seed();
    }

    /** Bytes that it takes as a side of a comparison. */
    long bytesAsSide() {
        return memory.ofRuns(settings) + memory.ofDifferences() + memory.ofStudy();
    }

    /** What came of it, with formulas beside. */
    Study study(Experiment.Outcome outcome, Watcher watcher) {
        return noted(builder(outcome).build(manifest(outcome), warnings(options, outcome), watcher));
    }

    /** The same as a side of a comparison: without formulas. {@code asked}: the options as they were given, on which there may be notes. */
    Study studyOfSide(Experiment.Outcome outcome, RunOptions asked) {
        return noted(builder(outcome).withoutFormulas(manifest(outcome), warnings(asked, outcome)).with(Study::daily, List.of()));
    }

    private StudyBuilder builder(Experiment.Outcome outcome) {
        return new StudyBuilder(file.scenario(), file.programs(), outcome.observations());
    }

    /** The same with notes that only a run shows. */
    private Study noted(Study study) {
        List<String> notes = file.notesOfRun(KeptWaiting.of(file.scenario(), study));
        return study.warnedOf(Stream.concat(notes.stream(), PeriodPrecision.warning(file.scenario(), options, study).stream()).toList());
    }

    private List<String> warnings(RunOptions asked, Experiment.Outcome outcome) {
        Parts parts = new Parts();
        List<String> notes = parts.make("Notes", List.of(), () -> notes(asked));
        List<String> found = parts.make("Warnings", List.of(), () -> found(outcome));
        return Stream.of(notes, found, parts.failures()).flatMap(List::stream).toList();
    }

    /** Notes on the scenario, and on the number of replications that it or the command asks for. */
    private List<String> notes(RunOptions asked) {
        return asked.replications() == null ? file.notesOnRun() : file.notesOnRun(RunNotes.asked(file.scenario(), asked.replications()));
    }

    private List<String> found(Experiment.Outcome outcome) {
        List<String> warnings = new ArrayList<>();
        if (outcome.failure().isPresent()) {
            warnings.add(said("A replication failed: %d of %d were finished before it; the numbers rest on those.", outcome.replications(), outcome.asked()));
        } else if (!outcome.complete()) {
            warnings.add(said("Stopped early: %d of %d replications were finished; the numbers rest on those.", outcome.replications(), outcome.asked()));
        } else if (!outcome.precise()) {
            Estimate found = file.rules().table().estimate(outcome.observations(), decider.measure(), decider.row());
            warnings.add(found.isEmpty()
                    ? said("Nothing happened that %s speaks of, which decides how many replications are run.", decider.measure().id())
                    : said(
                            "After %d replications the deciding measure is still not known to 1 point (or 5 %%); raise runs.max_replications or give --replications.",
                            outcome.replications()));
        }
        double correlation = outcome.observations().correlation(decider.measure(), decider.row());
        if (correlation > 0) {
            warnings.add(said("Neighbouring batches hang together (correlation %.2f), so half-widths are too small: give a longer time.length, or a time.batches of 30.", correlation));
        }
        List<String> unpriced = file.rules().table().groupsWithoutCost();
        if (!unpriced.isEmpty()) {
            warnings.add(said(
                    "No cost is given for %s%s: what they cost, and every sum with them, is empty.",
                    String.join(", ", unpriced.subList(0, Math.min(NAMED, unpriced.size()))),
                    unpriced.size() > NAMED ? " and " + (unpriced.size() - NAMED) + " more groups" : ""));
        }
        if (total(outcome, Count.OFFERED) - Count.OUTCOMES.stream().mapToLong(column -> total(outcome, column)).sum() > 0) {
            warnings.add("Some callers were still waiting when everything had ended: nobody was left to answer them, and they never give up.");
        }
        return warnings;
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static long total(Experiment.Outcome outcome, int column) {
        return (long) outcome.observations().total(0, column);
    }

    private Study.Manifest manifest(Experiment.Outcome outcome) {
        Scenario scenario = file.scenario();
        Programs programs = file.programs();
        long arrivals = total(outcome, Count.OFFERED) + total(outcome, Count.TURNED_AWAY);
        return new Study.Manifest(
                file.path().toString(),
                file.hash(),
                new Fingerprint().next(programs),
                seed(),
                outcome.replications(),
                outcome.asked(),
                outcome.complete(),
                outcome.failure().map(fault -> fault.told(file.command())).orElse(""),
                outcome.observations().count(),
                outcome.observations().areBatches() ? "batches" : "replications",
                Ticks.toSeconds(programs.planned().horizon().endTick()),
                scenario.time().start().toString(),
                scenario.time().zone().toString(),
                Mergedesk.version(),
                Runtime.version().toString(),
                options.command(),
                EventCount.of(programs.planned(), outcome.observations()::total),
                arrivals,
                (System.nanoTime() - startNanos) * NANO,
                outcome.cpuSeconds());
    }
}
