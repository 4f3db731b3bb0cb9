package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.scenario.sweep.Factor;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.scenario.sweep.SweepRuns;
import mergedesk.stats.Estimate;
import mergedesk.store.ResultStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sweep that is made in code is the one that its file would be; what it leaves is read as Java values. */
public class SweepInCodeTest {
    /** A desk for two hours. */
    public static final String DESK = """
            name: A desk
            time: {start: 2025-04-07, length: 2 h, zone: UTC}
            councils: {town: {}}
            services: {tax: {}}
            flows:
              calls:
                council: town
                service: tax
                desk: desk
                volume: 60 / h
                work: {distribution: exponential, mean: 5 min}
                patience: {distribution: exponential, mean: 3 min}
            desks: {desk: {answer_within: 20 s}}
            groups: {agents: {desk: desk, staffing: 6}}
            """;
    private static final List<String> MEASURES = List.of("sl_answered_of_offered", "offered", "wait_p95", "fte");

    @TempDir
    private Path folder;

    private ScenarioFile desk;

    /** Two factors, four measures of all sorts; a scenario and a sweep that no file holds. */
    public static SweepFile made() {
        return SweepFile.of(
                Sweep.named("Agents")
                        .vary("agents", "groups.agents.staffing", 5, 7)
                        .vary("volume", Factor.between("flows.*.volume", 0.9, 1.1).with(Factor::multiply, true))
                        .keep(MEASURES.toArray(String[]::new))
                        .replicate(6),
                ScenarioFile.of(DESK, Path.of("desk in code")));
    }

