package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files of others that come into the way between the question and the answer. What is there before: {@code TraceFileTest}; crashes: {@link CrashTest}. */
class OutputFileTest {
    private static final OutputFile.Content OURS = out -> out.write("ours\n".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void aFileThatAppearsInTheLastMomentIsNotOverwritten() throws IOException {
        Path target = folder.resolve("first.yaml");
        for (Optional<String> firstLine : List.of(Optional.<String>empty(), Optional.of("ours"))) {
            OutputFile file = OutputFile.ask(
                    Meddling.disk((method, path) -> {
                        if (method.equals("link")) {
                            Files.writeString(target, "theirs");
                        }
                    }),
                    target,
                    firstLine);

            assertThatThrownBy(() -> file.write(OURS))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("first.yaml: was made by somebody else meanwhile");

            assertThat(target).hasContent("theirs");
            assertThat(names()).containsExactly("first.yaml");
            Files.delete(target);
        }
    }

    @Test
    void aFileThatBecameSomebodyElsesIsNotReplaced() throws IOException {
        Path target = folder.resolve("trace.csv");
        OutputFile file = OutputFile.ask(
                Meddling.disk((method, path) -> {
                    if (method.equals("force") && path.toString().endsWith(".writing")) {
                        Files.writeString(target, "theirs");
                    }
                }),
                target,
                Optional.of("ours"));

        assertThatThrownBy(() -> file.write(OURS)).hasMessageContaining("is there already and holds something else");

        assertThat(target).hasContent("theirs");
        assertThat(names()).containsExactly("trace.csv");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
    void keepsWhoMayReadIt() throws IOException {
        Path target = Files.writeString(folder.resolve("trace.csv"), "ours\nold");
        for (String mode : List.of("rw-------", "rw-rw-r--", "rwxr-----")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            OutputFile.replacing(target, "ours").write(OURS);
            assertThat(target).hasContent("ours");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo(mode);
        }
    }

    @Test
    void aDiskWithoutSecondNamesWillDo() throws IOException {
        Disk plain = Meddling.disk((method, path) -> {
            if (method.equals("link")) {
                throw new FileSystemException(path.toString(), null, "Operation not permitted");
            }
        });
        Path target = folder.resolve("first.yaml");

        assertThat(OutputFile.ask(plain, target, Optional.empty()).write(OURS)).isEqualTo(target);

        assertThat(target).hasContent("ours\n");
        assertThat(names()).containsExactly("first.yaml");
    }

    @Test
    void contentThatFailsLeavesNothing() throws IOException {
        OutputFile file = OutputFile.replacing(folder.resolve("deep/er/trace.csv"), "ours");
        assertThatThrownBy(() -> file.write(out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("no more");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("trace.csv: no more");
        assertThatThrownBy(() -> file.write(out -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
