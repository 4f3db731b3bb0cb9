package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mergedesk.report.CompareReport;
import mergedesk.report.text.VerdictText;
import mergedesk.results.Comparison;
import mergedesk.results.Kpi;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the parts of a run between the steps of its plan. */
class PhasesTest {
    private static final String TWO_DESKS = TwoDesks.of("start: 2027-01-04, length: 6 weeks", 52000)
            + """
            groups: {a_team: {desk: north, staffing: 4}, b_team: {desk: south, staffing: 3}}
            targets:
              - {measure: sl_answered_of_offered, at_least: 80 %, every: phase, desk: north}
              - {measure: sl_answered_of_offered, at_least: 80 %, desk: south}
            plan:
              merge: {name: One desk, on: 2027-02-01, change: {flows: {b_calls: {desk: north}}, groups: {b_team: {desk: north, staffing: 1}, a_team: {staffing: 1}}}}
            """;

    @TempDir
    private Path folder;

    private ScenarioFile file(String text) throws Exception {
        return ScenarioFile.read(Files.writeString(folder.resolve("plan.yaml"), text), List.of());
    }

    private static List<Kpi> phases(Study study, String measure, Scope place) {
        return study.by(Scope.Kind.PHASE, measure, place);
    }

    /** Each contact counts in the phase in which its wait ends; agents at a desk are those of the phase; targets of a desk may speak of phases, and of a desk at which calls arrive later or no longer. */
    @Test
    void resultsAreKeptByPhase() throws Exception {
        Study study = Mergedesk.run(file(TWO_DESKS), new RunOptions(4, 1L, 1, "test"), Watcher.NONE);

        List<Kpi> offered = phases(study, "offered", Scope.OVERALL);
        assertThat(offered).extracting(kpi -> kpi.scope().interval()).containsExactly("2027-01-04", "2027-02-01");
        assertThat(offered.stream().mapToDouble(kpi -> kpi.estimate().value()).sum()).isCloseTo(study.estimate("offered", Scope.OVERALL).value(), within(1e-6));
        assertThat(phases(study, "agents_scheduled", Scope.desk("north"))).extracting(kpi -> kpi.estimate().value()).containsExactly(4.0, 2.0);
        assertThat(phases(study, "offered", Scope.desk("south")).get(1).estimate().value()).isZero();
        Study.Verdict north = study.verdicts().get(0);
        assertThat(north.state()).isEqualTo(Study.Verdict.State.MISSED);
        assertThat(north.scope().interval()).isEqualTo("2027-02-01");
        assertThat(study.verdicts().get(1).state()).isEqualTo(Study.Verdict.State.MET);
        assertThat(study.plan()).singleElement().satisfies(step -> {
            assertThat(step.staffBefore()).isCloseTo(7 * 40 / 37.0, within(1e-6));
            assertThat(step.staff()).isCloseTo(2 * 40 / 37.0, within(1e-6));
            assertThat(step.changes()).contains("at north: flows b_calls", "staffing 1: groups b_team, a_team");
        });
    }

