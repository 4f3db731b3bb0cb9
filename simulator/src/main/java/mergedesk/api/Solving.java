package mergedesk.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.SimulationFault;
import mergedesk.experiment.Solver;
import mergedesk.results.Answer;
import mergedesk.results.EveryPeriod;
import mergedesk.results.Kpi;
import mergedesk.results.Study;
import mergedesk.scenario.io.Lever;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptMeasures;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;

/**
 * Finds how small or large a number of a scenario may be for a goal to be met: a whole number (of agents, lines …) in steps of 1, a volume in steps of 1 % of
 * its present value.
 *
 * <p>Which of both is sought follows from the way the measure goes: the fewest agents for a service level, the most for an occupancy of at least 70 %. The search goes
 * no further than 100 times the present value (whole numbers: to 1,000 at least) and a thousandth of a volume. A value with which the scenario would be at fault, such
 * as no agent at all, does not meet the goal; nor does one with which the measure has no value.
 */
public final class Solving {
    private static final int FEW_REPLICATIONS = 5;
    private static final int MANY_REPLICATIONS = 160;
    private static final int LARGEST_NUMBER = 100_000;
    private static final int FURTHEST = 100;
    private static final int FURTHEST_AT_LEAST = 1_000;
    private static final double VOLUME_STEP = 1.01;
    private static final int VOLUME_STEPS_DOWN = 694; // 1.01^694 is about 1,000
    private static final int VOLUME_STEPS_UP = 463; // 1.01^463 is about 100
    private static final int VOLUME_REACH = 35; // 1.01^35 is about the root of 2: looks around as far as four times the volume
    private static final int TRIED = 2; // a search looks at two neighbours in turn
    private static final MathContext FIGURES = new MathContext(5);

