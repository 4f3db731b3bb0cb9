package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep in a Java of its own that is killed at moments that nobody chose ends with the same tables as one that is left alone. */
class SweepKilledTest {
    private static final int FEW = 3;
    private static final int MANY = 20;
    private static final String SWEEP = """
            name: A sweep
            scenario: desk.yaml
            set: [time.length=2 days, time.end=cut]
            factors:
              agents: {path: groups.agents.staffing}
              length: {path: time.length}
              warm-up: {path: time.warm_up}
            design: {kind: table, file: points.csv}
            measures: [sl_answered_of_offered, wait_p90]
            runs: {replications: 6, round: 4, half_width: 0.2 %, max_replications: MOST}
            """;

    @TempDir
    Path folder;

    @Test
    void someKillsLoseNothing() throws Exception {
        killed(FEW);
    }

    @Test
    @Tag("nightly")
    void twentyKillsLoseNothing() throws Exception {
        assertThat(killed(MANY)).as("kills while runs were stored").isGreaterThan(MANY / 4);
    }

    /** How many of the kills found more runs in the store than the one before: they came while runs were stored. */
    private int killed(int kills) throws Exception {
        Desk desk = desk();
        long seed = System.nanoTime();
        Random moments = new Random(seed);
        int most = 100 * kills;
        int inTheMiddle = 0;
        long stored = 0;
        desk.write("sweep.yaml", SWEEP.replace("MOST", Integer.toString(most)));
        for (int done = 0; done < kills; ) {
            Process process = desk.start(Map.of(), "sweep", "sweep.yaml", "--out", "killed", "--quiet");
            if (process.waitFor(moments.nextInt(400, 2_500), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as("seed %d: %s", seed, desk.text("err.txt")).isEqualTo(ExitCode.FAILED);
                most *= 2; // it was too fast: the same sweep, but longer
                desk.write("sweep.yaml", SWEEP.replace("MOST", Integer.toString(most)));
            } else {
                process.destroyForcibly().waitFor();
                done++;
                long now = stored(desk);
                inTheMiddle += now > stored ? 1 : 0;
                stored = now;
            }
        }
        goesOnAsIfNothingHadHappened(desk, "killed", "seed " + seed);
        return inTheMiddle;
    }

    private static long stored(Desk desk) throws IOException {
        Desk.Ended ended = desk.call("query", desk.file("killed"), "SELECT count(*) FROM runs");
        return ended.code() == 0 ? Long.parseLong(ended.out().lines().reduce((first, second) -> second).orElseThrow().strip()) : 0;
    }

    /** The same tables as of a sweep that nobody disturbed: CSV by bytes, Parquet by content. */
    private static void goesOnAsIfNothingHadHappened(Desk desk, String disturbed, String what) throws Exception {
        for (String out : List.of(disturbed, "straight")) {
            assertThat(desk.call("sweep", desk.file("sweep.yaml"), "--out", desk.file(out), "--quiet").code()).isEqualTo(ExitCode.FAILED); // one point cannot be run
        }
        for (String table : List.of("results", "runs", "points", "estimates", "times", "failures")) {
            assertThat(csv(desk, disturbed, table)).as("%s: %s", what, table).isEqualTo(csv(desk, "straight", table)).contains("\n");
        }
        assertThat(csv(desk, "straight", "failures").lines()).hasSize(2).last().asString().contains("warm_up");
        for (String out : List.of(disturbed, "straight")) {
            assertThat(desk.call("export", desk.file(out), "--parquet").code()).isZero();
        }
        assertThat(Parquet.differing(desk.file(disturbed + "/results.parquet"), desk.file("straight/results.parquet"))).isZero();
        assertThat(Parquet.rows(desk.file("straight/results.parquet"))).isEqualTo(csv(desk, "straight", "results").lines().count() - 1);
    }

    /** What a power cut may leave of the log: its last block is not all there, or is noise. */
    @ParameterizedTest
    @ValueSource(ints = {-1_000, 4_096})
    void aTornLogLosesItsTailAlone(int bytes) throws Exception {
        Desk desk = desk();
        desk.write("sweep.yaml", SWEEP.replace("MOST", "200"));
        Path log = desk.path("torn/results.duckdb.wal");
        Process process = desk.start(Map.of(), "sweep", "sweep.yaml", "--out", "torn", "--quiet");
        while (process.isAlive() && (!Files.exists(log) || Files.size(log) < 20_000)) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(log).exists();
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            if (bytes < 0) {
                file.truncate(file.size() + bytes);
            } else {
                byte[] noise = new byte[bytes];
                new Random(1).nextBytes(noise);
                file.write(ByteBuffer.wrap(noise), file.size());
            }
        }
        goesOnAsIfNothingHadHappened(desk, "torn", "a torn log");
    }

    @Test
    void theSecondOfTwoProcessesSaysSoAndStops() throws Exception {
        Desk desk = desk();
        desk.write("sweep.yaml", SWEEP.replace("MOST", "100000"));
        Process first = desk.start(Map.of(), "sweep", "sweep.yaml", "--out", "both", "--quiet");
        try {
            while (first.isAlive() && !Files.exists(desk.path("both/results.duckdb"))) {
                Thread.sleep(5);
            }
            assertThat(desk.call("sweep", desk.file("sweep.yaml"), "--out", desk.file("both"), "--quiet"))
                    .isEqualTo(new Desk.Ended(ExitCode.FAILED, "", "mergedesk: both: another sweep is running in this folder; wait for its end, or use another folder\n"));
            assertThat(first.isAlive()).isTrue();
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    /** Of five points the fourth cannot be run: its warm-up is longer than its time. */
    private Desk desk() {
        Desk desk = new Desk(folder);
        desk.write("points.csv", "agents,length,warm-up\n9,2 days,0 min\n10,2 days,0 min\n11,2 days,0 min\n12,1 day,36 h\n12,2 days,0 min\n");
        return desk;
    }

    private static String csv(Desk desk, String out, String table) throws IOException {
        assertThat(desk.call("export", desk.file(out), "--csv", "--table", table).code()).isZero();
        return desk.text(out + "/" + table + ".csv");
    }
}
