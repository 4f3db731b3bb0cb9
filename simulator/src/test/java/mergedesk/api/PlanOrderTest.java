package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mergedesk.report.CompareReport;
import mergedesk.report.CompareSummary;
import mergedesk.report.ConsoleSummary;
import mergedesk.results.Comparison;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of steps in which something went wrong once: as they are written, at one moment, and of steps that only results bring. */
class PlanOrderTest {
    private static final String DESKS = TwoDesks.of("start: 2027-01-01, length: 6 months", 52000).replace("services: {tax: }", "services: {tax: {%s}}")
            + """
            groups: {a_team: {desk: north, staffing: 4}, b_team: {desk: south, staffing: 3}}
            %s
            """;
    private static final String PLAIN = DESKS.formatted("", "");
    private static final String SYSTEMS = DESKS.formatted("needs: {crm: }", """
            datacentres: {old: , new: }
            rooms: {cellar: {datacentre: old}, hall: {datacentre: new}}
            hosts: {h1: {room: cellar}, h2: {room: hall}}
            applications: {crm: {hosts: [h1]}}""");

    @TempDir
    private Path folder;

    private ScenarioFile read(String text) throws Exception {
        return ScenarioFile.read(Files.writeString(folder.resolve("plan.yaml"), text), List.of());
    }

