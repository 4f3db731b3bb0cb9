package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mergedesk.store.Exports;
import mergedesk.sweep.LocalExecutor;
import mergedesk.sweep.PointFault;
import mergedesk.sweep.PointSource;
import mergedesk.sweep.ReadyPoint;
import mergedesk.sweep.RunExecutor;
import org.assertj.core.data.Offset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports and tables of real sweeps. Contracted staff follow from the scenario alone and are proportional to agents: so effects, screening and indices of them are known exactly, whatever the runs do.
 */
class SweepFilesTest {
    private static final Offset<Double> TINY = within(1e-9);
    private static final String DESK = SweepInCodeTest.DESK.replace("length: 2 h", "length: 1 h").replace("60 / h", "1 / min");
    private static final String AGENTS = "  agents: {path: groups.*.staffing, from: 4, to: 10, step: 2}";
    private static final String ANY_AGENTS = "  agents: {path: groups.*.staffing, from: 4, to: 10}";
    private static final String TALK = "  talk: {path: flows.*.work.mean, from: 4 min, to: 6 min, step: 1 min}";
    private static final String ANY_TALK = "  talk: {path: flows.*.work.mean, from: 4 min, to: 6 min}";
    private static final String KIND = "  kind: {levels: {keen: [\"flows.calls.patience.mean=9 min\"], hasty: [\"flows.calls.patience.mean=1 min\"]}}";

    @TempDir
    private Path folder;

    private SweepFile file(String design, String... factors) {
        return fileOf("{replications: 2}", design, factors);
    }