    /** A target that begins or ends with a step is judged in the phases, or whole weeks, of its time alone; each run's count of those that keep it, too. */
    @Test
    void targetsHoldFromOneStepToAnother() throws Exception {
        String targets = """
                targets:
                  - {measure: sl_answered_of_offered, at_least: 80 %, until: merge}
                  - {measure: sl_answered_of_offered, at_least: 80 %, from: merge}
                  - {measure: sl_answered_of_offered, at_least: 1 %, from: merge}
                  - {measure: sl_answered_of_offered, at_least: 80 %, every: week, until: merge}
                  - {measure: sl_answered_of_offered, at_least: 80 %, from: trial}
                  - {measure: sl_answered_of_offered, at_least: 80 %, every: month, from: trial}
                """;
        String text = TWO_DESKS.replaceAll("(?s)targets:.*plan:", "TARGETS\nplan:").replace("TARGETS", targets) + "  trial: {on: 2027-02-08, lasts: 3 days, change: {groups: {a_team: {staffing: 4}}}}\n";

        Study study = Mergedesk.run(file(text), new RunOptions(4, 1L, 1, "test"), Watcher.NONE);

        assertThat(study.verdicts()).extracting(verdict -> verdict.state() + " " + verdict.scope().interval() + " " + verdict.each().keySet() + " " + verdict.every().map(every -> every.periods() + "/" + every.quiet() + "/" + every.kept()).orElse("none")).containsExactly(
                "MET 2027-01-04 [2027-01-04] 1/0/4",
                "MISSED " + study.verdicts().get(1).scope().interval() + " [2027-02-01, 2027-02-08, 2027-02-11] 3/0/0",
                "MET 2027-02-11 [2027-02-01, 2027-02-08, 2027-02-11] 3/0/4",
                study.verdicts().get(3).state() + " " + study.verdicts().get(3).scope().interval() + " [2027-01-04, 2027-01-11, 2027-01-18, 2027-01-25] 4/0/" + study.verdicts().get(3).every().orElseThrow().kept(),
                study.verdicts().get(4).state() + " 2027-02-08 [2027-02-08] 1/0/" + study.verdicts().get(4).every().orElseThrow().kept(),
                "UNSURE  [] none");
        VerdictText words = new VerdictText(study);
        assertThat(words.sentence(study.verdicts().get(0))).contains("at least 80\u00a0% in every phase until 31\u00a0January\u00a02027 was asked for.");
        assertThat(words.sentence(study.verdicts().get(1))).contains("at least 80\u00a0% in every phase from 1\u00a0February\u00a02027 on was asked for.");
        assertThat(words.sentence(study.verdicts().get(4))).contains("at least 80\u00a0% in every phase from 8\u00a0February\u00a02027 to 10\u00a0February\u00a02027 was asked for.");
        assertThat(words.sentence(study.verdicts().get(5))).contains("has no value in these runs").contains("in every month from 8\u00a0February\u00a02027");
        assertThat(study.verdicts()).allSatisfy(verdict -> assertThat(words.worst(verdict)).isEmpty());
    }

    @Test
    void targetsOfAPartOfTheRunNeedItsDates() throws Exception {
        assertThat(faults("from: merg", "")).singleElement().asString().contains("targets[0].from: found \"merg\": there is no step \"merg\"; did you mean 'merge'?");
        assertThat(faults("from: later, until: merge", "")).singleElement().asString().contains("targets[0].until: found \"merge\": the step merge does not come after later, so that the target never holds; write a later step, or exchange the two");
        assertThat(faults("every: weekday, from: merge", "")).singleElement().asString().contains("targets[0].every").contains("is judged by phase, month or week");
        assertThat(faults("until: merge", ", slips: {low: 0 weeks, likely: 4 weeks, high: 26 weeks}")).anyMatch(fault -> fault.contains("targets[0].until: found \"merge\": dates of the plan are drawn"));
        assertThat(faults("desk: south", ", when: {missed: {measure: answer_rate, at_least: 9 %, from: merge}}")).anyMatch(fault -> fault.contains("plan.later.when.missed.from: found \"merge\": a rule is looked at from the date of its step on; write on of the step, or after"));
        assertThat(faults("from: merge, until: later", "")).isEmpty();
        assertThat(file(TWO_DESKS.replace("change: {flows", "change: {targets: [], flows")).faults()).singleElement().asString().contains("plan.merge.change.targets: a step cannot change this; write from: merge or until: merge in a target");
    }

    private List<String> faults(String target, String later) throws Exception {
        return file(TWO_DESKS.replaceAll("(?s)targets:.*plan:", "targets: [{measure: sl_answered_of_offered, at_least: 80 %, " + target + "}]\nplan:") + "  later: {on: 2027-02-08" + later + ", change: {groups: {a_team: {staffing: 4}}}}\n").faults();
    }

