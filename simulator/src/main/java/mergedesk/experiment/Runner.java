package mergedesk.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import mergedesk.kernel.Events;
import mergedesk.kernel.Kernel;
import mergedesk.observe.RunSummary;
import mergedesk.program.Program;
import mergedesk.stats.KeptMeasures;
import mergedesk.units.Ticks;

/** Runs single replications from their start to their end, each on the thread that asks. Thread-safe: those who ask at the same time get a kernel each. */
public final class Runner {
    private static final int SLICES = 64; // progress is told this many times in a replication; a power of two, as below, so that parts add up exactly
    private static final long EVENTS_BETWEEN_LOOKS = 200_000; // a wish to stop is heard within some hundredths of a second
    private static final double SHARE_OF_EMPTYING = 1.0 / 64; // how much of a replication's progress is left for what comes after the horizon

    private final Engines engines;
    private final Program program;
    private final Progress progress;
    private final BooleanSupplier stopped;

    /** With engines that runners of other scenarios use before and after; {@code measures}: what is kept of the runs. */
    public Runner(PlanRules rules, KeptMeasures measures, IdleEngines idle, Progress progress) {
        this(new Engines(rules, rules.with(measures).rows(), idle), progress, progress::stopped);
    }

    /** With engines that others use before and after; {@code stopped}: whether runs are to be given up. */
    Runner(Engines engines, Progress progress, BooleanSupplier stopped) {
        this.engines = engines;
        this.progress = progress;
        this.stopped = stopped;
        program = engines.programs().planned();
    }

    /**
     * What one replication leaves, batch by batch if it has any; empty when it was given up.
     *
     * @throws SimulationFault when it fails
     */
    public Optional<List<RunSummary>> run(long seed, int replication) {
        if (stopped.getAsBoolean()) {
            return Optional.empty();
        }
        Engine engine = null;
        try {
            Map<String, Long> decided = Map.of();
            Optional<Map<String, Long>> more = Optional.of(decided);
            List<RunSummary> summaries = List.of();
            while (more.isPresent()) {
                decided = more.get();
                engine = null; // what fails in making the next is no fault of the last
                engine = engines.borrow(seed, replication, decided);
                engine.kernel().reset(seed, replication);
                if (!runToEnd(engine.kernel())) {
                    return Optional.empty();
                }
                summaries = finish(engine, decided);
                engines.giveBack(engine);
                more = engines.rules().next(seed, replication, decided, summaries);
                more.ifPresent(again -> progress.planned(1));
            }
            return Optional.of(summaries);
        } catch (RuntimeException | Error e) { // memory that is full, too: what is finished must not be lost
            throw engine == null
                    ? new SimulationFault(seed, replication, e)
                    : new SimulationFault(seed, replication, engine.kernel().now(), event(engine.kernel()), e);
        }
    }

    private List<RunSummary> finish(Engine engine, Map<String, Long> decided) {
        List<RunSummary> summaries = engine.totals().finish();
        if (!engines.programs().differ()) {
            return summaries;
        }
        double[] given = engines.given(engine);
        return summaries.stream().map(run -> run.withPlan(given, decided)).toList();
    }

    /**
     * One slice of the horizon after the other, and then until everybody has left. False when progress says stop; it is asked after every slice and every
     * so many events, because one simulated moment may have any number of them.
     */
    private boolean runToEnd(Kernel kernel) {
        long endTick = program.horizon().endTick();
        for (int i = 1; i <= SLICES; i++) {
            long sliceEnd = i < SLICES ? endTick / SLICES * i : endTick;
            while (!kernel.runUntil(sliceEnd, EVENTS_BETWEEN_LOOKS)) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
            }
            progress.advanced((1 - SHARE_OF_EMPTYING) / SLICES);
            if (stopped.getAsBoolean()) {
                return false;
            }
        }
        while (!kernel.runUntil(Ticks.NEVER, EVENTS_BETWEEN_LOOKS)) {
            progress.emptying(kernel.peopleInSystem());
            if (stopped.getAsBoolean()) {
                return false;
            }
        }
        progress.advanced(SHARE_OF_EMPTYING);
        return true;
    }

    private String event(Kernel kernel) {
        String meaning = Events.meaning(kernel.eventCode());
        if (kernel.eventGroup() >= 0) {
            return meaning + ", group " + program.names().groups().get(kernel.eventGroup());
        }
        return kernel.eventFlow() >= 0 ? meaning + ", flow " + program.names().flows().get(kernel.eventFlow()) : meaning;
    }
}