    private final ScenarioFile.Varying file;
    private final Until until;
    private final RunOptions options;
    private final Lever lever;
    private final Measure measure;
    private final boolean isExact; // no run is needed
    private final boolean volume;
    private final Map<Integer, Tried> tried = new LinkedHashMap<>(16, 0.75f, true) { // those looked at last
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Tried> eldest) {
            return size() > TRIED;
        }
    };

    /**
     * Prepares a search for the value of the number at {@code path}, such as {@code groups.north.staffing}.
     *
     * @throws WrongInput when no whole number or volume stands there; the message says what does and what to do
     */
    public Solving(ScenarioFile file, String path, Until until, RunOptions options) {
        this.file = file.varying();
        this.until = until;
        this.options = options;
        measure = Measure.byId(until.measure()).orElseThrow();
        isExact = measure.isExact() && !file.scenario().runsDiffer();
        lever = this.file.lever(path);
        volume = lever.kind() == Lever.Kind.RATE;
        if (!volume && lever.kind() != Lever.Kind.WHOLE_NUMBER) {
            throw new WrongInput("found \"" + path + "\": " + lever.text(lever.value())
                    + " is neither a whole number nor a volume; take a path such as groups.north.staffing or flows.tax.volume");
        }
    }

    /** Searches; the watcher sees replications done and may stop it. A trial that fails ends the search: the answer holds those before it. */
    public Answer solve(Watcher watcher) {
        int most = options.replications() != null ? options.replications() : MANY_REPLICATIONS;
        Solver solver = new Solver((k, n) -> trial(k, n, watcher), goal(), Math.min(FEW_REPLICATIONS, most), most);
        Solver.Solution solution = solver.solve(volume ? 0 : (int) lever.value(), watcher);
        return new Answer(
                lever.path(),
                until.text(),
                measure,
                until.period().map(KpiTable::kind),
                solution.smallest(),
                solution.found().map(this::trial),
                solution.beyond().map(this::trial),
                solution.exceptions().stream().map(this::trial).toList(),
                solution.steps().stream().map(this::trial).toList(),
                solution.complete(),
                solution.failure().map(this::told).orElse(""));
    }

    private String told(Solver.Failure failure) {
        return failure.fault().told(file.with(lever.set(value(failure.k()))).command());
    }

    /**
     * What a run gives at a value that was tried, as {@code --set path=value} would; see {@link Mergedesk#run}.
     *
     * @throws WrongInput when it needs more memory than there is
     */
    public Study run(Answer.Trial trial, Watcher watcher) {
        return Mergedesk.run(with(trial), options, watcher);
    }

    private ScenarioFile with(Answer.Trial trial) {
        return file.with(lever.path() + "=" + trial.value());
    }

    /** Notes on the goal and on the scenario with the value that was found; as it is, when none was. */
    public List<String> notes(Answer answer) {
        ScenarioFile solved = answer.found().map(this::with).orElseGet(file::with);
        return solved.notesOnRun(ChangedMeanings.of(solved.scenario(), until));
    }

    private Solver.Goal goal() {
        if (volume) {
            return new Solver.Goal(until.bound(), until.atLeast(), false, -VOLUME_STEPS_DOWN, VOLUME_STEPS_UP, k -> VOLUME_REACH);
        }
        double furthest = Math.max(FURTHEST_AT_LEAST, FURTHEST * lever.value());
        return new Solver.Goal(until.bound(), until.atLeast(), true, 0, (int) Math.min(LARGEST_NUMBER, furthest), k -> Math.max(2, k));
    }

    private double value(int k) {
        return volume
                ? new BigDecimal(lever.value() * StrictMath.pow(VOLUME_STEP, k)).round(FIGURES).doubleValue()
                : k;
    }

    private Answer.Trial trial(Solver.Step step) {
        int replications = isExact ? 0 : step.replications();
        return new Answer.Trial(lever.text(value(step.k())), replications, step.possible(), step.estimate(), step.confidence(), step.missed(), step.holds());
    }

    private Optional<Solver.Finding> trial(int k, int replications, Watcher watcher) {
        ScenarioFile varied = file.with(lever.set(value(k)));
        if (!varied.isSound()) {
            return Optional.empty();
        }
        long seed = options.seedFor(varied.scenario());
        try {
            Tried here = tried.computeIfAbsent(k, anew -> new Tried(varied, seed, options.threads()));
            return Optional.of(here.look(replications, watcher));
        } catch (SimulationFault told) {
            throw told;
        } catch (RuntimeException | Error e) { // the trials before are worth more than where it came from
            watcher.failed(e);
            throw SimulationFault.ofEvaluation(seed, replications, e);
        }
    }

    /** A place that was tried: a further look at it goes on where the last one ended. */
    private final class Tried {
        private final KpiTable table;
        private final Experiment experiment;

        Tried(ScenarioFile varied, long seed, int threads) {
            table = varied.rules().table();
            KeptMeasures whole = KeptMeasures.of(table.scopes(), List.of(measure), row -> false);
            KeptMeasures kept = until.period().map(period -> whole.andBy(period, KeptPeriods.judging(measure), 0)).orElse(whole);
            experiment = new Experiment(varied.rules(), new RunSettings(2, 2, seed, threads), new Experiment.Decider(measure, 0), kept);
        }

        Solver.Finding look(int replications, Watcher watcher) {
            Observations observations =
                    isExact ? table.noObservations() : experiment.run(Math.max(2, replications), watcher).orFault().observations();
            return until.period()
                    .map(period -> every(table.busy(observations, period, measure)))
                    .orElseGet(() -> Solver.Finding.of(table.estimate(observations, measure, 0)));
        }

        /** The worst of all periods is shown, with an interval that holds for all of them together; empty when nothing happens. */
        private Solver.Finding every(List<Kpi> periods) {
            return periods.isEmpty()
                    ? Solver.Finding.of(Estimate.EMPTY)
                    : new Solver.Finding(EveryPeriod.of(periods).worst(until.atLeast()).estimate(), periods.stream().map(Kpi::estimate).toList());
        }
    }
}
