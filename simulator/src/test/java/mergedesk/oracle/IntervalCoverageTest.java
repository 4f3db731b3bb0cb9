package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.docs.GeneratedTable;
import mergedesk.experiment.Experiment;
import mergedesk.experiment.KpiTable;
import mergedesk.experiment.Progress;
import mergedesk.experiment.RunSettings;
import mergedesk.program.Program;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.stats.Observations;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether 95 % intervals hold the truth 95 times in 100: experiments with seeds 1, 2 … on desks whose truth {@link MarkovDesk} knows, from the scenario file
 * to the rows of kpis.csv.
 *
 * <p>If every interval covered exactly 95 %, all counts would lie in the band together 95 times in 100 (Bonferroni). Quantiles may cover more, up to 97.5 %.
 */
class IntervalCoverageTest {
    private static final int EXPERIMENTS = 1_000;
    private static final int MOST_REPLICATIONS = 400;
    private static final double MOST_OF_QUANTILES = 0.975;
    /** Who stops as soon as an interval looks short enough stops more often at one that is too short by chance. */
    private static final double SEQUENTIAL_LOSS = 0.02;

    /**
     * A column of the table.
     *
     * @param name what it is called
     * @param replications in each experiment; null: until the service level is known to 1 point, the rule of runs that do not say
     * @param truth by identifier of the measure
     */
    private record Case(String name, Integer replications, Map<String, Double> truth, String scenario, String... sets) {}

    private static List<Case> cases() {
        String[] small = {"flows.calls.volume=0.8 / min", "flows.calls.work.mean=3 min", "flows.calls.patience.mean=5 min", "groups.agents.staffing=3"};
        String[] one = {"flows.calls.volume=0.7 / min", "flows.calls.work.mean=1 min", "groups.agents.staffing=1", "desks.desk.answer_within=1 min"};
        return List.of(
                new Case("01, 20 days", 20, truth(4.2, 2, 12, 0, 1 / 3.0, 480, true), "01_mmc_day"),
                new Case("01, to 1 point", null, truth(4.2, 2, 12, 0, 1 / 3.0, 480, true), "01_mmc_day"),
                new Case("02, 20 days", 20, truth(4.2, 2, 12, 1, 1 / 3.0, 480, true), "02_mmc_abandon_day"),
                new Case("3 agents, 5 days", 5, truth(0.8, 3, 3, 0.2, 1 / 3.0, 480, true), "02_mmc_abandon_day", small),
                new Case("3 agents, 1 run, 160 batches", 1, truth(0.8, 3, 3, 0.2, 1 / 3.0, 20 * 1440, false), "14_erlang_reference-a14",
                        with(small, "time.length=21 days", "time.batches=160")),
                new Case("14 agents, 1 run, 30 batches", 1, truth(10 / 3.0, 3, 14, 0, 1 / 3.0, 20 * 1440, false), "14_erlang_reference",
                        "time.length=21 days", "time.batches=30"),
                new Case("1 agent, 1 run, 30 batches", 1, truth(0.7, 1, 1, 0, 1, 60 * 1440, false), "14_erlang_reference",
                        with(one, "time.length=61 days", "time.batches=30")),
                new Case("1 agent, 20 runs, 4 batches", 20, truth(0.7, 1, 1, 0, 1, 3 * 1440, false), "14_erlang_reference",
                        with(one, "time.length=4 days", "time.batches=4")));
    }

