package mergedesk.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.SimulationFault;
import mergedesk.experiment.Targets;
import mergedesk.observe.Period;
import mergedesk.observe.RunSummary;
import mergedesk.results.Scope;
import mergedesk.results.Sensitivity;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.PairedObservations;
import mergedesk.stats.Sample;

/**
 * A quick look at which numbers move a result: the {@value #MOST} with the widest ranges are put to the ends of these, one after the other, for a few replications each, and compared
 * with the scenario as it is on the same people.
 *
 * <p>The same number of several flows, desks, groups … ({@code flows.*.work.mean}) is moved together, each to the end
 * of its own range: whoever is wrong about talk times is wrong in every flow. The widest are those whose range is largest beside its larger end ({@link Figure#width}).
 */
public final class WhatMatters {
    /** Most numbers that are tried. */
    public static final int MOST = 10;
    /** Replications of each end, unless the run itself has fewer. */
    public static final int REPLICATIONS = 5;

    /** Parts of a scenario whose entries have names: councils, flows … */
    private static final Set<String> TABLES = Stream.of(Scenario.class.getRecordComponents())
            .filter(part -> Map.class.isAssignableFrom(part.getType()))
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final ScenarioFile.Varying file;
    private final RunOptions options;
    private final List<Ranged> ranged;

    /** Numbers with a range that are moved together. */
    private record Ranged(String path, List<Figure> figures) {
        double width() {
            return figures.stream().mapToDouble(Figure::width).max().orElse(0);
        }

        String[] at(Function<Figure, String> end) {
            return figures.stream().map(figure -> figure.path() + "=" + end.apply(figure)).toArray(String[]::new);
        }

        /** What all of them are there; empty when they differ. */
        String text(Function<Figure, String> end) {
            List<String> texts = figures.stream().map(end).distinct().toList();
            return texts.size() == 1 ? texts.get(0) : "";
        }
    }

    /**
     * Prepares a look at a sound scenario.
     *
     * @throws WrongInput when none of its numbers has a range
     */
    public WhatMatters(ScenarioFile file, RunOptions options) {
        this.file = file.varying();
        this.options = options;
        ranged = ranged(file.scenario());
        if (ranged.isEmpty()) {
            throw new WrongInput(file.path() + ": no number has a range, so nothing can be tried; write one such as {value: 15 min, range: [7 min, 29 min]}");
        }
    }

    /** How many numbers of the scenario have a range, the same one of several flows counted once. */
    public static int count(ScenarioFile file) {
        return ranged(file.scenario()).size();
    }

    private static List<Ranged> ranged(Scenario scenario) {
        Map<String, List<Figure>> together = scenario.figures().stream()
                .filter(figure -> figure.width() > 0)
                .collect(Collectors.groupingBy(figure -> kind(figure.path()), LinkedHashMap::new, Collectors.toList()));
        List<Ranged> all = new ArrayList<>();
        together.forEach((kind, figures) -> all.add(new Ranged(figures.size() == 1 ? figures.get(0).path() : kind, figures)));
        return all;
    }

    /** {@code flows.north_tax.work.mean} is one of {@code flows.*.work.mean}. */
    private static String kind(String path) {
        String[] parts = path.split("\\.", 3);
        return parts.length == 3 && TABLES.contains(parts[0]) ? parts[0] + ".*." + parts[2] : path;
    }

    /**
     * Tries them.
     *
     * @param study the run that this is to explain: the ends have no more replications than it
     * @param watcher may stop it: then what has been tried is told
     */
    public Sensitivity find(Study study, Watcher watcher) {
        List<Ranged> widest = ranged.stream()
                .sorted(Comparator.comparingDouble(Ranged::width).reversed())
                .limit(MOST)
                .toList();
        int replications = Math.min(REPLICATIONS, study.manifest().replications());
        watcher.planned((1.0 + 2 * widest.size()) * replications);
        ScenarioFile as = file.with();
        Look look = new Look(as, study, replications, new AlreadyPlanned(watcher));
        Optional<Runs> base = look.at(as);
        List<Swing> swings = new ArrayList<>();
        for (Ranged numbers : widest) {
            Optional<Swing> swing = base.flatMap(runs -> look.swing(numbers, runs));
            if (swing.isEmpty()) {
                break;
            }
            swings.add(swing.get());
        }
        swings.sort(Comparator.comparingDouble(Swing::reach).reversed());
        return new Sensitivity(
                look.measure.id(), look.scope, look.base, look.verdict, List.copyOf(swings), ranged.size(), replications, swings.size() == widest.size());
    }

