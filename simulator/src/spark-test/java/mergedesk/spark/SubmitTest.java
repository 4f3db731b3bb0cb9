package mergedesk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.api.SmallSweep;
import mergedesk.api.SweepFile;
import mergedesk.api.Sweeps;
import mergedesk.api.Watcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar for spark-submit, built as the documents say, on a cluster whose workers have nothing of Mergedesk. */
@Tag("nightly")
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubmitTest {
    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final List<String> SOURCES =
            List.of("pom.xml", "mvnw", ".mvn", "benchmarks/pom.xml", "simulator/pom.xml", "simulator/src/main", "simulator/src/spark");

    @TempDir
    Path folder;

    /** Away from here, where tests are running out of target/classes. */
    private Path jar() throws Exception {
        Path checkout = folder.resolve("checkout");
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(TOP.resolve(source))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = checkout.resolve(TOP.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        run(checkout, Map.of(), List.of("sh", "./mvnw", "-q", "-B", "-ntp", "-pl", "simulator", "package", "-DskipTests", "-Pspark"));
        return checkout.resolve("simulator/target/mergedesk-spark.jar");
    }

    /** What it printed; it must end well. */
    private String run(Path where, Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SPARK_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor()).as(() -> command + "\n" + text(output)).isZero();
        return text(output);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Spark as it is installed: without anything of this build. */
    private static String sparkAlone() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).filter(path -> path.endsWith(".jar")).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    @Test
    void itSweepsWhereSparkSubmitIsTold() throws Exception {
        SmallSweep small = new SmallSweep(folder, "{replications: 30}");
        Sweeps.run(SweepFile.read(small.file()), folder.resolve("local"), Sweeps.threads(2), Watcher.NONE);
        Path jar = jar();
        assertHoldsNoSpark(jar);

        try (Cluster cluster = new Cluster(folder.resolve("cluster"), 2)) {
            Path settings = Files.createFile(folder.resolve("submit.properties"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Map<String, String> driver = cluster.driverWithoutClasses();
            driver.put("spark.executor.extraClassPath", sparkAlone());
            Files.writeString(settings, driver.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue() + "\n").collect(Collectors.joining()));
            Path quiet = Files.writeString(folder.resolve("quiet.xml"), "<configuration><root level=\"OFF\"/></configuration>");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m", "-XX:+UseSerialGC"));
            command.addAll(List.of("-Dlogback.configurationFile=" + quiet, "-Dslf4j.internal.verbosity=ERROR", "-cp", sparkAlone(), "org.apache.spark.deploy.SparkSubmit"));
            command.addAll(List.of("--properties-file", settings.toString(), jar.toString(), "sweep", small.file().toString(), "--out", folder.resolve("submitted").toString()));

            // The sweep has a point that fails on purpose.
            List<String> shell = List.of("sh", "-c", "\"$@\"; test $? -eq 1", "submit");
            String printed = run(folder, cluster.environment(), Stream.concat(shell.stream(), command.stream()).toList());

            assertThat(printed).contains("warm_up").doesNotContain(cluster.secret());
            assertThat(SmallSweep.tables(folder.resolve("submitted"))).as(printed).isEqualTo(SmallSweep.tables(folder.resolve("local")));
        }
    }

    private static void assertHoldsNoSpark(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> names = file.stream().map(entry -> entry.getName()).toList();
            assertThat(names).contains("mergedesk/spark/SparkEngine.class", "org/duckdb/DuckDBDriver.class", "META-INF/services/mergedesk.api.EngineProvider");
            assertThat(names).noneMatch(name -> name.startsWith("org/apache/spark") || name.startsWith("scala/") || name.startsWith("org/slf4j") || name.startsWith("ch/qos") || name.startsWith("org/apache/logging"));
        }
    }
}
