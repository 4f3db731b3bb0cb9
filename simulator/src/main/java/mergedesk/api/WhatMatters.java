package mergedesk.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.SimulationFault;
import mergedesk.experiment.Targets;
import mergedesk.observe.RunSummary;
import mergedesk.program.Program;
import mergedesk.results.Sensitivity;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.ServiceTarget;
import mergedesk.stats.Differences;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;

/**
 * A quick look at which assumptions move a result: the {@value #MOST} widest are put to the ends of their ranges, one after the other, for a few replications each, and compared
 * with the scenario as it is on the same people.
 *
 * <p>An assumption is a number with a range. The same number of several flows, desks, groups … ({@code flows.*.work.mean}) is one assumption and moved together, each to the end
 * of its own range: whoever is wrong about talk times is wrong in every flow. The widest are those whose range is largest beside its larger end ({@link Figure#width}).
 */
public final class WhatMatters {
    /** Most assumptions that are tried. */
    public static final int MOST = 10;
    /** Replications of each end, unless the run itself has fewer. */
    public static final int REPLICATIONS = 5;

    private static final Set<String> TABLES = Set.of("councils", "flows", "desks", "groups", "profiles", "seasons", "events");

    private final ScenarioFile.Varying file;
    private final RunOptions options;
    private final List<Assumption> assumptions;

    /** Numbers that are moved together. */
    private record Assumption(String path, List<Figure> figures) {
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
        assumptions = assumptions(file.scenario());
        if (assumptions.isEmpty()) {
            throw new WrongInput(file.path() + ": no number has a range, so nothing can be tried; write one such as {value: 15 min, range: [7 min, 29 min]}");
        }
    }

    /** How many assumptions of the scenario have a range. */
    public static int count(ScenarioFile file) {
        return assumptions(file.scenario()).size();
    }

    private static List<Assumption> assumptions(Scenario scenario) {
        Map<String, List<Figure>> together = scenario.figures().stream()
                .filter(figure -> figure.width() > 0)
                .collect(Collectors.groupingBy(figure -> kind(figure.path()), LinkedHashMap::new, Collectors.toList()));
        List<Assumption> all = new ArrayList<>();
        together.forEach((kind, figures) -> all.add(new Assumption(figures.size() == 1 ? figures.get(0).path() : kind, figures)));
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
     * @param run replications of the run that this is to explain: the ends have no more
     * @param watcher may stop it: then what has been tried is told
     */
    public Sensitivity find(int run, Watcher watcher) {
        int replications = Math.min(REPLICATIONS, run);
        List<Assumption> widest = assumptions.stream()
                .sorted(Comparator.comparingDouble(Assumption::width).reversed())
                .limit(MOST)
                .toList();
        watcher.planned((1.0 + 2 * widest.size()) * replications);
        Watcher planned = new AlreadyPlanned(watcher);
        ScenarioFile as = file.with();
        Look look = new Look(as, replications, planned);
        Optional<Sample> base = look.at(as);
        List<Swing> swings = new ArrayList<>();
        for (Assumption assumption : widest) {
            Optional<Swing> swing = base.isEmpty() ? Optional.empty() : look.swing(assumption, base.get());
            if (swing.isEmpty()) {
                break;
            }
            swings.add(swing.get());
        }
        return new Sensitivity(
                look.measure.id(),
                look.table.scope(look.table.scopes().rows().get(look.row)),
                base.map(sample -> sample.estimate(look.measure, look.row)).orElse(Estimate.EMPTY),
                look.bound,
                look.atLeast,
                swings.stream().sorted(Comparator.comparingDouble(Swing::reach).reversed()).toList(),
                assumptions.size(),
                swings.size() == widest.size());
    }

    /** What is looked at, and runs that keep nothing else. */
    private final class Look {
        private final KpiTable table;
        private final Measure measure;
        private final int row;
        private final OptionalDouble bound;
        private final boolean atLeast;
        private final int replications;
        private final Watcher watcher;

        Look(ScenarioFile scenario, int replications, Watcher watcher) {
            this.replications = replications;
            this.watcher = watcher;
            table = new KpiTable(ScenarioCompiler.compile(scenario.scenario()));
            Optional<ServiceTarget> target = Targets.deciding(scenario.scenario(), table);
            Experiment.Decider decider = Targets.decider(scenario.scenario(), table);
            boolean summed = decider.measure().numerator() != null; // quantiles and what no run decides have no paired differences
            measure = summed ? decider.measure() : Targets.SERVICE_LEVEL;
            row = summed ? decider.row() : 0;
            bound = summed ? target.stream().mapToDouble(ServiceTarget::bound).findFirst() : OptionalDouble.empty();
            atLeast = target.isEmpty() || target.get().isAtLeast();
        }

        /** Empty when stopped. */
        Optional<Swing> swing(Assumption assumption, Sample base) {
            Optional<End> low = end(assumption, Figure::low, base);
            Optional<End> high = low.flatMap(done -> end(assumption, Figure::high, base));
            return high.map(end -> new Swing(assumption.path, assumption.figures.size(), low.get(), end));
        }

        private Optional<End> end(Assumption assumption, Function<Figure, String> end, Sample base) {
            String value = assumption.text(end);
            ScenarioFile there = file.with(assumption.at(end));
            if (!there.isSound()) {
                watcher.advanced(replications);
                return Optional.of(new End(value, Estimate.EMPTY, Estimate.EMPTY, there.faults().get(0)));
            }
            try {
                return at(there).map(sample ->
                        new End(value, sample.estimate(measure, row), Differences.of(measure, sample, row, base, row), ""));
            } catch (SimulationFault failed) {
                return Optional.of(new End(value, Estimate.EMPTY, Estimate.EMPTY, Objects.requireNonNullElse(failed.getMessage(), "the run failed")));
            }
        }

        /** Empty when stopped. */
        Optional<Sample> at(ScenarioFile scenario) {
            Program program = ScenarioCompiler.compile(scenario.scenario());
            long seed = options.seed() != null ? options.seed() : scenario.scenario().runs().seed();
            KeptMeasures kept = KeptMeasures.of(table.scopes(), List.of(measure), other -> other == row);
            List<RunSummary> summaries = new ArrayList<>();
            Experiment experiment =
                    new Experiment(program, new RunSettings(replications, replications, seed, options.threads()), new Experiment.Decider(measure, row), kept);
            Experiment.Outcome outcome = experiment.run(watcher, summaries::addAll).orFault();
            return outcome.complete() ? Optional.of(new Sample(summaries, outcome.observations().areBatches())) : Optional.empty();
        }
    }

    /** All that is to come was planned at once, so that the time left is that of all. */
    private record AlreadyPlanned(Watcher all) implements Watcher {
        @Override
        public void planned(double more) {}

        @Override
        public void advanced(double replications) {
            all.advanced(replications);
        }

        @Override
        public void emptying(int people) {
            all.emptying(people);
        }

        @Override
        public boolean stopped() {
            return all.stopped();
        }
    }
}