    /** Too few agents from a step on are noted as they would be in a scenario of their own; a desk to which nobody comes any more lacks nobody. */
    @Test
    void notesSpeakOfThePhase() throws Exception {
        assertThat(file(TWO_DESKS).notes()).filteredOn(note -> note.contains("[overloaded]")).singleElement().asString().contains("desks.north: from 1 February 2027 on: in 100 % of its staffed hours");
        assertThat(file(TWO_DESKS).notes()).noneMatch(note -> note.contains("[open_without_agents]"));
        String before = TWO_DESKS.replace("desk: south, staffing: 3", "desk: south, staffing: 1").replace("b_team: {desk: north, staffing: 1}, a_team: {staffing: 1}", "b_team: {desk: north, staffing: 3}");
        assertThat(file(before).notes()).filteredOn(note -> note.contains("[overloaded]")).singleElement().asString().contains("desks.south: until 31 January 2027: in ");
    }

    /** A million a day from a step on is refused as it would be without a plan. */
    @Test
    void volumesOfAStepAreChecked() throws Exception {
        assertThat(file(TWO_DESKS.replace("b_calls: {desk: north}", "b_calls: {desk: north, volume: 20000000 / day}")).faults()).singleElement().asString().contains("on 2027-02-01").contains("10,000,000 at most").contains("steps of the plan");
    }

    /** Numbers of a step are numbers of the scenario: listed, cited, and tried by what matters. */
    @Test
    void numbersOfAStepAreNumbers() throws Exception {
        ScenarioFile file = file(TWO_DESKS.replace("b_team: {desk: north, staffing: 1}", "b_team: {desk: north, staffing: {value: 1, range: [1, 4], source: HR.1}}") + "sources: {HR: {title: Plan of posts, facts: {1: One stays.}}}\n");
        assertThat(file.faults()).isEmpty();
        assertThat(file.scenario().figures()).filteredOn(figure -> figure.path().equals("plan.merge.change.groups.b_team.staffing")).singleElement().satisfies(figure -> {
            assertThat(figure.source()).isEqualTo("HR.1");
            assertThat(figure.high()).isEqualTo("4");
        });
        assertThat(file.scenario().figures()).filteredOn(figure -> figure.path().startsWith("plan.")).hasSize(2);
        ScenarioFile high = ScenarioFile.read(folder.resolve("plan.yaml"), List.of("plan.merge.change.groups.b_team.staffing=4"));
        assertThat(high.scenario().plan().get("merge").then().groups().get("b_team").staffing().constant()).isEqualTo(4);
    }

    /** Too few agents from February on: both councils are worse off in February and March than without the plan, in each run, and nowhere in January, in which nothing differs. */
    @Test
    void monthsThatAreWorseAreCounted() throws Exception {
        String longer = TWO_DESKS.replace("6 weeks", "12 weeks");
        Path never = Files.writeString(folder.resolve("never.yaml"), longer.substring(0, longer.indexOf("plan:")));
        Comparison found = Mergedesk.compare(List.of(ScenarioFile.read(never, List.of()), file(longer)), new RunOptions(3, 1L, 1, "test"), Watcher.NONE);

        assertThat(found.isOfSamePeople()).isTrue();
        assertThat(found.base().worse()).isEmpty();
        assertThat(found.others().get(0).worse()).extracting(worse -> worse.council().council() + " " + worse.months() + " " + worse.number().value() + " " + worse.number().halfWidth()).containsExactly("a 3.0 2.0 0.0", "b 3.0 2.0 0.0");
        Kpi january = found.others().get(0).study().by(Scope.Kind.MONTH, "offered", Scope.council("b")).get(0);
        assertThat(january.estimate()).isEqualTo(found.base().study().by(Scope.Kind.MONTH, "offered", Scope.council("b")).get(0).estimate());
        String html = CompareReport.render(found, new Parts());
        assertThat(html).contains("Months in which a council is worse off than on side A", "Service level by week, side by side", "Steps of the plan of B");
    }

