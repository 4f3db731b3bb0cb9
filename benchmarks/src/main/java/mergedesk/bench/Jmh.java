package mergedesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Supplier;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH benchmark with one set of parameters in one new virtual machine, and reads its {@link Cost}. */
final class Jmh {
    private final Settings settings;

    Jmh(Settings settings) {
        this.settings = settings;
    }

    /** A sample of the benchmark class, warmed up for as long as it is measured. */
    Supplier<Sample> sample(Class<?> benchmark, double seconds, Map<String, String> parameters) {
        return () -> run(benchmark, seconds, parameters);
    }

    private Sample run(Class<?> benchmark, double seconds, Map<String, String> parameters) {
        TimeValue time = TimeValue.milliseconds((long) (seconds * (settings.quick() ? 250 : 500)));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .warmupIterations(2)
                .warmupTime(time)
                .measurementIterations(2)
                .measurementTime(time)
                .jvmArgs("-XX:+UseSerialGC", "-XX:-UseCompressedOops", "-Xmx2g", "-Dslf4j.internal.verbosity=ERROR", "-Duser.language=en")
                .shouldFailOnError(true)
                .verbosity(settings.profilers().isEmpty() ? VerboseMode.SILENT : VerboseMode.NORMAL);
        parameters.forEach(options::param);
        settings.profilers().forEach(profiler -> addProfiler(options, profiler));
        try {
            RunResult result = new Runner(options.build()).runSingle();
            double operations = counter(result, "operations");
            return new Sample(
                    counter(result, "cpuNanos") / operations,
                    counter(result, "wallNanos") / operations,
                    counter(result, "bytes") / operations);
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark.getSimpleName() + " " + parameters + " failed", e);
        }
    }

    private static double counter(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static void addProfiler(ChainedOptionsBuilder options, String profiler) {
        String name = profiler.replaceFirst(":.*", "");
        String given = profiler.substring(Math.min(profiler.length(), name.length() + 1));
        if (name.equals("async") && !given.contains("libPath=")) {
            given = "libPath=" + asyncLibrary() + ";dir=" + Project.root().resolve("benchmarks/target/profiles")
                    + (given.isEmpty() ? ";output=flamegraph" : ";" + given);
        }
        options.addProfiler(name, given);
    }

    /** The library that async-profiler's jar holds for this machine, in a file. */
    private static Path asyncLibrary() {
        String os = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64";
        String resource = "/" + (os.equals("linux") ? os + arch : os) + "/libasyncProfiler.so";
        try (InputStream library = Jmh.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IllegalStateException("async-profiler has no library for this machine; give libPath=");
            }
            Path file = Project.root().resolve("benchmarks/target/libasyncProfiler.so");
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
