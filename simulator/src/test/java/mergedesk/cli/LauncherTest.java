package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/mergedesk} on the classes under test: MERGEDESK_CLASSPATH keeps it from building. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherTest {

    private static final Path LAUNCHER = Path.of("bin", "mergedesk").toAbsolutePath();

    @TempDir
    Path elsewhere;

    @Test
    void startsFromAnyDirectoryThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("md"), LAUNCHER);

        Outcome outcome = run(
                link,
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "MERGEDESK_CLASSPATH", System.getProperty("java.class.path"),
                        "MERGEDESK_JAVA_OPTS", "-Xmx64m -Dunused=*"));
        Files.delete(link);

        assertThat(outcome.output()).startsWith("mergedesk ");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void refusesAnOldJavaInWords() throws Exception {
        Path oldJava =
                Files.createDirectories(elsewhere.resolve("old java/bin")).resolve("java");
        Files.writeString(oldJava, "#!/bin/sh\nexit 99\n");
        assertThat(oldJava.toFile().setExecutable(true)).isTrue();
        Path oldHome = oldJava.getParent().getParent();
        Files.writeString(oldHome.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");

        Outcome outcome = run(
                LAUNCHER,
                Map.of(
                        "JAVA_HOME", oldHome.toString(),
                        "PATH", oldJava.getParent() + ":" + System.getenv("PATH"),
                        "MERGEDESK_CLASSPATH", System.getProperty("java.class.path")));

        assertThat(outcome.output()).contains("needs Java 17 or newer", oldHome + " (Java 8)", "JAVA_HOME");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    private record Outcome(int exitCode, String output) {}

    private Outcome run(Path launcher, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", launcher.toString(), "--version"))
                .directory(elsewhere.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MERGEDESK_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
