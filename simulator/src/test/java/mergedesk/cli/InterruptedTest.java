package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands in a Java of their own that are told to stop, or are killed, at moments that nobody chose. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends POSIX signals")
class InterruptedTest {
    private static final int TRIES = 7;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    private Desk desk;
    private long endedAfterMillis;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    /** The pause is doubled until the signal comes after the first replication, however slow this machine is. */
    @Test
    void ctrlCReportsWhatIsFinished() throws Exception {
        assertThat(desk.call("run", desk.file("desk.yaml"), "--replications", "2", "--out", desk.file("results")).code())
                .isZero();
        String complete = desk.text("results/kpis.csv") + desk.text("results/manifest.json");
        boolean reported = false;
        long pause = 300;
        for (int i = 0; i < TRIES && !reported; i++, pause *= 2) {
            Process run = desk.start(Map.of(), "run", "desk.yaml", "--replications", "1000000", "--threads", "1", "--out", "results");
            interruptAfter(pause, run);

            reported = Files.exists(desk.path("results-incomplete"));
            assertThat(desk.text("results/kpis.csv") + desk.text("results/manifest.json")).isEqualTo(complete);
            if (reported) {
                int replications = whole(desk.path("results-incomplete")).at("/runs").iterator().next().path("replications").asInt();
                assertThat(replications).isPositive();
                assertThat(desk.text("out.txt")).contains("\nReport: results-incomplete/report.html\n").contains("topped early");
                assertThat(said())
                        .isEqualTo("mergedesk: stopped early. The same command with --replications " + replications
                                + " repeats these numbers; without it, it starts again from the first replication.\n");
                assertRepeats(replications);
            } else {
                assertThat(desk.text("out.txt")).isEmpty();
                assertThat(said()).isIn("", "mergedesk: stopped before the first replication was finished; nothing was written.\n");
            }
        }
        assertThat(reported).isTrue();
    }

    /** Until what is finished is told, and the same command goes on from there. */
    @Test
    void ctrlCSaysWhatASweepHas() throws Exception {
        desk.write("s.yaml", "name: A sweep\nscenario: desk.yaml\nfactors: {agents: {path: groups.agents.staffing, values: [9, 10]}}\nmeasures: [offered]\nruns: {replications: 500000}\n");
        long pause = 1_000;
        for (int i = 0; i < TRIES && !Files.exists(desk.path("s/results.duckdb")); i++, pause *= 2) {
            Process run = desk.start(Map.of(), "sweep", "s.yaml", "--threads", "1", "--out", "s");
            interruptAfter(pause, run);
        }

        assertThat(desk.text("out.txt")).containsPattern("^A sweep: [0-9,]+ of 1,000,000 runs at 2 points are done.\nStopped early: the same command goes on from here.\n").endsWith("Report: s/report.html\n");
    }

    /** What the command said besides its progress, of which a slow machine sees more. */
    private String said() throws IOException {
        return desk.text("err.txt")
                .replaceAll("mergedesk: [0-9.,]+ of [0-9,]+ replications, about [0-9]+ (s|min) left; Ctrl-C reports what is finished\n", "")
                .replace("mergedesk: stopping; what is finished will be reported\n", "");
    }

    private void assertRepeats(int replications) {
        desk.call("run", desk.file("desk.yaml"), "--replications", String.valueOf(replications), "--out", desk.file("again"));
        assertThat(desk.path("again/kpis.csv")).hasSameBinaryContentAs(desk.path("results-incomplete/kpis.csv"));
    }

    @Test
    void ctrlCWritesNothingBeforeTheFirstReplicationIsFinished() throws Exception {
        // A replication of ten years of a busy desk takes minutes.
        desk.write("long.yaml", Desk.YAML.replace("2 h", "10 years").replace("2 / min", "2 / s").replace("staffing: 10", "staffing: 500"));
        Process run = desk.start(Map.of(), "run", "long.yaml", "--out", "results");
        interruptAfter(3_000, run);

        assertThat(desk.text("out.txt")).isEmpty();
        assertThat(said()).isIn("", "mergedesk: stopped before the first replication was finished; nothing was written.\n");
        assertThat(desk.path("results")).doesNotExist();
    }

    /** After its hour, the desk stays closed until Saturday, and a thousand people ring it every second. */
    @Test
    void ctrlCIsHeardWhileARunEmpties() throws Exception {
        desk.write("endless.yaml", Desk.YAML
                .replace("length: 2 h", "length: 1 h")
                .replace("2 / min", "1000 / h")
                .replace("desks: {desk: {}}", "desks: {desk: {opening: {sat: 09:00-10:00}}}")
                .replace("patience:", "retry: {probability: 100 %, delay: {distribution: exponential, mean: 1 s}}\n    patience:"));
        Process run = desk.start(Map.of(), "run", "endless.yaml", "--replications", "2", "--out", "results");
        interruptAfter(4_000, run);

        assertThat(endedAfterMillis).isLessThan(45_000);
        assertThat(desk.text("out.txt")).isEmpty();
        assertThat(said()).isIn("", "mergedesk: stopped before the first replication was finished; nothing was written.\n");
    }

