package mergedesk.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a README under scenarios/ names is there, and every command that it quotes works. */
class ReadmesTest {
    private static final Console SILENT = new Console(
            StandardCharsets.UTF_8,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());

    private static final Path TOP = Path.of("..");

    static List<Readme> readmes() throws IOException {
        try (Stream<Path> files = Files.walk(TOP.resolve("scenarios"))) {
            return files.filter(file -> file.endsWith("README.md"))
                    .sorted()
                    .map(Readme::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void nameFilesThatAreThere(Readme readme) {
        assertThat(readme.paths())
                .allSatisfy(path -> assertThat(Stream.of(
                                readme.file().resolveSibling(path),
                                TOP.resolve(path),
                                TOP.resolve("scenarios").resolve(path)))
                        .anyMatch(Files::exists));
        assertThat(readme.tests()).allSatisfy(test -> assertThat(testClasses()).contains(test + ".java"));
    }

    private static List<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void quoteCommandsThatParse(Readme readme) {
        assertThat(readme.commands()).allSatisfy(command -> Main.commandLine(SILENT).parseArgs(command.toArray(String[]::new)));
    }

    @Test
    void quoteCommandsThatRun(@TempDir Path folder) throws Exception {
        run(command -> !takesAYear(command), folder);
    }

    @Tag("nightly")
    @Test
    void quoteCommandsThatRunForAYear(@TempDir Path folder) throws Exception {
        run(ReadmesTest::takesAYear, folder);
    }

    /** Whether it is about a plan that has steps until the end of a year of nine desks. */
    private static boolean takesAYear(List<String> command) {
        return String.join(" ", command).contains("/cheshire/year");
    }

    /** In one process of its own: the commands write to the standard output past System.out. */
    private static void run(Predicate<List<String>> which, Path folder) throws Exception {
        List<String> commands = readmes().stream()
                .flatMap(readme -> readme.commands().stream())
                .filter(which)
                .filter(command -> !command.get(0).equals("query")) // of the whole sweep, which takes minutes
                .map(command -> String.join("\t", cheap(command, folder)))
                .toList();
        Path list = Files.write(folder.resolve("commands.txt"), commands);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.awt.headless=true",
                        Commands.class.getName(),
                        list.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(list.toString())))
                .start();

        assertThat(process.waitFor()).as(() -> read(output)).isZero();
        assertThat(commands).hasSizeGreaterThan(5);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The same command on a week, or two days of a steady state, or a plan's whole year, with two replications, its results in a folder of the test; of a sweep a few runs. */
    private static List<String> cheap(List<String> command, Path folder) {
        List<String> cheap = new ArrayList<>();
        for (String word : command) {
            cheap.add(word.startsWith("scenarios/") ? "../" + word : word);
        }
        if (List.of("run", "compare", "solve").contains(command.get(0))) {
            String whole = String.join(" ", command);
            cheap.addAll(List.of("--quiet", "--replications", "2"));
            if (!takesAYear(command) && !whole.contains("/aylesbury") && !whole.contains("/warwick")) { // of which plans have steps until the end
                cheap.addAll(List.of("--set", whole.contains("/oracles/") ? "time.length=2 days" : "time.length=1 week"));
            }
            if (whole.contains("/tickets/")) {
                cheap.addAll(List.of("--set", "time.warm_up=1 day"));
            }
        }
        if (command.get(0).equals("sweep")) {
            cheap.add("--dry-run");
        }
        if (List.of("run", "compare").contains(command.get(0))) {
            cheap.addAll(List.of("--out", folder.resolve("out of " + String.join(" ", command).replaceAll("\\W+", "-")).toString()));
        }
        return cheap;
    }

    /** Runs a file of commands, one a line, their words separated by tabs; ends with the first exit code that is not 0. */
    static final class Commands {
        private Commands() {}

        public static void main(String[] args) throws IOException {
            for (String line : Files.readAllLines(Path.of(args[0]))) {
                System.out.println(line.replace('\t', ' '));
                int code = Main.commandLine(SILENT).setOverwrittenOptionsAllowed(true).execute(line.split("\t"));
                if (code != 0) {
                    System.exit(code);
                }
            }
        }
    }
}
