package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.results.Kpi;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of a plan that results of the run decide. */
class PlanRulesTest {
    private static final String DESKS = TwoDesks.of("start: 2027-01-01, length: 9 months", 52000)
            + """
            groups: {a_team: {desk: north, staffing: 4}, b_team: {desk: south, staffing: 3}}
            """;
    /** One desk from February on; with too few agents in March, and what was merged ends after two bad months. */
    private static final String PLAN = """
            plan:
              merge: {name: One desk, on: 2027-02-01, change: {flows: {b_calls: {desk: north}}, groups: {b_team: {desk: north}}}}
              posts: {name: Posts go, on: 2027-03-01, change: {groups: {a_team: {staffing: %s}}}}
              later: {on: 2027-08-02, after: [merge], change: {groups: {b_team: {skills: [tax]}}}}
              back: {name: Back, after: [merge], when: {missed: {measure: sl_answered_of_offered, at_least: 75 %%, council: b}, months: 2}, delay: 1 month, by: 2027-06-01, ends: [merge, posts, later]}
            """;

    @TempDir
    private Path folder;

    private ScenarioFile file(String name, String text) throws Exception {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve(name), text), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private static Study run(ScenarioFile file, int runs) {
        return Mergedesk.run(file, new RunOptions(runs, 1L, 2, "test"), Watcher.NONE);
    }

    private static List<String> trace(ScenarioFile file, int replication) {
        List<String> lines = new ArrayList<>();
        Mergedesk.trace(file, 1L, replication, line -> lines.add(line.toString()), Watcher.NONE);
        return lines;
    }

    /** March and April are bad, so it is decided at the end of April and happens at the end of May: the run is that of the scenario in which this is written. */
    @Test
    void whatIsDecidedIsAsIfItHadBeenWritten() throws Exception {
        ScenarioFile ruled = file("ruled.yaml", DESKS + PLAN.formatted(1));
        ScenarioFile written = file("written.yaml", DESKS + """
                plan:
                  merge: {name: One desk, on: 2027-02-01, lasts: 4 months, change: {flows: {b_calls: {desk: north}}, groups: {b_team: {desk: north}}}}
                  posts: {name: Posts go, on: 2027-03-01, lasts: 3 months, change: {groups: {a_team: {staffing: 1}}}}
                """);
        assertSame(trace(ruled, 0), trace(written, 0));
        Study study = run(ruled, 3);
        Study other = run(written, 3);
        assertThat(study.by(Scope.Kind.MONTH, "sl_answered_of_offered", Scope.council("b"))).extracting(Kpi::estimate)
                .isEqualTo(other.by(Scope.Kind.MONTH, "sl_answered_of_offered", Scope.council("b")).stream().map(Kpi::estimate).toList());
        Study.PlannedStep back = study.plan().get(study.plan().size() - 1);
        assertThat(back.on()).isEmpty();
        assertThat(back.changes()).containsExactly("once “Answered within T, of offered” of b was below 75 % in each of 2 months in a row, 1 month after the last", "ends One desk, Posts go, later: as if it had not been");
        assertThat(back.dates().orElseThrow().middle()).contains("2027-06-01T00:00");
        assertThat(back.dates().orElseThrow().inTime().orElseThrow().times()).isEqualTo(3);
        assertThat(study.plan()).extracting(step -> step.dates().orElseThrow().inRun().draws()).as("what no result can move is drawn more often").containsExactly(2_000, 2_000, 3, 3);
        assertThat(study.plan().get(2).dates().orElseThrow().inRun().times()).as("a step that was ended before it began").isZero();
    }

    private static void assertSame(List<String> found, List<String> expected) {
        int first = 0;
        while (first < Math.min(found.size(), expected.size()) && found.get(first).equals(expected.get(first))) {
            first++;
        }
        assertThat(found.subList(first, Math.min(found.size(), first + 3))).as("line %d", first).isEqualTo(expected.subList(first, Math.min(expected.size(), first + 3)));
    }

    /** With enough agents nothing is decided: the run is that of the plan without the rule. */
    @Test
    void whereNothingIsMissedNothingHappens() throws Exception {
        ScenarioFile ruled = file("ruled.yaml", DESKS + PLAN.formatted(4));
        assertThat(trace(ruled, 0)).isNotEmpty().isEqualTo(trace(file("plain.yaml", DESKS + PLAN.formatted(4).lines().filter(line -> !line.contains("back:")).reduce("", (all, line) -> all + line + "\n")), 0));
        assertThat(run(ruled, 3).plan().get(3).dates().orElseThrow().inRun().times()).isZero();
    }

    /** Each run by itself: where a month is near its bound, some go back and others do not, and what they get shows it. The same on any number of threads. */
    @Test
    void eachRunIsDecidedByItself() throws Exception {
        ScenarioFile ruled = file("ruled.yaml", DESKS + PLAN.formatted(2).replace("75 %", "83.5 %"));
        int runs = 16;
        Study study = run(ruled, runs);
        int happened = study.plan().get(3).dates().orElseThrow().inRun().times();
        assertThat(happened).isBetween(1, runs - 1);
        assertThat(Mergedesk.run(ruled, new RunOptions(runs, 1L, 1, "test"), Watcher.NONE).kpis()).isEqualTo(study.kpis());
    }

