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
import mergedesk.results.Study;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the report says that a formula is exact, the simulation agrees with it: what the conditions let pass beyond the textbook's desk. */
class ExactFormulaTest {
    private static final String YAML = """
            name: t
            time: {start: 2025-03-03, length: 100 days, end: cut, warm_up: 2 days, batches: 30}
            councils: {a: {}, b: {}, c: {}}
            services: {tax: {}}
            flows:
              f: {council: a, service: tax, desk: d, volume: 60 / hour, work: &w {distribution: exponential, mean: 5 min}}
              g: {council: b, service: tax, desk: d, volume: 30 / hour, work: *w, balk: 20 %, patience: {distribution: exponential, mean: 1 min}}
              h: {council: c, service: tax, desk: d, volume: 30 / hour, work: *w, patience:
                  {distribution: hyperexponential, branches: [{share: 40 %, mean: 30 s}, {share: 60 %, mean: 10 min}], at_zero: 10 %}}
            desks: {d: {}}
            groups: {one: {desk: d, staffing: 7, speed: {tax: 0.8}}, two: {desk: d, staffing: 6, speed: {tax: 0.8}}}
            routing:
              - {flow: f, group: one, rank: 2}
              - {flow: f, group: two}
              - {flow: g, group: one, rank: 2}
              - {flow: g, group: two}
              - {flow: h, group: one, rank: 2}
              - {flow: h, group: two}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "none", value = {
        "Erlang A; 4; none",
        "Erlang A; 3; flows.f.patience={distribution: constant, mean: 1 s, at_zero: 100 %}",
        "Erlang B; 2; desks.d.lines=11",
        "Erlang B; 2; desks.d.lines=9 flows.f.work={distribution: uniform, low: 0 s, high: 8 min} flows.g.work={distribution: uniform, low: 0 s, high: 8 min}"
                + " flows.h.work={distribution: uniform, low: 0 s, high: 8 min}"
    })
    void agreesWithTheSimulation(String model, int replications, String sets) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), YAML);
        List<String> changes = sets == null ? List.of() : List.of(sets.split(" (?=flows|desks)"));
        Study study = Mergedesk.run(ScenarioFile.read(file, changes), new RunOptions(replications, 11L, OracleRun.THREADS, ""), Watcher.NONE);
        assertThat(study.theory()).hasSize(model.equals("Erlang B") ? 1 : 4).allMatch(line -> line.holds() && line.model().equals(model));
        for (Study.Theory line : study.theory()) {
            assertThat(Agreement.fault(line.simulated(), line.theory().orElseThrow(), 0, Agreement.DEFAULT)).as(line.measure()).isEmpty();
        }
    }
}
