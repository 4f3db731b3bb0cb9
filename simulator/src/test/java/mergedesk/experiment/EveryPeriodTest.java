package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.ConsoleSummary;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Kpi;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Well staffed from Monday to Friday, with one agent for Saturday morning: targets for every week, weekday and interval. */
class EveryPeriodTest {
    private static final String LEVEL = "sl_answered_of_offered";
    private static final String YAML = """
            name: A Saturday
            time: {start: 2026-01-05, length: 56 days, interval: 60 min}
            councils: {north: {}, south: {}}
            services: {tax: {}}
            profiles: {day: {mon-fri: {"09:00": 1, "16:00": 0.02, "17:00": 0}, sat: {"09:00": 1, "12:00": 0}}}
            flows:
              f: {council: north, service: tax, desk: east, volume: 20 / h, profile: day, work: {distribution: exponential, mean: 4 min}, patience: {distribution: exponential, mean: 4 min}}
              g: {council: south, service: tax, desk: west, volume: 1500 / week, profile: day, work: {distribution: exponential, mean: 1 min}}
            desks: {east: {opening: {mon-fri: "09:00-17:00", sat: "09:00-12:00"}}, west: {opening: {mon-fri: "09:00-17:00", sat: "09:00-12:00"}}}
            groups: {e: {desk: east, staffing: {mon-fri: {"09:00": 9, "17:00": 0}, sat: {"09:00": 3, "12:00": 0}}}, w: {desk: west, staffing: 6}}
            targets:
              - {measure: sl_answered_of_offered, at_least: 60 %, desk: east}
              - {measure: sl_answered_of_offered, at_least: 60 %, desk: east, every: week}
              - {measure: sl_answered_of_offered, at_least: 60 %, desk: east, every: weekday}
              - {measure: sl_answered_of_offered, at_least: 60 %, council: north, every: interval}
              - {measure: occupancy, at_most: 99 %, group: e, every: weekday}
              - {measure: sl_answered_of_offered, at_least: 60 %, every: interval}
              - {measure: sl_answered_of_offered, at_least: 60 %, council: south, every: interval}
              - {measure: delayed_share, at_most: 50 %, council: north}
              - {measure: answer_rate, at_least: 50 %, service: tax}
            """;

