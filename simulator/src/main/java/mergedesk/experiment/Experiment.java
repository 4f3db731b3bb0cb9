package mergedesk.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Replicates one scenario, or several side by side, until the number asked for is reached or, when none was asked for, until the estimate that decides is precise enough.
 *
 * <p>The rule is sequential in steps that depend on results only: at least {@value #FEWEST} observations; then, while the half-width is above
 * its goal, n (half-width / goal)² replications, but at most twice as many as so far (Law 2015, section 9.4.1). The goal is that of
 * {@link Precision}.
 */
public final class Experiment {
    private static final int FEWEST = 20;

    /**
     * What an experiment leaves.
     *
     * @param complete not stopped early, and nothing failed
     * @param precise the goal was reached, or nobody set one
     * @param failure the first replication that failed, which ended the experiment: the observations are those before it
     */
    public record Outcome(
            Observations observations,
            int replications,
            int asked,
            boolean complete,
            boolean precise,
            double cpuSeconds,
            Optional<SimulationFault> failure) {

        /**
         * The same, for whom only all will do.
         *
         * @throws SimulationFault what failed
         */
        public Outcome orFault() {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return this;
        }
    }

    private final Program program;
    private final RunSettings settings;
    private final Decider decider;
    private final KpiTable table;
    private final Observations observations;
    private final Engines engines;
    private int done;

    /** The estimate that decides whether more replications are needed. */
    public record Decider(Measure measure, int row) {}

    /** Keeps every measure in every scope. */
    public Experiment(Program program, RunSettings settings, Decider decider) {
        this(PlanRules.none(Programs.always(program)), settings, decider, KeptMeasures.all(new Scopes(program)));
    }

    /** Keeps some measures only, of which {@code decider} is one. */
    public Experiment(Programs programs, RunSettings settings, Decider decider, KeptMeasures measures) {
        this(PlanRules.none(programs), settings, decider, measures);
    }

    /** The same, where results decide steps of the plan. */
    public Experiment(PlanRules rules, RunSettings settings, Decider decider, KeptMeasures measures) {
        this(rules, settings, decider, measures, Observations.KEPT_NUMBERS);
    }

    /** Keeps observations one by one as long as they hold no more than {@code keptNumbers}. */
    Experiment(PlanRules rules, RunSettings settings, Decider decider, KeptMeasures asked, long keptNumbers) {
        KeptMeasures measures = rules.with(asked);
        measures.require(decider.measure, decider.row);
        program = rules.programs().planned();
        this.settings = settings;
        this.decider = decider;
        table = rules.table();
        observations = table.noObservations(measures, keptNumbers);
        engines = new Engines(rules, measures.rows());
    }

    /** Runs to the end, or until progress says stop or a replication fails. */
    public Outcome run(Progress progress) {
        return run(progress, replication -> {});
    }

    /** The same; what each replication leaves is handed to {@code also}, in order. */
    public Outcome run(Progress progress, Consumer<List<RunSummary>> also) {
        return run(List.of(this), settings.replications(), progress, ofSides -> also.accept(ofSides.get(0))).get(0);
    }

    /** Goes on until there are so many replications in all; those that there are already are not run again. */
    public Outcome run(int replications, Progress progress) {
        return run(List.of(this), replications, progress, ofSides -> {}).get(0);
    }

    /**
     * Runs several scenarios side by side, each replication of all of them before the next: as many as the first decides, with its settings. One that fails ends there; when the first does, all end. What each replication left, side by
     * side, is handed to {@code also}: nothing, of a scenario that has failed.
     */
    public static List<Outcome> runTogether(List<Experiment> sides, Progress progress, Consumer<List<List<RunSummary>>> also) {
        return run(sides, sides.get(0).settings.replications(), progress, also);
    }

    /** @param replications null: as many as the first one's decider needs */
    private static List<Outcome> run(List<Experiment> sides, Integer replications, Progress progress, Consumer<List<List<RunSummary>>> also) {
        Experiment first = sides.get(0);
        List<Engines> engines = sides.stream().map(side -> side.engines).toList();
        try (Replicator replicator = new Replicator(engines, first.settings.seed(), first.settings.threads(), progress)) {
            int asked = replications != null ? replications : first.fewestReplications();
            while (first.done < asked) {
                replicator.plan(asked - first.done);
                replicator.runAll(first.done, asked, ofSides -> {
                    for (int side = 0; side < sides.size(); side++) {
                        sides.get(side).add(ofSides.get(side));
                    }
                    also.accept(ofSides);
                });
                if (first.done < asked) {
                    return outcomes(sides, replicator, asked, false);
                }
                if (replications == null) {
                    asked = Math.max(asked, first.next());
                }
            }
            return outcomes(sides, replicator, asked, replications != null || first.isPrecise(first.estimate()));
        }
    }

    private void add(List<RunSummary> replication) {
        if (!replication.isEmpty()) {
            observations.add(replication);
            done++;
        }
    }

    private static List<Outcome> outcomes(List<Experiment> sides, Replicator replicator, int asked, boolean precise) {
        return IntStream.range(0, sides.size()).mapToObj(side -> sides.get(side).outcome(side, replicator, asked, precise)).toList();
    }

    private Outcome outcome(int side, Replicator replicator, int askedOfFirst, boolean precise) {
        Optional<SimulationFault> failure = replicator.failure(side);
        boolean isEnough = side > 0 && replicator.failure(0).isPresent() && failure.isEmpty(); // there is nothing more to compare it with
        int asked = isEnough ? done : askedOfFirst;
        return new Outcome(observations, done, asked, done >= asked, precise || side > 0, replicator.cpuSeconds(side), failure);
    }

    private int fewestReplications() {
        long window = program.horizon().endTick() - program.horizon().warmUpEndTick();
        long batches = 1 + (window - 1) / program.horizon().batchTicks(); // the last may be a few ticks shorter
        return (int) Math.min(settings.maxReplications(), (FEWEST + batches - 1) / batches);
    }

    private Estimate estimate() {
        return table.estimate(observations, decider.measure, decider.row);
    }

    private boolean isPrecise(Estimate estimate) {
        return new Precision(decider.measure, estimate).isReached();
    }

    /** How many replications are needed in all, as far as one can tell from those that are done. */
    private int next() {
        Estimate estimate = estimate();
        if (estimate.isEmpty() || isPrecise(estimate)) {
            return done;
        }
        double ratio = new Precision(decider.measure, estimate).ratio();
        double needed = Math.ceil(done * Math.min(2, ratio * ratio));
        return (int) Math.min(settings.maxReplications(), Math.max(done + 1, needed));
    }
}
