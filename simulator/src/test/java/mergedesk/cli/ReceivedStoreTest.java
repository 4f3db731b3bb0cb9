package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.api.SweepResults;
import mergedesk.api.WrongInput;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of sweeps are passed on: what somebody put into one must not read files of whoever opens it, and what is no store is told in a line. */
class ReceivedStoreTest {
    private static final String SECRET = "a secret of whoever opens it";
    private static final String STORE = "s/results.duckdb";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sweep() {
        desk = new Desk(folder);
        desk.write("secret.txt", SECRET + "\n");
        desk.write("s.yaml", "name: A sweep\nscenario: desk.yaml\nfactors:\n  agents: {path: groups.agents.staffing, values: [9, 10]}\nmeasures: [offered, wait_p90]\nruns: {replications: 2}\n");
        assertThat(again().code()).isZero();
    }

    private Ended again() {
        return desk.call("sweep", desk.file("s.yaml"), "--out", desk.file("s"), "--quiet");
    }

    private void change(String... statements) {
        try (Connection store = DriverManager.getConnection("jdbc:duckdb:" + desk.file(STORE))) {
            for (String statement : statements) {
                store.createStatement().execute(statement.replace("SECRET", desk.file("secret.txt")));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whatever opens a store. */
    private List<Ended> everything(String table) {
        return List.of(
                again(),
                desk.call("sweep", desk.file("s.yaml"), "--out", desk.file("s"), "--quiet", "--update"),
                desk.call("export", desk.file("s"), "--csv", "--table", table),
                desk.call("export", desk.file("s"), "--parquet", "--table", table),
                desk.call("query", desk.file("s"), "SELECT * FROM " + table));
    }

    private void assertThatNothingLeaked(List<Ended> ended) throws IOException {
        assertThat(ended).allSatisfy(each -> assertThat(each.out() + each.err()).doesNotContain(SECRET, "Exception", "\tat "));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("secret.txt")).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(SECRET);
            }
        }
    }

    private static void assertThatAllAreRefused(List<Ended> ended) {
        assertThatAllAreRefused(ended, "mergedesk");
    }

    private static void assertThatAllAreRefused(List<Ended> ended, String... words) {
        assertThat(ended).allSatisfy(each -> {
            assertThat(each.code()).isEqualTo(ExitCode.FAILED);
            assertThat(each.err()).startsWith("mergedesk: s" + java.io.File.separator + "results.duckdb: ").contains(words).hasLineCount(1);
        });
    }

