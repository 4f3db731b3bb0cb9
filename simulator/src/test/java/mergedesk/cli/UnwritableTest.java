package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Disks that take nothing are found before the work, and an output that takes nothing is not passed over. */
class UnwritableTest {
    private static final String LONG = "x".repeat(240);

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    /** /proc takes no new folders, from nobody. A replication of this desk takes minutes, so that the question came first if this ends. */
    @ParameterizedTest
    @MethodSource
    @EnabledOnOs(OS.LINUX)
    void isFoundBeforeTheFirstReplication(List<String> options) throws IOException {
        desk.write(
                "long.yaml",
                Desk.YAML
                        .replace("2 h", "20 years")
                        .replace("2 / min", "9 / s")
                        .replace("staffing: 10", "staffing: 3000"));
        Map<String, Long> before = desk.content();
        String[] arguments = options.stream()
                .map(option -> option.endsWith(".yaml") || option.equals(LONG) || option.equals("r")
                        ? desk.file(option)
                        : option)
                .toArray(String[]::new);

        Ended ended = desk.call(arguments);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("--")
                .endsWith("; choose another place or name\n")
                .doesNotContain("Exception", ".lock");
        assertThat(desk.content()).isEqualTo(before);
    }

    static Stream<List<String>> isFoundBeforeTheFirstReplication() {
        return Stream.of(
                List.of("run", "long.yaml", "--out", "/proc/mergedesk"),
                List.of("run", "long.yaml", "--out", "/proc/self/deep/er"),
                List.of("run", "long.yaml", "--out", LONG),
                List.of("run", "long.yaml", "--out", "r", "--trace", "/proc/mergedesk.csv"),
                List.of("run", "long.yaml", "--out", "r", "--trace", LONG),
                List.of("compare", "long.yaml", "long.yaml", "--out", "/proc/mergedesk"),
                List.of(
                        "solve",
                        "long.yaml",
                        "--vary",
                        "groups.agents.staffing",
                        "--until",
                        "answer_rate >= 90 %",
                        "--out",
                        "/proc/mergedesk"),
                List.of("new", "--out", "/proc/first.yaml"),
                List.of("new", "--out", LONG));
    }

    @Test
    void newAsksTheDiskBeforeItAsksTheUser() throws IOException {
        Files.createSymbolicLink(desk.path("first.yaml"), Path.of("nowhere/x.yaml"));

        assertThat(desk.call("new", "--out", desk.file("first.yaml")))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "--out: first.yaml: is a link that leads nowhere, to nowhere/x.yaml; delete it or choose another name\n"));
    }

    static List<List<String>> commands() {
        return List.of(
                List.of("run", "desk.yaml", "--replications", "2", "--out", "r"),
                List.of("compare", "desk.yaml", "desk.yaml", "--replications", "2", "--out", "r"),
                List.of(
                        "solve",
                        "desk.yaml",
                        "--vary",
                        "groups.agents.staffing",
                        "--until",
                        "answer_rate >= 90 %",
                        "--replications",
                        "5",
                        "--out",
                        "r"),
                List.of("check", "desk.yaml"),
                List.of("new", "--out", "first.yaml"),
                List.of("run", "--help"),
                List.of("help", "solve"),
                List.of("--version"),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void saysThatTheOutputIsFull(List<String> options) {
        String[] arguments = options.stream()
                .map(option -> option.endsWith(".yaml") || option.equals("r") ? desk.file(option) : option)
                .toArray(String[]::new);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream answers = new ByteArrayInputStream("\n".repeat(20).getBytes(StandardCharsets.UTF_8));

        int code = Main.execute(new Console(StandardCharsets.UTF_8, answers, full(), err), arguments);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("mergedesk: not all of the output could be written: No space left on device\n");
    }

    /** Somebody takes the folder while the run goes on: its numbers are printed all the same. */
    @Test
    void printsTheTableWhenTheFolderCannotBeWrittenAfterAll() {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (!Files.exists(desk.path("r"))) {
                    assertThat(desk.path("r").toFile().mkdir()).isTrue();
                    desk.write("r/letter.txt", "Dear Sir or Madam,");
                }
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), out, err);

        int code = Main.execute(console, "run", desk.file("desk.yaml"), "--replications", "2", "--out", desk.file("r"));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Calls offered").doesNotContain("Report:");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("mergedesk: ").contains("holds files that are not a result of Mergedesk");
        assertThat(desk.path("r/letter.txt")).exists();
    }

    @Test
    void whatIsWrongWithTheInputCountsMoreThanTheOutput() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), full(), err);

        assertThat(Main.execute(console, "check", desk.file("desk.yaml"), desk.file("nothing.yaml"))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no such file", "not all of the output could be written");
    }

    private static OutputStream full() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
    }
}
