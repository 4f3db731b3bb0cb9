package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** scenarios/traces/call-log.yaml, the example that ships. */
class ExampleTraceTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "traces");
    private static final int REPLICATIONS = 60;

    /** Every row arrives once in every replication; the log's own week is one that the model could have drawn. */
    @Test
    void replaysItsLog() throws IOException {
        long rows = Files.readAllLines(FOLDER.resolve("arrivals.csv")).stream().skip(1).filter(line -> !line.isBlank()).count();
        ScenarioFile file = ScenarioFile.read(FOLDER.resolve("call-log.yaml"), List.of());
        assertThat(file.faults()).isEmpty();
        Study study = Mergedesk.run(file, new RunOptions(REPLICATIONS, null, OracleRun.THREADS, ""), Watcher.NONE);

        assertThat(overall(study, "offered").value() + overall(study, "turned_away").value()).isEqualTo(rows);
        assertThat(overall(study, "turned_away").value()).isZero();
        assertThat(overall(study, "offered").halfWidth()).isZero();
        assertIsLikely(61.3, overall(study, "wait_mean_all"));
        assertIsLikely(0.0925, overall(study, "abandonment_rate"));
    }

    /** Whether a week like the log's is within 4.5 standard deviations of replications: 60 replications, so √60 standard errors. */
    private static void assertIsLikely(double recorded, Estimate simulated) {
        double deviation = Agreement.standardError(simulated) * Math.sqrt(simulated.n());
        assertThat((recorded - simulated.value()) / deviation).as("log %s, model %s", recorded, simulated).isBetween(-4.5, 4.5);
    }

    private static Estimate overall(Study study, String measure) {
        return study.estimate(measure, Scope.OVERALL);
    }
}
