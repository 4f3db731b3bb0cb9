package mergedesk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the launcher sees of a checkout, with a build that takes as long as a test holds it and a Java that only says what it was called with. */
final class Checkout {
    private static final Path LAUNCHER = Path.of("bin", "mergedesk").toAbsolutePath();

    private final Path root;
    private final Path java;

    /** How a launcher ended, and all that it printed. */
    record Outcome(int code, String output) {}

    Checkout(Path root) throws IOException {
        this.root = root;
        Path bin = Files.createDirectories(root.resolve("simulator/bin"));
        Files.createDirectories(root.resolve("simulator/src/main"));
        Files.writeString(root.resolve("pom.xml"), "");
        Files.writeString(root.resolve("simulator/pom.xml"), "");
        Files.copy(LAUNCHER, bin.resolve("mergedesk"));
        script(
                root.resolve("mvnw"),
                "echo start >>log",
                "while [ -e hold ]; do sleep 0.1; done",
                "mkdir -p simulator/target/mergedesk/lib",
                "echo end >>log");
        java = Files.createDirectories(root.resolve("java/bin"));
        Files.writeString(root.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
        script(
                java.resolve("java"),
                "printf '%s\\n' \"LC_ALL=${LC_ALL:-}\" \"$@\"",
                "here=${0%/java/bin/java}",
                "for option; do case $option in -XX:ArchiveClassesAtExit=*)",
                "    echo rehearsed >>\"$here/rehearsals\"",
                "    while [ -e \"$here/hold-rehearsals\" ]; do sleep 0.1; done",
                "    [ -e \"$here/no-archives\" ] || echo classes >\"${option#*=}\"",
                "esac; done");
        script(java.resolve("javac"), "exit 0");
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        file.toFile().setExecutable(true);
    }

    Path bin() {
        return root.resolve("simulator/bin");
    }

    /** Builds that have started do not end. */
    void hold() throws IOException {
        Files.createFile(root.resolve("hold"));
    }

    /** They do. */
    void release() throws IOException {
        Files.delete(root.resolve("hold"));
    }

    /** What builds have done: start, end. */
    List<String> log() throws IOException {
        Path log = root.resolve("log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    /** Java of another version. */
    void updateJava(String version) throws IOException {
        Files.writeString(root.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    /** Archives of classes cannot be finished until this file is gone. */
    Path holdRehearsals() throws IOException {
        return Files.createFile(root.resolve("hold-rehearsals"));
    }

    /** Java makes no archives from now on. */
    void makeNoArchives() throws IOException {
        Files.createFile(root.resolve("no-archives"));
    }

    /** How often Java was asked for an archive of classes. */
    int rehearsals() throws IOException {
        Path rehearsals = root.resolve("rehearsals");
        return Files.exists(rehearsals) ? Files.readAllLines(rehearsals).size() : 0;
    }

    /** What a build has left. */
    Path built() {
        return root.resolve("simulator/target/mergedesk");
    }

    /** What keeps two builds apart. */
    Path lock() {
        return root.resolve("simulator/target/mergedesk.building");
    }

    /** Runs a launcher and waits for its end. */
    Outcome run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(root, "output", "");
        Process process = start(launcher, output, environment, arguments);
        return new Outcome(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** Starts a launcher with this checkout's Java, in the folder above the checkout. */
    Process start(Path launcher, Path output, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("MERGEDESK_") || name.startsWith("LC_"));
        builder.environment().put("JAVA_HOME", java.getParent().toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
