package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;

/** What tables say of outages with dates: four weeks of two councils, of which one needs the application. */
class EstateGridsTest {
    private static Study run(String estate) {
        ScenarioFile file = ScenarioFile.of("""
                name: t
                time: {start: 2026-04-13, length: 28 days}
                councils: {north: {}, south: {}}
                services: {tax: {SYSTEMS}, bins: {}}
                flows:
                  north: {council: north, service: tax, desk: d, volume: 300 / week, work: {distribution: exponential, mean: 3 min}}
                  south: {council: south, service: bins, desk: d, volume: 300 / week, work: {distribution: exponential, mean: 3 min}}
                desks: {d: {opening: {mon-fri: 08:00-18:00}}}
                groups: {g: {desk: d, staffing: 3}}
                """.replace("SYSTEMS", estate.isEmpty() ? "" : "needs: {crm: }") + estate, Path.of("t.yaml"));
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(2, 1L, 1, "run"), Watcher.NONE);
    }

    private static List<List<String>> rows(List<Grid> grids, String id) {
        return grids.stream().filter(grid -> grid.id().equals(id)).findFirst().orElseThrow().rows().stream().map(row -> row.stream().map(cell -> cell.replace('\u00a0', ' ')).toList()).toList();
    }

    private static List<Grid> estate(Study study) {
        return new EstateGrids(study, new KpiIndex(study.kpis(), study.names())).all();
    }

    private static final String TUESDAY = "applications: {crm: }\noutages: {o: {applications: [crm], from: 2026-04-21T10:00, lasts: 2 h}}\n";

    /** Tuesday has 40 open hours in four weeks, and half of the contacts need the application. */
    @Test
    void outagesByWeekday() {
        assertThat(rows(estate(run(TUESDAY)), "outages-by-weekday")).startsWith(
                List.of("Monday", "0", "0.0 min", "100.0 %"),
                List.of("Tuesday", "1", "120.0 min", "97.5 %"),
                List.of("Wednesday", "0", "0.0 min", "100.0 %")).hasSize(7);
    }

    /** Ten minutes of 672 hours are 0.025 %, which one digit behind the point would hide; four hours are 0.6 %. */
    @Test
    void digitsHideNoOutageAndAColumnHasOneUnit() {
        Study study = run("applications: {crm: , web: }\noutages: {o: {applications: [crm], from: 2026-04-21T10:00, lasts: 10 min}, w: {applications: [web], from: 2026-04-21T20:00, lasts: 4 h}}\n");
        assertThat(rows(estate(study), "applications")).extracting(row -> row.get(2)).containsExactly("99.98 %", "99.4 %");
        assertThat(rows(estate(study), "applications")).extracting(row -> row.get(4)).containsExactly("10.0 min", "240.0 min");
        assertThat(ConsoleSummary.of(study, StandardCharsets.UTF_8)).containsPattern("crm +99.\\d+ % +99.98 % +1 +10.0 min").containsPattern("web +[0-9.]+ % +99.4 % +1 +240.0 min");
    }

    /** 2 of 200 open hours, of one council and service. */
    @Test
    void placesHaveWhatTheyNeed() {
        Study study = run(TUESDAY);
        for (String kind : List.of("by-council", "by-service")) {
            Grid grid = new ScopeGrids(new KpiIndex(study.kpis(), study.names()), "calls").all().stream().filter(one -> one.id().equals(kind)).findFirst().orElseThrow();
            int column = grid.columns().stream().map(Grid.Column::heading).toList().indexOf("Has what it needs, while open");
            assertThat(grid.rows()).extracting(row -> row.get(column).replace('\u00a0', ' ')).containsExactly("99.0 %", "100.0 %");
        }
        Study without = run("");
        assertThat(new ScopeGrids(new KpiIndex(without.kpis(), without.names()), "calls").all()).allSatisfy(grid -> assertThat(grid.columns()).extracting(Grid.Column::heading).doesNotContain("Has what it needs, while open"));
    }
}
