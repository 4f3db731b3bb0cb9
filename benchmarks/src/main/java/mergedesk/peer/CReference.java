package mergedesk.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs of benchmarks/reference, compiled when they are first needed, where there is a C compiler. */
public final class CReference {
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\S+)");

    private final Path programs;

    /** One replication of the desk, and the processor time that it took. */
    public record DeskRun(Desk.Figures figures, double cpuSeconds) {}

    private CReference(Path programs) {
        this.programs = programs;
    }

    /** Compiles the sources; empty, with a line on standard output that says why, where that is not possible. */
    public static Optional<CReference> compile(Path sources, Path programs) {
        for (String compiler : List.of("gcc", "cc", "clang")) {
            try {
                Files.createDirectories(programs);
                for (String name : List.of("erlang_a", "hold")) {
                    output(List.of(
                            compiler,
                            "-O3",
                            "-march=native",
                            "-o",
                            programs.resolve(name).toString(),
                            sources.resolve(name + ".c").toString(),
                            "-lm"));
                }
                return Optional.of(new CReference(programs));
            } catch (IOException e) {
                // not there, or cannot: try the next
            }
        }
        System.out.println("C reference: left out, no C compiler (gcc, cc, clang) could compile it here");
        return Optional.empty();
    }

    /** Replications of the desk in one process, one after the other, after a short one that warms up. */
    public List<DeskRun> desk(long calls, int replications, long seed) {
        List<DeskRun> runs = new ArrayList<>();
        for (String line : run("erlang_a", Long.toString(calls), Integer.toString(replications), Long.toString(seed))) {
            Desk.Figures figures = new Desk.Figures(
                    (long) figure(line, "calls"),
                    (long) figure(line, "abandoned"),
                    (long) figure(line, "within"),
                    figure(line, "wait_minutes"),
                    figure(line, "busy_minutes"),
                    figure(line, "span_minutes"));
            runs.add(new DeskRun(figures, figure(line, "cpu_seconds")));
        }
        return runs;
    }

    /** Nanoseconds of processor time per event of the hold model; {@code queue}: heap or ladder. */
    public double holdNanos(String queue, int pending, double seconds, long seed) {
        String line = run("hold", queue, Integer.toString(pending), Double.toString(seconds), Long.toString(seed))
                .get(0);
        double clock = figure(line, "clock");
        double expected = figure(line, "expected");
        if (Math.abs(clock - expected) > 0.05 * expected + 1) {
            throw new IllegalStateException(
                    "hold " + queue + ": the clock shows " + clock + ", expected about " + expected);
        }
        return figure(line, "nanoseconds");
    }

    private List<String> run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        try {
            return output(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return text.lines().toList();
    }

    private static double figure(String line, String name) {
        for (Matcher matcher = FIGURE.matcher(line); matcher.find(); ) {
            if (matcher.group(1).equals(name)) {
                return Double.parseDouble(matcher.group(2));
            }
        }
        throw new IllegalStateException("no " + name + " in: " + line);
    }
}
