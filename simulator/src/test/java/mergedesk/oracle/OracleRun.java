package mergedesk.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.RunSettings;
import mergedesk.experiment.Targets;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.program.Program;
import mergedesk.results.Kpi;
import mergedesk.scenario.Scenario;
import mergedesk.stats.Estimate;
import mergedesk.stats.Observations;
import mergedesk.stats.Sample;

/**
 * A scenario of scenarios/oracles that has been run.
 *
 * @param overall what each observation counted of everything together: also where there are too many to be kept by the product
 * @param kpis the rows of kpis.csv
 */
record OracleRun(String scenario, Program program, List<long[]> overall, List<Kpi> kpis) {
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
        List<long[]> overall = new ArrayList<>();
        Observations observations = new Experiment(program, settings, Targets.decider(written, table))
                .run(Watcher.NONE, replication -> replication.forEach(summary -> overall.add(columns(summary))))
                .orFault()
                .observations();
        return new OracleRun(scenario, program, overall, table.of(observations));
    }

    private static long[] columns(RunSummary summary) {
        long[] columns = new long[Count.COLUMNS];
        Arrays.setAll(columns, column -> summary.total(0, column));
        return columns;
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
        return overall.stream()
                .mapToDouble(observation -> scale * Arrays.stream(columns).mapToLong(column -> observation[column]).sum())
                .toArray();
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