    private static String[] with(String[] sets, String... more) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Minutes; {@code theta} per minute; {@code day}: empty at the start, otherwise steady. */
    private static Map<String, Double> truth(double lambda, double talk, int agents, double theta, double target, double length, boolean day) {
        MarkovDesk desk = day ? MarkovDesk.day(lambda, 1 / talk, agents, theta, length) : MarkovDesk.steady(lambda, 1 / talk, agents, theta);
        Map<String, Double> truth = new LinkedHashMap<>();
        truth.put("offered", lambda * length);
        truth.put("queue_mean", desk.queue());
        truth.put("occupancy", desk.busy() / agents);
        truth.put("talk_mean", talk * 60);
        truth.put("delayed_share", desk.delayed());
        if (theta > 0) {
            truth.put("abandoned", lambda * length * desk.abandoned());
            truth.put("abandonment_rate", desk.abandoned());
        }
        truth.put("wait_mean_all", desk.waitAll() * 60);
        truth.put("wait_mean_answered", desk.waitAnswered() * 60);
        truth.put("sl_answered_of_offered", desk.within(target));
        truth.put("sl_answered_of_answered", desk.within(target) / desk.answered());
        for (int percent : new int[] {50, 90, 95, 99}) {
            if (1 - desk.delayed() < percent / 100.0 * desk.answered()) { // otherwise the quantile is 0
                truth.put("wait_p" + percent, desk.quantile(percent / 100.0) * 60);
            }
        }
        return truth;
    }

    /** Experiments whose interval holds the truth, by measure. */
    private static Map<String, Integer> covered(Case row) {
        Program program = ScenarioCompiler.compile(OracleRun.file(row.scenario(), row.sets()).scenario());
        KpiTable table = new KpiTable(program);
        Experiment.Decider decider = new Experiment.Decider(Measure.byId("sl_answered_of_offered").orElseThrow(), 0);
        Map<String, Integer> covered = new LinkedHashMap<>();
        for (int seed = 1; seed <= EXPERIMENTS; seed++) {
            RunSettings settings = new RunSettings(row.replications(), MOST_REPLICATIONS, seed, OracleRun.THREADS);
            Observations observations = new Experiment(program, settings, decider).run(Progress.NONE).orFault().observations();
            row.truth().forEach((measure, truth) -> {
                Estimate estimate = table.estimate(observations, Measure.byId(measure).orElseThrow(), 0);
                covered.merge(measure, Math.abs(estimate.value() - truth) <= estimate.halfWidth() ? 1 : 0, Integer::sum);
            });
        }
        return covered;
    }

    @Tag("nightly")
    @Test
    void intervalsHoldTheTruthNineteenTimesInTwenty() throws IOException {
        Map<Case, Map<String, Integer>> results = new LinkedHashMap<>();
        cases().forEach(row -> results.put(row, covered(row)));
        int counts = results.values().stream().mapToInt(Map::size).sum();
        double band = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - 0.025 / counts) * Math.sqrt(0.95 * 0.05 / EXPERIMENTS);
        String table = table(results);
        System.out.println(table);

        List<String> outside = new ArrayList<>();
        results.forEach((row, covered) -> covered.forEach((measure, count) -> {
            double share = count / (double) EXPERIMENTS;
            double least = 0.95 - band - (row.replications() == null ? SEQUENTIAL_LOSS : 0);
            double most = Measure.byId(measure).orElseThrow().isQuantile() ? MOST_OF_QUANTILES : 0.95 + band;
            if (share < least || share > most) {
                outside.add("%s, %s: %.3f, not in %.3f .. %.3f".formatted(row.name(), measure, share, least, most));
            }
        }));
        assertThat(outside).isEmpty();
        GeneratedTable.check("evidence.md", "intervals", table);
    }

    private static String table(Map<Case, Map<String, Integer>> results) {
        StringBuilder table = new StringBuilder("| Measure |");
        results.keySet().forEach(row -> table.append(' ').append(row.name()).append(" |"));
        table.append("\n|---|").append("---|".repeat(results.size())).append('\n');
        for (Measure measure : Measure.all()) {
            if (results.values().stream().anyMatch(covered -> covered.containsKey(measure.id()))) {
                table.append("| `").append(measure.id()).append("` |");
                for (Map<String, Integer> covered : results.values()) {
                    Integer count = covered.get(measure.id());
                    table.append(count == null ? " |" : String.format(Locale.ROOT, " %.1f |", 100.0 * count / EXPERIMENTS));
                }
                table.append('\n');
            }
        }
        return table.toString();
    }
}
