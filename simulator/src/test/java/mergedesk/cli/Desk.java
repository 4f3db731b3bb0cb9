package mergedesk.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with a small scenario, and a command line in it. */
final class Desk {
    static final String YAML = """
            name: A desk
            time: {start: 2025-04-07, length: 2 h, zone: UTC}
            councils: {town: {}}
            services: {tax: {}}
            flows:
              calls:
                council: town
                service: tax
                desk: desk
                volume: 2 / min
                work: {distribution: exponential, mean: 4 min}
                patience: {distribution: exponential, mean: 5 min}
            desks: {desk: {}}
            groups: {agents: {desk: desk, staffing: 10}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %}]
            """;

    private final Path folder;

    /** Everything that a command left: its exit code and what it printed. */
    record Ended(int code, String out, String err) {}

    Desk(Path folder) {
        this.folder = folder;
        write("desk.yaml", YAML);
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a file in the folder, as an argument. */
    String file(String name) {
        return folder.resolve(name).toString();
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    /** Runs a command in this process; the folder's name is taken out of what it prints. */
    Ended call(String... args) {
        return answering("", StandardCharsets.UTF_8, args);
    }

    Ended answering(String input, Charset charset, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int code = Main.execute(new Console(charset, in, out, err), args);
        return new Ended(code, plain(out.toString(charset)), plain(err.toString(charset)));
    }

    private String plain(String text) {
        return text.replace("\r\n", "\n").replace(folder + java.io.File.separator, "").replace(folder.toString(), ".");
    }

    /** Every file and folder with its size, to see that nothing was written. */
    Map<String, Long> content() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.collect(Collectors.toMap(
                    path -> folder.relativize(path).toString(),
                    path -> Files.isDirectory(path) ? -1L : path.toFile().length(),
                    (a, b) -> a,
                    TreeMap::new));
        }
    }

    /** A JVM of its own that runs a command in the folder. */
    Process start(Map<String, String> environment, String... args) throws IOException {
        return start(List.of(), List.of(), environment, args);
    }

    /** The same; {@code before}: what runs the JVM, {@code options}: of it. */
    Process start(List<String> before, List<String> options, Map<String, String> environment, String... args) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        List<String> command = new ArrayList<>(before);
        command.addAll(java);
        command.addAll(command.size() - 1, options); // the last of each counts
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