    /** A few replications, batch by batch. */
    private record Runs(List<List<RunSummary>> replications, boolean batches) {
        Sample sample() {
            return new Sample(replications.stream().flatMap(List::stream).toList(), batches);
        }

        Estimate minus(Runs base, Measure measure, int row) {
            PairedObservations pairs = new PairedObservations(List.of(measure), new int[] {row}, new int[] {row}, batches);
            for (int replication = 0; replication < replications.size(); replication++) {
                pairs.add(replications.get(replication), base.replications.get(replication));
            }
            return pairs.difference(measure, 0);
        }
    }

    /** What is looked at, and runs that keep nothing else. */
    private final class Look {
        private final KpiTable table;
        private final Measure measure;
        private final int row;
        private final Optional<Verdict> verdict;
        private final Scope scope;
        private final Estimate base;
        private final Optional<Period> period; // of a target that must hold in every one
        private final int inPeriod; // the one that decides
        private final int replications;
        private final Watcher watcher;

        Look(ScenarioFile as, Study study, int replications, Watcher watcher) {
            this.replications = replications;
            this.watcher = watcher;
            Scenario scenario = as.scenario();
            table = as.rules().table();
            Experiment.Decider decider = Targets.decider(scenario, table);
            boolean isSummed = decider.measure().numerator() != null; // quantiles and what no run decides have no paired differences
            measure = isSummed ? decider.measure() : Targets.SERVICE_LEVEL;
            row = isSummed ? decider.row() : 0;
            verdict = Targets.deciding(scenario, table)
                    .filter(target -> isSummed && !study.verdicts().isEmpty())
                    .map(target -> study.verdicts().get(scenario.targets().indexOf(target)));
            scope = verdict.map(Verdict::scope).orElse(table.scope(table.scopes().rows().get(row)));
            base = verdict.map(Verdict::estimate).orElseGet(() -> study.estimate(measure.id(), scope));
            period = verdict.flatMap(Verdict::every).map(every -> Period.valueOf(every.period().name()));
            inPeriod = period.map(kind -> table.names(kind).indexOf(scope.interval())).orElse(-1);
        }

        /** Empty when stopped. */
        Optional<Swing> swing(Ranged numbers, Runs as) {
            Optional<End> low = end(numbers, Figure::low, as);
            Optional<End> high = low.flatMap(done -> end(numbers, Figure::high, as));
            return high.map(end -> new Swing(numbers.path, numbers.figures.size(), low.orElseThrow(), end));
        }

        private Optional<End> end(Ranged numbers, Function<Figure, String> end, Runs as) {
            String value = numbers.text(end);
            ScenarioFile there = file.with(numbers.at(end));
            if (!there.isSound()) {
                watcher.advanced(replications);
                return Optional.of(new End(value, Estimate.EMPTY, Estimate.EMPTY, there.faults().get(0)));
            }
            try {
                return at(there).map(runs -> new End(value, runs.sample().estimate(measure, row), runs.minus(as, measure, row), ""));
            } catch (SimulationFault failed) {
                return Optional.of(new End(value, Estimate.EMPTY, Estimate.EMPTY, Objects.requireNonNullElse(failed.getMessage(), "the run failed")));
            }
        }

        /** Empty when stopped. */
        Optional<Runs> at(ScenarioFile scenario) {
            long seed = options.seedFor(scenario.scenario());
            KeptMeasures whole = KeptMeasures.of(table.scopes(), List.of(measure), other -> other == row);
            KeptMeasures kept = period.map(kind -> whole.andBy(kind, List.of(measure), row)).orElse(whole);
            List<List<RunSummary>> each = new ArrayList<>();
            Experiment experiment =
                    new Experiment(scenario.rules(), new RunSettings(replications, replications, seed, options.threads()), new Experiment.Decider(measure, row), kept);
            Experiment.Outcome outcome = experiment.run(watcher, replication -> each.add(replication.stream().map(this::lookedAt).toList())).orFault();
            return outcome.complete() ? Optional.of(new Runs(each, outcome.observations().areBatches())) : Optional.empty();
        }

        private RunSummary lookedAt(RunSummary run) {
            return period.map(kind -> run.by(kind).get(inPeriod)).orElse(run);
        }
    }
}
