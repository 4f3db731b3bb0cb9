package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void findsTheCheckoutThroughALinkToItsFolder() throws Exception {
        Checkout checkout = new Checkout(elsewhere.toRealPath().resolve("checkout"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("tools"), checkout.bin());

        Checkout.Outcome outcome = checkout.run(link.resolve("mergedesk"), Map.of(), "--version");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output().lines())
                .contains(
                        "-Dmergedesk.home=" + checkout.bin().getParent().getParent(),
                        "mergedesk.cli.Main",
                        "--version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"co:lon", "bang!/checkout"})
    void refusesFoldersThatJavaCannotRunFrom(String folder) throws Exception {
        Checkout checkout = new Checkout(elsewhere.toRealPath().resolve(folder));

        Checkout.Outcome outcome = checkout.run(checkout.bin().resolve("mergedesk"), Map.of(), "--version");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.output())
                .contains("mergedesk: Java runs no program from a folder whose name", "Rename the folder.");
        assertThat(checkout.log()).isEmpty();
    }

    /** As the kernel sees it: the locale decides how Java reads names. */
    @Test
    void givesJavaALocaleWithAllLetters() throws Exception {
        Checkout checkout = new Checkout(elsewhere.toRealPath().resolve("checkout"));
        Path launcher = checkout.bin().resolve("mergedesk");
        checkout.run(launcher, Map.of(), "--version");

        String posix =
                checkout.run(launcher, Map.of("LC_ALL", "C"), "--version").output();
        String unknown = checkout.run(launcher, Map.of("LC_ALL", "xx_XX.UTF-8"), "--version")
                .output();
        String utf =
                checkout.run(launcher, Map.of("LC_ALL", "C.UTF-8"), "--version").output();

        assertThat(posix).containsPattern("(?i)LC_ALL=[^\\n]*utf-?8\n").contains("-Dmergedesk.charset=US-ASCII\n");
        assertThat(unknown).containsPattern("(?i)LC_ALL=C[^\\n]*utf-?8\n").contains("-Dmergedesk.charset=US-ASCII\n");
        assertThat(utf).contains("LC_ALL=C.UTF-8\n").doesNotContain("mergedesk.charset");
    }

    /** All from a script in UTF-8, because the Java that runs this test may itself not be able to pass such names on. */
    @Test
    void readsNamesAndOptionsOfAllLettersInThePosixLocale() throws Exception {
        Path script = elsewhere.resolve("script");
        Files.writeString(script, """
                mkdir 'Bürö' && ln -s "$CLASSES" 'Bürö/classes'
                printf '%s' "$SCENARIO" | sed 's/agents/Ägents/' >'Bürö/dësk.yaml'
                MERGEDESK_CLASSPATH="Bürö/classes:$REST" LC_ALL=C sh "$LAUNCHER" check 'Bürö/dësk.yaml' --set 'groups.Ägents.staffing=many'
                code=$?
                rm 'Bürö/classes'
                exit $code
                """);
        String[] classpath = System.getProperty("java.class.path").split(":");
        int classes = List.of(classpath)
                .indexOf(Path.of("target/classes").toAbsolutePath().toString());
        assertThat(classes).isNotNegative();
        String classesFolder = classpath[classes];
        classpath[classes] = "nothing";
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .directory(elsewhere.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "CLASSES", classesFolder,
                        "REST", String.join(":", classpath),
                        "SCENARIO", Desk.YAML,
                        "LAUNCHER", LAUNCHER.toString()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(2);
        // Spelt for a terminal that has no such letters, but found.
        assertThat(output)
                .isEqualTo(
                        "--set groups.Agents.staffing=many: groups.Agents.staffing: found \"many\": a whole number is needed here; write a number such as 12\n");
    }

    @Test
    void optionsThatJavaDoesNotTakeEndItBeforeTheStart() throws Exception {
        Outcome outcome = run(
                LAUNCHER,
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "MERGEDESK_CLASSPATH", System.getProperty("java.class.path"),
                        "MERGEDESK_JAVA_OPTS", "-Xmx64m -Xnonsense"));

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.output())
                .contains("-Xnonsense")
                .endsWith("mergedesk: Java does not take these options: -Xmx64m -Xnonsense\n");
    }

    @Test
    void leavesTheChoiceOfACollectorToTheUser() throws Exception {
        Outcome outcome = run(
                LAUNCHER,
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "MERGEDESK_CLASSPATH", System.getProperty("java.class.path"),
                        "MERGEDESK_JAVA_OPTS", "-XX:+UseSerialGC"));

        assertThat(outcome.exitCode()).isZero();
    }

    /** The launcher is killed, the build that it started is not: a second build begins when that one has ended. */
    @Test
    void buildsOneAtATimeEvenAfterTheLauncherWasKilled() throws Exception {
        Checkout checkout = new Checkout(elsewhere.toRealPath().resolve("checkout"));
        Path launcher = checkout.bin().resolve("mergedesk");
        checkout.hold();
        Process killed = checkout.start(launcher, elsewhere.resolve("first"), Map.of(), "--version");
        while (killed.isAlive() && checkout.log().isEmpty()) {
            Thread.sleep(10);
        }
        killed.destroyForcibly().waitFor();

        Path said = Files.createFile(elsewhere.resolve("second"));
        Process second = checkout.start(launcher, said, Map.of(), "--version");
        while (second.isAlive() && !Files.readString(said).contains("waiting") && checkout.log().size() == 1) {
            Thread.sleep(10);
        }
        checkout.release();

        assertThat(second.waitFor()).isZero();
        assertThat(said).content().contains("waiting for another build of this checkout");
        assertThat(checkout.log()).containsExactly("start", "end", "start", "end");
    }

    /** The jar for Spark is used for nothing else, and not when it is older than what it was built from. */
    @Test
    void sweepsOnSparkRunFromTheJarForSpark() throws Exception {
        Path root = elsewhere.toRealPath().resolve("checkout");
        Checkout checkout = new Checkout(root);
        Path launcher = checkout.bin().resolve("mergedesk");
        Path source = Files.writeString(Files.createDirectories(root.resolve("simulator/src/spark")).resolve("Engine.java"), "");
        Path jar = Files.writeString(Files.createDirectories(root.resolve("simulator/target")).resolve("mergedesk-spark.jar"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Files.getLastModifiedTime(source).toInstant().plusSeconds(60)));
        Map<String, String> environment = Map.of("SPARK_HOME", "/opt/spark");

        assertThat(checkout.run(launcher, environment, "sweep", "a.yaml", "--engine", "spark").output().lines()).contains(jar + ":/opt/spark/jars/*");
        assertThat(checkout.run(launcher, environment, "sweep", "a.yaml", "--engine=spark").output().lines()).contains(jar + ":/opt/spark/jars/*");
        assertThat(checkout.log()).isEmpty(); // nothing was built
        assertThat(checkout.run(launcher, environment, "sweep", "spark", "--engine", "local").output()).doesNotContain("/opt/spark");
        Files.setLastModifiedTime(jar, FileTime.from(Files.getLastModifiedTime(source).toInstant().minusSeconds(60)));
        Checkout.Outcome stale = checkout.run(launcher, environment, "sweep", "a.yaml", "--engine", "spark");
        assertThat(stale.code()).isEqualTo(3);
        assertThat(stale.output()).contains("is older than what it was built from", "-Pspark");
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
