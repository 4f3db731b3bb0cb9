package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The table of exit codes in commands.md holds for every command. 130: {@link InterruptedTest}; 3: {@link LauncherTest}; disks and outputs that are full:
 * {@link UnwritableTest}.
 */
class ExitCodeTest {
    private static final String SOLVE = "solve desk.yaml --vary groups.agents.staffing --until answer_rate>=90%";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() throws IOException {
        desk = new Desk(folder);
        desk.write("wrong.yaml", Desk.YAML.replace("patience", "patiense"));
        desk.write("other.yaml", Desk.YAML.replace("2 h", "3 h"));
        Files.createDirectory(desk.path("folder"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run desk.yaml --replications 2",
                "compare desk.yaml desk.yaml --replications 2",
                SOLVE + " --replications 5",
                "check desk.yaml",
                "run --help",
                "help run",
                "help",
                "--help",
                "--version",
                ""
            })
    void doneIsZero(String command) {
        assertThat(call(command)).satisfies(ended -> {
            assertThat(ended.code()).isZero();
            assertThat(ended.err()).isEmpty();
        });
    }

    static Stream<String> wrongInputIsTwo() {
        List<String> commands = new ArrayList<>(List.of(
                "rn desk.yaml",
                "desk.yaml",
                "--verbose",
                "help nonsense",
                "run",
                "run desk.yaml desk.yaml",
                "run @desk.yaml",
                "compare desk.yaml",
                "compare desk.yaml nothing.yaml",
                "compare desk.yaml wrong.yaml",
                "compare desk.yaml other.yaml",
                "compare desk.yaml folder",
                "solve desk.yaml",
                "solve desk.yaml --vary groups.agents.staffing",
                "solve desk.yaml --vary groups.agents.staffing --until",
                "solve desk.yaml --vary groups.nobody.staffing --until answer_rate>=90%",
                "solve desk.yaml --vary name --until answer_rate>=90%",
                "solve desk.yaml --vary groups.agents.staffing --until nothing>=90%",
                "solve desk.yaml --vary groups.agents.staffing --until wait_p90<=9s",
                "solve desk.yaml --vary groups.agents.staffing --until answer_rate",
                "solve wrong.yaml --vary groups.agents.staffing --until answer_rate>=90%",
                "check",
                "check wrong.yaml",
                "check desk.yaml nothing.yaml",
                "check folder",
                "check desk.yaml --set",
                "check desk.yaml --set nonsense",
                "new --out desk.yaml",
                "new --out folder",
                "new --out",
                "new more"));
        for (String command : List.of("run desk.yaml", "compare desk.yaml desk.yaml", SOLVE)) {
            for (String option : List.of(
                    "--threads 0",
                    "--threads -1",
                    "--threads many",
                    "--threads 99999999999",
                    "--threads",
                    "--replications 0",
                    "--replications 1.5",
                    "--seed nine",
                    "--seed 99999999999999999999",
                    "--seed ١٢٣",
                    "--set groups.agents.staffing=many",
                    "--set nonsense",
                    "--set",
                    "--quiet=perhaps",
                    "--nonsense")) {
                commands.add(command + " " + option);
            }
        }
        for (String command : List.of("run desk.yaml", "compare desk.yaml desk.yaml", SOLVE)) {
            commands.add(command + " --out desk.yaml");
            commands.add(command + " --out desk.yaml/deeper");
            commands.add(command + " --out folder/\0");
            commands.add(command + " --out one --out two");
        }
        commands.add("run desk.yaml --trace folder");
        commands.add("run desk.yaml --trace desk.yaml");
        commands.add("run folder/\0");
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource
    void wrongInputIsTwo(String command) throws IOException {
        var before = desk.content();

        Ended ended = call(command);

        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).isNotBlank();
        assertPlain(ended.err());
        assertThat(desk.content()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run ", "check ", "run desk.yaml --out ", "run desk.yaml --trace ", "new --out "})
    void anEmptyNameIsWrongInput(String command) {
        Ended ended = desk.call(Stream.of(arguments(command), new String[] {""})
                .flatMap(Stream::of)
                .toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(2);
        assertPlain(ended.err());
    }

    /** Nothing in the messages of users is for programmers. */
    private static void assertPlain(String message) {
        assertThat(message).doesNotContainPattern("\\bjava\\.|\\bmergedesk\\.[a-z]+\\.|Exception|\tat |null");
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException(new Faults(List.of("x"))),
                new IllegalStateException(
                        "a replication failed: java.lang.StackOverflowError", new StackOverflowError()),
                new NullPointerException(
                        "Cannot invoke \"mergedesk.program.Program.names()\" because \"<local4>\" is null"),
                new AssertionError(),
                new ClassCastException("class mergedesk.cli.Main cannot be cast to class java.lang.String"),
                new ExceptionInInitializerError("x"),
                new UncheckedIOException(new NoSuchFileException("desk.yaml")),
                new IOException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverFailsIsToldInPlainWords(Throwable failure) {
        assertThat(Reason.of(failure)).isNotBlank();
        assertPlain(Reason.of(failure));
    }

    @Test
    void whatWeSayOurselvesIsToldAsItIs() {
        assertThat(Reason.of(new IllegalStateException(
                        "replication 3 with seed 1 failed at simulated second 7.5; it repeats with --seed 1")))
                .startsWith("replication 3 with seed 1 failed");
        assertThat(Reason.of(new UncheckedIOException(new NoSuchFileException("desk.yaml"))))
                .isEqualTo("desk.yaml: there is no such file or folder");
    }

    /** What is no exception, too; standard input is where a test can make one. */
    @Test
    void anErrorInsideACommandIsToldInPlainWords() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new StackOverflowError();
            }
        };
        Console console = new Console(StandardCharsets.UTF_8, broken, OutputStream.nullOutputStream(), err);

        assertThat(Main.execute(console, "new", "--out", desk.file("first.yaml")))
                .isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("mergedesk: something failed inside Mergedesk");
        assertPlain(err.toString(StandardCharsets.UTF_8));
        assertThat(desk.path("first.yaml")).doesNotExist();
    }

    /** The only table, and the help's line says the same. */
    @Test
    void documentsNameTheseCodes() throws IOException {
        String commands = Files.readString(Path.of("docs/commands.md"));
        List<String> rows = Pattern.compile("(?m)^\\| (\\d+) \\|")
                .matcher(commands)
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(rows).containsExactly("0", "1", "2", "3", "130");
        assertThat(List.of(ExitCode.DONE, ExitCode.FAILED, ExitCode.FAULTS, ExitCode.INTERRUPTED))
                .containsExactly(0, 1, 2, 130);
        assertThat(call("--help").out())
                .contains("Exit codes: 0 done; 1 failed; 2 faults in the input; 3 not started; 130 interrupted.");
    }

    private Ended call(String command) {
        return desk.call(arguments(command));
    }

    /** Words; names of files in the folder, and where results go unless it is said. */
    private String[] arguments(String command) {
        List<String> words = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command.split(" ")));
        boolean writes = command.startsWith("run d") || command.startsWith("compare") || command.startsWith("solve d");
        words.replaceAll(word -> word.matches("(desk|wrong|other|nothing)\\.yaml(/deeper)?|folder.*|one|two")
                ? desk.file(word.replace("\0", "")) + word.replaceAll("[^\0]", "")
                : word);
        if (writes && !words.contains("--out")) {
            words.addAll(1, List.of("--out", desk.file("r")));
        }
        return words.toArray(String[]::new);
    }
}
