package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.compile.PlanDraws;
import mergedesk.experiment.Tracing;
import mergedesk.report.HtmlReport;
import mergedesk.results.Parts;
import mergedesk.results.ResultCsv;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of which dates are drawn: each run goes by its own. */
class DrawnDatesTest {
    private static final String DESKS = TwoDesks.of("start: 2027-01-04, length: 6 weeks", 52000)
            + """
            groups: {a_team: {desk: north, staffing: 4, cost: £30000 / year}, b_team: {desk: south, staffing: 3, cost: £30000 / year}}
            """;
    /** The hire waits for the merger, three days at least; the new hours come when they come, before or after, and the help ends after ten days. */
    private static final String PLAN = """
            slips: {correlation: 30 %}
            plan:
              merge: {name: One desk, on: 2027-01-11, slips: {low: 0 days, likely: 5 days, high: 30 days}, change: {flows: {b_calls: {desk: north}}, groups: {b_team: {desk: north}}}}
              hire: {after: [merge], delay: 3 days, slips: {distribution: exponential, mean: 7 days}, change: {groups: {a_team: {staffing: 6}}}}
              hours: {on: 2027-01-18, slips: {distribution: uniform, low: 0 days, high: 14 days}, change: {desks: {north: {opening: {mon-fri: "09:00-18:00"}}}}}
              help: {on: 2027-01-12, slips: {distribution: constant, mean: 2 days}, lasts: 10 days, change: {groups: {b_team: {staffing: 5}}}}
            """;
    private static final int RUNS = 12;

    @TempDir
    private Path folder;

    private ScenarioFile file(String name, String text) throws Exception {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve(name), text), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    /** The scenario in which the dates of a run stand. */
    private ScenarioFile fixed(ScenarioFile drawn, int replication) throws Exception {
        StringBuilder plan = new StringBuilder("plan:\n");
        Map<String, LocalDateTime> begins = new PlanDraws(drawn.scenario()).times(1, replication).begins();
        for (String line : PLAN.split("\n")) {
            String id = line.strip().split(":")[0];
            if (begins.containsKey(id) && begins.get(id).isBefore(drawn.scenario().time().ends())) {
                plan.append("  ").append(id).append(": {on: ").append(begins.get(id)).append(line.contains("lasts") ? ", lasts: 10 days" : "").append(", ").append(line.substring(line.indexOf("change:"))).append("\n");
            }
        }
        return file("fixed" + replication + ".yaml", DESKS + plan);
    }

    private static List<String> trace(ScenarioFile file, int replication) {
        List<String> lines = new ArrayList<>();
        Tracing.trace(file.programs().of(1, replication), 1, replication, line -> lines.add(line.toString()));
        return lines;
    }

    /** A run is that of the scenario in which its dates are written; runs differ in the order of their steps. */
    @Test
    void eachRunGoesByItsOwnDates() throws Exception {
        ScenarioFile drawn = file("drawn.yaml", DESKS + PLAN);
        TreeSet<String> orders = new TreeSet<>();
        for (int replication = 0; replication < RUNS; replication++) {
            ScenarioFile fixed = fixed(drawn, replication);
            assertThat(trace(drawn, replication)).isNotEmpty().isEqualTo(trace(fixed, replication));
            orders.add(fixed.scenario().turns().stream().map(turn -> turn.id() + turn.begins()).toList().toString());
        }
        assertThat(orders).hasSizeGreaterThan(3);
    }

    /** Results are those of the runs, counted in the places of the plan as it is written; money and staff are means over them, with an interval. */
    @Test
    void resultsAreMeansOverThem() throws Exception {
        ScenarioFile drawn = file("drawn.yaml", DESKS + PLAN);
        Study study = Mergedesk.run(drawn, new RunOptions(RUNS, 1L, 2, "test"), Watcher.NONE);
        List<Study> each = new ArrayList<>();
        for (int replication = 0; replication < RUNS; replication++) {
            each.add(Mergedesk.run(fixed(drawn, replication), new RunOptions(replication + 1, 1L, 1, "test"), Watcher.NONE));
        }
        double[] cost = each.stream().mapToDouble(one -> one.estimate("cost", Scope.OVERALL).value()).toArray();
        double mean = IntStream.range(0, RUNS).mapToDouble(r -> cost[r]).average().orElseThrow();
        assertThat(study.estimate("cost", Scope.OVERALL).value()).isCloseTo(mean, within(1e-6 * mean));
        assertThat(study.estimate("cost", Scope.OVERALL).halfWidth()).isPositive();
        assertThat(study.estimate("cost", Scope.OVERALL).n()).isEqualTo(RUNS);
        double offered = 0;
        for (int replication = 0; replication < RUNS; replication++) { // the sum of the first r + 1 runs less that of the first r
            double withIt = each.get(replication).estimate("offered", Scope.desk("south")).value() * (replication + 1);
            double without = replication == 0 ? 0 : Mergedesk.run(fixed(drawn, replication), new RunOptions(replication, 1L, 1, "test"), Watcher.NONE).estimate("offered", Scope.desk("south")).value() * replication;
            offered += withIt - without;
        }
        assertThat(study.estimate("offered", Scope.desk("south")).value()).isCloseTo(offered / RUNS, within(1e-6));
    }