    private SweepFile fileOf(String runs, String design, String... factors) {
        write("desk.yaml", DESK);
        write("sweep.yaml", "name: A sweep\nscenario: desk.yaml\nfactors:\n" + String.join("\n", factors) + "\n" + design + "\nmeasures: [sl_answered_of_offered, wait_p95, fte]\nruns: " + runs + "\n");
        SweepFile file = SweepFile.read(folder.resolve("sweep.yaml"));
        assertThat(file.faults()).isEmpty();
        return file;
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Swept swept(SweepFile file) {
        return Sweeps.sweep(file, folder.resolve("out"), Sweeps.threads(2), Watcher.NONE);
    }

    private Document report() throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve("out/report.html")));
    }

    private List<NamedCsvRow> rows(String name) throws IOException {
        try (NamedCsvReader csv = NamedCsvReader.builder().build(folder.resolve("out").resolve(name))) {
            return csv.stream().toList();
        }
    }

    private static double number(NamedCsvRow row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private List<NamedCsvRow> ofStaff(String name) throws IOException {
        return rows(name).stream().filter(row -> row.getField("measure").equals("fte")).toList();
    }

    static Stream<Arguments> everyDesign() {
        return Stream.of(
                Arguments.of("", List.of(AGENTS)),
                Arguments.of("", List.of(KIND)),
                Arguments.of("", List.of(AGENTS, KIND)),
                Arguments.of("", List.of(AGENTS, TALK, KIND)),
                Arguments.of("design: {kind: fraction, resolution: 3}", List.of(ANY_AGENTS, ANY_TALK, KIND)),
                Arguments.of("design: {kind: latin_hypercube, points: 30}", List.of(ANY_AGENTS, ANY_TALK, KIND)),
                Arguments.of("design: {kind: sobol, points: 16}", List.of(ANY_AGENTS)),
                Arguments.of("design: {kind: morris, trajectories: 3}", List.of(ANY_AGENTS, ANY_TALK, KIND)),
                Arguments.of("design: {kind: saltelli, points: 4, second_order: true}", List.of(ANY_AGENTS, ANY_TALK)),
                Arguments.of("design: {kind: table, file: points.csv}", List.of("  agents: {path: groups.*.staffing}", KIND)));
    }

    @ParameterizedTest
    @MethodSource("everyDesign")
    void everyDesignHasItsReportAndTheNumbersOfItsStore(String design, List<String> factors) throws IOException {
        write("points.csv", "agents,kind\n4,keen\n4,hasty\n9,hasty\n9,hasty\n");
        SweepFile file = file(design, factors.toArray(String[]::new));
        Swept swept = swept(file);
        assertThat(swept.warnings()).isEmpty();
        assertThat(swept.report()).contains(folder.resolve("out/report.html"));
        assertThat(report().select("h1").text()).isEqualTo("A sweep");
        assertThat(report().select("figure svg, table.shades")).isNotEmpty();
        List<NamedCsvRow> points = rows("responses.csv");
        assertThat(points).hasSize(file.design().size());
        for (String column : List.of("sl_answered_of_offered", "wait_p95", "fte")) {
            List<List<String>> stored = new ArrayList<>();
            Exports.query(folder.resolve("out"), "SELECT value, half_width, n FROM estimates WHERE \"column\" = '" + column + "' ORDER BY point", stored::add);
            stored.remove(0); // the names of columns
            for (int i = 0; i < stored.size(); i++) {
                assertThat(number(points.get(i), column)).isEqualTo(Double.parseDouble(stored.get(i).get(0)), TINY);
                assertThat(number(points.get(i), column + "_half_width")).isEqualTo(Double.parseDouble(stored.get(i).get(1)), TINY);
                assertThat(points.get(i).getField(column + "_n")).isEqualTo(stored.get(i).get(2));
            }
        }
        byte[] before = Files.readAllBytes(folder.resolve("out/report.html"));
        assertThat(swept(file).warnings()).isEmpty();
        assertThat(folder.resolve("out/report.html")).hasBinaryContent(before);
    }

    @Test
    void meansOfWhatIsProportionalToOneFactorAreExact() throws IOException {
        swept(file("", AGENTS, TALK, KIND));
        double one = number(rows("responses.csv").get(0), "fte") / 4;
        assertThat(ofStaff("effects.csv").stream().map(row -> row.getField("factor") + " " + row.getField("level") + " " + row.getField("points")))
                .containsExactly("agents 4 6", "agents 6 6", "agents 8 6", "agents 10 6", "talk 4 min 8", "talk 5 min 8", "talk 6 min 8", "kind keen 12", "kind hasty 12");
        for (NamedCsvRow row : ofStaff("effects.csv")) {
            assertThat(number(row, "value")).isEqualTo(one * (row.getField("factor").equals("agents") ? number(row, "level") : 7), TINY);
            assertThat(number(row, "noise_half_width")).isZero();
        }
        assertThat(ofStaff("interactions.csv")).hasSize(4 * 3 + 4 * 2 + 3 * 2).allSatisfy(row -> assertThat(number(row, "departure")).isEqualTo(0, TINY));
        assertThat(ofStaff("heatmap.csv")).allSatisfy(row -> assertThat(row.getField("factor_1")).isEqualTo("agents"));
    }

    /** The interval of a mean is made of those of its points, that of a single one is its own. Where all met the same people nothing is gained by points. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theIntervalOfAMeanIsMadeOfThoseOfItsPoints(boolean shared) throws IOException {
        String runs = "{replications: 5, common_random_numbers: " + shared + "}";
        swept(fileOf(runs, "", AGENTS, KIND));
        double[] ofPoints = rows("responses.csv").stream().mapToDouble(row -> number(row, "sl_answered_of_offered_half_width")).toArray();
        double[] ofPairs = rows("interactions.csv").stream().filter(row -> row.getField("measure").equals("sl_answered_of_offered")).mapToDouble(row -> number(row, "noise_half_width")).toArray();
        assertThat(Arrays.stream(ofPairs).sorted().toArray()).hasSize(8).containsExactly(Arrays.stream(ofPoints).sorted().toArray(), TINY);
        double[] ofFour = rows("responses.csv").stream().filter(row -> row.getField("agents").equals("4")).mapToDouble(row -> number(row, "sl_answered_of_offered_half_width")).toArray();
        assertThat(number(rows("effects.csv").get(0), "noise_half_width")).isEqualTo((shared ? ofFour[0] + ofFour[1] : Math.hypot(ofFour[0], ofFour[1])) / 2, TINY);
        assertThat(report().text().contains("the most that it can be")).isEqualTo(shared);
    }

    /** On a grid of 4, agents are 4, 6, 8 and 10 and move by 4 in two thirds of the range. */
    @Test
    void screeningOfWhatIsProportionalToOneFactorIsExact() throws IOException {
        swept(file("design: {kind: morris, trajectories: 4}", ANY_AGENTS, ANY_TALK, KIND));
        NamedCsvRow first = rows("responses.csv").get(0);
        double one = number(first, "fte") / number(first, "agents");
        List<NamedCsvRow> found = ofStaff("elementary-effects.csv");
        assertThat(number(found.get(0), "mu")).isEqualTo(6 * one, TINY);
        assertThat(number(found.get(0), "mu_star")).isEqualTo(6 * one, TINY);
        assertThat(number(found.get(0), "sigma")).isEqualTo(0, TINY);
        assertThat(found.subList(1, 3)).allSatisfy(row -> assertThat(number(row, "mu_star")).isZero());
    }

    /** Only agents move staff: the whole variance is theirs, exactly so for T of the others. */
    @Test
    void theVarianceOfWhatIsProportionalToOneFactorIsItsOwn() throws IOException {
        swept(file("design: {kind: saltelli, points: 32}", ANY_TALK, ANY_AGENTS));
        List<NamedCsvRow> found = ofStaff("sobol-indices.csv");
        assertThat(found.stream().map(row -> row.getField("index") + " " + row.getField("factor"))).containsExactly("first talk", "first agents", "total talk", "total agents");
        assertThat(number(found.get(0), "value")).isZero();
        assertThat(number(found.get(2), "value")).isZero();
        assertThat(number(found.get(3), "value")).isBetween(0.8, 1.2);
        assertThat(report().text()).contains("Full-time equivalents");
    }

    /** An executor for which a point has faults. */
    private static Function<SweepFile, RunExecutor> without(int lost) {
        return file -> new LocalExecutor(new PointSource() {
            @Override
            public ReadyPoint ready(int point) {
                if (point == lost) {
                    throw new PointFault("no such agents");
                }
                return file.ready(point);
            }

            @Override
            public long seed(int point) {
                return file.seed(point);
            }

            @Override
            public String command(int point) {
                return new SweepPoints(file).command(point);
            }
        }, file.layout(), 1);
    }

    /** With talk of 5,000 weeks the runs with many calls fail, and the others look well: they are no sample of the point. */
    @Test
    void aPointOfWhichSomeRunsFailIsLeftOut() throws IOException {
        write("limit.yaml", """
                name: A desk
                time: {start: 2025-04-07, length: 1 h}
                councils: {town: {}}
                services: {tax: {}}
                flows:
                  calls: {council: town, service: tax, desk: desk, volume: 79 / h, work: {distribution: constant, mean: 5000 weeks}}
                desks: {desk: {}}
                groups: {agents: {desk: desk, staffing: 1}}
                """);
        write("limits.yaml", """
                name: Limits
                scenario: limit.yaml
                factors: {work: {path: flows.calls.work.mean, values: [5 min, 5000 weeks]}}
                measures: [offered]
                runs: {replications: 6}
                """);
        Swept swept = swept(SweepFile.read(folder.resolve("limits.yaml")));
        assertThat(swept.outcome().failed()).isBetween(1L, 5L);
        assertThat(rows("responses.csv").get(0).getField("offered_n")).isEqualTo("6");
        assertThat(rows("responses.csv").get(1).getField("offered_n")).isEqualTo("0");
        assertThat(rows("effects.csv").get(1).getField("points")).isEqualTo("0");
        assertThat(report().getElementById("result").child(0).text()).contains("with their points left out").contains("Point 1, replication").contains(" --replications ");
        assertThat(report().text()).contains("The one point with a value has").doesNotContain("Highest at");
    }

    @Test
    void aFailedPointIsNamedFirstAndLeftOut() throws IOException {
        SweepFile file = file("", AGENTS, KIND);
        Swept swept = Sweeps.sweep(file, folder.resolve("out"), without(3), Watcher.NONE);
        assertThat(swept.warnings()).isEmpty();
        Document report = report();
        assertThat(report.getElementById("result").child(0).text()).startsWith("1 failure").contains("Point 3 cannot be run: no such agents").contains(new SweepPoints(file).command(3));
        assertThat(rows("responses.csv").get(3).getField("fte")).isEmpty();
        assertThat(rows("responses.csv").get(3).getField("fte_n")).isEqualTo("0");
        assertThat(ofStaff("effects.csv").get(1).getField("points")).isEqualTo("1");
        assertThat(report.text()).contains("1 point without a value, or with runs that failed, is left out");
    }

    @Test
    void aSweepThatWasStoppedAtOnceSaysSo() throws IOException {
        Watcher impatient = new Watcher() {
            @Override
            public void planned(double more) {}

            @Override
            public void advanced(double replications) {}

            @Override
            public boolean stopped() {
                return true;
            }
        };
        SweepFile file = file("", AGENTS, KIND);
        Swept swept = Sweeps.sweep(file, folder.resolve("out"), Sweeps.threads(1), impatient);
        assertThat(swept.outcome().complete()).isFalse();
        assertThat(swept.warnings()).isEmpty();
        assertThat(report().text()).contains("Stopped early: " + swept.outcome().done() + " of 16 runs are done");
        assertThat(swept(file).outcome().done()).isEqualTo(16);
        assertThat(report().text()).doesNotContain("Stopped early");
    }

    /** Somebody may sweep into the folder in which his own tables lie. */
    @Test
    void filesOfOthersAreLeftAloneAndTheRestIsWritten() throws IOException {
        SweepFile file = file("", AGENTS);
        Files.createDirectories(folder.resolve("out"));
        write("out/responses.csv", "mine\n");
        Swept swept = swept(file);
        assertThat(swept.warnings()).singleElement().asString().startsWith("responses.csv was not written: ");
        assertThat(folder.resolve("out/responses.csv")).hasContent("mine");
        assertThat(swept.report()).isPresent();
        assertThat(rows("effects.csv")).isNotEmpty();
    }
}
