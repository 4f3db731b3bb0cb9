package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose store cannot grow any more says so, and goes on when it can: a shell lets no file grow over a limit, which writing meets as it meets a full disk. */
@Tag("nightly")
class FullDiskTest {
    private static final String LIBRARY = "libduckdb_java.so_linux_amd64";
    private static final int RUNS = 40 * 200;

    @TempDir
    Path folder;

    private Desk desk;
    private List<String> options; // of the limited JVM

    @EnabledOnOs(OS.LINUX)
    @Test
    void losesNothing() throws Exception {
        desk = new Desk(folder);
        desk.write("sweep.yaml", """
                name: A sweep
                scenario: desk.yaml
                factors:
                  volume: {path: flows.calls.volume, from: 2 / min, to: 3 / min}
                design: {kind: latin_hypercube, points: 40}
                measures: [sl_answered_of_offered, wait_p90, wait_p90 in desk desk, wait_p90 in council town, wait_p90 in service tax]
                runs: {replications: 200}
                """);
        unpackDriver();
        sweep("straight");

        for (int blocks = 128; runs() == 0; blocks *= 2) { // the first limits are too low for any run
            assertThat(limited(blocks)).isEqualTo(ExitCode.FAILED);
            assertThat(desk.text("err.txt")).startsWith("mergedesk: ").contains("results.duckdb", ": the disk does not take it (File too large); make room and give the same command again").hasLineCount(1);
        }

        assertThat(runs()).isLessThan(RUNS);
        sweep("cut");
        for (String table : List.of("results", "runs", "points", "estimates", "times")) {
            assertThat(csv("cut", table)).as(table).isEqualTo(csv("straight", table)).contains("\n");
        }
    }

    /** The driver with its library beside it: else each process writes that anew, which is more than any limit here. */
    private void unpackDriver() throws Exception {
        Path whole = Path.of(DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (ZipFile driver = new ZipFile(whole.toFile()); ZipOutputStream classes = new ZipOutputStream(Files.newOutputStream(folder.resolve("driver.jar")))) {
            ZipEntry library = driver.getEntry(LIBRARY);
            assumeTrue(library != null && System.getProperty("os.arch").equals("amd64"));
            Files.copy(driver.getInputStream(library), folder.resolve("libduckdb_java.so"));
            for (ZipEntry entry : Collections.list(driver.entries())) {
                if (!entry.getName().contains("libduckdb_java")) {
                    classes.putNextEntry(new ZipEntry(entry.getName()));
                    driver.getInputStream(entry).transferTo(classes);
                }
            }
        }
        options = List.of("-Djava.library.path=" + folder, "-cp", System.getProperty("java.class.path").replace(whole.toString(), folder.resolve("driver.jar").toString()));
    }

    private int limited(int blocks) throws Exception {
        List<String> shell = List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
        return desk.start(shell, options, Map.of(), "sweep", "sweep.yaml", "--out", "cut", "--quiet").waitFor();
    }

    private void sweep(String out) {
        Desk.Ended ended = desk.call("sweep", desk.file("sweep.yaml"), "--out", desk.file(out), "--quiet");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    /** How many are in the store. */
    private int runs() {
        Desk.Ended ended = desk.call("query", desk.file("cut"), "SELECT count(*) FROM runs", "--csv");
        return ended.code() == 0 ? Integer.parseInt(ended.out().lines().skip(1).findFirst().orElseThrow()) : 0;
    }

    private String csv(String out, String table) throws IOException {
        assertThat(desk.call("export", desk.file(out), "--csv", "--table", table).code()).isZero();
        return desk.text(out + "/" + table + ".csv");
    }
}