    private Study run(String text, int runs) throws Exception {
        ScenarioFile file = read(text);
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(runs, 1L, 1, "test"), Watcher.NONE);
    }

    private double staff(String text) throws Exception {
        return run(text, 1).estimate("agents_scheduled", Scope.desk("south")).value();
    }

    /** A step that waits for another goes over it, wherever it is written. */
    @Test
    void whoWaitsGoesOver() throws Exception {
        String back = "  back: {after: [cut], when: {missed: {measure: sl_answered_of_offered, at_least: 90 %, council: b}, months: 1}, change: {groups: {b_team: {staffing: 7}}}}\n";
        String cut = "  cut: {on: 2027-02-01, change: {groups: {b_team: {staffing: 1}}}}\n";
        assertThat(staff(PLAIN + "plan:\n" + back + cut)).isEqualTo(staff(PLAIN + "plan:\n" + cut + back)).isCloseTo((31 * 3 + 28 + 122 * 7) / 181.0, within(0.1));
    }

    /** Of steps of one moment the one that ends another does so before that begins; who waits for it waits for ever. */
    @Test
    void momentsAreSettledWhateverTheFileSays() throws Exception {
        String o = "  o: {on: 2027-03-01, change: {groups: {b_team: {staffing: 1}}}}\n";
        String e = "  e: {on: 2027-03-01, ends: [o]}\n";
        String s = "  s: {after: [o], change: {groups: {b_team: {skills: [tax]}}, channels: {}}}\n".replace(", channels: {}", "");
        for (String plan : List.of(o + e, e + o, s + o + e, e + s + o)) {
            assertThat(staff(PLAIN + "plan:\n" + plan)).isEqualTo(3);
        }
        String slips = "  x: {on: 2027-04-01, slips: {low: 0 days, likely: 1 day, high: 3 days}, change: {groups: {a_team: {staffing: 5}}}}\n";
        assertThat(staff(PLAIN + "plan:\n" + o.replace("change:", "ends: [x], change:") + e + slips)).isEqualTo(3);
        String merge = "  merge: {on: 2027-02-01, change: {groups: {a_team: {staffing: 1}}}}\n";
        String leave = "  %s: {after: [merge], when: {missed: {measure: sl_answered_of_offered, at_least: 90 %%, desk: north}, months: 1}, ends: [merge%s]}\n";
        Study both = run(PLAIN + "plan:\n" + merge + leave.formatted("one", "") + leave.formatted("two", ", one"), 2);
        assertThat(both.plan()).extracting(step -> step.dates().orElseThrow().inRun().times()).containsExactly(2_000, 0, 2);
    }

    /** Only what holds after all steps of a moment is looked at: the room closes when the application is elsewhere, and it opens when that comes back. */
    @Test
    void whatHoldsForNoTimeIsNotLookedAt() throws Exception {
        String a = "  a: {on: 2027-02-01, slips: {distribution: uniform, low: 20 days, high: 90 days}, change: {applications: {crm: {hosts: [h2]}}}}\n";
        String b = "  b: {on: 2027-03-01, after: [a], change: {rooms: {cellar: {closed: true}}}}\n";
        assertThat(run(SYSTEMS + "plan:\n" + b + a, 8).manifest().complete()).isTrue();
        String decided = """
                plan:
                  a: {on: 2027-02-01, change: {applications: {crm: {hosts: [h2]}}}}
                  b: {on: 2027-02-15, after: [a], change: {rooms: {cellar: {closed: true}}}}
                  r: {after: [b], when: {missed: {measure: sl_answered_of_offered, at_least: 99.9 %, council: b}, months: 1}, ends: [a, b]}
                """;
        assertThat(run(SYSTEMS + decided, 2).plan().get(2).dates().orElseThrow().inRun().times()).isEqualTo(2);
    }

    /** What only results bring has its measures all the same: who is cut off at closing time, and what fails. */
    @Test
    void whatOnlyResultsBringIsCounted() throws Exception {
        String rule = "plan: {r: {when: {missed: {measure: sl_answered_of_offered, at_least: 99.9 %%, council: a}, months: 1}, %s}}\n";
        Study cut = run(PLAIN + rule.formatted("change: {desks: {north: {at_close: disconnect}}}"), 2);
        assertThat(cut.estimate("disconnected", Scope.OVERALL).value()).isPositive();
        assertThat(cut.estimate("offered", Scope.OVERALL).value())
                .isEqualTo(cut.estimate("answered", Scope.OVERALL).value() + cut.estimate("abandoned", Scope.OVERALL).value() + cut.estimate("disconnected", Scope.OVERALL).value());
        Study fails = run(SYSTEMS + rule.formatted("change: {applications: {crm: {failures: {every: {mean: 5 days}, repair: {mean: 4 h}}}}}"), 2);
        assertThat(fails.estimate("outages", Scope.application("crm")).value()).isPositive();
        Study off = run(SYSTEMS + rule.formatted("down: {applications: [crm], lasts: 10 h}") + "targets: [{measure: availability_open, at_least: 90 %}]\n", 2);
        assertThat(off.estimate("downtime", Scope.application("crm")).value()).isCloseTo(36_000, within(1e-6));
    }

    /** An outage costs the same, whether a step of the plan brings it or it is written by itself. */
    @Test
    void theCostOfAnOutageIsThatOfAStep() throws Exception {
        String step = "plan: {a: {on: 2027-03-01T09:00, down: {applications: [crm], lasts: 30 h}}}\n";
        String alone = "outages: {o: {applications: [crm], from: 2027-03-01T09:00, lasts: 30 h}}\n";
        double[] late = new double[2];
        for (int i = 0; i < 2; i++) {
            ScenarioFile file = read(SYSTEMS.replace("crm: }", "crm: {when_down: pauses}}") + (i == 0 ? step : alone));
            assertThat(file.faults()).isEmpty();
            RunOptions options = new RunOptions(2, 1L, 1, "test");
            late[i] = new OutageCosts(file, options).find(Mergedesk.run(file, options, Watcher.NONE), Watcher.NONE).rows().get(0).late().value();
        }
        assertThat(late[0]).isEqualTo(late[1]).isPositive();
    }

    /** Also of an application that can fail only after a step that results decide. */
    @Test
    void outagesThatOnlyResultsBringHaveACost() throws Exception {
        ScenarioFile file = read(SYSTEMS.replace("crm: }", "crm: {when_down: pauses}}")
                + "plan: {r: {when: {missed: {measure: sl_answered_of_offered, at_least: 99.9 %, council: a}, months: 1}, change: {applications: {crm: {failures: {every: {mean: 5 days}, repair: {mean: 4 h}}}}}}}\n");
        assertThat(file.faults()).isEmpty();
        RunOptions options = new RunOptions(2, 1L, 1, "test");
        assertThat(new OutageCosts(file, options).find(Mergedesk.run(file, options, Watcher.NONE), Watcher.NONE).rows()).singleElement().satisfies(row -> assertThat(row.hours().value()).isPositive());
    }

    /** Every step is told of, also those that wait for one that results decide, and no partner's exit is among the dates that are to be kept. */
    @Test
    void everyStepIsToldOf() throws Exception {
        String plan = """
                plan:
                  m: {name: First, on: 2027-01-15, by: 2027-02-01, change: {groups: {a_team: {staffing: 1}}}}
                  r: {name: Leaves, after: [m], when: {missed: {measure: sl_answered_of_offered, at_least: 90 %, council: a}, months: 1}, by: 2027-03-01, lasts: 1 month, change: {groups: {b_team: {staffing: 2}}}}
                  s: {after: [r], by: 2027-04-15, change: {groups: {b_team: {skills: [tax]}}}}
                """;
        Study study = run(PLAIN + plan, 3);
        assertThat(study.plan()).extracting(Study.PlannedStep::name).containsExactly("First", "Leaves", "Leaves, end", "s");
        assertThat(study.plan().get(2).dates().orElseThrow().middle()).contains("2027-04-01T00:00");
        assertThat(study.inTime().orElseThrow().share()).isOne();
        assertThat(study.inTime().orElseThrow().draws()).isEqualTo(2_000);
        String console = ConsoleSummary.of(study, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        assertThat(console).contains("First comes by 1 Feb 2027 in 100 % (> 99 to 100) of 2,000 draws").contains("“Leaves”: results decide it in 100 % (29 to 100) of 3 simulated runs, and it happens before the run ends in 100 % (29 to 100), by 1 Mar 2027 in 100 % (29 to 100). All other results are means over runs with it and without.");
    }

    /** A comparison says of each side how likely its plan comes in time. */
    @Test
    void sidesAreToldApart() throws Exception {
        String plan = "plan: {m: {name: First, on: 2027-02-01, by: 2027-02-08, slips: {distribution: constant, mean: %s}, change: {groups: {a_team: {staffing: 3}}}}}\n";
        ScenarioFile late = read(PLAIN + plan.formatted("2 weeks"));
        assertThat(late.faults()).isEmpty();
        ScenarioFile soon = ScenarioFile.read(Files.writeString(folder.resolve("soon.yaml"), PLAIN + plan.formatted("3 days")), List.of());
        Comparison found = Mergedesk.compare(List.of(late, soon), new RunOptions(2, 1L, 1, "test"), Watcher.NONE);
        String console = CompareSummary.of(found, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        assertThat(console).contains("A: First comes by 8 Feb 2027 in 0 % (0 to < 1) of 2,000 draws").contains("B: First comes by 8 Feb 2027 in 100 % (> 99 to 100) of 2,000 draws");
        assertThat(CompareReport.render(found, new Parts()).replace('\u00a0', ' ')).contains("A: First comes by 8 Feb 2027 in 0 %");
    }

    /** Ranges of slips and of rules are numbers of the scenario. */
    @Test
    void numbersOfAStepItselfAreNumbers() throws Exception {
        String plan = """
                slips: {correlation: {value: 50 %, range: [0 %, 90 %]}}
                plan:
                  m: {on: 2027-02-01, slips: {distribution: exponential, mean: {value: 2 weeks, range: [1 week, 8 weeks]}}, change: {groups: {a_team: {staffing: 3}}}}
                  r: {after: [m], when: {missed: {measure: sl_answered_of_offered, at_least: {value: 70 %, range: [60 %, 80 %]}}}, change: {groups: {b_team: {staffing: 4}}}}
                """;
        ScenarioFile file = read(PLAIN + plan);
        assertThat(file.faults()).isEmpty();
        assertThat(file.scenario().figures()).extracting(figure -> figure.path()).contains("slips.correlation", "plan.m.slips.mean", "plan.r.when.missed.at_least");
        ScenarioFile later = ScenarioFile.read(folder.resolve("plan.yaml"), List.of("plan.m.slips.mean=8 weeks"));
        assertThat(later.scenario().plan().get("m").slips().mean()).isEqualTo(Duration.ofDays(56));
    }

    @Test
    void whatCanNeverBeIsRefusedAndNothingElse() throws Exception {
        String rule = "plan: {r: {%swhen: {missed: {measure: %s, at_least: 90 %%}, months: %d}%s, change: {groups: {b_team: {staffing: 4}}}}}\n";
        assertThat(read(PLAIN + rule.formatted("", "sl_answered_of_offered", 5, "")).faults()).isEmpty();
        assertThat(read(PLAIN + rule.formatted("", "sl_answered_of_offered", 6, "")).faults()).singleElement().asString().contains("plan.r.when: it can happen on 2027-07-01 at the earliest, and the run ends on 2027-07-01");
        assertThat(read(PLAIN + rule.formatted("", "sl_answered_of_offered", 5, ", delay: 1 month")).faults()).singleElement().asString().contains("at the earliest, and the run ends");
        assertThat(read(PLAIN + rule.formatted("on: 2027-05-15, ", "sl_answered_of_offered", 1, "")).faults()).singleElement().asString().contains("at the earliest, and the run ends");
        assertThat(read(SYSTEMS + rule.formatted("", "availability_open", 1, "") + "outages: {o: {applications: [crm], from: 2027-03-01T09:00, lasts: 30 h}}\n").faults()).singleElement().asString().contains("plan.r.when.missed.measure").contains("judged by what comes later");
        assertThat(read(PLAIN + rule.formatted("", "sl_answered_of_offered", 1, ", by: 2027-01-15")).faults()).singleElement().asString().contains("the step can happen on 2027-02-01 at the earliest");
        String two = "plan: {m: {on: 2027-02-01, slips: {distribution: %s, mean: 2 weeks}, change: {groups: {b_team: {staffing: 4}}}}, n: {on: 2027-05-01, change: {groups: {b_team: {staffing: 5}}}}}\n";
        assertThat(read(PLAIN + two.formatted("constant")).faults()).isEmpty();
        assertThat(read(PLAIN + two.formatted("exponential")).faults()).singleElement().asString().contains("which of the two comes first is drawn");
        assertThat(read(PLAIN + "plan: {m: {on: 2027-02-01, change: {groups: {b_team: {staffing: 4}}}}, e: {on: 2027-03-01, lasts: 1 month, ends: [m]}}\n").faults()).singleElement().asString().contains("plan.e.lasts");
    }
}
