package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Comparison;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full-time equivalents and money in the rows of kpis.csv. */
class StaffMeasuresTest {
    private static final String YAML = """
            name: t
            time: {start: 2025-04-14, length: 7 days}
            councils: {a: {}, b: {}, c: {}}
            services: {tax: {}}
            bank_holidays: {region: england_and_wales}
            flows:
              f: {council: a, service: tax, desk: d, volume: 1 / day, work: {distribution: exponential, mean: 5 min}}
              g: {council: b, service: tax, desk: e, volume: 1 / day, work: {distribution: exponential, mean: 5 min}}
            desks: {d: {opening: {mon-fri: "09:00-17:00"}}, e: {}}
            groups:
              paid: {desk: d, employer: a, staffing: 10, cost: "£31,000 / year"}
              unknown: {desk: e, employer: b, shifts: [{agents: 2, days: mon-sun, start: "22:00", end: "06:00", overnight: true, breaks: [{at: "01:00", length: 30 min}]}]}
            """;

    @TempDir
    private Path folder;

    private ScenarioFile file(String yaml, String... sets) throws IOException {
        Path path = Files.writeString(folder.resolve("desk.yaml"), yaml);
        ScenarioFile file = ScenarioFile.read(path, List.of(sets));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private Study run(int replications, String... sets) throws IOException {
        return Mergedesk.run(file(YAML, sets), new RunOptions(replications, 1L, 1, ""), Watcher.NONE);
    }

    private static Estimate estimate(Study study, String measure, String scope, String place) {
        List<Kpi> rows = study.kpis().stream()
                .filter(kpi -> kpi.measure().equals(measure) && kpi.scope().kind().id().equals(scope))
                .filter(kpi -> place.isEmpty() || place.equals(kpi.scope().council() + kpi.scope().group()) || place.equals(kpi.scope().desk()) || place.equals(kpi.scope().group()))
                .toList();
        assertThat(rows).hasSize(1);
        return rows.get(0).estimate();
    }

    /** 400 h ÷ 37, and the night shift's 105; an open week, a day, eight hours, the week of Easter, a year, a steady state. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "time.length=7 days | time.start=2025-04-07", "time.length=7 days | time.start=2025-04-14", "time.length=1 day | time.start=2025-04-08",
        "time.length=1 day | time.start=2025-04-19", "time.length=5 days | time.start=2025-04-07", "time.length=8 h | time.start=2025-04-07T09:00",
        "time.length=8 h | time.start=2025-04-07T20:00", "time.length=12 months | time.start=2025-03-01", "time.length=30 days | time.end=cut",
    })
    void areExactAndTheSameForEveryHorizon(String set, String other) throws IOException {
        Study study = run(3, set, other);
        assertThat(estimate(study, "fte", "group", "paid")).isEqualTo(Estimate.exact(400 / 37.0, 3));
        assertThat(estimate(study, "cost", "group", "paid")).isEqualTo(Estimate.exact(335_135.14, 3));
        assertThat(estimate(study, "agent_hours_per_day", "group", "paid")).isEqualTo(Estimate.exact(80, 3));
        assertThat(estimate(study, "fte", "group", "unknown")).isEqualTo(Estimate.exact(105 / 37.0, 3));
        assertThat(estimate(study, "fte", "overall", "")).isEqualTo(Estimate.exact(505 / 37.0, 3));
        assertThat(estimate(study, "fte", "council", "b")).isEqualTo(Estimate.exact(105 / 37.0, 3));
        assertThat(estimate(study, "fte", "desk", "d")).isEqualTo(Estimate.exact(400 / 37.0, 3));
        assertThat(study.kpis()).noneMatch(kpi -> kpi.scope().kind() == Scope.Kind.INTERVAL && List.of("fte", "cost", "agent_hours_per_day").contains(kpi.measure()));
    }

    /** What nobody gave is no £0: an empty cell where the sum is not known, no row where no group has a cost. */
    @Test
    void aCostThatWasNotGivenIsEmpty() throws IOException {
        Study study = run(2);
        assertThat(estimate(study, "cost", "council", "a").value()).isEqualTo(335_135.14);
        assertThat(estimate(study, "cost", "council", "b")).isEqualTo(Estimate.EMPTY);
        assertThat(estimate(study, "cost", "desk", "e")).isEqualTo(Estimate.EMPTY);
        assertThat(estimate(study, "cost", "overall", "")).isEqualTo(Estimate.EMPTY);
        assertThat(run(2, "groups.paid.cost=null").kpis()).noneMatch(kpi -> kpi.measure().equals("cost"));
        assertThat(estimate(run(2, "groups.unknown.cost=£0"), "cost", "overall", "").value()).isEqualTo(335_135.14);
    }

    /** Ten thousand agents, day and night, for ten years: more pence times seconds than a long holds. */
    @Test
    void moneyDoesNotOverflow() throws IOException {
        Study study = run(1, "time.length=10 years", "desks.d.opening=always", "groups.paid.staffing=10000", "groups.unknown.cost=£31,000");
        assertThat(estimate(study, "cost", "group", "paid")).isEqualTo(Estimate.exact(1_407_567_567.57, 1));
        assertThat(estimate(study, "cost", "overall", "").value()).isEqualTo(1_407_567_567.57 + 87_972.97);
        assertThat(estimate(study, "fte", "group", "paid").value()).isEqualTo(1_680_000 / 37.0);
    }

    @Test
    void differencesAreExactToo() throws IOException {
        ScenarioFile a = file(YAML);
        ScenarioFile b = file(YAML, "groups.paid.staffing=9");
        List<Comparison.Difference> differences = Mergedesk.compare(List.of(a, b), new RunOptions(2, 1L, 1, ""), Watcher.NONE).others().get(0).all().toList();
        assertThat(differences)
                .filteredOn(difference -> difference.scope().kind() == Scope.Kind.DESK && difference.scope().desk().equals("d"))
                .filteredOn(difference -> List.of("fte", "cost").contains(difference.measure()))
                .allSatisfy(difference -> {
                    assertThat(difference.isShown()).isTrue();
                    assertThat(difference.difference().method()).isEqualTo(Estimate.Method.EXACT);
                    assertThat(difference.difference().halfWidth()).isZero();
                })
                .extracting(difference -> difference.difference().value())
                .containsExactlyInAnyOrder(360 / 37.0 - 400 / 37.0, 301_621.62 - 335_135.14);
        assertThat(differences).noneMatch(difference -> difference.measure().equals("cost") && difference.scope().isOverall());
    }
}
