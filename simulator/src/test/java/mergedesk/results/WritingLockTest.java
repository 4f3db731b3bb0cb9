package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingLockTest {
    @TempDir
    private Path folder;

    /** Several results may be written in one process; that the second looks for dead commands does not make the first look dead to other processes. */
    @Test
    void aSecondLookInOneProcessDoesNotDropTheLock() throws Exception {
        Path target = folder.toRealPath().resolve("results");
        Path file;
        try (WritingLock lock = WritingLock.take(Disk.REAL, target)) {
            file = file();
            assertThat(lock.writing().getParent()).isEqualTo(file.getParent());
            assertThat(WritingLock.of(Disk.REAL, file)).isEmpty();
            Leftovers.tidy(Disk.REAL, target);
            assertThat(file).exists();
            assertThat(inAnotherProcess(file)).isEqualTo("alive");
        }
        assertThat(inAnotherProcess(file)).isEqualTo("dead");
        Leftovers.tidy(Disk.REAL, target);
        assertThat(file).doesNotExist();
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder.toRealPath())) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String inAnotherProcess(Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Other.class.getName(), file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** Says whether the command that a lock file is of is alive. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws IOException {
            System.out.println(WritingLock.of(Disk.REAL, Path.of(args[0])).isPresent() ? "dead" : "alive");
        }
    }
}
