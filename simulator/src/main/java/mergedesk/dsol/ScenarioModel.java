package mergedesk.dsol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.compile.DrawnPrograms;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.kernel.Both;
import mergedesk.kernel.Kernel;
import mergedesk.observe.KeptRows;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import mergedesk.scenario.PlanStates;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Sample;
import mergedesk.units.Ticks;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.ExperimentReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulatorInterface;
import nl.tudelft.simulation.dsol.statistics.SimTally;

/**
 * Any scenario as a DSOL model, for people who write DSOL experiments and for whoever wants to pause, step and look. Time is in ticks of a
 * microsecond. See simulator/docs/dsol.md.
 *
 * <p>The scenario runs in Mergedesk's kernel; DSOL's event list holds one event a step, which has the kernel catch up with the simulator's
 * time. The last one, at the end of the horizon, also empties the system. A DSOL event at tick t that asks for {@link #watch} sees
 * the kernel before any of its own events at t. Where a run was paused, stepped or watched changes no bit of its results.
 *
 * <p>Output statistics are Mergedesk's measures over everything, one observation a replication (a batch, with {@code end: cut}): means of DSOL's
 * summary are means of replications, where Mergedesk's own reports take ratios of totals. Exact results are {@link #summaries}.
 */
public final class ScenarioModel extends AbstractDsolModel<Long, DevsSimulatorInterface<Long>> {
    private static final long serialVersionUID = 1L;

    private final transient Programs programs;
    private final transient Program program;
    private final transient Scopes scopes;
    private final long seed;
    private final long stepTicks;
    private transient Kernel kernel;
    private final transient Map<Long, List<RunSummary>> summaries = new TreeMap<>();
    private transient Totals totals;
    private transient Watch watch;
    private long replication;
    private int begun;
    private boolean finished;
    private boolean failed;
    private transient RuntimeException failure;

    /**
     * A model of {@code scenario} whose kernel catches up every {@code stepTicks} ticks, which is where DSOL can pause. The seed is Mergedesk's own; DSOL's streams
     * are not used. One whose plan has drawn dates needs its states, too.
     */
    public ScenarioModel(DevsSimulatorInterface<Long> simulator, Scenario scenario, long seed, long stepTicks) {
        this(simulator, Programs.always(ScenarioCompiler.compile(fixed(scenario))), seed, stepTicks);
    }

    /** The same, of a scenario whose plan may have drawn dates: what it says after any of its steps, as its reader knows. */
    public ScenarioModel(DevsSimulatorInterface<Long> simulator, Scenario scenario, PlanStates states, long seed, long stepTicks) {
        this(simulator, DrawnPrograms.of(scenario, requireNonNull(states, "states"), ScenarioCompiler.compile(scenario)), seed, stepTicks);
    }

    private static Scenario fixed(Scenario scenario) {
        if (requireNonNull(scenario, "scenario").runsDiffer()) {
            throw new IllegalArgumentException("scenario: dates of its plan are drawn, so the order of its steps is not known; give the states of the plan beside it");
        }
        return scenario;
    }

    ScenarioModel(DevsSimulatorInterface<Long> simulator, Programs programs, long seed, long stepTicks) {
        super(simulator);
        if (stepTicks < 1) {
            throw new IllegalArgumentException("stepTicks: " + stepTicks + ", must be at least 1");
        }
        if (!programs.rules().isEmpty()) {
            throw new IllegalArgumentException("scenario: results decide steps of its plan, which needs runs one after the other; leave them out, or run it with mergedesk.api");
        }
        this.programs = programs;
        program = programs.planned();
        scopes = new Scopes(programs);
        this.seed = seed;
        this.stepTicks = stepTicks;
        kernel = kernel(program);
    }

    private Kernel kernel(Program of) {
        return new Kernel(of, state -> {
            totals = new Totals(state, scopes, KeptRows.all(scopes));
            watch = new Watch();
            return new Both(watch, totals);
        });
    }

    /** The run length to give to DSOL: that of the scenario's horizon. */
    public long runLengthTicks() {
        return program.horizon().endTick();
    }

    /** DSOL begins a replication. In an Experiment its number is the replication's, otherwise 0, 1, 2 … in order of initialising. */
    @Override
    public void constructModel() {
        boolean numbered = simulator.getReplication() instanceof ExperimentReplication<?, ?>;
        replication = numbered
                ? ((ExperimentReplication<?, ?>) simulator.getReplication()).getReplicationNr()
                : begun++;
        finished = false;
        failed = false;
        kernel = programs.differ() ? kernel(programs.of(seed, replication)) : kernel;
        kernel.reset(seed, replication);
        scheduleStep(0);
    }

    private void scheduleStep(long tick) {
        long next = Math.min(tick + stepTicks, runLengthTicks());
        boolean last = next == runLengthTicks();
        short priority = last ? SimEventInterface.MIN_PRIORITY : SimEventInterface.MAX_PRIORITY;
        simulator.scheduleEventAbs(next, priority, () -> {
            catchUp(last ? Ticks.NEVER : next);
            if (last) {
                finish();
            } else {
                scheduleStep(next);
            }
        });
    }

    /** Ends the replication when the kernel fails, whatever the simulator does about what an event throws: some wait for somebody. */
    private void catchUp(long tick) {
        try {
            kernel.runUntil(tick);
        } catch (RuntimeException | Error e) {
            fail(e);
            simulator.endReplication();
            throw failure;
        }
    }

    /** The replication in progress has failed, in the kernel, in another event or in a listener. The first cause stays. */
    void fail(Throwable thrown) {
        if (!failed) {
            failed = true;
            Throwable cause = thrown;
            while (cause instanceof SimRuntimeException && cause.getCause() != null) { // DSOL's wrapping
                cause = cause.getCause();
            }
            failure = new IllegalStateException(
                    "replication " + replication + " with seed " + seed + " failed at tick " + kernel.now() + ": " + cause, cause);
        }
    }

    private void finish() {
        List<RunSummary> left = totals.finish();
        summaries.put(replication, left);
        finished = true;
        for (Measure measure : Measure.all()) {
            if (measure.numerator() != null && measure.existsIn(scopes)) { // not a quantile
                SimTally<Long> tally = new SimTally<>(measure.id(), measure.id(), this);
                for (RunSummary summary : left) {
                    Estimate estimate = new Sample(List.of(summary), program.horizon().cut()).estimate(measure, 0);
                    if (!estimate.isEmpty()) {
                        tally.register(estimate.value());
                    }
                }
            }
        }
    }

    /** What the desks look like at the simulator's time, before the kernel's events at that tick. For DSOL events and between steps. */
    public Watch watch() {
        if (failed) {
            throw failure;
        }
        if (!finished) {
            catchUp(simulator.getSimulatorTime());
        }
        return watch;
    }

    /** Whether the replication that was begun last has come to its end without a failure. */
    public boolean isFinished() {
        return finished;
    }

    /**
     * What all finished replications left, in order of replication: the same as without DSOL. Throws what ended the last replication that
     * failed, if any did.
     */
    public List<RunSummary> summaries() {
        if (failure != null) {
            throw failure;
        }
        List<RunSummary> all = new ArrayList<>();
        summaries.values().forEach(all::addAll);
        return all;
    }
}
