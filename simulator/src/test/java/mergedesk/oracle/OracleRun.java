package mergedesk.oracle;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.Targets;
import mergedesk.program.Program;
import mergedesk.results.Kpi;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import mergedesk.stats.Sample;

/** A scenario of scenarios/oracles that has been run, with the rows of its kpis.csv and the observations behind them. */
record OracleRun(String scenario, Program program, Observations observations, List<Kpi> kpis) {
    private static final Path FOLDER = Path.of("..", "scenarios", "oracles");

    /** Tests use the machine together with other builds. */
    static final int THREADS = 2;

    /**
     * Runs with the file's own seed.
     *
     * @param replications their number; null for the file's own
     */
    static OracleRun of(String scenario, Integer replications, String... sets) {
        Scenario written = file(scenario, sets).scenario();
        Program program = ScenarioCompiler.compile(written);
        KpiTable table = new KpiTable(program);
        int number = replications == null ? written.runs().replications() : replications;
        RunSettings settings = new RunSettings(number, number, written.runs().seed(), THREADS);
        Observations observations =
                new Experiment(program, settings, Targets.decider(written, table)).run(Watcher.NONE).orFault().observations();
        return new OracleRun(scenario, program, observations, table.of(observations));
    }

    static ScenarioFile file(String scenario, String... sets) {
        return ScenarioFile.read(FOLDER.resolve(scenario + ".yaml"), List.of(sets));
    }

    /**
     * One row of kpis.csv.
     *
     * @param scope {@code overall}, or a kind and a name: {@code service urgent}
     */
    Estimate kpi(String measure, String scope) {
        List<Kpi> rows = kpis.stream()
                .filter(kpi -> kpi.measure().equals(measure) && kpi.scope().toString().equals(scope))
                .toList();
        if (rows.size() != 1) {
            throw new AssertionError(scenario + ": kpis.csv has " + rows.size() + " rows of " + measure + " for " + scope);
        }
        return rows.get(0).estimate();
    }

    /** A column of all contacts and agents together, by observation, times {@code scale}. See {@link mergedesk.observe.Count}. */
    double[] column(double scale, int... columns) {
        int[] signs = new int[columns.length];
        java.util.Arrays.fill(signs, 1);
        double[] values = observations.sample().orElseThrow().column(new Measure.Sum(columns, signs), 0);
        for (int r = 0; r < values.length; r++) {
            values[r] *= scale;
        }
        return values;
    }

    /** Mean of columns over observations, times {@code scale}. */
    Estimate mean(double scale, int... columns) {
        return Sample.mean(column(scale, columns), 1, Estimate.Method.MEAN);
    }

    /** Ratio of totals of two columns, times {@code scale}. */
    Estimate ratio(double scale, int numerator, int denominator) {
        return Sample.ratio(column(1, numerator), column(1, denominator), scale, Estimate.Method.RATIO);
    }
}
