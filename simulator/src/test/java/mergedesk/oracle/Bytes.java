package mergedesk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.ResultCsv;
import mergedesk.results.Study;

/** What a run would write to kpis.csv. */
final class Bytes {
    static final Path EVERYTHING = Path.of("src", "test", "resources", "mergedesk", "oracle", "everything.yaml");
    static final Path ORACLES = Path.of("..", "scenarios", "oracles");

    private Bytes() {}

    static byte[] kpis(Path scenario, int replications, Long seed, int threads, String... sets) {
        RunOptions options = new RunOptions(replications, seed, threads, "");
        Study study = Mergedesk.run(ScenarioFile.read(scenario, List.of(sets)), options, Watcher.NONE);
        assertThat(study.manifest().failure()).isEmpty();
        return ResultCsv.kpis(study.kpis());
    }
}
