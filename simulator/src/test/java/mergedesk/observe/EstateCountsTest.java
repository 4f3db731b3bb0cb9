package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;

/** Outages that lie in a window in part. */
class EstateCountsTest {
    /** From three days before the warm-up's end to two days after it, and from 18 h before the end on. */
    @Test
    void thePartInTheWindowIsAnOutageOfIt() {
        Study study = Mergedesk.run(ScenarioFile.of("""
                name: t
                time: {start: 2025-04-07, length: 14 days, end: cut, warm_up: 7 days}
                councils: {c: }
                services: {s: }
                flows: {calls: {council: c, service: s, desk: d, volume: 1 / h, work: {distribution: constant, mean: 1 min}}}
                desks: {d: }
                groups: {g: {desk: d, skills: [s], staffing: 1}}
                applications: {crm: , well: }
                outages: {early: {applications: [crm], from: 2025-04-11T00:00, lasts: 5 days}, late: {applications: [crm], from: 2025-04-20T06:00, lasts: 300 days}}
                """, Path.of("t.yaml")), new RunOptions(2, 1L, 1, "run"), Watcher.NONE);
        Scope crm = Scope.application("crm");
        assertThat(study.estimate("outages", crm).value()).isEqualTo(2);
        assertThat(study.estimate("downtime", crm).value()).isEqualTo((48 + 18) * 3_600, within(1e-6));
        assertThat(study.estimate("outage_mean", crm).value()).isEqualTo(33 * 3_600, within(1e-6));
        assertThat(study.estimate("outage_longest", crm).value()).isEqualTo(48 * 3_600, within(1e-6));
        assertThat(study.estimate("outages", Scope.application("well")).value()).isZero();
    }
}
