package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Comparison;
import mergedesk.results.Parts;
import org.junit.jupiter.api.Test;

/** Applications side by side: a standby makes outages shorter, not fewer; better hosts make them fewer. */
class CompareApplicationsTest {
    private static ScenarioFile file(String name, String hours, String standby) {
        return ScenarioFile.of("""
                name: NAME
                time: {start: 2025-04-07, length: 28 days}
                councils: {c: }
                services: {s: }
                flows: {calls: {council: c, service: s, desk: d, volume: 1 / h, work: {distribution: constant, mean: 1 min}}}
                desks: {d: }
                groups: {g: {desk: d, skills: [s], staffing: 1}}
                datacentres: {site: }
                rooms: {r: {datacentre: site}}
                hosts: {a: {room: r, failures: {every: {mean: HOURS h}, repair: {mean: 5 h}}}, b: {room: r}}
                applications: {crm: {name: Customer records, hosts: [a]STANDBY}}
                """.replace("NAME", name).replace("HOURS", hours).replace("STANDBY", standby), Path.of(name + ".yaml"));
    }

    private static final ScenarioFile ALONE = file("alone", "20", "");
    private static final ScenarioFile STANDBY = file("standby", "20", ", standby: [b], failover: {takes: {mean: 10 min}}");
    private static final ScenarioFile BETTER = file("better", "400", "");

    private static Comparison compare(ScenarioFile... files) {
        return Mergedesk.compare(List.of(files), new RunOptions(6, 1L, 2, "compare"), Watcher.NONE);
    }

    @Test
    void saysWhereOutagesBecomeShorterAndNotFewer() {
        assertThat(new ComparePage(compare(ALONE, STANDBY, BETTER), new Parts()).shorterNotFewer()).singleElement().asString()
                .startsWith("B cuts the time for which Customer records is down from ")
                .contains("but hardly the number of outages")
                .endsWith("they are shorter, not fewer, and people call at each.");
        assertThat(new ComparePage(compare(STANDBY, ALONE), new Parts()).shorterNotFewer()).isEmpty();
    }

    @Test
    void putsApplicationsSideBySide() {
        Comparison comparison = compare(ALONE, STANDBY);
        Grid grid = new ComparePage(comparison, new Parts()).applications().orElseThrow();
        assertThat(grid.rows()).extracting(row -> row.get(0) + ": " + row.get(1)).containsExactly(
                "Customer records: Has what it needs, while desks are open", "Customer records: Outages", "Customer records: Time down", "Customer records: Mean outage");
        assertThat(grid.rows()).allSatisfy(row -> assertThat(row).hasSize(5).doesNotContain("–"));
        assertThat(CompareReport.render(comparison, new Parts())).contains("Application by application", "they are shorter, not fewer");
    }
}