    private static Study study;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), YAML), List.of());
        assertThat(file.faults()).isEmpty();
        study = Mergedesk.run(file, new RunOptions(10, 1L, 2, ""), Watcher.NONE);
    }

    private static Study.Verdict verdict(int target) {
        return study.verdicts().get(target);
    }

    private static Estimate level(Scope scope) {
        return study.estimate(LEVEL, scope);
    }

    /** Saturdays' calls count in weeks, too, and these are met; only who looks at Saturdays sees them. */
    @Test
    void aWeekHoldsAndSaturdaysDoNot() {
        assertThat(verdict(0).state()).isEqualTo(Study.Verdict.State.MET);
        Study.Verdict weeks = verdict(1);
        assertThat(weeks.state()).isEqualTo(Study.Verdict.State.MET);
        assertThat(weeks.every()).contains(new Study.Verdict.Every(Scope.Kind.WEEK, 8, 0, 10, 10, true));
        assertThat(weeks.estimate()).isEqualTo(level(weeks.scope()).amongst(8));
        Study.Verdict weekdays = verdict(2);
        assertThat(weekdays.state()).isEqualTo(Study.Verdict.State.MISSED);
        assertThat(weekdays.scope()).isEqualTo(Scope.desk("east").in(Scope.Kind.WEEKDAY, "Sat"));
        assertThat(weekdays.every()).as("six days, as nobody calls on Sundays").contains(new Study.Verdict.Every(Scope.Kind.WEEKDAY, 6, 0, 0, 10, true));
        assertThat(weekdays.estimate()).isEqualTo(level(weekdays.scope()).amongst(6));
    }

    /** 5 × 7 hours and 3 on Saturdays; from 16:00 on a fiftieth of the calls comes, which makes no verdict. */
    @Test
    void everyIntervalIsJudgedWhereNotOnlyAFewCall() {
        Study.Verdict verdict = verdict(3);
        assertThat(verdict.state()).isEqualTo(Study.Verdict.State.MISSED);
        assertThat(verdict.scope().interval()).startsWith("Sat ");
        assertThat(verdict.scope().place()).isEqualTo(Scope.council("north"));
        assertThat(verdict.every().orElseThrow().periods()).isEqualTo(38);
        assertThat(level(Scope.desk("east").in(Scope.Kind.INTERVAL, "Mon 16:00")).isEmpty()).isFalse();
        assertThat(verdict(6).state()).isEqualTo(Study.Verdict.State.MET);
        assertThat(verdict(6).every()).contains(new Study.Verdict.Every(Scope.Kind.INTERVAL, 38, 5, 10, 10, true));
        assertThat(verdict(5).scope().place()).isEqualTo(Scope.OVERALL);
        assertThat(verdict(5).estimate()).isEqualTo(level(verdict(5).scope()).amongst(38));
    }

    /** A council's weeks and times are known where a target speaks of it, and a service's; a quiet weekday is no verdict. */
    @Test
    void theWorstStandBesideEveryVerdict() {
        VerdictText text = new VerdictText(study);
        assertThat(text.worst(verdict(7))).hasSize(3).element(2).asString().startsWith("The worst of 38 times of the week (5 quiet ones left out) was Sat\u00a0");
        assertThat(text.worst(verdict(7))).element(1).asString().startsWith("The worst of 8 weeks was that of ");
        assertThat(text.worst(verdict(8))).hasSize(3);
        assertThat(text.worst(verdict(4))).as("a group has no intervals").hasSize(2);
        assertThat(study.by(Scope.Kind.WEEKDAY, "offered", Scope.desk("east"))).extracting(kpi -> kpi.estimate().value()).hasSize(7).endsWith(0.0);
    }

    @Test
    void groupsHaveWeekdays() {
        Study.Verdict verdict = verdict(4);
        assertThat(verdict.measure()).isEqualTo("occupancy");
        assertThat(verdict.scope().name()).isEqualTo("Sat group e");
        assertThat(verdict.every().orElseThrow().periods()).isEqualTo(6);
    }

    /** A desk's intervals and weeks are rows of kpis.csv, whether a target asks or not; a council's intervals where one does. */
    @Test
    void rowsSayWhereAndWhen() {
        List<Kpi> all = study.by(Scope.Kind.INTERVAL, "answered", Scope.desk("west"));
        assertThat(all).extracting(kpi -> kpi.scope().interval()).as("of nights there are none; calls are finished after closing time").contains("Sat 12:00").doesNotContain("Sat 13:00", "Sun 10:00");
        List<Kpi> answered = all.stream().filter(kpi -> kpi.estimate().value() > 0).toList();
        assertThat(answered).extracting(kpi -> kpi.scope().interval()).hasSize(43).startsWith("Mon 09:00", "Mon 10:00").endsWith("Sat 10:00", "Sat 11:00");
        assertThat(all.stream().mapToDouble(kpi -> kpi.estimate().value()).sum())
                .isCloseTo(study.estimate("answered", Scope.desk("west")).value(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(study.by(Scope.Kind.INTERVAL, "agents_scheduled", Scope.desk("east"))).extracting(kpi -> kpi.estimate().value()).startsWith(9.0).contains(3.0);
        assertThat(estimates(Scope.council("north"))).hasSizeGreaterThan(38).isEqualTo(estimates(Scope.desk("east")));
        assertThat(study.by(Scope.Kind.WEEK, "offered", Scope.council("south"))).hasSize(8);
        assertThat(study.by(Scope.Kind.WEEKDAY, LEVEL, Scope.council("south"))).as("nobody asks").isEmpty();
        assertThat(new String(ResultCsv.kpis(study.kpis()), StandardCharsets.UTF_8))
                .containsPattern("\nsl_answered_of_offered,interval,,,,east,,Sat 09:00,0\\.[0-9]+,0\\.[0-9]+,10,ratio_of_totals\n")
                .containsPattern("\nsl_answered_of_offered,interval,,,,,,Sat 09:00,0\\.[0-9]+,")
                .containsPattern("\noffered,week,,,,east,,2026-01-12,[0-9.]+,[0-9.]+,10,mean\n")
                .containsPattern("\noffered,week,,,,,,2026-01-12,")
                .containsPattern("\nsl_answered_of_offered,weekday,,,,east,,Sat,0\\.[0-9]+,");
    }

    /** By hour of an open weekday: what kpis.csv says for each of the five, here with the same opening hours on all of them. */
    @Test
    void everyDeskHasItsLoadAndStaffing() {
        List<Study.DeskPicture> pictures = study.desks();
        assertThat(pictures).extracting(Study.DeskPicture::desk).containsExactly("all desks", "east", "west");
        Study.DeskPicture east = pictures.get(1);
        assertThat(east.intervals()).startsWith("09:00", "10:00").contains("16:00");
        assertThat(east.scheduled()).startsWith(9, 9);
        double busy = 0;
        double offered = 0;
        for (String day : List.of("Mon", "Tue", "Wed", "Thu", "Fri")) {
            busy += study.estimate("agents_busy", Scope.desk("east").in(Scope.Kind.INTERVAL, day + " 10:00")).value() / 5;
            offered += study.estimate("offered", Scope.desk("east").in(Scope.Kind.INTERVAL, day + " 10:00")).value() / 40; // eight weeks
        }
        assertThat(east.busy()[1]).isCloseTo(busy, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(east.offeredLoad()[1]).isCloseTo(offered * study.estimate("handle_mean", Scope.desk("east")).value() / 3_600, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(pictures.get(0).busy()[1]).isGreaterThan(east.busy()[1]);
    }

    private static List<Estimate> estimates(Scope place) {
        return study.by(Scope.Kind.INTERVAL, LEVEL, place).stream().map(Kpi::estimate).filter(estimate -> !estimate.isEmpty()).toList();
    }

    @Test
    void theConsoleSaysWhichIsTheWorstAndOfHowMany() {
        assertThat(ConsoleSummary.of(study, StandardCharsets.UTF_8).replaceAll("\\s+", " "))
                .containsPattern("Met: east: in the week of [0-9]+ [A-Z][a-z]+ 2026, the worst of 8 weeks, [0-9.]+ % ± [0-9.]+ of calls were answered within 20 s; at least 60 % in every week was asked for. All weeks kept it in 10 of 10 simulated runs.")
                .containsPattern("Missed: east: on Saturdays, the worst of 6 weekdays, [0-9.]+ % ± [0-9.]+ of calls were answered within 20 s; at least 60 % on every weekday was asked for. All weekdays kept it in 0 of 10 simulated runs.")
                .containsPattern("Missed: north: on Sat [01][0-9]:00, the worst of 38 times of the week \\(5 quiet ones left out\\), [0-9.]+ % ± [0-9.]+ of calls were answered within 20 s; at least 60 % at every time of the week was asked for.")
                .containsPattern("Met: east: [0-9.]+ % ± [0-9.]+ of calls were answered within 20 s; at least 60 % was asked for. The worst of 2 months was [A-Z][a-z]+ 2026.*?: [0-9.]+ % ± [0-9.]+. "
                        + "The worst of 8 weeks was that of [^:]+: [0-9.]+ % ± [0-9.]+. The worst of 38 times of the week \\(5 quiet ones left out\\) was Sat [01][0-9]:00: [0-9.]+ % ± [0-9.]+, which misses it.");
    }

    /** Three calls on a Sunday make no verdict on Sundays, whatever becomes of them; nor on the runs that kept it. */
    @Test
    void aWeekdayOnWhichHardlyAnybodyCallsIsNotJudged(@TempDir Path folder) throws IOException {
        String quiet = """
                name: A quiet Sunday
                time: {start: 2026-01-05, length: 28 days}
                councils: {north: {}}
                services: {tax: {}}
                profiles: {day: {mon-sat: {"09:00": 100, "17:00": 0}, sun: {"09:00": 1, "17:00": 0}}}
                flows: {f: {council: north, service: tax, desk: east, volume: 900 / week, profile: day, work: {distribution: exponential, mean: 2 min}}}
                desks: {east: {opening: {daily: "09:00-17:00"}}}
                groups: {e: {desk: east, staffing: {mon-sat: {"09:00": 5, "17:00": 0}, sun: {"16:59": 1, "17:00": 0}}}}
                targets: [{measure: sl_answered_of_offered, at_least: 60 %, every: weekday}]
                """;
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), quiet), List.of());
        assertThat(file.faults()).isEmpty();

        Study.Verdict verdict = Mergedesk.run(file, new RunOptions(10, 1L, 2, ""), Watcher.NONE).verdicts().get(0);

        assertThat(verdict.state()).isEqualTo(Study.Verdict.State.MET);
        assertThat(verdict.every()).contains(new Study.Verdict.Every(Scope.Kind.WEEKDAY, 6, 1, 10, 10, true));
    }

    /** A run of ten days, or of one Monday: all of it is judged, and the verdict says so. */
    @Test
    void whatCannotBeJudgedByPeriodIsSaidToBe(@TempDir Path folder) throws IOException {
        Path yaml = Files.writeString(folder.resolve("desk.yaml"), YAML);
        assertThat(brief(yaml, "length: 56 days", "length: 4 days", 1)).endsWith("; at least 60 % in every week was asked for. The run has no whole week beside another, so that all of it is judged.");
        assertThat(brief(yaml, "length: 56 days", "length: 1 day", 2)).endsWith("; at least 60 % on every weekday was asked for. The run has no weekday beside another, so that all of it is judged.");
    }

    private static String brief(Path yaml, String from, String to, int target) throws IOException {
        ScenarioFile file = ScenarioFile.read(Files.writeString(yaml, YAML.replace(from, to)), List.of());
        assertThat(file.faults()).isEmpty();
        Study of = Mergedesk.run(file, new RunOptions(3, 1L, 2, ""), Watcher.NONE);
        Study.Verdict verdict = of.verdicts().get(target);
        assertThat(verdict.every()).isEmpty();
        assertThat(new VerdictText(of).brief(verdict)).contains("; judged as a whole, not ");
        return new VerdictText(of).sentence(verdict).replace('\u00a0', ' ');
    }
}