    /**
     * Of uniform slips of up to 14 days those of at most 7, when rounded, are 7.5 ÷ 14, and the quantiles are 0.7, 7 and 13.3 days; whoever waits for another does so where that is late enough. With the correlation
     * 100 % both come in time together.
     */
    @Test
    void datesAreTold() throws Exception {
        String plan = """
                slips: {correlation: 100 %}
                plan:
                  a: {name: First, on: 2027-01-11, by: 2027-01-18, slips: {distribution: uniform, low: 0 days, high: 14 days}, change: {groups: {a_team: {staffing: 6}}}}
                  b: {on: 2027-01-18, after: [a], by: 2027-03-01, slips: {distribution: uniform, low: 0 days, high: 28 days}, lasts: 1 week, change: {groups: {b_team: {staffing: 6}}}}
                """;
        Study study = Mergedesk.run(file("told.yaml", DESKS + plan), new RunOptions(2, 1L, 1, "test"), Watcher.NONE);
        Study.Dates a = study.plan().get(0).dates().orElseThrow();
        Chance early = a.inTime().orElseThrow();
        assertThat(early.low()).isLessThan(7.5 / 14);
        assertThat(early.high()).isGreaterThan(7.5 / 14);
        assertThat(study.inTime()).contains(early);
        assertThat(Stream.of(a.early(), a.middle(), a.late()).map(Optional::orElseThrow)).containsExactly("2027-01-12T00:00", "2027-01-18T00:00", "2027-01-24T00:00");
        assertThat(a.inRun().share()).isOne();
        Study.Dates b = study.plan().get(1).dates().orElseThrow();
        assertThat(b.waitedFor()).singleElement().satisfies(waited -> {
            assertThat(waited.name()).isEqualTo("First");
            assertThat(waited.chance().low()).isLessThan(6.5 / 14);
            assertThat(waited.chance().high()).isGreaterThan(6.5 / 14);
        });
        assertThat(b.inRun().times()).isLessThan(b.inRun().draws());
        assertThat(study.plan()).extracting(Study.PlannedStep::name).containsExactly("First", "b", "b, end");
        assertThat(new String(ResultCsv.plan(study.plan()), StandardCharsets.UTF_8).lines()).hasSize(4).anySatisfy(line -> assertThat(line)
                .startsWith("First,2027-01-11T00:00,2027-01-18T00:00,2027-01-12T00:00,2027-01-18T00:00,2027-01-24T00:00,2000,1,0.998")
                .contains(",0.5")
                .endsWith(",7.567568,9.72973"));
        String html = HtmlReport.render(study, new Parts()).replace('\u00a0', ' ');
        assertThat(html).contains("of 2,000 draws of the plan’s dates. Least likely: First, by 18 Jan 2027: ").contains("Nine in ten between").contains("waits for First in ").contains("when they happen, nine times in ten");
    }

    /** What no order of the steps allows, or what no order is stated for, is refused with its place. */
    @Test
    void whatCannotBeIsRefused() throws Exception {
        assertThat(faults(PLAN.replace("hire: {after: [merge], delay: 3 days, ", "hire: {on: 2027-01-25, ").replace("{b_team: {desk: north}}", "{b_team: {desk: north}, a_team: {staffing: 5}}")))
                .singleElement().asString().contains("plan.hire.change.groups.a_team.staffing: found \"6\": step merge changes it, too, and which of the two comes first is drawn; write after: [merge]");
        assertThat(faults(PLAN.replace("delay: 3 days, ", "delay: 3 days, by: 2027-01-12, "))).singleElement().asString().contains("plan.hire.by: found \"2027-01-12\": the step is planned for 2027-01-14");
        assertThat(faults(PLAN + "targets: [{measure: sl_answered_of_offered, at_least: 80 %, every: phase}]\n")).singleElement().asString().contains("targets[0].every: found \"phase\": dates of the plan are drawn");
        assertThat(faults(PLAN.replace("on: 2027-01-18, slips", "on: 2027-01-18, after: [late], slips") + "  late: {on: 2027-01-11T12:00, slips: {low: 0 days, likely: 1 day, high: 2 days}, change: {groups: {b_team: {skills: [tax]}}}}\n"))
                .singleElement().asString().contains("plan.hours.after").contains("it may have to wait for late, which happens at 12:00");
        assertThat(faults("slips: {correlation: 30 %}\nplan: {hire: {on: 2027-01-18, change: {groups: {a_team: {staffing: 6}}}}}\n")).singleElement().asString().contains("slips.correlation: found \"30 %\": no step of the plan slips");
        assertThat(faults(PLAN.replace("high: 30 days", "high: 3 days"))).singleElement().asString().contains("plan.merge.slips.likely");
    }

    /** Whoever leaves before the others are trained leaves a service to nobody; as planned all is well. */
    @Test
    void ordersAreLookedAt() throws Exception {
        String desks = DESKS.replace("{tax: }", "{tax: , rent: }").replace("flows:\n", "flows:\n  c_calls: {council: a, desk: north, service: rent, volume: 5000 / year}\n").replace("a_team: {", "c_team: {desk: north, skills: [rent], staffing: 1, cost: £30000 / year}, a_team: {skills: [tax], ");
        String plan = "plan: {train: {on: 2027-01-11, slips: {low: 0 days, likely: 5 days, high: 30 days}, change: {groups: {a_team: {skills: [tax, rent]}}}}, leave: {on: 2027-01-12, change: {groups: {c_team: {skills: [tax]}}}}}\n";
        assertThat(faultsOf(desks + plan)).anySatisfy(fault -> assertThat(fault).contains("plan.leave: the order of steps is not the same in every run, and with this step before others that may come later the scenario would have").contains("state an order with after"))
                .anySatisfy(fault -> assertThat(fault).contains("flows.c_calls"));
        assertThat(faultsOf(desks + plan.replace("leave: {on: 2027-01-12,", "leave: {after: [train], delay: 1 day,"))).isEmpty();
    }

    private List<String> faults(String plan) throws Exception {
        return faultsOf(DESKS + plan);
    }

    private List<String> faultsOf(String text) throws Exception {
        return ScenarioFile.read(Files.writeString(folder.resolve("faulty.yaml"), text), List.of()).faults();
    }
}
