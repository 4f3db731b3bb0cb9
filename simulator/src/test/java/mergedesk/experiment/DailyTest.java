package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.api.WrongInput;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import mergedesk.stats.KeptPeriods;
import mergedesk.stats.Measure;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks with a bank holiday in each, and a quiet desk that opens on Wednesdays. */
class DailyTest {
    private static final String YAML = """
            name: Two weeks
            time: {start: 2026-03-30, length: 14 days%s}
            bank_holidays: {region: england_and_wales}
            councils: {north: {}, south: {}}
            services: {tax: {}}
            profiles: {day: {mon-fri: {"09:00": 1, "17:00": 0}}, wednesday: {wed: {"09:00": 1, "12:00": 0}}}
            flows:
              f: {council: north, service: tax, desk: east, volume: 700 / week, profile: day, work: {distribution: exponential, mean: 4 min}}
              g: {council: south, service: tax, desk: west, volume: 60 / week, profile: wednesday, work: {distribution: exponential, mean: 3 min}}
            desks: {east: {opening: {mon-fri: "09:00-17:00"}}, west: {opening: {wed: "09:00-12:00"}}}
            groups: {e: {desk: east, staffing: 8}, w: {desk: west, staffing: 3}}
            """;

    @TempDir
    static Path folder;

    private static Study study;
    private static Kpis days;

    private static ScenarioFile file(String time) throws IOException {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), YAML.formatted(time)), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    @BeforeAll
    static void run() throws IOException {
        study = Mergedesk.run(file(""), new RunOptions(6, 1L, 2, "").andDaily(), Watcher.NONE);
        days = Kpis.of(study.daily());
    }

    private static List<Kpi> of(String measure, Scope place) {
        return days.by(Scope.Kind.DATE, measure, place);
    }

    private static double sum(String measure, Scope place) {
        return of(measure, place).stream().mapToDouble(kpi -> kpi.estimate().value()).sum();
    }

    /** Good Friday and Easter Monday are the third and the sixth of April. */
    @Test
    void everyDayOnWhichAPlaceIsOpenHasItsRows() {
        assertThat(of("offered", Scope.desk("east"))).extracting(kpi -> kpi.scope().interval())
                .containsExactly("2026-03-30", "2026-03-31", "2026-04-01", "2026-04-02", "2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10");
        assertThat(of("offered", Scope.council("south"))).extracting(kpi -> kpi.scope().interval()).containsExactly("2026-04-01", "2026-04-08");
        for (Scope place : List.of(Scope.OVERALL, Scope.council("north"), Scope.council("south"), Scope.desk("east"), Scope.desk("west"))) {
            for (Measure measure : KeptPeriods.main().stream().filter(measure -> measure.feature().isEmpty()).toList()) {
                assertThat(of(measure.id(), place)).hasSameSizeAs(of("offered", place));
                if (measure.unit() == Measure.Unit.COUNT) {
                    assertThat(sum(measure.id(), place)).as("%s %s", measure.id(), place).isCloseTo(study.estimate(measure.id(), place).value(), Offset.offset(1e-6));
                }
            }
        }
        assertThat(study.daily()).noneMatch(kpi -> !kpi.scope().service().isEmpty() || !kpi.scope().group().isEmpty());
    }

    @Test
    void everyValueHasItsInterval() {
        Kpi wednesday = of("sl_answered_of_offered", Scope.desk("west")).get(0);
        assertThat(wednesday.scope()).isEqualTo(Scope.desk("west").in(Scope.Kind.DATE, "2026-04-01"));
        assertThat(wednesday.estimate()).isEqualTo(days.estimate("sl_answered_of_offered", Scope.council("south").in(Scope.Kind.DATE, "2026-04-01")));
        assertThat(wednesday.estimate().method()).isEqualTo(Estimate.Method.RATIO);
        assertThat(wednesday.estimate().n()).isEqualTo(6);
        assertThat(of("agents_scheduled", Scope.desk("west"))).allMatch(kpi -> kpi.estimate().value() == 3 && kpi.estimate().halfWidth() == 0);
    }

    @Test
    void stopsNobodyFromReadingItAsATable() {
        List<String> lines = new String(csv(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("date,scope,council,desk,measure,value,half_width,n,method");
        assertThat(lines).hasSize(1 + study.daily().size()).hasSize(1 + 15 * (3 * 8 + 2 * 2));
        assertThat(lines.get(1)).matches("2026-03-30,overall,,,offered,[0-9.]+,[0-9.]+,6,mean");
        assertThat(lines).anyMatch(line -> line.matches("2026-04-08,desk,,west,sl_answered_of_offered,0\\.[0-9]+,0\\.[0-9]+,6,ratio_of_totals"));
        assertThat(lines).anyMatch(line -> line.matches("2026-04-08,council,south,,occupancy,,,0,none"));
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, 10)).collect(Collectors.toList())).isSorted();
    }

    private static byte[] csv() {
        return ResultCsv.daily(study.daily());
    }

    @Test
    void nothingElseChangesAndNothingIsKeptUnasked() throws IOException {
        Study without = Mergedesk.run(file(""), new RunOptions(6, 1L, 2, ""), Watcher.NONE);
        assertThat(without.daily()).isEmpty();
        assertThat(without.kpis()).isEqualTo(study.kpis());
    }

    @Test
    void batchesHaveNoDates() throws IOException {
        ScenarioFile batches = file(", end: cut, batches: 2");
        assertThatThrownBy(() -> Mergedesk.run(batches, new RunOptions(2, 1L, 1, "").andDaily(), Watcher.NONE))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("a run that is divided into batches is not kept by date");
    }
}