    @Test
    void ctrlCDoesNotWaitForAPipeThatNobodyReads() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", desk.file("pipe")).start().waitFor()).isZero();
        Process run = desk.start(Map.of(), "run", "desk.yaml", "--replications", "2", "--out", "results", "--trace", "pipe");
        while (run.isAlive() && !desk.text("out.txt").contains("Report: ")) {
            Thread.sleep(20);
        }
        interruptAfter(200, run);

        assertThat(endedAfterMillis).isLessThan(45_000);
        assertThat(said()).isEqualTo("mergedesk: stopped early: the results are complete, but the trace is not.\n");
        whole(desk.path("results"));
    }

    @Test
    void ctrlCEndsASearch() throws Exception {
        desk.write("long.yaml", Desk.YAML.replace("2 h", "1 year"));
        Process solve = desk.start(
                Map.of(), "solve", "long.yaml", "--vary", "groups.agents.staffing", "--until", "answer_rate >= 97 %", "--out", "found");
        interruptAfter(2_500, solve);

        assertThat(said()).isIn("", "mergedesk: stopped before the first trial was finished; nothing was written.\n");
        assertThat(desk.text("out.txt")).doesNotContain("NaN").doesNotContain("Answer:");
        assertThat(desk.path("found")).doesNotExist();
        if (!desk.text("out.txt").isEmpty()) {
            assertThat(desk.text("out.txt")).endsWith("\nResults: found-incomplete\n");
            assertThat(desk.path("found-incomplete")).isDirectoryContaining("glob:**/trials.csv");
        }
    }

    @Test
    void aKilledRunLeavesAWholeResultAndTraceOrNone() throws Exception {
        kill(KILLS);
    }

    @Test
    @Tag("nightly")
    void aKilledRunLeavesAWholeResultAndTraceOrNoneNightLong() throws Exception {
        kill(100 * KILLS);
    }

    private void kill(int kills) throws Exception {
        long seed = Long.getLong("seed", 20140401);
        System.out.println("InterruptedTest: -Dseed=" + seed);
        Random random = new Random(seed);
        long start = System.nanoTime();
        assertThat(desk.start(Map.of(), run()).waitFor()).isZero();
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        String trace = desk.text("trace.csv");
        for (int kill = 0; kill < kills; kill++) {
            Process run = desk.start(Map.of(), run());
            run.waitFor(millis / 4 + random.nextInt(millis), TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
            if (Files.exists(desk.path("results"))) {
                whole(desk.path("results"));
            }
            assertThat(desk.text("trace.csv")).isEqualTo(trace);
        }
        assertThat(desk.start(Map.of(), run()).waitFor()).isZero();
        whole(desk.path("results"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("desk.yaml", "results", "trace.csv", "out.txt", "err.txt");
        }
    }

    private static String[] run() {
        return new String[] {"run", "desk.yaml", "--replications", "20", "--out", "results", "--trace", "trace.csv"};
    }

    @Test
    void printsNoBrokenSignsInThePosixLocale() throws Exception {
        desk.write("desk.yaml", Desk.YAML.replace("name: A desk", "name: Desk of Ynys Môn – £"));
        Process run = desk.start(
                Map.of("LC_ALL", "POSIX", "LANG", "POSIX"), "run", "desk.yaml", "--replications", "2", "--out", "results");

        assertThat(run.waitFor()).isZero();
        String out = Files.readString(desk.path("out.txt"), StandardCharsets.US_ASCII);
        assertThat(out).startsWith("Desk of Ynys Mon - GBP").contains("+/-").doesNotContain("?").doesNotContain("\ufffd");
        assertThat(Files.readString(desk.path("results/report.html"))).contains("Ynys Môn");
    }

    /** Sends Ctrl-C's signal, and waits for the exit code that it brings. */
    private void interruptAfter(long millis, Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
        boolean ignored = interruptIsIgnored();
        String signal = ignored ? "-TERM" : "-INT";
        long start = System.nanoTime();
        assertThat(new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        endedAfterMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(process.exitValue()).isEqualTo(ignored ? 143 : 130);
    }

    /** A build that a script started in the background hands down that SIGINT is ignored. */
    private static boolean interruptIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    /** The manifest of a result all of whose files are there as the manifest has them. */
    private static JsonNode whole(Path results) throws Exception {
        JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(results.resolve("manifest.json")));
        JsonNode files = manifest.path("files");
        assertThat(files.propertyNames()).containsExactlyInAnyOrder("kpis.csv", "report.html");
        for (String name : files.propertyNames()) {
            byte[] bytes = Files.readAllBytes(results.resolve(name));
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(files.path(name).path("sha256").asString());
        }
        return manifest;
    }
}
