package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/mergedesk} gives Java an archive of classes, made once, and starts it all the same where there is none. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherArchiveTest {
    private static final String MAKING = "mergedesk: making the next starts faster, once\n";

    @TempDir
    Path elsewhere;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(elsewhere.toRealPath().resolve("check out"));
    }

    @Test
    void madeOnceAndThenUsed() throws Exception {
        String first = start();
        assertThat(first).contains(MAKING, "-XX:SharedArchiveFile=" + only(archives()) + "\n");
        assertThat(start()).doesNotContain(MAKING).contains("-XX:SharedArchiveFile=" + only(archives()) + "\n");
        assertThat(checkout.rehearsals()).isEqualTo(1);
        assertThat(checkout.built()).isDirectoryNotContaining("glob:**/*{next,rehearsal}");
    }

    @Test
    void anotherJavaGetsItsOwn() throws Exception {
        start();
        checkout.updateJava("25.0.1");

        assertThat(start()).contains(MAKING, "-Xlog:aot*=off\n"); // a word that Java 17 would not take
        assertThat(archives()).hasSize(2);
        checkout.updateJava("17.0.1");
        assertThat(start()).doesNotContain(MAKING, "-Xlog:aot").contains("-Xlog:cds*=off\n");
    }

    @Test
    void newJarsGetANewOneAndOldOnesGo() throws Exception {
        start();
        checkout.updateJava("25.0.1");
        start();
        Path lib = checkout.built().resolve("lib");
        Files.setLastModifiedTime(lib, FileTime.from(Instant.now()));

        assertThat(start()).contains(MAKING);
        assertThat(archives()).hasSize(1);
    }

    @Test
    void javaThatMakesNoneIsNotAskedAgain() throws Exception {
        checkout.makeNoArchives();

        assertThat(start()).contains(MAKING).doesNotContain("SharedArchiveFile");
        assertThat(start()).doesNotContain(MAKING, "SharedArchiveFile");
        assertThat(checkout.rehearsals()).isEqualTo(1);
    }

    @Test
    void noneWhereNothingCanBeWritten() throws Exception {
        start();
        Files.delete(only(archives()));
        Files.delete(checkout.lock());
        Files.createDirectory(checkout.lock());

        assertThat(start()).doesNotContain(MAKING, "SharedArchiveFile");
    }

    @Test
    void nobodyWaitsForOneOrTakesOneThatIsNotFinished() throws Exception {
        Path hold = checkout.holdRehearsals();
        Path launcher = checkout.bin().resolve("mergedesk");
        Process killed = checkout.start(launcher, elsewhere.resolve("first"), Map.of(), "--version");
        while (killed.isAlive() && checkout.rehearsals() == 0) {
            Thread.sleep(10);
        }

        assertThat(start()).doesNotContain(MAKING, "SharedArchiveFile");
        killed.destroyForcibly().waitFor();
        assertThat(start()).doesNotContain(MAKING, "SharedArchiveFile"); // what it started goes on
        Files.delete(hold);
        String after = start();
        while (!after.contains(MAKING)) {
            after = start();
        }
        assertThat(after).contains("-XX:SharedArchiveFile=" + only(archives()) + "\n");
        assertThat(checkout.rehearsals()).isEqualTo(2);
    }

    @Test
    void optionsOfTheUserAboutArchivesCount() throws Exception {
        assertThat(start("-Xshare:off")).doesNotContain(MAKING, "SharedArchiveFile");
        assertThat(start("-XX:SharedArchiveFile=mine.jsa"))
                .doesNotContain(MAKING, "start-")
                .contains("-XX:SharedArchiveFile=mine.jsa");
    }

    private String start() throws Exception {
        return start("");
    }

    private String start(String options) throws Exception {
        Checkout.Outcome outcome = checkout.run(
                checkout.bin().resolve("mergedesk"), Map.of("MERGEDESK_JAVA_OPTS", options), "--version");
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(checkout.built())) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static Path only(List<Path> files) {
        assertThat(files).hasSize(1);
        return files.get(0);
    }
}
