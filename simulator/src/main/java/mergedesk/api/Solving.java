package mergedesk.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.Solver;
import mergedesk.program.Program;
import mergedesk.results.Answer;
import mergedesk.scenario.io.Lever;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Finds the smallest whole number (of agents, lines …) or the largest volume with which a scenario meets a goal.
 *
 * <p>A whole number is varied in steps of 1, a volume in steps of 1 % of its present value. A value with which the scenario would be at fault,
 * such as no agent at all, does not meet the goal.
 */
public final class Solving {
    private static final int FEW_REPLICATIONS = 5;
    private static final int MANY_REPLICATIONS = 160;
    private static final int LARGEST_NUMBER = 100_000;
    private static final int VOLUME_STEPS = 700; // 1.01^700 is about 1,000
    private static final double VOLUME_STEP = 1.01;
    private static final MathContext FIGURES = new MathContext(5);

    private final ScenarioFile file;
    private final Until until;
    private final RunOptions options;
    private final Lever lever;
    private final boolean volume;

    /**
     * Prepares a search for the value of the number at {@code path}, such as {@code groups.north.staffing}.
     *
     * @throws IllegalArgumentException when no whole number or volume stands there; the message says what does and what to do
     */
    public Solving(ScenarioFile file, String path, Until until, RunOptions options) {
        this.file = file;
        this.until = until;
        this.options = options;
        lever = file.lever(path);
        volume = lever.kind() == Lever.Kind.RATE;
        if (!volume && lever.kind() != Lever.Kind.WHOLE_NUMBER) {
            throw new IllegalArgumentException("found \"" + path + "\": " + lever.text(lever.value())
                    + " is neither a whole number nor a volume; take a path such as groups.north.staffing or flows.tax.volume");
        }
    }

    /** Searches; the watcher sees replications done and may stop it. */
    public Answer solve(Watcher watcher) {
        Solver.Goal goal = volume
                ? new Solver.Goal(until.bound(), until.atLeast(), false, -VOLUME_STEPS, VOLUME_STEPS)
                : new Solver.Goal(until.bound(), until.atLeast(), true, 0, LARGEST_NUMBER);
        int most = options.replications() != null ? options.replications() : MANY_REPLICATIONS;
        Solver solver = new Solver((k, n) -> trial(k, n, watcher), goal, Math.min(FEW_REPLICATIONS, most), most);
        Solver.Solution solution = solver.solve(volume ? 0 : (int) lever.value(), watcher);
        return new Answer(
                lever.path(),
                until.text(),
                !volume,
                solution.found() == null ? null : trial(solution.found()),
                beyond(solution),
                solution.steps().stream().map(this::trial).toList(),
                solution.complete());
    }

    private double value(int k) {
        return volume
                ? new BigDecimal(lever.value() * StrictMath.pow(VOLUME_STEP, k)).round(FIGURES).doubleValue()
                : k;
    }

    /** The latest trial of the neighbour that misses the goal. */
    private Answer.Trial beyond(Solver.Solution solution) {
        if (solution.found() == null) {
            return null;
        }
        int neighbour = solution.found().k() + (volume ? 1 : -1);
        List<Solver.Step> there = solution.steps().stream().filter(step -> step.k() == neighbour).toList();
        return there.isEmpty() ? null : trial(there.get(there.size() - 1));
    }

    private Answer.Trial trial(Solver.Step step) {
        return new Answer.Trial(lever.text(value(step.k())), step.replications(), step.estimate(), step.confidence(), step.holds());
    }

    private Estimate trial(int k, int replications, Watcher watcher) {
        ScenarioFile varied = file.with(lever.set(value(k)));
        if (!varied.isSound()) {
            return null;
        }
        Program program = ScenarioCompiler.compile(varied.scenario());
        long seed = options.seed() != null ? options.seed() : varied.scenario().runs().seed();
        int runs = Math.max(2, replications);
        RunSettings settings = new RunSettings(runs, runs, seed, options.threads());
        Measure measure = Measure.byId(until.measure()).orElseThrow();
        Observations observations = new Experiment(program, settings, new Experiment.Decider(measure, 0)).run(watcher).observations();
        return new KpiTable(program).estimate(observations, measure, 0);
    }
}
