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
import mergedesk.results.Kpis;
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
        return run(yaml, replications).estimate("backlog_end", scope);
    }

    private Study run(String yaml, int replications) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), yaml);
        ScenarioFile file = ScenarioFile.read(folder.resolve("desk.yaml"), List.of());
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(replications, null, 1, ""), Watcher.NONE);
    }

    @Test
    void batchesDoNotMultiplyIt() throws IOException {
        assertThat(backlog(IDLE, 2, Scope.OVERALL).value()).isEqualTo(120);
        String batches = IDLE.replace("end: cut", "end: cut, batches: 30");
        assertThat(backlog(batches, 1, Scope.OVERALL).value()).isEqualTo(120);
        assertThat(backlog(batches, 4, Scope.channel("post")).value()).isEqualTo(120);
    }

    /** One piece is taken up at once and never done, three wait: who looked at finished work only would see nothing late. */
    @Test
    void whatIsOpenAndLateCountsAsLate() throws IOException {
        String late = IDLE.replace("opening_backlog: {items: 120, oldest: 5 days}", "respond_within: 2 h, resolve_within: 3 days").replace("volume: 0 / year", "trace: {times_file: cases.csv}");
        Files.writeString(folder.resolve("cases.csv"), "time\n2025-04-01T10:00\n2025-04-02T10:00\n2025-04-03T10:00\n2025-05-30T20:00\n");
        Study study = run(late, 1);
        assertThat(study.estimate("received", Scope.OVERALL).value()).isEqualTo(4);
        assertThat(study.estimate("overdue_end", Scope.OVERALL).value()).isEqualTo(3);
        assertThat(study.estimate("resolution_within_target", Scope.OVERALL).value()).isZero();
        assertThat(study.estimate("response_within_target", Scope.OVERALL).value()).isEqualTo(1.0 / 4);
        assertThat(study.estimate("overdue_end", Scope.OVERALL.in(Scope.Kind.MONTH, "2025-04")).value()).isEqualTo(3);
    }

    /** The first is taken up and never done, the others wait: ages in hours at midnight are 14; 38 and 14; 62, 38 and 14; and so on. */
    @Test
    void backlogAndItsAgeAreToldDayByDay() throws IOException {
        String some = IDLE.replace("opening_backlog: {items: 120, oldest: 5 days}", "resolve_within: 3 days").replace("volume: 0 / year", "trace: {times_file: cases.csv}").replace("60 days", "5 days");
        Files.writeString(folder.resolve("cases.csv"), "time\n2025-04-01T10:00\n2025-04-02T10:00\n2025-04-03T10:00\n");
        Files.writeString(folder.resolve("desk.yaml"), some);
        Study study = Mergedesk.run(ScenarioFile.read(folder.resolve("desk.yaml"), List.of()), new RunOptions(1, null, 1, "").andDaily(), Watcher.NONE);
        Kpis days = Kpis.of(study.daily());
        double[] open = {1, 2, 3, 3, 3};
        double[] oldest = {14, 38, 62, 86, 110};
        double[] mean = {14, 26, 38, 62, 86};
        for (int day = 0; day < open.length; day++) {
            Scope date = Scope.OVERALL.in(Scope.Kind.DATE, "2025-04-0" + (day + 1));
            assertThat(days.estimate("backlog_end", date).value()).as("%s", date).isEqualTo(open[day]);
            assertThat(days.estimate("backlog_oldest", date).value()).as("%s", date).isEqualTo(oldest[day] * 3_600);
            assertThat(days.estimate("backlog_age_mean", date).value()).as("%s", date).isEqualTo(mean[day] * 3_600);
        }
        assertThat(study.estimate("backlog_oldest", Scope.OVERALL).value()).isEqualTo((14 + 38 + 62 + 86 + 110) / 5.0 * 3_600);
        assertThat(study.estimate("backlog_age_mean", Scope.OVERALL).value()).isEqualTo((14 + 52 + 114 + 186 + 258) / 12.0 * 3_600);
    }
}
