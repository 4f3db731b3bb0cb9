package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {
    private static final String AGENTS = "factors:\n  agents: {path: groups.agents.staffing, values: [9, 10]}\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    private void sweep(String name, String... parts) {
        desk.write(name, "name: A sweep\nscenario: desk.yaml\n" + String.join("", parts));
    }

    private Ended run(String name, String out, String... options) {
        return desk.call(Stream.concat(Stream.of("sweep", desk.file(name), "--out", desk.file(out), "--quiet"), Stream.of(options)).toArray(String[]::new));
    }

    private String csv(String out, String table) throws IOException {
        Ended ended = desk.call("export", desk.file(out), "--csv", "--table", table);
        assertThat(ended.err()).isEmpty();
        return desk.text(out + "/" + table + ".csv");
    }

    private List<String> query(String out, String sql) {
        Ended ended = desk.call("query", desk.file(out), sql, "--csv");
        assertThat(ended.err()).isEmpty();
        return ended.out().lines().skip(1).toList();
    }

    /** The other way to the same numbers: the runs one by one, with every measure, through Observations. */
    @Test
    void aPointIsEstimatedAsARunOfItIs() throws IOException {
        sweep("s.yaml", AGENTS, "runs: {replications: 7, seed: 3}\nmeasures: [offered, sl_answered_of_offered, wait_p90, wait_mean_answered in council town, occupancy in group agents, fte]\n");

        Ended ended = run("s.yaml", "s");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("A sweep: 14 of 14 runs at 2 points are done.\n");
        for (int agents = 9; agents <= 10; agents++) {
            assertThat(desk.call("run", desk.file("desk.yaml"), "--set", "groups.agents.staffing=" + agents, "--replications", "7", "--seed", "3", "--quiet", "--out", desk.file("r" + agents)).code()).isZero();
            Map<String, String[]> kpis = kpis("r" + agents);
            List<String> rows = query("s", "SELECT m.measure, m.place, e.value, e.half_width, e.n, e.method FROM estimates e JOIN points USING (point) JOIN measures m USING (\"column\") WHERE agents = " + agents);
            assertThat(rows).hasSize(6);
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                String[] kpi = kpis.get(cells[0] + " " + cells[1].replaceFirst(" .*", ""));
                assertThat(Double.parseDouble(cells[2])).as(row).isCloseTo(Double.parseDouble(kpi[8]), within(Math.abs(1e-9 * Double.parseDouble(kpi[8]))));
                assertThat(Double.parseDouble(cells[3])).as(row).isCloseTo(Double.parseDouble(kpi[9]), within(1e-9 * Double.parseDouble(kpi[8]) + 1e-12));
                assertThat(List.of(cells[4], cells[5])).as(row).isEqualTo(List.of(kpi[10], kpi[11]));
            }
        }
    }

    /** Rows of kpis.csv by measure and kind of scope. */
    private Map<String, String[]> kpis(String out) throws IOException {
        Map<String, String[]> kpis = new LinkedHashMap<>();
        desk.text(out + "/kpis.csv").lines().map(line -> line.split(",", -1)).forEach(cells -> kpis.putIfAbsent(cells[0] + " " + cells[1], cells));
        return kpis;
    }

    @Test
    void threadsChangeNothing() throws IOException {
        sweep("s.yaml", AGENTS, "runs: {replications: 23}\nmeasures: [offered, sl_answered_of_offered, wait_p90]\n");
        run("s.yaml", "one", "--threads", "1");
        run("s.yaml", "three", "--threads", "3");

        for (String table : List.of("results", "runs", "long", "points", "estimates", "measures", "factors", "times")) {
            assertThat(csv("three", table)).as(table).isEqualTo(csv("one", table)).hasLineCount(table.equals("long") ? 139 : csv("one", table).split("\n").length);
        }
    }

    @Test
    void pointsMeetTheSamePeopleUnlessToldNotTo() {
        sweep("s.yaml", AGENTS, "measures: [persons]\n");
        sweep("own.yaml", AGENTS, "measures: [persons]\nruns: {common_random_numbers: false}\n");
        run("s.yaml", "s");
        run("own.yaml", "own");

        String people = "SELECT count(DISTINCT persons) FROM results WHERE replication = 0";
        assertThat(query("s", people)).containsExactly("1");
        assertThat(query("own", people)).containsExactly("2");
        assertThat(query("own", "SELECT count(DISTINCT seed) FROM points")).containsExactly("2");
    }

    /** Each of two factors is fine by itself. */
    @Test
    void aPointThatCannotBeRunIsToldAndSpoilsNoOther() throws IOException {
        sweep("s.yaml", "factors:\n  length: {path: time.length, values: [1 h, 2 h]}\n  warm_up: {path: time.warm_up, values: [0 s, 90 min]}\nset: [time.end=cut]\nruns: {replications: 2}\nmeasures: [offered]\n");

        Ended ended = run("s.yaml", "s");

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err()).startsWith("mergedesk: point 1 cannot be run: ").contains("time.warm_up").contains("It repeats with: mergedesk run ").hasLineCount(1);
        assertThat(ended.out()).startsWith("A sweep: 6 of 8 runs at 4 points are done.\n");
        assertThat(query("s", "SELECT DISTINCT point FROM runs ORDER BY point")).containsExactly("0", "2", "3");
        assertThat(query("s", "SELECT point, replication FROM failures")).containsExactly("1,-1");
        String command = query("s", "SELECT command FROM failures").get(0);
        assertThat(command).contains("--set time.end=cut --set 'time.length=1 h' --set 'time.warm_up=90 min'");
        Ended again = desk.call(words(command).stream().skip(1).map(word -> word.equals("desk.yaml") ? desk.file(word) : word).toArray(String[]::new)); // answers are shown without the folder
        assertThat(again.code()).as(command).isEqualTo(ExitCode.FAULTS);
        assertThat(again.err()).contains("time.warm_up");
        String before = csv("s", "failures") + csv("s", "results");
        assertThat(run("s.yaml", "s").code()).isEqualTo(ExitCode.FAILED);
        assertThat(csv("s", "failures") + csv("s", "results")).isEqualTo(before);
    }

    /** As a shell has them. */
    private static List<String> words(String command) {
        return Pattern.compile("'([^']*)'|(\\S+)").matcher(command).results().map(word -> word.group(1) == null ? word.group(2) : word.group(1)).toList();
    }

    @Test
    void goesOnWhereItWasWhenMoreIsAsked() throws IOException {
        sweep("s.yaml", AGENTS, "measures: [offered, wait_p90]\nruns: {replications: 3}\n");
        sweep("more.yaml", AGENTS, "measures: [offered, wait_p90]\nruns: {replications: 8}\n");
        run("s.yaml", "s");
        String first = query("s", "SELECT sum(seconds) FROM runs WHERE replication < 3").get(0);

        run("more.yaml", "s");
        run("more.yaml", "straight");

        for (String table : List.of("results", "estimates", "points", "times")) {
            assertThat(csv("s", table)).as(table).isEqualTo(csv("straight", table));
        }
        assertThat(query("s", "SELECT sum(seconds) FROM runs WHERE replication < 3")).as("the first are not run again").containsExactly(first);
    }

    @Test
    void refusesAFolderOfSomethingElseAndSaysWhatDiffers() throws IOException {
        sweep("s.yaml", AGENTS, "measures: [offered]\n");
        run("s.yaml", "s");
        String before = csv("s", "results");
        desk.write("desk.yaml", Desk.YAML.replace("2 / min", "3 / min"));
        sweep("s.yaml", AGENTS.replace("9, 10", "9, 11"), "measures: [offered, answered]\n");

        Ended ended = run("s.yaml", "s");

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("mergedesk: s holds runs of something else:\n").contains("  file desk.yaml: was changed\n", "  factor agents values: was [9, 10], is [9, 11]\n", "  measures: was offered, is offered, answered\n", "use another folder, or --update to keep the runs of points that are the same\n").doesNotContain("design");
        assertThat(csv("s", "results")).isEqualTo(before);
    }

    /** Somebody may sweep where a page of his own is called report.html. */
    @Test
    void aReportThatCannotBeWrittenIsAFailureAndRunsAreKept() throws IOException {
        sweep("s.yaml", AGENTS, "measures: [offered]\n");
        Files.createDirectories(desk.path("s"));
        Files.writeString(desk.path("s/report.html"), "mine\n");

        Ended ended = run("s.yaml", "s");

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err()).startsWith("mergedesk: report.html was not written: ");
        assertThat(desk.text("s/report.html")).isEqualTo("mine\n");
        assertThat(csv("s", "results").lines()).hasSizeGreaterThan(2);
    }

    /** The points of 10 and 11 agents get other numbers; that of 9 is new. */
    @Test
    void runsOfPointsThatAreTheSameAreTakenOver() throws IOException {
        String rest = "measures: [offered, wait_p90]\nruns: {replications: 4}\n";
        sweep("s.yaml", AGENTS.replace("9, 10", "10, 11, 12"), rest);
        run("s.yaml", "s");
        String seconds = query("s", "SELECT sum(seconds) FROM runs WHERE point < 2").get(0);
        sweep("s.yaml", AGENTS.replace("9, 10", "9, 10, 11"), rest);

        Ended ended = run("s.yaml", "s", "--update");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("2 of 3 points are the same: their 8 runs are kept.\nA sweep: 12 of 12 runs at 3 points are done.\n");
        assertThat(query("s", "SELECT sum(seconds) FROM runs WHERE point > 0")).containsExactly(seconds);
        run("s.yaml", "straight");
        for (String table : List.of("results", "estimates", "points", "times")) {
            assertThat(csv("s", table)).as(table).isEqualTo(csv("straight", table));
        }
        assertThat(run("s.yaml", "s", "--update").out()).startsWith("A sweep: ");
        sweep("s.yaml", AGENTS, "measures: [answered]\nruns: {replications: 4}\n");
        assertThat(run("s.yaml", "s", "--update").err()).isEqualTo("mergedesk: s: the measures that are kept have changed, and runs have only what was kept of them; use another folder\n");
        assertThat(desk.content().keySet()).noneMatch(name -> name.contains(".making"));
    }

    /** Of a plan whose dates are drawn, how late it may be is nowhere in what is planned. */
    @Test
    void soAreThoseWithPlansThatSlip() throws IOException {
        desk.write("desk.yaml", Desk.YAML.replace("length: 2 h", "length: 5 days").replace("2 / min", "6 / h") + "plan: {fewer: {on: 2025-04-08, slips: {low: 0 days, likely: 1 day, high: 2 days}, change: {groups: {agents: {staffing: 1}}}}}\n");
        String rest = "measures: [sl_answered_of_offered, wait_p90]\nruns: {replications: 4}\n";
        String factors = "factors:\n  then: {path: plan.fewer.change.groups.agents.staffing, values: [1, 2]}\n  late: {levels: {little: [plan.fewer.slips.high=2 days], much: [plan.fewer.slips.high=3 days]}}\n";
        sweep("s.yaml", factors, rest);
        run("s.yaml", "s");
        String kept = "SELECT sum(seconds) FROM runs JOIN points USING (point) WHERE late = 'little'";
        String seconds = query("s", kept).get(0);
        String before = csv("s", "runs");
        sweep("s.yaml", factors.replace("3 days", "4 days"), rest);

        Ended ended = run("s.yaml", "s", "--update");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("2 of 4 points are the same: their 8 runs are kept.\nA sweep: 16 of 16 runs at 4 points are done.\n");
        assertThat(query("s", kept)).containsExactly(seconds);
        run("s.yaml", "straight");
        for (String table : List.of("results", "estimates", "points", "times")) {
            assertThat(csv("s", table)).as(table).isEqualTo(csv("straight", table));
        }
        assertThat(csv("s", "runs")).as("how late it is shows").isNotEqualTo(before);
    }

    /** In whose order points are counted. */
    @Test
    void refusesFactorsInAnotherOrder() {
        String volume = "  volume: {path: flows.calls.volume, values: [1 / min, 2 / min]}\n";
        sweep("s.yaml", AGENTS, volume, "measures: [offered]\nruns: {replications: 1}\n");
        run("s.yaml", "s");
        sweep("s.yaml", AGENTS.replace("factors:\n", "factors:\n" + volume), "measures: [offered]\nruns: {replications: 1}\n");

        Ended ended = run("s.yaml", "s");

        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err()).contains("  factors: was agents, volume, is volume, agents\n");
    }

    @Test
    void theSecondInAFolderSaysSoAndStops() throws IOException {
        sweep("s.yaml", AGENTS, "measures: [offered]\n");
        Files.createDirectories(desk.path("s"));
        try (FileChannel other = FileChannel.open(desk.path("s/running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();

            Ended ended = run("s.yaml", "s");

            assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).isEqualTo("mergedesk: s: another sweep is running in this folder; wait for its end, or use another folder\n");
        }
        assertThat(run("s.yaml", "s").code()).isZero();
    }

    @Test
    void roundsGoOnUntilTheHalfWidthIsReachedPointByPoint() {
        sweep("s.yaml", "factors:\n  agents: {path: groups.agents.staffing, values: [8, 10, 14]}\n", "measures: [sl_answered_of_offered]\nruns: {replications: 4, round: 3, half_width: 4 %, max_replications: 40}\n");

        assertThat(run("s.yaml", "s").code()).isZero();

        List<String> rows = query("s", "SELECT n, half_width FROM estimates ORDER BY point");
        List<Integer> runs = rows.stream().map(row -> Integer.valueOf(row.replaceFirst(",.*", ""))).toList();
        assertThat(runs).allMatch(n -> n == 40 || (n - 4) % 3 == 0).doesNotHaveDuplicates();
        rows.forEach(row -> assertThat(row).satisfiesAnyOf(
                reached -> assertThat(Double.parseDouble(reached.split(",")[1])).isLessThanOrEqualTo(0.04),
                most -> assertThat(most).startsWith("40,")));
    }

    @Test
    void aBudgetGoesWhereLeastIsKnown() {
        sweep("s.yaml", "factors:\n  agents: {path: groups.agents.staffing, values: [8, 10, 30]}\n", "measures: [sl_answered_of_offered]\nruns: {replications: 4, round: 5, budget: 50}\n");

        assertThat(run("s.yaml", "s").code()).isZero();

        List<String> runs = query("s", "SELECT count(*) FROM runs GROUP BY point ORDER BY point");
        assertThat(runs.stream().mapToInt(Integer::parseInt).sum()).isBetween(46, 50);
        assertThat(runs.get(2)).as("everybody is answered at once").isEqualTo("4");
    }

    /** What two factors together make is not looked at here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{path: groups.agents.staffing, from: 8, to: 14, step: 2} | full | 8;10;12;14",
        "{path: groups.agents.staffing, from: 8, to: 14} | full | 8;14",
        "{path: groups.*.staffing, multiply: true, values: [90 %, 1.25]} | full | 90 %;1.25",
        "{path: flows.calls.volume, from: 1 / min, to: 2 / min, step: 0.5 / min} | full | 1 / min;1.5 / min;2 / min",
        "{levels: {low: [flows.calls.volume=1 / min, groups.agents.staffing=5], high: [flows.calls.volume=3 / min]}} | full | low;high",
        "{scenarios: [desk.yaml, other.yaml]} | full | desk.yaml;other.yaml",
        "{path: flows.calls.volume, from: 10.001 / min, to: 10.009 / min, step: 0.004 / min} | full | 10.0010 / min;10.0050 / min;10.0090 / min",
        "{path: groups.agents.staffing} | 'table, file: points.csv' | 7;9;8",
    })
    void factorsAreWrittenInMoreThanOneWay(String factor, String design, String values) {
        desk.write("other.yaml", "extends: desk.yaml\ngroups: {agents: {staffing: 12}}\n");
        desk.write("points.csv", "factor\n7\n9\n8\n");
        desk.write("s.yaml", "name: A sweep\n" + (factor.contains("scenarios") ? "" : "scenario: desk.yaml\n") + "factors:\n  factor: " + factor + "\ndesign: {kind: " + design + "}\nmeasures: [offered, fte]\nruns: {replications: 2}\n");

        Ended ended = run("s.yaml", "s");

        assertThat(ended.err()).isEmpty();
        Ended dry = desk.call("sweep", desk.file("s.yaml"), "--dry-run");
        assertThat(dry.out()).contains("\n" + values.split(";").length + " points, ");
        for (String value : values.split(";")) {
            assertThat(dry.out()).containsPattern("\n +\\d+ +" + Pattern.quote(value) + "\n");
        }
    }

    /** 10 agents times 0.94 are 9, and two numbers of other sizes keep their proportion. */
    @Test
    void severalPathsMoveTogether() throws IOException {
        desk.write("desk.yaml", Desk.YAML.replace("groups: {", "groups: {few: {desk: desk, staffing: 4}, "));
        sweep("s.yaml", "factors:\n  staff: {paths: [groups.few.staffing, groups.agents.staffing], values: [3, 6]}\n", "measures: [fte in every group]\nruns: {replications: 1}\n");

        assertThat(run("s.yaml", "s").err()).isEmpty();

        double one = Double.parseDouble(query("s", "SELECT fte__group_few FROM results WHERE point = 0").get(0)) / 3;
        assertThat(query("s", "SELECT fte__group_few / " + one + ", fte__group_agents / " + one + " FROM results ORDER BY point")).containsExactly("3,3", "6,6");
    }

    @Test
    void severalNumbersAreMultipliedEachFromItsOwnValue() {
        desk.write("desk.yaml", Desk.YAML.replace("groups: {", "groups: {few: {desk: desk, staffing: 4}, "));
        sweep("s.yaml", "factors:\n  staff: {path: groups.*.staffing, multiply: true, values: [50 %, 94 %, 1]}\n", "measures: [fte in every group]\nruns: {replications: 1}\n");

        assertThat(run("s.yaml", "s").err()).isEmpty();

        double few = Double.parseDouble(query("s", "SELECT fte__group_few FROM results WHERE point = 2").get(0)) / 4;
        assertThat(query("s", "SELECT fte__group_few / " + few + ", fte__group_agents / " + few + " FROM results ORDER BY point")).containsExactly("2,5", "4,9", "4,10");
    }

    @Test
    void tellsAllFaultsWithTheirPlaces() {
        desk.write("s.yaml", "name: A sweep\nscenario: desk.yaml\nfactors:\n  a: {path: groups.agent.staffing, values: [9]}\n  b: {path: groups.agents.staffing, values: [nine, 10]}\n  c: {path: flows.calls.volume, from: 3 / min, to: 2 / min}\n");
        Ended ended = desk.call("sweep", desk.file("s.yaml"), "--out", desk.file("s"));
        assertThat(ended.code()).isEqualTo(ExitCode.FAULTS);
        assertThat(ended.err().lines()).hasSize(3).anyMatch(line -> line.startsWith("s.yaml:6:6: factors.c: from is not below to; ")).anyMatch(line -> line.startsWith("s.yaml:4:6: factors.a: ") && line.contains("agents")).anyMatch(line -> line.startsWith("s.yaml:5:6: factors.b: \"nine\" cannot be: "));
        desk.write("s.yaml", "name: A sweep\nscenari: desk.yaml\nfactors: {a: {path: groups.agents.staffing, value: [9]}}\ndesign: {kind: sobol}\nruns: {round: 3}\n");
        assertThat(desk.call("sweep", desk.file("s.yaml")).err()).contains("s.yaml:2:1: scenari: ", "s.yaml:3:45: factors.a.value: ");
        assertThat(desk.path("s")).doesNotExist();
    }

    @Test
    void refusesFactorsThatMoveTheSameAndNamesThatTablesHave() {
        desk.write("s.yaml", "name: A sweep\nscenario: desk.yaml\nfactors:\n  all: {path: flows.*.volume, multiply: true, values: [0.9, 1.1]}\n  calls: {levels: {a: [flows.calls.volume=1 / min], b: [groups.agents.staffing=9]}}\n");
        assertThat(desk.call("sweep", desk.file("s.yaml")).err()).isEqualTo("s.yaml:5:10: factors.calls: flows.calls.volume is moved by all already; let one factor move it\n");

        sweep("s.yaml", AGENTS.replace("  agents:", "  Seed:"));
        assertThat(desk.call("sweep", desk.file("s.yaml")).err()).contains("tables of results have a column of this name already");
        sweep("s.yaml", AGENTS.replace("  agents:", "  Offered:"), "measures: [offered]\n");
        assertThat(desk.call("sweep", desk.file("s.yaml")).err()).contains("have a column offered of the measure already");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "runs: {budget: 15}| the first round alone has 20 runs",
        "measures: [offred]| there is no such measure; did you mean 'offered'",
        "measures: [offered in desk]| which of them?",
        "measures: [offered in desk nowhere]| the scenario has nothing of it",
        "measures: [cost]| the scenario has nothing of it",
        "design: {kind: latin_hypercube}| it does not say how many points",
        "runs: {round: 5}| there are no further rounds",
        "runs: {half_width: 1 s}| this is not a share|measures: [sl_answered_of_offered]",
        "runs: {half_width: 1 s}| decides how often points are run|measures: [wait_p90]",
        "design: {kind: table, file: none.csv}| there is no such file",
    })
    void faultsOfTheRest(String part) {
        String[] parts = part.split("\\|");
        sweep("s.yaml", AGENTS, parts[0], "\n", parts.length > 2 ? parts[2] + "\n" : "");

        Ended ended = desk.call("sweep", desk.file("s.yaml"), "--out", desk.file("s"));

        assertThat(ended.code()).isEqualTo(ExitCode.FAULTS);
        assertThat(ended.err()).contains(parts[1].strip()).hasLineCount(1);
    }

    @Test
    void parquetHoldsTheSame() throws Exception {
        sweep("s.yaml", AGENTS, "measures: [offered, sl_answered_of_offered]\nruns: {replications: 3}\n");
        run("s.yaml", "s");
        assertThat(desk.call("export", desk.file("s"), "--parquet").out()).isEqualTo("Written: s" + java.io.File.separator + "results.parquet\n");
        String rows = csv("s", "results");

        assertThat(Parquet.rows(desk.file("s/results.parquet"))).isPositive().isEqualTo(rows.lines().count() - 1);
        assertThat(Parquet.differing(desk.file("s/results.parquet"), desk.file("s/results.csv"))).isZero();
        assertThat(desk.content().keySet()).noneMatch(name -> name.endsWith(".writing"));
    }

    @Test
    void wholeNumbersAreWrittenAsSuch() throws Exception {
        sweep("s.yaml", AGENTS.replace("9, 10", "10"), "  talk: {path: flows.calls.work.mean, values: [4 min, 4.25 min]}\n", "measures: [offered, wait_mean_answered]\nruns: {replications: 2, seed: 1}\n");
        run("s.yaml", "s");

        assertThat(csv("s", "points").lines().map(line -> line.replaceFirst(",\\w*$", ""))).containsExactly("point,scenario,seed,agents,talk", "0,desk.yaml,1,10,4", "1,desk.yaml,1,10,4.25");
        for (String table : List.of("results", "long", "estimates", "measures")) {
            assertThat(csv("s", table)).as(table).contains("\n").doesNotContainPattern("\\.0[,\n]");
        }
        assertThat(query("s", "SELECT agents, talk, 1e20, NULL::DOUBLE, '4.0' FROM points ORDER BY point")).containsExactly("10,4,1.0E20,,4.0", "10,4.25,1.0E20,,4.0");
        assertThat(desk.call("export", desk.file("s"), "--parquet").code()).isZero();
        assertThat(Parquet.differing(desk.file("s/results.parquet"), desk.file("s/results.csv"))).isZero();
    }

    @Test
    void queriesChangeNothingAndReadNothingElse() throws IOException {
        sweep("s.yaml", AGENTS, "measures: [offered]\nruns: {replications: 2}\n");
        run("s.yaml", "s");
        String before = csv("s", "results");
        List<String> refused = new ArrayList<>();
        for (String sql : List.of("DELETE FROM runs", "SELECT * FROM read_csv('" + desk.file("desk.yaml") + "')", "COPY runs TO '" + desk.file("x.csv") + "'", "ATTACH '" + desk.file("y.db") + "'", "SELECT nothing FROM runs", "SELECT")) {
            Ended ended = desk.call("query", desk.file("s"), sql);
            assertThat(ended.code()).as(sql).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).as(sql).startsWith("mergedesk: s" + java.io.File.separator + "results.duckdb: ").hasLineCount(1).doesNotContain("Exception");
            refused.add(ended.err());
        }
        assertThat(refused).doesNotHaveDuplicates();
        assertThat(csv("s", "results")).isEqualTo(before);
        assertThat(desk.path("x.csv")).doesNotExist();
        assertThat(desk.call("query", desk.file("nowhere"), "SELECT 1").err()).isEqualTo("mergedesk: nowhere: there is no results.duckdb in it; name the folder of a sweep\n");
    }

    @Test
    void aDryRunRunsNothingAndSaysWhatWouldBe() throws IOException {
        sweep("s.yaml", "question: How many?\n", "factors:\n  agents: {path: groups.agents.staffing, from: 5, to: 40}\n", "design: {kind: sobol, points: 64}\nmeasures: [offered]\nruns: {half_width: 3, max_replications: 50}\n");
        Map<String, Long> before = desk.content();

        Ended ended = desk.call("sweep", desk.file("s.yaml"), "--dry-run", "--threads", "2");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("A sweep\nHow many?\n").contains("\n64 points, sobol:\n", "\n640 to 3,200 runs; kept of each: offered\n").containsPattern("\nAbout [0-9.]+ m?s of processor time a run.*: .* on 2 threads, and [0-9.]+ [kM]B of disk\n");
        assertThat(desk.content()).isEqualTo(before);
    }

    /** Up to a hundred points all, of more the first nine and the last. */
    @Test
    void aDryRunShowsThePoints() {
        for (int points : new int[] {100, 101}) {
            sweep("s.yaml", "factors:\n  calls: {path: flows.calls.volume, from: 1 / min, to: 2 / min}\n", "design: {kind: latin_hypercube, points: " + points + "}\nmeasures: [offered]\n");
            List<String> numbers = desk.call("sweep", desk.file("s.yaml"), "--dry-run").out().lines().filter(line -> line.matches(" *([0-9]+|\\.\\.\\.)  .*")).map(line -> line.strip().replaceFirst(" .*", "")).toList();
            assertThat(numbers).hasSize(points == 100 ? 100 : 11).startsWith("0", "1", "2", "3", "4", "5", "6", "7", "8").endsWith(points == 100 ? "98" : "...", Integer.toString(points - 1));
        }
    }

    @Test
    void saysWhatKindOfFileIsMeant() {
        sweep("s.yaml", AGENTS);
        String sweep = "s.yaml:1:1: this is a sweep, not a scenario; give it to sweep, or name a scenario\n";
        assertThat(desk.call("run", desk.file("s.yaml"))).isEqualTo(new Ended(ExitCode.FAULTS, "", sweep));
        assertThat(desk.call("check", desk.file("s.yaml")).err()).isEqualTo(sweep);
        assertThat(desk.call("compare", desk.file("desk.yaml"), desk.file("s.yaml")).err()).isEqualTo(sweep);
        assertThat(desk.call("sweep", desk.file("desk.yaml"))).isEqualTo(new Ended(ExitCode.FAULTS, "", "desk.yaml:1:1: this is a scenario, not a sweep; give it to run, or write a sweep that names it under scenario:\n"));
        sweep("s.yaml", AGENTS, "flow_default: {}\n");
        assertThat(desk.call("sweep", desk.file("s.yaml")).err()).contains("flow_default: this key is not known").doesNotContain("flow_defaults");
    }

    @Test
    void saysWhatIsThereInWords() {
        sweep("s.yaml", AGENTS.replace("9, 10", "9"), "measures: [offered]\nruns: {replications: 3}\n");
        sweep("fewer.yaml", AGENTS.replace("9, 10", "9"), "measures: [offered]\nruns: {replications: 2}\n");
        assertThat(run("s.yaml", "s").out()).startsWith("A sweep: 3 of 3 runs at 1 point are done.\n");
        assertThat(run("fewer.yaml", "s").out()).startsWith("A sweep: 3 runs, of which the sweep asks for 2, at 1 point are done.\n");
        assertThat(desk.call("sweep", desk.file("s.yaml"), "--dry-run").out()).contains("\n1 point, full:\n");
        sweep("s.yaml", AGENTS.replace("9, 10", "9"), "design: {kind: latin_hypercube, points: 1}\nmeasures: [offered]\n");
        assertThat(run("s.yaml", "s").err()).contains("  design kind: is new\n", "  design points: is new\n").doesNotContain("[", "null");
    }

    @Test
    void refusesWhatCannotBe() {
        sweep("s.yaml", AGENTS, "measures: [offered]\nruns: {replications: 2}\n");
        assertThat(run("s.yaml", "desk.yaml")).isEqualTo(new Ended(ExitCode.FAULTS, "", "desk.yaml: is a file; name a folder for the runs\n"));
        assertThat(run("s.yaml", "s").code()).isZero();
        assertThat(desk.call("query", desk.file("s"), "SELECT 1", "--rows", "0")).isEqualTo(new Ended(ExitCode.FAULTS, "", "--rows: found 0: must be at least 1\n"));
        assertThat(desk.call("query", desk.file("s"), "CREATE TEMP TABLE x AS SELECT 1").err()).contains("this is no query, as it asks nothing; write one such as SELECT * FROM results").hasLineCount(1);
        assertThat(desk.call("export", desk.file("s"), "--csv", "--to", desk.file("nowhere/x.csv"))).isEqualTo(new Ended(ExitCode.FAULTS, "", "--to: nowhere/x.csv is in no folder that is there; make it first\n"));
        String root = folder.getRoot().toString();
        assertThat(desk.call("export", desk.file("s"), "--csv", "--to", root)).isEqualTo(new Ended(ExitCode.FAULTS, "", "--to: " + root + " is a folder; name a file in it\n"));
    }
}
