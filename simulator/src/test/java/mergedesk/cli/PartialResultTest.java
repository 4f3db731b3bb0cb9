package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.cli.Desk.Ended;
import mergedesk.results.Comparison;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One replication fails: what was finished before it is written beside a complete result, as after Ctrl-C, and how to repeat it is told. */
class PartialResultTest {
    /** Most days have next to no calls; the first that has more than the counters hold comes in replication 3 with seed 10, in replication 0 with seed 53. */
    private static final String SELDOM_TOO_BUSY =
            Desk.YAML.replace("2 / min", "6900 / min").replace("flows:", "busyness: {all: {cv: 1000 %}}\nflows:");

    private static final String WHY =
            " failed at simulated second 0.0 (end of an interval): more than 16,777,216 contacts are expected on one day: lower the volumes, or the cv of busyness, which made it so busy";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
        desk.write("desk.yaml", SELDOM_TOO_BUSY);
    }

    @Test
    void aRunKeepsWhatIsFinished() throws IOException {
        Ended ended = desk.call("run", desk.file("desk.yaml"), "--seed", "10", "--replications", "9", "--threads", "4", "--out", desk.file("r"), "--trace", desk.file("t.csv"));

        assertThat(ended.err()).isEqualTo("mergedesk: replication 3 with seed 10" + WHY + ". It repeats with: mergedesk run desk.yaml --seed 10 --replications 4\n");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().replaceAll("\\s+", " "))
                .contains("The run failed after 3 of 9 replications.")
                .contains("A replication failed: 3 of 9 were finished before it")
                .endsWith(" Report: r-incomplete/report.html ");
        assertThat(desk.content()).containsKey("r-incomplete").doesNotContainKey("r").doesNotContainKey("t.csv");
        assertThat(desk.text("r-incomplete/manifest.json")).contains("\"complete\" : false", "\"failure\" : \"replication 3 with seed 10 failed");
        assertThat(desk.text("r-incomplete/report.html")).contains("The run failed after 3 of 9 replications.", "--seed 10 --replications 4");
        desk.call("run", desk.file("desk.yaml"), "--seed", "10", "--replications", "3", "--out", desk.file("three"));
        assertThat(desk.text("r-incomplete/kpis.csv")).isEqualTo(desk.text("three/kpis.csv"));
    }

    @Test
    void nothingIsWrittenWhenTheFirstFails() throws IOException {
        String said = "mergedesk: replication 0 with seed 53" + WHY + ". It repeats with: mergedesk run desk.yaml --seed 53 --replications 1. The first ";
        assertThat(desk.call("run", desk.file("desk.yaml"), "--seed", "53", "--out", desk.file("r")))
                .isEqualTo(new Ended(1, "", said + "replication was not finished; nothing was written.\n"));
        assertThat(desk.call("compare", desk.file("desk.yaml"), desk.file("desk.yaml"), "--seed", "53", "--out", desk.file("r")))
                .isEqualTo(new Ended(1, "", said + "pair was not finished; nothing was written.\n"));
        assertThat(desk.content()).containsOnlyKeys("", "desk.yaml");
    }

    /** Whichever of both fails. */
    @Test
    void aComparisonKeepsThePairsThatAreFinished() throws IOException {
        desk.write("quiet.yaml", "extends: desk.yaml\nname: Quiet\nflows: {calls: {volume: 1 / min}}\n");
        for (String[] pair : new String[][] {{"desk.yaml", "quiet.yaml"}, {"quiet.yaml", "desk.yaml"}}) {
            Ended ended = desk.call("compare", desk.file(pair[0]), desk.file(pair[1]), "--seed", "10", "--replications", "9", "--out", desk.file("d" + pair[0]));
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).endsWith(". It repeats with: mergedesk run desk.yaml --seed 10 --replications 4\n");
            assertThat(ended.out()).endsWith("Report: d" + pair[0] + "-incomplete/report.html\n").contains("after 3").doesNotContain("Stopped early");
        }
    }

    /** The third has three pairs, the second all nine. */
    @Test
    void aComparisonOfThreeKeepsWhatEachHas() throws IOException {
        desk.write("quiet.yaml", "extends: desk.yaml\nname: Quiet\nflows: {calls: {volume: 1 / min}}\n");
        Ended ended = desk.call("compare", desk.file("quiet.yaml"), desk.file("quiet.yaml"), desk.file("desk.yaml"), "--seed", "10", "--replications", "9", "--out", desk.file("d"));
        assertThat(ended.code()).isEqualTo(1);
        String what = "replication 3 with seed 10" + WHY + ". It repeats with";
        assertThat(ended.err()).isEqualTo("mergedesk: C ends here, and the others go on: " + what + " --seed 10 --replications 4\nmergedesk: " + what + ": mergedesk run desk.yaml --seed 10 --replications 4\n");
        assertThat(ended.out()).contains("\nNote: C: The run failed after 3 of 9 replications.").endsWith("Report: d-incomplete/report.html\n");
        assertThat(desk.text("d-incomplete/differences.csv").lines().filter(line -> line.startsWith("offered,overall")))
                .satisfiesExactly(b -> assertThat(b).contains(",b,").endsWith(",0,0,9,paired_difference"), c -> assertThat(c).contains(",c,").endsWith(",3,paired_difference"));
    }

    /** At once, while the others go on; and in the end all is done that is planned, whatever threads had begun of it. */
    @RepeatedTest(3)
    void aSideThatFailsIsToldAtOnce() {
        ScenarioFile busy = ScenarioFile.of(SELDOM_TOO_BUSY, Path.of("busy"));
        ScenarioFile quiet = ScenarioFile.of(Desk.YAML, Path.of("quiet"));
        List<String> told = new ArrayList<>();
        double[] progress = new double[2];
        double[] doneWhenTold = new double[1];

        Comparison found = Mergedesk.compare(List.of(quiet, quiet, busy), new RunOptions(200, 10L, 4, ""), new Watcher() {
            @Override
            public synchronized void planned(double more) {
                progress[0] += more;
            }

            @Override
            public synchronized void advanced(double replications) {
                progress[1] += replications;
            }

            @Override
            public synchronized void failedAside(int side, Throwable fault) {
                told.add(side + " " + fault.getMessage());
                doneWhenTold[0] = progress[1];
            }

            @Override
            public boolean stopped() {
                return false;
            }
        });

        assertThat(told).singleElement().asString().startsWith("2 replication 3 with seed 10" + WHY);
        assertThat(doneWhenTold[0]).isLessThan(3 * (3 + 2 * 8 * 4));
        assertThat(progress[1]).isEqualTo(progress[0]).isBetween(403.0, 403.0 + 8 * 4);
        assertThat(found.sides()).extracting(side -> side.study().manifest().replications()).containsExactly(200, 200, 3);
    }

    /** So few agents, and so long calls, that waits add up to more than the counters hold: fewer than three. */
    @Test
    void aSearchKeepsItsTrials() throws IOException {
        desk.write("desk.yaml", Desk.YAML
                .replace("2 / min", "60 / h")
                .replace("{distribution: exponential, mean: 4 min}", "{distribution: constant, mean: 5000 weeks}")
                .replaceAll(" *patience:.*\n", "")
                .replace("staffing: 10", "staffing: 4"));
        Ended ended = solve("--until", "delayed_share <= 98.6 %", "--replications", "2");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("mergedesk: replication 0 with seed 1 failed ")
                .endsWith(": waits or agents' time add up to more than 292,000 years: make time.length shorter, or see to it that queues do not grow without end."
                        + " It repeats with: mergedesk run desk.yaml --set groups.agents.staffing=1 --seed 1 --replications 1\n");
        assertThat(ended.out())
                .contains("A trial failed; so far: groups.agents.staffing 3 is the smallest that meets delayed_share <= 98.6 %")
                .endsWith("\nResults: solved-incomplete\n");
        assertThat(desk.text("solved-incomplete/trials.csv").lines()).hasSize(3);
        assertThat(desk.text("solved-incomplete/manifest.json")).contains("--set groups.agents.staffing=1 --seed 1 --replications 1");
        assertThat(desk.call("run", desk.file("desk.yaml"), "--set", "groups.agents.staffing=1", "--seed", "1", "--replications", "1", "--out", desk.file("again")).err())
                .startsWith(ended.err().substring(0, ended.err().length() - 1));
    }

    /** The trials follow from the scenario alone, the run of the answer does not. */
    @Test
    void anAnswerOutlivesItsRun() throws IOException {
        Ended ended = solve("--until", "fte <= 50", "--seed", "10");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).endsWith(" It repeats with: mergedesk run desk.yaml --set groups.agents.staffing=11 --seed 10 --replications 4\n");
        assertThat(ended.out()).contains("\nAnswer: groups.agents.staffing 11 is the largest that meets fte <= 50 ").endsWith("\nResults: solved-incomplete\n");
        assertThat(desk.content()).containsKey(Path.of("solved-incomplete", "kpis.csv").toString()).doesNotContainKey("solved");

        assertThat(solve("--until", "fte <= 50", "--seed", "53").out()).contains("\nAnswer: groups.agents.staffing 11 is the largest").endsWith("\nResults: solved-incomplete\n");
        assertThat(desk.content()).doesNotContainKey(Path.of("solved-incomplete", "kpis.csv").toString()).doesNotContainKey("solved");
    }

    /** The trials need no replications, and so many do not fit into memory. */
    @Test
    void anAnswerOutlivesARunThatCannotBegin() throws IOException {
        Ended ended = solve("--until", "fte <= 50", "--replications", "2147483647", "--threads", "999999");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).startsWith("mergedesk: the answer was found, but could not be run: this takes ").endsWith("fewer threads or replications\n");
        assertThat(ended.out()).contains("\nAnswer: groups.agents.staffing 11 is the largest").endsWith("\nResults: solved-incomplete\n");
    }

    private Ended solve(String... more) {
        return desk.call(Stream.concat(
                        Stream.of("solve", desk.file("desk.yaml"), "--vary", "groups.agents.staffing", "--out", desk.file("solved")), Stream.of(more))
                .toArray(String[]::new));
    }
}
