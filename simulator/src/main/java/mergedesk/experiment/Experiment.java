package mergedesk.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Replicates one scenario until the number asked for is reached or, when none was asked for, until the estimate that decides is precise enough.
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
        return run(settings.replications(), progress, also);
    }

    /** Goes on until there are so many replications in all; those that there are already are not run again. */
    public Outcome run(int replications, Progress progress) {
        return run(Integer.valueOf(replications), progress, replication -> {});
    }

    /** @param replications null: as many as the decider needs */
    private Outcome run(Integer replications, Progress progress, Consumer<List<RunSummary>> also) {
        try (Replicator replicator = new Replicator(engines, settings.seed(), settings.threads(), progress)) {
            int asked = replications != null ? replications : fewestReplications();
            while (done < asked) {
                progress.planned(asked - done);
                Optional<SimulationFault> failure = run(replicator, asked, also);
                failure.ifPresent(progress::failed);
                if (done < asked) {
                    return new Outcome(observations, done, asked, false, false, replicator.cpuSeconds(), failure);
                }
                if (replications == null) {
                    asked = Math.max(asked, next());
                }
            }
            boolean precise = replications != null || isPrecise(estimate());
            return new Outcome(observations, done, asked, true, precise, replicator.cpuSeconds(), Optional.empty());
        }
    }

    /** Replications up to {@code asked}, as far as they come. */
    private Optional<SimulationFault> run(Replicator replicator, int asked, Consumer<List<RunSummary>> also) {
        try {
            replicator.run(done, asked, replication -> {
                observations.add(replication);
                also.accept(replication);
                done++;
            });
            return Optional.empty();
        } catch (SimulationFault failure) {
            return Optional.of(failure);
        }
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
