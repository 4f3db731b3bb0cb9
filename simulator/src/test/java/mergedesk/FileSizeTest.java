package mergedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style guide's rule of size: files of the kernel have fewer than 500 lines, others fewer than 300. A file that grows beyond has more than one idea in it. */
class FileSizeTest {
    private static final Path MAIN = Path.of("src", "main", "java", "mergedesk");
    private static final int KERNEL = 500;
    private static final int OTHERS = 300;

    /** Files that are too long, to be divided by idea. Nothing may be added, and what has become short enough is taken off. */
    private static final Set<String> EXCUSED = Set.of(
            "api/ScenarioFile.java",
            "dsol/reference/DeferredWork.java",
            "dsol/reference/Outages.java",
            "dsol/reference/Rota.java",
            "dsol/reference/ServiceDeskModel.java",
            "experiment/Solver.java",
            "observe/Totals.java",
            "program/Program.java",
            "stats/Measure.java");

    @Test
    void filesAreShort() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            Set<String> tooLong = files.filter(file -> file.toString().endsWith(".java") && lines(file) >= (file.startsWith(MAIN.resolve("kernel")) ? KERNEL : OTHERS))
                    .map(file -> MAIN.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tooLong).isEqualTo(new TreeSet<>(EXCUSED));
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
