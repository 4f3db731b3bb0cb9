package mergedesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this class path in processes of their own, so that nothing of one is left for the next. */
final class Processes {
    private Processes() {}

    /** Runs a class with a heap such as {@code -Xmx64m}; what it printed. */
    static String java(Class<?> program, String heap, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:-UseCompressedOops",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes());
            if (CommandLine.exitCode(process) != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " ended with: " + printed);
            }
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
