package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Money;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario without faults becomes the records that it says. */
class ScenarioReaderTest {
    @TempDir
    Path temporary;

    @Test
    void fillsWhatTheSmallestScenarioLeavesOut() {
        Folder folder = new Folder(temporary).sound(0);

        Reading reading = folder.read();

        assertThat(reading.problems()).isEmpty();
        Scenario scenario = reading.scenario();
        assertThat(scenario.mergedesk()).isEqualTo(1);
        assertThat(scenario.channels()).containsExactly(Map.entry("phone", Channel.named("phone")));
        assertThat(scenario.councils().get("north").name()).isEqualTo("north");
        assertThat(scenario.councils().get("north").population()).isEqualTo(100_000.0);
        assertThat(scenario.services().get("tax").name()).isEqualTo("tax");
        assertThat(scenario.runs().replications()).isNull();
        assertThat(scenario.runs().maxReplications()).isEqualTo(400);
        assertThat(scenario.time().zone().getId()).isEqualTo("Europe/London");
        assertThat(scenario.time().interval()).isEqualTo(Duration.ofMinutes(30));
        Flow flow = scenario.flows().get("calls");
        assertThat(flow.channel()).isEqualTo("phone");
        assertThat(flow.volume()).isEqualTo(new Rate(10, Rate.Per.MINUTE));
        assertThat(flow.profile()).isEqualTo("flat");
        assertThat(flow.patience()).isNull();
        assertThat(flow.basis()).isEqualTo(Flow.Basis.CALLERS);
        Desk desk = scenario.desks().get("main");
        assertThat(desk.answerWithin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(desk.lines()).isNull();
        assertThat(desk.opening().byDay())
                .containsOnlyKeys(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        assertThat(scenario.groups().get("team").staffing().constant()).isEqualTo(12);
        assertThat(scenario.groups().get("team").skills()).isEmpty();
        assertThat(scenario.routing()).isEmpty();
        assertThat(scenario.bankHolidays()).isNull();
    }

    @Test
    void readsEverySyntax() {
        Folder folder = new Folder(temporary).with("merged.yaml", Folder.FULL.split("\n"));

        Reading reading = folder.read();

        assertThat(reading.problems()).isEmpty();
        Scenario scenario = reading.scenario();
        assertThat(scenario.time().start()).isEqualTo(LocalDateTime.of(2011, 4, 4, 8, 0));
        Flow flow = scenario.flows().get("calls");
        assertThat(flow.volume()).isEqualTo(new Rate(120_000, Rate.Per.YEAR));
        assertThat(flow.redials()).isEqualTo(0.15);
        assertThat(flow.growth()).isEqualTo(-0.02);
        assertThat(flow.patience().byTime().keySet()).containsExactly(LocalTime.of(0, 0), LocalTime.of(12, 0));
        assertThat(flow.patience().byTime().get(LocalTime.NOON).distribution())
                .isEqualTo(Distribution.Shape.HYPEREXPONENTIAL);
        assertThat(flow.work().cv()).isEqualTo(1.4);
        assertThat(flow.retry().after()).containsExactly(Retry.Failure.BLOCKED);
        assertThat(scenario.flows().get("other").retry().after())
                .containsExactly(Retry.Failure.ABANDONED, Retry.Failure.BLOCKED, Retry.Failure.TURNED_AWAY, Retry.Failure.DISCONNECTED);
        assertThat(scenario.groups().get("team").cost()).isEqualTo(new Money(3_100_000));
        assertThat(scenario.groups().get("team").speed()).containsExactly(Map.entry("tax", 1.25));
        assertThat(scenario.groups().get("team").shifts().get(0).days())
                .isEqualTo(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(scenario.groups().get("night").staffing().byDay().get(DayOfWeek.FRIDAY))
                .containsExactly(Map.entry(LocalTime.of(8, 30), 10), Map.entry(LocalTime.of(12, 0), 8));
        assertThat(scenario.profiles().get("week").byDay().get(DayOfWeek.MONDAY))
                .containsEntry(LocalTime.of(9, 0), 7.5);
        assertThat(scenario.seasons().get("billing").byMonth()).containsExactly(Map.entry(Month.MARCH, 1.3));
        assertThat(scenario.busyness().all().cv()).isEqualTo(0.07);
        assertThat(scenario.bankHolidays().volume()).isEqualTo(0.1);
        assertThat(scenario.targets().get(0).atLeast()).isEqualTo(0.8);
        assertThat(scenario.targets().get(1).atMost()).isEqualTo(30.0);
        assertThat(scenario.desks().get("main").opening().always()).isTrue();
        assertThat(scenario.runs().seed()).isEqualTo(42);
    }

    @Test
    void listsEveryNumberWithItsRangeAndSource() {
        Folder folder = new Folder(temporary).with("merged.yaml", Folder.FULL.split("\n"));

        List<Figure> figures = folder.read().scenario().figures();

        String file = folder.file("merged.yaml").toString();
        assertThat(figures)
                .contains(
                        new Figure(
                                "flows.calls.volume",
                                "120,000 / year",
                                "100,000 / year",
                                "140,000 / year",
                                40_000 / 140_000.0,
                                "S1.4, U3",
                                Figure.Status.JUDGED,
                                file,
                                20),
                        new Figure(
                                "flows.calls.work.mean", "290 s", null, null, 0, null, Figure.Status.ASSUMPTION, file, 22),
                        new Figure(
                                "profiles.week",
                                "{mon-fri: {09:00: 7.5, 09:30: 3}}",
                                null,
                                null,
                                0,
                                "U3",
                                Figure.Status.REPORTED,
                                file,
                                38));
        assertThat(figures)
                .extracting(Figure::path)
                .contains(
                        "groups.night.staffing",
                        "groups.team.shifts[0].agents",
                        "groups.team.speed.tax",
                        "busyness.all.cv")
                .doesNotContain("runs.seed", "time.length", "desks.main.answer_within", "targets[0].at_least")
                .doesNotHaveDuplicates();
    }

    @Test
    void readsTablesFromCsvBesideTheScenario() {
        Folder folder = new Folder(temporary)
                .with(
                        "volumes.csv",
                        "flow,volume,low,high,source,status",
                        "calls,\"12,000 / year\",10000 / year,13000 / year,U3,planned")
                .with("staffing.csv", "time,mon,tue,sat", "08:00,3,4,", "12:00,5,,1")
                .with("profile.csv", "time,mon,tue", "09:00,1.5,2", "09:30,1,")
                .with("waits.csv", "seconds", "1.5", "20")
                .with("times.csv", "time", "2011-04-04 09:00:00.25", "2011-04-04T09:01")
                .with("counts.csv", "start,count", "2011-04-04 10:00,3", "2011-04-04 09:00,17", "2011-04-05 09:00,0")
                .sound(
                        10,
                        "    volume: {file: volumes.csv}",
                        "    profile: week",
                        "    patience: {distribution: empirical, file: waits.csv}")
                .with(
                        "other.yaml",
                        "extends: merged.yaml",
                        "sources: {U3: {title: A table}}",
                        "profiles: {week: {file: profile.csv}}",
                        "flows:",
                        "  log: {council: north, service: tax, desk: main, trace: {times_file: times.csv}, work: {distribution: constant, mean: 1 min}}",
                        "  counted: {council: north, service: tax, desk: main, trace: {counts_file: counts.csv}, work: {distribution: constant, mean: 1 min}}",
                        "groups: {team: {staffing: {file: staffing.csv}}}");

        Reading reading = folder.readFile("other.yaml");

        assertThat(folder.faultsOf(reading)).isEmpty();
        Scenario scenario = reading.scenario();
        assertThat(scenario.flows().get("calls").volume()).isEqualTo(new Rate(12_000, Rate.Per.YEAR));
        assertThat(scenario.flows().get("calls").patience().values())
                .containsExactly(Duration.ofMillis(1_500), Duration.ofSeconds(20));
        assertThat(scenario.flows().get("log").trace().times())
                .containsExactly(
                        LocalDateTime.of(2011, 4, 4, 9, 0, 0, 250_000_000), LocalDateTime.of(2011, 4, 4, 9, 1));
        assertThat(scenario.flows().get("counted").trace().counts())
                .containsExactly(
                        new Trace.Count(LocalDateTime.of(2011, 4, 4, 9, 0), 17),
                        new Trace.Count(LocalDateTime.of(2011, 4, 4, 10, 0), 3),
                        new Trace.Count(LocalDateTime.of(2011, 4, 5, 9, 0), 0));
        assertThat(scenario.flows().get("counted").trace().interval()).isEqualTo(Duration.ofHours(1));
        assertThat(scenario.groups().get("team").staffing().byDay())
                .isEqualTo(Map.of(
                        DayOfWeek.MONDAY, Map.of(LocalTime.of(8, 0), 3, LocalTime.NOON, 5),
                        DayOfWeek.TUESDAY, Map.of(LocalTime.of(8, 0), 4),
                        DayOfWeek.SATURDAY, Map.of(LocalTime.NOON, 1)));
        assertThat(scenario.profiles().get("week").byDay().get(DayOfWeek.TUESDAY))
                .isEqualTo(Map.of(LocalTime.of(9, 0), 2.0));
        assertThat(scenario.figures())
                .contains(new Figure(
                        "flows.calls.volume",
                        "12,000 / year",
                        "10000 / year",
                        "13000 / year",
                        3_000 / 13_000.0,
                        "U3",
                        Figure.Status.PLANNED,
                        folder.file("volumes.csv").toString(),
                        2));
        assertThat(reading.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "other.yaml",
                        "merged.yaml",
                        "volumes.csv",
                        "waits.csv",
                        "times.csv",
                        "counts.csv",
                        "staffing.csv",
                        "profile.csv");
    }

    @Test
    void laysAFileOverTheOneThatItExtends() {
        Folder folder = new Folder(temporary)
                .sound(0, "sources: {S1: {title: A report}}")
                .with(
                        "winter.yaml",
                        "extends: merged.yaml",
                        "name: Winter",
                        "flows: {calls: {volume: {value: 12 / min, source: S1}, work: {mean: 6 min}}}",
                        "councils: {north: {population: }}");

        Scenario scenario = folder.readFile("winter.yaml", "flows.calls.volume=13 / min", "runs.seed=7")
                .scenario();

        assertThat(scenario.name()).isEqualTo("Winter");
        assertThat(scenario.flows().get("calls").work().distribution()).isEqualTo(Distribution.Shape.EXPONENTIAL);
        assertThat(scenario.flows().get("calls").work().mean()).isEqualTo(Duration.ofMinutes(6));
        assertThat(scenario.flows().get("calls").volume().count()).isEqualTo(13);
        assertThat(scenario.councils().get("north").population()).isNull();
        assertThat(scenario.runs().seed()).isEqualTo(7);
        assertThat(scenario.figures())
                .contains(new Figure(
                        "flows.calls.volume",
                        "13 / min",
                        null,
                        null,
                        0,
                        null,
                        Figure.Status.ASSUMPTION,
                        "--set flows.calls.volume=13 / min",
                        0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "~"})
    void takesAKeyAwayByAnOption(String nothing) {
        Folder folder = new Folder(temporary).sound(0, "runs: {seed: 7}");

        assertThat(folder.read().scenario().runs().seed()).isEqualTo(7);
        assertThat(folder.read("runs.seed=" + nothing).scenario().runs().seed()).isEqualTo(1);
    }

    @Test
    void givesEqualFilesAndOptionsAnEqualHash() {
        Folder folder = new Folder(temporary).sound(0);
        String hash = folder.read().hash();

        assertThat(hash).hasSize(64).isEqualTo(folder.read().hash());
        assertThat(folder.sound(0, "# a comment").read().hash()).isEqualTo(hash);
        assertThat(folder.read("runs.seed=7").hash())
                .isNotEqualTo(hash)
                .isEqualTo(folder.read("runs.seed=7").hash());

        folder.with("staffing.csv", "time,mon", "08:00,3")
                .sound(13, "groups: {team: {desk: main, staffing: {file: staffing.csv}}}");
        String before = folder.read().hash();
        assertThat(folder.with("staffing.csv", "time,mon", "08:00,4").read().hash())
                .isNotEqualTo(before);
    }
}