    @BeforeEach
    void write() throws IOException {
        desk = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), DESK));
    }

    @Test
    void itIsWhatItsFileSays() throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), """
                name: Agents
                scenario: desk.yaml
                set: [time.length=1 h]
                factors:
                  agents: {path: groups.agents.staffing, values: [5, 7]}
                  kind: {levels: {keen: ["flows.calls.patience.mean=9 min"], hasty: ["flows.calls.patience.mean=1 min"]}}
                  volume: {path: "flows.*.volume", multiply: true, from: 90 %, to: 110 %, step: 5 %}
                design: {kind: sobol, points: 8}
                measures: [offered, wait_p95 in desk desk]
                runs: {replications: 3, seed: 5, budget: 30}
                """);
        Sweep sweep = Sweep.named("Agents")
                .vary("agents", "groups.agents.staffing", 5, 7)
                .vary("kind", Factor.level("keen", "flows.calls.patience.mean=9 min").orLevel("hasty", "flows.calls.patience.mean=1 min"))
                .vary("volume", Factor.between("flows.*.volume", "90 %", "110 %").with(Factor::step, "5 %").with(Factor::multiply, true))
                .with(Sweep::design, PointPlan.sobol(8))
                .keep("offered", "wait_p95 in desk desk")
                .with(Sweep::runs, SweepRuns.of(3).with(SweepRuns::seed, 5L).with(SweepRuns::budget, 30L));

        SweepFile read = SweepFile.read(file);
        SweepFile made = SweepFile.of(sweep, desk.with("time.length=1 h"));

        assertThat(read.faults()).isEmpty();
        assertThat(made.faults()).isEmpty();
        assertThat(made.sweep().with(Sweep::scenario, "desk.yaml")).isEqualTo(read.sweep());
        assertThat(made.points()).isEqualTo(read.points()).isEqualTo(8);
        for (int point = 0; point < 8; point++) {
            assertThat(made.design().at(point)).isEqualTo(read.design().at(point));
            assertThat(made.scenario(point).scenario()).isEqualTo(read.scenario(point).scenario());
        }
    }

    static Stream<Sweep> designs() {
        Sweep sweep = Sweep.named("any").vary("agents", Factor.between("groups.agents.staffing", 4, 8)).vary("talk", Factor.between("flows.calls.work.mean", "4 min", "6 min")).replicate(2);
        return Stream.of(PointPlan.full(), PointPlan.fraction(3), PointPlan.latinHypercube(5), PointPlan.sobol(4), PointPlan.morris(2), PointPlan.saltelli(2).with(PointPlan::secondOrder, true))
                .map(design -> sweep.with(Sweep::design, design));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyDesignCanBeMadeInCode(Sweep sweep) {
        SweepFile made = SweepFile.of(sweep, desk);

        assertThat(made.faults()).isEmpty();
        assertThat(made.sweep().design()).isEqualTo(sweep.design());
        assertThat(made.points()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void pointsOfATableAndWholeScenarios() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "way,agents\nbefore,5\nafter,8\n");
        Sweep sweep = Sweep.named("Before and after")
                .vary("way", Factor.ofScenarios("before", "after"))
                .vary("agents", Factor.of("groups.agents.staffing"))
                .with(Sweep::design, PointPlan.table(folder.resolve("points.csv").toString()));

        SweepFile made = SweepFile.of(sweep, ScenarioFile.of(DESK, Path.of("before")), ScenarioFile.of(DESK.replace("5 min", "4 min"), Path.of("after")));

        assertThat(made.faults()).isEmpty();
        SweepResults.Point point = new SweepResults.Point(1, "after", 1, Map.of("way", "after"));
        assertThat(point.text("way")).isEqualTo("after");
        assertThatThrownBy(() -> point.value("way")).isInstanceOf(WrongInput.class).hasMessageContaining("texts such as \"after\"");
        assertThat(made.scenario(1).scenario().flows().get("calls").work().mean()).hasMinutes(4);
        assertThat(made.scenario(1).scenario().groups().get("agents").staffing().constant()).isEqualTo(8);
    }

    /** Rows and estimates are those of the tables, and an estimate is that of a run of the point alone. */
    @Test
    void resultsAreJavaValues() throws IOException {
        SweepFile sweep = made();
        SweepResults results = Mergedesk.sweep(sweep, folder.resolve("out"));

        assertThat(results.warnings()).isEmpty();
        assertThat(results.failures()).isEmpty();
        assertThat(results.factors()).containsExactly("agents", "volume");
        assertThat(results.measures()).isEqualTo(MEASURES);
        assertThat(results.points()).hasSize(4).allMatch(point -> point.scenario().equals("desk in code") && point.seed() == 1);
        assertThat(results.points().get(2).values()).isEqualTo(Map.of("agents", "7", "volume", "0.9"));
        assertThat(results.points().get(2).value("volume")).isEqualTo(0.9);
        assertThat(folder.resolve("out/report.html")).isRegularFile();
        for (String measure : MEASURES) {
            Map<SweepResults.Point, Estimate> estimates = results.estimates(measure);
            assertThat(estimates.keySet()).containsExactlyElementsOf(results.points());
            List<SweepResults.Row> rows = results.rows(measure);
            assertThat(rows).hasSize(4 * 6);
            for (SweepResults.Point point : results.points()) {
                Study study = Mergedesk.run(sweep.scenario(point.number()), RunOptions.defaults().replications(6).threads(1));
                Estimate alone = study.estimate(measure, Scope.OVERALL);
                assertThat(estimates.get(point)).as(measure).usingComparatorForType(Comparator.comparingLong(number -> Math.round(number * 1e9)), Double.class).usingRecursiveComparison().isEqualTo(alone);
                List<SweepResults.Row> here = rows.stream().filter(row -> row.point() == point.number()).toList();
                assertThat(here).extracting(SweepResults.Row::replication).containsExactly(0, 1, 2, 3, 4, 5);
                long above = here.stream().mapToLong(SweepResults.Row::numerator).sum();
                long below = here.stream().mapToLong(SweepResults.Row::denominator).sum();
                switch (measure) {
                    case "sl_answered_of_offered", "offered" -> assertThat((double) above / below).isEqualTo(estimates.get(point).value(), within(1e-12));
                    default -> assertThat(above + below).isZero();
                }
            }
        }
        assertThat(results.rows("offered")).allMatch(row -> row.value() == row.numerator() && row.denominator() == 1 && row.value() > 50);
        assertThat(results.rows("fte")).allMatch(row -> row.value() > 0);
        SweepResults again = SweepResults.read(folder.resolve("out"));
        assertThat(again.rows("wait_p95")).isEqualTo(results.rows("wait_p95"));
        assertThat(again).hasToString(folder.resolve("out") + ": factors agents, volume; measures sl_answered_of_offered, offered, wait_p95, fte");
    }

    @Test
    void enginesGiveTheSameRows() throws IOException {
        List<Map<String, String>> tables = new ArrayList<>();
        for (int threads : List.of(1, 3)) {
            Path out = folder.resolve("threads-" + threads);
            SweepResults results = Mergedesk.sweep(made(), out, Engine.threads(threads), Watcher.NONE);
            tables.add(SmallSweep.tables(out));
            assertThat(results.rows("offered")).hasSize(24);
        }
        assertThat(tables.get(0)).isEqualTo(tables.get(1));
        assertThat(Engine.threads(3)).hasToString("threads(3)");
    }

    /** A point that cannot be run, a measure that a run has nothing of. */
    @Test
    void whatFailedIsToldAndHasNoRows() {
        Sweep sweep = Sweep.named("Warm-up").vary("length", "time.length", "2 h", "1 h").vary("warm", "time.warm_up", "0 min", "90 min").with(Sweep::set, List.of("time.end=cut", "flows.calls.volume=0 / h")).keep("answer_rate").replicate(2);

        SweepResults results = Mergedesk.sweep(SweepFile.of(sweep, desk), folder.resolve("out"));

        assertThat(results.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.point()).isEqualTo(3);
            assertThat(failure.replication()).isEqualTo(-1);
            assertThat(failure.message()).contains("warm_up");
            assertThat(failure.command()).startsWith("mergedesk run ");
        });
        assertThat(results.rows("answer_rate")).hasSize(6).allMatch(row -> Double.isNaN(row.value()) && row.denominator() == 0);
        assertThat(results.estimates("answer_rate").values()).hasSize(4).allMatch(Estimate::isEmpty);
        assertThat(results.points().get(3).text("warm")).isEqualTo("90");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Sweep sweep = Sweep.named("Faults").vary("agents", "groups.agent.staffing", 5, 7).vary("talk", "flows.calls.work.mean", "soon").replicate(0);

        assertThatThrownBy(() -> Mergedesk.sweep(SweepFile.of(sweep, desk), folder.resolve("out"))).isInstanceOf(WrongInput.class).hasMessageContaining("sweep in code").hasMessageContaining("replications");
        SweepFile later = SweepFile.of(sweep.replicate(2), desk);
        assertThat(later.faults()).hasSize(3).anyMatch(fault -> fault.contains("factors.agents")).anyMatch(fault -> fault.contains("factors.talk") && fault.contains("\"soon\""));
        assertThatThrownBy(() -> Mergedesk.sweep(later, folder.resolve("out"))).isInstanceOf(WrongInput.class).hasMessage(String.join("\n", later.faults()));
        assertThatThrownBy(() -> Mergedesk.run(desk.with("groups.agents.staffing=many"))).isInstanceOf(WrongInput.class).hasMessageContaining("\"many\"");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatCannotBeIsRefused() {
        Sweep sweep = Sweep.named("Any").vary("agents", "groups.agents.staffing", 5, 7).keep("offered").replicate(2);
        Mergedesk.sweep(SweepFile.of(sweep, desk), folder.resolve("out"));

        assertThatThrownBy(() -> Mergedesk.sweep(SweepFile.of(sweep.keep("wait_p95"), desk), folder.resolve("out"))).isInstanceOf(WrongInput.class).hasMessageContaining("holds runs of something else");
        assertThatThrownBy(() -> SweepResults.read(folder)).isInstanceOf(WrongInput.class).hasMessageContaining("name the folder of a sweep");
        SweepResults results = SweepResults.read(folder.resolve("out"));
        assertThatThrownBy(() -> results.rows("ofered")).isInstanceOf(WrongInput.class).hasMessageContaining("there is no such measure").hasMessageContaining("offered");
        assertThatThrownBy(() -> results.points().get(0).text("agent")).isInstanceOf(WrongInput.class).hasMessageContaining("there is no such factor").hasMessageContaining("agents");
        assertThatThrownBy(() -> SweepFile.of(sweep, desk, desk)).isInstanceOf(WrongInput.class).hasMessageContaining("called the same");
        assertThatThrownBy(() -> SweepFile.of(sweep, desk, ScenarioFile.of(DESK, Path.of("b")).with("time.length=1 h"))).isInstanceOf(WrongInput.class).hasMessageContaining("different overrides");
        assertThatThrownBy(() -> Engine.threads(0)).isInstanceOf(WrongInput.class).hasMessageContaining("at least 1");
        assertThat(SweepFile.of(sweep).faults()).singleElement().asString().contains("scenario", "there is none");
    }

    /** A text would run the scenarios without them, and nobody would know. */
    @Test
    void aTextRefusesScenariosWithOverrides() {
        ScenarioFile desk = ScenarioFile.of(made().scenarios().get(0).scenario());
        assertThatThrownBy(() -> SweepFile.of("name: x\n", Path.of("s.yaml"), desk.with("groups.agents.staffing=8")))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("has overrides (groups.agents.staffing=8)");
    }

    @Test
    void faultsAreToldInsteadOfAnythingElse() {
        SweepFile faulty = SweepFile.of(Sweep.named("x").vary("agents", "groups.nobody.staffing", 1, 2), ScenarioFile.of(made().scenarios().get(0).scenario()));
        assertThat(faulty.isSound()).isFalse();
        assertThatThrownBy(faulty::points).isInstanceOf(WrongInput.class).hasMessage(String.join("\n", faulty.faults()));
        assertThatThrownBy(() -> faulty.scenario(0)).isInstanceOf(WrongInput.class);
    }

    /** As the language reads them. */
    @Test
    void numbersHaveNoExponent() {
        assertThat(Factor.of("a.b", 0.0001, 1e7, 3).values()).containsExactly("0.00010", "10000000", "3");
    }

    /** A sweep that is killed before its end leaves rows, and no estimates of fewer runs. */
    @Test
    void estimatesOfFewerRunsAreNotShown(@TempDir Path folder) {
        SweepFile file = made();
        SweepResults results = Mergedesk.sweep(file, folder);
        assertThat(results.estimates(results.measures().get(0))).isNotEmpty();
        try (ResultStore store = ResultStore.open(folder, SweepContents.of(file))) {
            store.clearEstimates();
            store.commit();
        }
        assertThatThrownBy(() -> results.estimates(results.measures().get(0))).isInstanceOf(WrongInput.class).hasMessageContaining("ended before its estimates were made");
        assertThat(Mergedesk.sweep(file, folder).estimates(results.measures().get(0))).isNotEmpty();
    }
}
