package mergedesk.observe;

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
import org.junit.jupiter.api.io.TempDir;

/** What is open at an end is the same number however many batches, months and replications there are. */
class BacklogLevelTest {
    /** 120 cases, each of which takes longer than the run. */
    private static final String IDLE = """
            name: t
            time: {start: 2025-04-01, length: 60 days, interval: 60 min, zone: UTC, end: cut}
            councils: {north: }
            services: {planning: }
            channels: {post: {kind: deferred}}
            flows: {cases: {council: north, service: planning, channel: post, desk: main, volume: 0 / year, work: {distribution: constant, mean: 100 days}, opening_backlog: {items: 120, oldest: 5 days}}}
            desks: {main: {opening: always}}
            groups: {clerks: {desk: main, staffing: 1}}
            """;

    @TempDir
    private Path folder;

    private Estimate backlog(String yaml, int replications, Scope scope) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), yaml);
        ScenarioFile file = ScenarioFile.read(folder.resolve("desk.yaml"), List.of());
        assertThat(file.faults()).isEmpty();
        Study study = Mergedesk.run(file, new RunOptions(replications, null, 1, ""), Watcher.NONE);
        return study.estimate("backlog_end", scope);
    }

    @Test
    void batchesDoNotMultiplyIt() throws IOException {
        assertThat(backlog(IDLE, 2, Scope.OVERALL).value()).isEqualTo(120);
        String batches = IDLE.replace("end: cut", "end: cut, batches: 30");
        assertThat(backlog(batches, 1, Scope.OVERALL).value()).isEqualTo(120);
        assertThat(backlog(batches, 4, Scope.channel("post")).value()).isEqualTo(120);
    }
}
