package mergedesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mergedesk run …} as users start it, in a process of its own, on one thread. */
final class CommandLine {
    private final Path root = Project.root();
    private boolean ready;

    /** What a run left in manifest.json, and the wall time of the process. */
    record Run(long contacts, long events, double cpuSeconds, double wallSeconds) {
        /** One operation is one event. */
        Sample sample() {
            return new Sample(cpuSeconds * 1e9 / events, wallSeconds * 1e9 / events, Double.NaN);
        }
    }

    /** Runs a scenario with further arguments; {@code javaOptions} as in MERGEDESK_JAVA_OPTS. */
    Run run(Path scenario, String javaOptions, String... arguments) {
        return inFolder(folder -> {
            Path out = folder.resolve("out");
            double seconds = start(scenario, out, javaOptions, arguments);
            return read(out.resolve("manifest.json"), seconds);
        });
    }

    /** P10: how long a command takes to say something, as it is usually started. */
    Sample firstLine(String... arguments) {
        return waited(true, List.of(arguments));
    }

    /** P10: how long a run takes with its report, as it is usually started. */
    Sample report(String... arguments) {
        return inFolder(folder -> waited(false, Stream.concat(Stream.of("run", "--out", folder.resolve("out").toString()), Stream.of(arguments)).toList()));
    }

    /** P10: how long a sweep takes from its start to its end, as it is usually started. */
    Sample sweep(String text) {
        return inFolder(folder -> waited(false, List.of("sweep", Files.writeString(folder.resolve("sweep.yaml"), text).toString(), "--out", folder.resolve("out").toString())));
    }

    private interface Timed<T> {
        T in(Path folder) throws IOException;
    }

    private static <T> T inFolder(Timed<T> timed) {
        try {
            Path folder = Files.createTempDirectory("mergedesk-benchmark");
            try {
                return timed.in(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher builds what is out of date and makes its archive of classes: the first start is not counted. */
    private Sample waited(boolean firstLine, List<String> arguments) {
        try {
            if (!ready) {
                waited(List.of("--version"), false);
                ready = true;
            }
            return new Sample(Double.NaN, waited(arguments, firstLine), Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double waited(List<String> arguments, boolean firstLine) throws IOException {
        List<String> command = launcher();
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("MERGEDESK_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long startNanos = System.nanoTime();
        Process process = builder.start();
        process.getInputStream().read();
        double firstNanos = System.nanoTime() - startNanos;
        process.getInputStream().readAllBytes();
        int code = exitCode(process);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        return firstLine ? firstNanos : System.nanoTime() - startNanos;
    }

    private List<String> launcher() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String launcher = root.resolve("simulator/bin/mergedesk" + (windows ? ".cmd" : ""))
                .toString();
        return new ArrayList<>(windows ? List.of("cmd", "/c", launcher) : List.of("sh", launcher));
    }

    private double start(Path scenario, Path out, String javaOptions, String... arguments) throws IOException {
        List<String> command = launcher();
        command.addAll(List.of("run", scenario.toString(), "--threads", "1", "--quiet", "--out", out.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MERGEDESK_CLASSPATH", root.resolve("simulator/target/mergedesk/lib") + "/*");
        builder.environment().put("MERGEDESK_JAVA_OPTS", javaOptions);
        long startNanos = System.nanoTime();
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        int code = exitCode(process);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ":\n" + printed);
        }
        return (System.nanoTime() - startNanos) * 1e-9;
    }

    static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Run read(Path manifest, double wallSeconds) {
        JsonNode run =
                JsonMapper.shared().readTree(manifest.toFile()).path("runs").path("run");
        return new Run(
                run.path("contacts").asLong(),
                run.path("events").asLong(),
                run.path("cpuSeconds").asDouble(),
                wallSeconds);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
