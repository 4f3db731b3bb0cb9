package mergedesk.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.Progress;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.Solver;
import mergedesk.program.Program;
import mergedesk.results.Answer;
import mergedesk.scenario.Figure;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;

/**
 * Finds the smallest whole number (of agents, lines …) or the largest volume with which a scenario meets a goal.
 *
 * <p>A whole number is varied in steps of 1, a volume in steps of 1 % of its present value.
 */
public final class Solving {
    private static final int FEW_REPLICATIONS = 5;
    private static final int MANY_REPLICATIONS = 160;
    private static final int LARGEST_NUMBER = 100_000;
    private static final int VOLUME_STEPS = 700; // 1.01^700 is about 1,000
    private static final double VOLUME_STEP = 1.01;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern VOLUME = Pattern.compile("([0-9.,]+)\\s*(/.*)");

    /** A scale of values that can be written into the scenario. */
    private record Scale(int start, int least, int most, boolean volume, double unit, String per) {
        String value(int k) {
            if (!volume) {
                return Integer.toString(k);
            }
            double value = unit * StrictMath.pow(VOLUME_STEP, k);
            return new BigDecimal(value).round(new MathContext(5)).toPlainString() + " " + per;
        }
    }

    private final ScenarioFile file;
    private final String path;
    private final Until until;
    private final RunOptions options;
    private final Scale scale;

    /**
     * Prepares a search.
     *
     * @throws IllegalArgumentException when the path does not lead to a whole number or a volume; the message says what to do
     */
    public Solving(ScenarioFile file, String path, Until until, RunOptions options) {
        this.file = file;
        this.path = path;
        this.until = until;
        this.options = options;
        scale = scaleOf(figure());
    }

    private Figure figure() {
        List<Figure> figures = file.scenario().figures();
        return figures.stream()
                .filter(figure -> figure.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found \"" + path + "\": the scenario has no number there; "
                        + mergedesk.scenario.io.Suggestion.of(
                                path,
                                figures.stream().filter(Solving::canVary).map(Figure::path).toList(),
                                "take a path such as groups.north.staffing or flows.tax.volume")));
    }

    private static boolean canVary(Figure figure) {
        return NUMBER.matcher(figure.value()).matches() || VOLUME.matcher(figure.value()).matches();
    }

    private static Scale scaleOf(Figure figure) {
        if (NUMBER.matcher(figure.value()).matches()) {
            return new Scale(Integer.parseInt(figure.value()), 0, LARGEST_NUMBER, false, 1, "");
        }
        Matcher volume = VOLUME.matcher(figure.value());
        if (volume.matches()) {
            double unit = Double.parseDouble(volume.group(1).replace(",", ""));
            return new Scale(0, -VOLUME_STEPS, VOLUME_STEPS, true, unit, volume.group(2));
        }
        throw new IllegalArgumentException("found \"" + figure.path() + "\": " + figure.value()
                + " is neither a whole number nor a volume; take a path such as groups.north.staffing or flows.tax.volume");
    }

    /** Searches; the watcher sees replications done and may stop it. */
    public Answer solve(Watcher watcher) {
        Solver.Goal goal = new Solver.Goal(until.bound(), until.atLeast(), !scale.volume, scale.least, scale.most);
        int most = options.replications() != null ? options.replications() : MANY_REPLICATIONS;
        Solver solver = new Solver((k, n) -> trial(k, n, watcher), goal, Math.min(FEW_REPLICATIONS, most), most);
        Solver.Solution solution = solver.solve(scale.start, watcher);
        List<Answer.Trial> trials = solution.steps().stream().map(this::trial).toList();
        Answer.Trial at = solution.found() == null ? null : trial(solution.found());
        return new Answer(
                path,
                until.measure() + (until.atLeast() ? " >= " : " <= ") + until.bound(),
                !scale.volume,
                at,
                beyond(solution),
                trials,
                solution.complete());
    }

    private Answer.Trial beyond(Solver.Solution solution) {
        if (solution.found() == null) {
            return null;
        }
        int k = solution.found().k() + (scale.volume ? 1 : -1);
        Answer.Trial last = null;
        for (Solver.Step step : solution.steps()) {
            last = step.k() == k ? trial(step) : last;
        }
        return last;
    }

    private Answer.Trial trial(Solver.Step step) {
        return new Answer.Trial(scale.value(step.k()), step.replications(), step.estimate(), step.confidence(), step.holds());
    }

    private Estimate trial(int k, int replications, Watcher watcher) {
        ScenarioFile varied = file.with(path + "=" + scale.value(k));
        if (!varied.isSound()) {
            throw new IllegalArgumentException(String.join("\n", varied.faults()));
        }
        Program program = ScenarioCompiler.compile(varied.scenario());
        long seed = options.seed() != null ? options.seed() : varied.scenario().runs().seed();
        int runs = program.horizon().cut() ? Math.max(2, replications) : replications;
        RunSettings settings = new RunSettings(runs, runs, seed, options.threads());
        Measure measure = Measure.byId(until.measure()).orElseThrow();
        Progress progress = watcher;
        return new Experiment(program, settings, new Experiment.Decider(measure, 0))
                .run(progress)
                .observations()
                .estimate(measure, 0);
    }
}
