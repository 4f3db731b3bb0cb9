package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    @Test
    void printsATableAndWritesAFolder() throws IOException {
        Ended ended = run("--replications", "3", "--out", desk.file("results/first"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("A desk\n\nMeasure ")
                .contains("\nCalls offered ", "\nAnswered within T, of offered ")
                .containsPattern("\n(Met|Missed|Not sure): .*at\\s+least\\s+80 %\\s+was")
                .endsWith("\nReport: results/first/report.html\n".replace('/', folder.getFileSystem().getSeparator().charAt(0)));
        assertThat(desk.content().keySet()).containsExactlyInAnyOrder(
                "", "desk.yaml", "results", path("results/first"), path("results/first/kpis.csv"),
                path("results/first/manifest.json"), path("results/first/report.html"));
        assertThat(desk.text("results/first/kpis.csv"))
                .startsWith("measure,scope,council,service,channel,desk,group,interval,value,half_width,n,method\n");
    }

    /** Of a day there is one day; what is not asked for is not written, and an older file goes with the older result. */
    @Test
    void writesEveryDateWhenAsked() throws IOException {
        assertThat(run("--replications", "3", "--out", desk.file("days"), "--daily").code()).isZero();
        assertThat(desk.text("days/daily.csv").lines()).hasSize(1 + 3 * 15).startsWith("date,scope,council,desk,measure,value,half_width,n,method")
                .anyMatch(line -> line.matches("2025-04-07,council,town,,sl_answered_of_offered,0\\.[0-9]+,0\\.[0-9]+,3,ratio_of_totals"));
        assertThat(desk.text("days/manifest.json")).contains("\"daily.csv\"");

        assertThat(run("--replications", "3", "--out", desk.file("days")).code()).isZero();
        assertThat(desk.path("days/daily.csv")).doesNotExist();

        desk.write("desk.yaml", Desk.YAML.replace("length: 2 h,", "length: 2 h, end: cut, batches: 2,"));
        Ended batches = run("--replications", "3", "--out", desk.file("batches"), "--daily");
        assertThat(batches.code()).isEqualTo(2);
        assertThat(batches.err()).endsWith("desk.yaml: a run that is divided into batches is not kept by date; leave results by date out, or time.batches\n");
    }

    @Test
    void showsWhichAssumptionsMatterWhenAsked() throws IOException {
        desk.write("desk.yaml", Desk.YAML.replace("mean: 4 min", "mean: {value: 4 min, range: [3 min, 5 min]}"));

        Ended without = run("--replications", "3", "--out", desk.file("without"));
        Ended with = run("--replications", "3", "--out", desk.file("with"), "--what-matters");

        assertThat(without.out()).endsWith("\nNext:   --what-matters shows how far its number with a range moves the result\n");
        assertThat(with.code()).isZero();
        assertThat(with.out()).containsPattern("\nTalk time, calls +3 min +\\+.* 5 min +\u2212").doesNotContain("--what-matters");
        assertThat(desk.path("with/kpis.csv")).hasSameBinaryContentAs(desk.path("without/kpis.csv"));
        assertThat(desk.text("with/report.html")).contains("<h2 id=\"matters\">What matters</h2>");
        assertThat(desk.text("with/what-matters.csv").lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("flows.calls.work.mean,1,low,3 min,sl_answered_of_offered,overall,,,,,,,0."));
        assertThat(desk.content()).doesNotContainKey(path("without/what-matters.csv"));
    }

    @Test
    void tellsWhatAnHourOfOutageCostsWhenAsked() throws IOException {
        desk.write("desk.yaml", Desk.YAML.replace("{tax: {}}", "{tax: {needs: {crm: }}}") + "applications: {crm: {name: Customer records, failures: {every: {mean: 1 h}, repair: {mean: 20 min}}}}\n");

        Ended with = run("--replications", "3", "--out", desk.file("with"), "--outage-cost");

        assertThat(with.code()).isZero();
        assertThat(desk.text("with/report.html")).contains("What an hour of outage costs").contains("Customer records");
        assertThat(desk.text("with/outage-cost.csv").lines()).hasSize(2).anyMatch(line -> line.startsWith("crm,") && line.endsWith(",3"));

        Ended none = run("--set", "applications.crm.failures=", "--outage-cost");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no application can fail");
    }

    @Test
    void writesTheSameBytesForAnyNumberOfThreads() throws IOException {
        assertThat(run("--threads", "1", "--out", desk.file("one")).code()).isZero();
        assertThat(run("--threads", "3", "--out", desk.file("three")).code()).isZero();

        assertThat(desk.path("three/kpis.csv")).hasSameBinaryContentAs(desk.path("one/kpis.csv"));
    }

    @Test
    void takesAnotherSeedAndAnotherNumber() throws IOException {
        run("--replications", "2", "--out", desk.file("a"));
        run("--replications", "2", "--seed", "2", "--out", desk.file("b"));
        run("--replications", "2", "--set", "groups.agents.staffing=11", "--out", desk.file("c"));

        assertThat(desk.text("b/kpis.csv")).isNotEqualTo(desk.text("a/kpis.csv"));
        assertThat(desk.text("c/kpis.csv")).contains("agents_scheduled,overall,,,,,,,11,");
    }

    @Test
    void replacesAnOlderResultAndKeepsWhatIsNotItsOwn() throws IOException {
        run("--replications", "2", "--out", desk.file("results"));
        desk.write("results/notes.txt", "mine");

        Ended ended = run("--replications", "3", "--out", desk.file("results"));

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).startsWith("mergedesk: other files of the older result were kept in results.");
        assertThat(desk.content()).doesNotContainKey(path("results/notes.txt"));
        assertThat(desk.content().keySet()).anyMatch(name -> name.endsWith("notes.txt"));
    }

    @Test
    void replacesNoResultOfAnotherScenarioOrVariant() throws IOException {
        desk.write("other.yaml", Desk.YAML);
        assertThat(run("--replications", "2", "--out", desk.file("results")).code()).isZero();
        Map<String, Long> before = desk.content();
        String manifest = desk.text("results/manifest.json");
        String scenario = desk.path("desk.yaml").toRealPath().toString().replace(folder + java.io.File.separator, "");

        for (String[] other : new String[][] {
            {"run", desk.file("other.yaml"), "--out", desk.file("results")},
            {"run", desk.file("desk.yaml"), "--out", desk.file("results"), "--set", "groups.agents.staffing=11"},
            {"compare", desk.file("desk.yaml"), desk.file("desk.yaml"), "--out", desk.file("results")}
        }) {
            assertThat(desk.call(other))
                    .isEqualTo(new Ended(
                            2,
                            "",
                            "--out: results: holds another result, of run " + scenario
                                    + "; nothing was written. Name another folder with --out, or delete that one\n"));
        }
        assertThat(desk.content()).isEqualTo(before);
        assertThat(desk.text("results/manifest.json")).isEqualTo(manifest);
        desk.write("desk.yaml", Desk.YAML.replace("staffing: 10", "staffing: 12"));
        assertThat(run("--replications", "2", "--seed", "9", "--out", desk.file("results")).code()).isZero();
    }

    @Test
    void writesTheTraceIntoAFolderThatItMakes() throws IOException {
        Ended ended = run("--replications", "2", "--out", desk.file("r"), "--trace", desk.file("traces/first.csv"));

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).endsWith("\nTrace:  " + path("traces/first.csv") + "\n");
        assertThat(desk.text("traces/first.csv").lines().limit(2))
                .satisfiesExactly(
                        heading -> assertThat(heading).isEqualTo("tick,class,event,contact,agent"),
                        first -> assertThat(first).matches("\\d+,\\d,[a-z_ ]+,0:0:0:0,\\d*"));
        assertThat(desk.content().keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("nothing.yaml", new String[] {}, "nothing.yaml: there is no such file; write desk.yaml"),
                Arguments.of("dsk.yaml", new String[] {}, "dsk.yaml: there is no such file; did you mean 'desk.yaml'?"),
                Arguments.of("sub", new String[] {}, "sub: this is a folder; name a file in it"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--set", "flows.cals.volume=3 / min"},
                        "--set flows.cals.volume=3 / min: flows.cals.volume: there is no \"cals\" here; did you mean 'calls'?"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--set", "flows.calls.volume=3"},
                        "--set flows.calls.volume=3: flows.calls.volume: found \"3\": a volume needs to say per what; write \"3 / year\" or \"3 / day\""),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--set", "groups.agents.staffing"},
                        "--set groups.agents.staffing: this is not path=value; write --set flows.north.volume='12 / min'"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--replications", "0", "--threads", "-1"},
                        "--replications: found 0: must be at least 1\n--threads: found -1: must be at least 1"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--what-matters"},
                        "desk.yaml: no number has a range, so nothing can be tried; write one such as {value: 15 min, range: [7 min, 29 min]}"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--out", "full", "--trace", "sub"},
                        "--out: full: holds files that are not a result of Mergedesk; nothing was written. Name another folder with --out,"
                                + " or move those files away\n--trace: sub: is a folder; name a file"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--out", "desk.yaml"},
                        "--out: desk.yaml: is a file; name a folder for the results with --out"),
                Arguments.of(
                        "desk.yaml",
                        new String[] {"--trace", "desk.yaml/trace.csv"},
                        "--trace: desk.yaml/trace.csv: desk.yaml is a file, not a folder; choose another place or name"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWrongInputBeforeItRuns(String file, String[] options, String message) throws IOException {
        Files.createDirectories(desk.path("sub"));
        Files.createDirectories(desk.path("full"));
        desk.write("full/letter.txt", "not a result");
        Map<String, Long> before = desk.content();
        String[] args = new String[options.length + 2];
        args[0] = "run";
        args[1] = desk.file(file);
        boolean out = false;
        for (int i = 0; i < options.length; i++) {
            boolean named = i > 0 && (options[i - 1].equals("--out") || options[i - 1].equals("--trace"));
            out |= options[i].equals("--out");
            args[i + 2] = named ? desk.file(options[i]) : options[i];
        }

        Ended ended = out ? desk.call(args) : desk.call(append(args, "--out", desk.file("results")));

        assertThat(ended).isEqualTo(new Ended(2, "", message + "\n"));
        assertThat(desk.content()).isEqualTo(before);
    }

    private Ended run(String... options) {
        return desk.call(append(new String[] {"run", desk.file("desk.yaml")}, options));
    }

    private static String[] append(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private String path(String name) {
        return Path.of("", name.split("/")).toString();
    }
}