    private static final String SYSTEMS = """
            services: {tax: {needs: {crm: {share: 50 %}}}}
            datacentres: {old: , new: }
            rooms: {cellar: {datacentre: old}, hall: {datacentre: new}}
            hosts: {a: {room: cellar}, b: {room: hall, failures: {every: {distribution: constant, mean: 10 h}, repair: {distribution: constant, mean: 10 h}}}}
            applications: {crm: {hosts: [a]}}
            """;

    /**
     * Whoever moves to a desk whose line fails half of the time has what it needs for half of that time, by the time at each desk: two weeks of six at the second one, with a share of 50 %. A desk to which nobody
     * comes any more counts nothing, open or closed.
     */
    @Test
    void availabilityFollowsTheFlow() throws Exception {
        String links = SYSTEMS + "links: {l1: {desk: north, datacentre: old}, l2: {desk: south, datacentre: old, failures: {every: {distribution: constant, mean: 10 h}, repair: {distribution: constant, mean: 10 h}}}}\n";
        String move = "plan: {m: {on: 2027-02-01, change: {flows: {a_calls: {desk: south}}, groups: {a_team: {desk: south}}}}}\n";
        String base = TWO_DESKS.substring(0, TWO_DESKS.indexOf("targets:")).replace("services: {tax: }\n", "");
        Study study = Mergedesk.run(file(base + links + move), new RunOptions(1, 1L, 1, "test"), Watcher.NONE);
        assertThat(study.estimate("availability", Scope.council("a")).value()).isCloseTo(1 - 0.5 * 0.5 / 3, within(0.002));
        assertThat(study.estimate("availability", Scope.council("b")).value()).isCloseTo(1 - 0.5 * 0.5, within(0.002));

        String closes = move.replace("flows: {", "desks: {north: {opening: {}}}, flows: {");
        Study closed = Mergedesk.run(file(base + links + closes), new RunOptions(1, 1L, 1, "test"), Watcher.NONE);
        assertThat(closed.estimate("availability_open", Scope.council("a")).value()).isCloseTo(study.estimate("availability_open", Scope.council("a")).value(), within(1e-9));
    }

    /** A plan that only changes what runs where leaves notes on the whole run and formulas as they are; groups that are empty all the time are noted with any plan. */
    @Test
    void notesOnTheWholeRunStay() throws Exception {
        String base = TWO_DESKS.substring(0, TWO_DESKS.indexOf("targets:")).replace("services: {tax: }\n", "").replace("groups: {", "groups: {nobody: {desk: north, staffing: 0}, ");
        String systems = "plan: {m: {on: 2027-02-01, change: {applications: {crm: {hosts: [b]}}}}}\n";
        String desks = "plan: {m: {on: 2027-02-01, change: {groups: {a_team: {skills: [tax]}}}}}\n";
        assertThat(file(base + SYSTEMS + systems).notes()).anyMatch(note -> note.contains("groups.nobody") && note.contains("[group_empty]"));
        assertThat(file(base + SYSTEMS + desks).notes()).anyMatch(note -> note.contains("groups.nobody") && note.contains("[group_empty]"));
    }

    /** Two steps in the hour that the clock leaves out are of one moment, and one that would last beyond all calendars lasts to the end. */
    @Test
    void stepsAreToldWhateverTheirTimes() throws Exception {
        String plan = "plan:\n  s1: {on: 2027-03-28T01:00, change: {groups: {a_team: {staffing: 5}}}}\n  s2: {on: 2027-03-28T01:30, change: {groups: {b_team: {staffing: 5}}}}\n"
                + "  s3: {on: 2027-03-30, lasts: 999999999 years, change: {groups: {a_team: {staffing: 10}}}}\n";
        Study study = Mergedesk.run(file(TWO_DESKS.substring(0, TWO_DESKS.indexOf("plan:")).replace("2027-01-04", "2027-03-22")  + plan), new RunOptions(1, 1L, 1, "test"), Watcher.NONE);
        assertThat(study.plan()).extracting(step -> Math.round(step.staffBefore() * 37 / 40) + " " + Math.round(step.staff() * 37 / 40)).containsExactly("7 10", "7 10", "10 15");
    }
}
