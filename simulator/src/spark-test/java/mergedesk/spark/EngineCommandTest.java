package mergedesk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.api.SmallSweep;
import mergedesk.api.SweepFile;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line finds the engine, and says what is missing. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineCommandTest {
    @TempDir
    Path folder;

    /** Exit code, and all that was printed. */
    private record Ended(int code, String output) {}

    private static Ended call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.execute(new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), out, out), arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8));
    }

    private String sweep() {
        return new SmallSweep(folder, "{replications: 2}").file().toString();
    }

    @Test
    void itRunsSweeps() throws Exception {
        Ended local = call("sweep", sweep(), "--quiet", "--out", folder.resolve("local").toString(), "--threads", "2");
        Ended spark = call("sweep", sweep(), "--quiet", "--out", folder.resolve("spark").toString(), "--engine", "spark", "--master", "local[2]");

        assertThat(spark.code()).isEqualTo(local.code());
        assertThat(spark.output().replace("spark", "local")).isEqualTo(local.output());
        assertThat(SmallSweep.tables(folder.resolve("spark"))).isEqualTo(SmallSweep.tables(folder.resolve("local")));
    }

    @Test
    void whatCannotBeIsRefused() {
        String file = sweep();

        assertThat(call("sweep", file, "--engine", "flink")).isEqualTo(new Ended(2, "--engine: found \"flink\": must be local or spark\n"));
        assertThat(call("sweep", file, "--master", "local[2]")).isEqualTo(new Ended(2, "--master: is for --engine spark\n"));
        assertThat(call("sweep", file, "--engine", "spark", "--threads", "2").output()).startsWith("--threads: is for the engine local");
        assertThat(call("sweep", file, "--out", folder.resolve("none").toString(), "--engine", "spark").output()).startsWith("--master: say where Spark is");
    }

    /** A Java of its own that lacks what is named. */
    private String without(String... lacking) throws IOException, InterruptedException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Stream.of(lacking).noneMatch(path::contains))
                .collect(Collectors.joining(File.pathSeparator));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Dslf4j.internal.verbosity=ERROR", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, Main.class.getName(), "sweep", sweep(), "--quiet", "--out", folder.resolve("none").toString(), "--engine", "spark", "--master", "local[2]")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor()).as(() -> lines(output).toString()).isEqualTo(2);
        return Files.readString(output);
    }

    @Test
    void whatIsMissingIsSaidInALine() throws Exception {
        assertThat(without("spark-core")).isEqualTo("--engine: Apache Spark is not on the class path; set SPARK_HOME to an installation of Spark 4, or use its spark-submit: simulator/docs/cluster.md\n");

        // As in a build without it: the classes of this one in a folder of their own, but for the engine's.
        Path classes = folder.resolve("classes");
        Path built = Path.of("target", "classes").toAbsolutePath();
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !built.relativize(file).toString().contains("spark") && !file.endsWith("mergedesk.api.EngineProvider")).toList()) {
                Path copy = classes.resolve(built.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String classPath = System.getProperty("java.class.path");
        System.setProperty("java.class.path", classes + File.pathSeparator + classPath);
        try {
            assertThat(without("target" + File.separator + "classes")).startsWith("--engine: spark is not in this build: ./mvnw -pl simulator package -DskipTests -Pspark makes the jar");
        } finally {
            System.setProperty("java.class.path", classPath);
        }
    }

    /** With local[*] nobody from another machine can talk to it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void itListensOnLoopbackOnly() throws Exception {
        Set<String> before = listeners();
        try (var executor = new SparkEngine().start(SweepFile.read(Path.of(sweep())), "local[2]", line -> {})) {
            List<String> more = listeners().stream().filter(listener -> !before.contains(listener)).toList();
            assertThat(more).isNotEmpty().allMatch(listener -> listener.matches("(0100007F|0000000000000000FFFF00000100007F):.*"));
            assertThat(executor).isInstanceOf(SparkExecutor.class);
        }
    }

    /** Addresses and ports that this process listens at. */
    private static Set<String> listeners() throws IOException {
        Set<String> sockets;
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            sockets = files.map(EngineCommandTest::target).filter(target -> target.startsWith("socket:[")).map(target -> target.substring(8, target.length() - 1)).collect(Collectors.toSet());
        }
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 9 && words[3].equals("0A") && sockets.contains(words[9]))
                .map(words -> words[1])
                .collect(Collectors.toSet());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