    /** Whatever is read of it. */
    @ParameterizedTest
    @CsvSource({"manifest, manifest", "points, results", "runs, runs", "estimates, estimates"})
    void aTableThatIsAViewOfAnotherFileIsRefused(String table, String asked) throws IOException {
        change("CREATE TABLE kept AS FROM " + table, "DROP TABLE " + table + " CASCADE", "CREATE VIEW " + table + " AS SELECT kept.* FROM kept, read_text('SECRET')");

        List<Ended> ended = everything(asked.equals("manifest") ? "results" : asked);

        assertThatAllAreRefused(table.equals("manifest") || table.equals("runs") ? ended : ended.subList(2, 5)); // of the others a sweep reads nothing
        assertThatNothingLeaked(ended);
        assertThat(ended.subList(2, 5)).allSatisfy(each -> assertThat(each.err()).contains("only the store itself is read (Cannot access file "));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE OR REPLACE VIEW results AS SELECT * FROM read_csv('SECRET')",
        "CREATE OR REPLACE VIEW results AS SELECT * FROM read_blob('SECRET')",
        "CREATE OR REPLACE VIEW results AS SELECT 0 AS point, 0 AS replication, * FROM glob('SECRET*')",
        "CREATE OR REPLACE VIEW results AS SELECT 0 AS point, 0 AS replication, * FROM sniff_csv('SECRET')",
        "CREATE OR REPLACE VIEW results AS SELECT (SELECT content FROM read_text('SECRET')) AS offered FROM runs"})
    void aViewOfAnotherFileIsRefused(String view) throws IOException {
        change(view);

        List<Ended> ended = List.of(
                desk.call("export", desk.file("s"), "--csv"), desk.call("export", desk.file("s"), "--parquet"), desk.call("query", desk.file("s"), "SELECT * FROM results"));

        assertThatAllAreRefused(ended, "only the store itself is read (Cannot access file ");
        assertThatNothingLeaked(ended);
    }

    /** A table may be a function that answers otherwise. */
    @Test
    void aMacroOfAnotherFileIsRefused() throws IOException {
        change("CREATE OR REPLACE MACRO nullif(one, other) AS (SELECT content FROM read_text('SECRET'))", "DROP VIEW results", "CREATE VIEW results AS SELECT point, replication, nullif(1, 2) AS offered FROM runs");

        List<Ended> ended = List.of(desk.call("export", desk.file("s"), "--csv"), desk.call("query", desk.file("s"), "SELECT nullif(1, 2)"));

        assertThatAllAreRefused(ended, "only the store itself is read (Cannot access file ");
        assertThatNothingLeaked(ended);
    }

    /** What fails before the first row: the driver has no words for it. */
    @Test
    void aQueryThatFailsSaysWhy() {
        assertThat(desk.call("query", desk.file("s"), "SELECT scenario::INTEGER FROM points").err()).contains("Could not convert string 'desk.yaml' to INT32").hasLineCount(1);
    }

    @Test
    void exportsWriteTheirFileAndNothingElse() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "of somebody else");
        Files.createSymbolicLink(desk.path("s/.results.csv.writing"), other);

        assertThat(desk.call("export", desk.file("s"), "--csv").err()).isEmpty();

        assertThat(other).hasContent("of somebody else");
        assertThat(desk.text("s/results.csv")).startsWith("point,scenario,seed,agents,replication,offered,wait_p90\n").hasLineCount(5);
        assertThat(desk.path("s/results.csv")).isRegularFile();
    }

    @Test
    void anotherFormatIsRefusedWithWhatToDo() throws IOException {
        change("UPDATE manifest SET value = '7' WHERE key = 'format'", "UPDATE manifest SET value = '9.1.0' WHERE key = 'Mergedesk'");
        byte[] before = Files.readAllBytes(desk.path(STORE));

        assertThatAllAreRefused(everything("results"), "Mergedesk 9.1.0 made it, in format 7, and this Mergedesk reads format 1: ", "make the sweep anew in a new folder");

        assertThat(desk.path(STORE)).hasBinaryContent(before);
        assertThatThrownBy(() -> SweepResults.read(desk.path("s"))).isInstanceOf(WrongInput.class).hasMessageContaining("in format 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE runs (point INTEGER)", "CREATE TABLE manifest (who VARCHAR)", "CREATE TABLE manifest (key VARCHAR, value VARCHAR)", "CREATE VIEW manifest AS SELECT 1 AS one"})
    void aDatabaseOfSomethingElseIsRefused(String statement) throws IOException {
        Files.delete(desk.path(STORE));
        change(statement);

        assertThatAllAreRefused(everything("results"), "this is no store of a sweep, but something else that DuckDB keeps");
    }

    /** Cut anywhere, bytes by chance, of other software, a folder, a bit that turned over, of a DuckDB to come. */
    @Test
    void whatDuckDbCannotReadIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(desk.path(STORE));
        byte[] chance = new byte[50_000];
        new Random(1).nextBytes(chance);
        List<byte[]> damaged = new ArrayList<>(List.of(chance, flipped(whole, 12), "SQLite format 3\0and so on, and so on".getBytes(StandardCharsets.US_ASCII), "PAR1 and so on PAR1".getBytes(StandardCharsets.US_ASCII)));
        IntStream.of(0, 1, 12, 4_096, 12_288).forEach(length -> damaged.add(Arrays.copyOf(whole, length)));
        for (byte[] bytes : damaged) {
            Files.write(desk.path(STORE), bytes);
            assertThatAllAreRefused(everything("results"), "this is no store of a sweep, or it is damaged");
            assertThat(desk.path(STORE)).hasBinaryContent(bytes);
        }
        Files.write(desk.path(STORE), later(whole));
        assertThatAllAreRefused(everything("results"), "another version of DuckDB made it");
        Files.delete(desk.path(STORE));
        Files.createDirectory(desk.path(STORE));
        assertThatAllAreRefused(everything("results"), "this is no store of a sweep, or it is damaged");
    }

    /** Where it is damaged, a command may have no need to look. */
    @Test
    void whatIsDamagedSomewhereIsRefusedOrNotNeeded() throws IOException {
        byte[] whole = Files.readAllBytes(desk.path(STORE));
        List<byte[]> damaged = new ArrayList<>(List.of(Arrays.copyOf(whole, whole.length / 2), Arrays.copyOf(whole, whole.length - 1)));
        IntStream.iterate(4_099, at -> at < whole.length, at -> at + 250_007).forEach(at -> damaged.add(flipped(whole, at)));
        int refused = 0;
        for (byte[] bytes : damaged) {
            Files.write(desk.path(STORE), bytes);
            for (Ended ended : everything("results")) {
                if (ended.code() != ExitCode.DONE) {
                    assertThatAllAreRefused(List.of(ended), "this is no store of a sweep, or it is damaged");
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(damaged.size());
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 0x10;
        return flipped;
    }

    /** The first block says with which version it was written, and has a checksum: 5381 and, for each eight bytes, their product with a constant, all joined by exclusive or. */
    private static byte[] later(byte[] store) {
        byte[] later = store.clone();
        ByteBuffer block = ByteBuffer.wrap(later).order(ByteOrder.LITTLE_ENDIAN);
        block.putLong(12, block.getLong(12) + 1_000);
        long sum = 5_381;
        for (int at = 8; at < 4_096; at += 8) {
            sum ^= block.getLong(at) * 0xbf58476d1ce4e5b9L;
        }
        block.putLong(0, sum);
        return later;
    }
}