    /** By hand, from what each run's months were: the first two in a row below the bound, from the merger on, decide. */
    @Test
    void theFirstMonthsInARowDecide() throws Exception {
        ScenarioFile plain = file("plain.yaml", DESKS + PLAN.formatted(2).lines().filter(line -> !line.contains("back:")).reduce("", (all, line) -> all + line + "\n"));
        ScenarioFile ruled = file("ruled.yaml", DESKS + PLAN.formatted(2).replace("75 %", "83.5 %"));
        int runs = 8;
        double[][] sums = new double[runs + 1][9]; // answered in time and offered of the first n runs, by month
        double[][] all = new double[runs + 1][9];
        for (int n = 1; n <= runs; n++) {
            Study study = run(plain, n);
            List<Kpi> levels = study.by(Scope.Kind.MONTH, "sl_answered_of_offered", Scope.council("b"));
            List<Kpi> offered = study.by(Scope.Kind.MONTH, "offered", Scope.council("b"));
            for (int month = 0; month < 9; month++) {
                all[n][month] = offered.get(month).estimate().value() * n;
                sums[n][month] = levels.get(month).estimate().value() * all[n][month];
            }
        }
        List<String> expected = new ArrayList<>();
        for (int n = 1; n <= runs; n++) {
            int run = n;
            boolean[] missed = new boolean[9];
            IntStream.range(0, 9).forEach(month -> missed[month] = (sums[run][month] - sums[run - 1][month]) / (all[run][month] - all[run - 1][month]) < 0.835);
            int first = IntStream.range(2, 9).filter(month -> missed[month] && missed[month - 1]).findFirst().orElse(-1); // February is the first that counts
            LocalDate begins = first < 0 ? null : LocalDate.of(2027, 1 + first, 1).plusMonths(2);
            if (begins != null && begins.isBefore(LocalDate.of(2027, 10, 1))) {
                expected.add(begins + "T00:00");
            }
        }
        Study.Dates found = run(ruled, runs).plan().get(3).dates().orElseThrow();
        assertThat(found.inRun().times()).isEqualTo(expected.size());
        assertThat(found.early()).contains(expected.stream().sorted().findFirst().orElseThrow());
        assertThat(expected.stream().distinct().count()).as("seeds where it matters").isPositive();
    }

    /** A bad start counts only for whoever is there from the start: not before the step for which the rule waits, and not before its date. */
    @Test
    void monthsBeforeDoNotCount() throws Exception {
        String bad = DESKS.replace("b_team: {desk: south, staffing: 3}", "b_team: {desk: south, staffing: 1}");
        String plan = "plan: {merge: {on: 2027-03-15, change: {groups: {b_team: {staffing: 2}}}}, back: {%swhen: {missed: {measure: sl_answered_of_offered, at_least: 90 %%, desk: south}}, change: {groups: {a_team: {staffing: 5}}}}}\n";
        assertThat(back(bad, plan.formatted(""))).contains("2027-02-01T00:00");
        assertThat(back(bad, plan.formatted("on: 2027-01-02, "))).contains("2027-03-01T00:00");
        assertThat(back(bad, plan.formatted("after: [merge], "))).contains("2027-05-01T00:00");
        assertThat(back(bad, plan.formatted("after: [merge], by: 2027-12-01, delay: 2 weeks, "))).contains("2027-05-15T00:00");
    }

    private Optional<String> back(String desks, String plan) throws Exception {
        return run(file("back.yaml", desks + plan), 1).plan().get(1).dates().orElseThrow().middle();
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        assertThat(faults(PLAN.formatted(1).replace("at_least: 75 %", "at_least: 0 %"))).singleElement().asString().contains("plan.back.when.missed.at_least: found \"0 %\": nothing is below that");
        assertThat(faults(PLAN.formatted(1).replace("months: 2", "months: 12"))).anySatisfy(fault -> assertThat(fault).contains("plan.back.when: it can happen on 2028-03-01 at the earliest"));
        assertThat(faults(PLAN.formatted(1).replace("council: b}", "council: b, every: week}"))).singleElement().asString().contains("plan.back.when.missed.every");
        assertThat(faults(PLAN.formatted(1).replace("sl_answered_of_offered", "wait_p90").replace("at_least: 75 %", "at_most: 60 s"))).singleElement().asString().contains("plan.back.when.missed.measure: found \"wait_p90\": wait_p90 is not kept by month");
        assertThat(faults(PLAN.formatted(1).replace("ends: [merge,", "ends: [marge,"))).singleElement().asString().contains("plan.back.ends[0]").contains("did you mean 'merge'");
        assertThat(faults(PLAN.formatted(1).replace("ends: [merge,", "ends: [back, merge,"))).singleElement().asString().contains("plan.back.ends: ").contains("a step cannot end itself");
        assertThat(faults(PLAN.formatted(1).replace("on: 2027-03-01", "on: 2027-06-01").replace("ends: [merge, posts, later]", "change: {groups: {a_team: {staffing: 4}}}"))).singleElement().asString().contains("step posts changes it, too, and which of the two comes first is drawn");
    }

    private List<String> faults(String plan) throws Exception {
        return ScenarioFile.read(Files.writeString(folder.resolve("faulty.yaml"), DESKS + plan), List.of()).faults();
    }
}
