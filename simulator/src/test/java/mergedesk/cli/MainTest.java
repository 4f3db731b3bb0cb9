package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line around the commands: help, and arguments that are none. */
class MainTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare", "solve", "check", "new"})
    void everyCommandExplainsItselfWithAnExampleThatFitsTheLine(String command) {
        Ended ended = desk.call(command, "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("Example").contains("\n  mergedesk " + command + " ");
        assertThat(ended.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(desk.call("help", command).out()).isEqualTo(ended.out());
    }

    @Test
    void namesEveryCommandWithoutArguments() {
        Ended ended = desk.call();

        assertThat(ended).isEqualTo(desk.call("--help"));
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("  mergedesk run scenarios/councils/cheshire/merged.yaml    simulate and report\n")
                .contains("\n  run ", "\n  compare ", "\n  solve ", "\n  check ", "\n  new ", "Exit codes: 0 done;");
    }

    @Test
    void saysItsVersionAndLicence() {
        assertThat(desk.call("--version").out()).startsWith("mergedesk ").contains("\nLicence: Apache-2.0\n");
    }

    @Test
    void refusesAnUnknownCommand() {
        assertThat(desk.call("rn", "desk.yaml"))
                .isEqualTo(wrong(
                        "there is no command \"rn\"; the commands are run, compare, solve, sweep, export, query, check and new", "mergedesk --help"));
    }

    @Test
    void knowsAFileThatWasNamedWithoutACommand() {
        assertThat(desk.call(desk.file("desk.yaml")))
                .isEqualTo(wrong("say what to do with desk.yaml, such as: mergedesk run desk.yaml", "mergedesk --help"));
    }

    @Test
    void refusesAnUnknownOption() {
        assertThat(desk.call("run", desk.file("desk.yaml"), "--replication", "5"))
                .isEqualTo(wrong("there is no option --replication; did you mean --replications?", "mergedesk run --help"));
        assertThat(desk.call("--verbose"))
                .isEqualTo(wrong("there is no option --verbose; did you mean --version?", "mergedesk --help"));
    }

    @Test
    void refusesAMissingOrFurtherArgument() {
        assertThat(desk.call("run")).isEqualTo(wrong("Missing required parameter: 'FILE'", "mergedesk run --help"));
        assertThat(desk.call("run", "a.yaml", "b.yaml"))
                .isEqualTo(wrong(
                        "found \"b.yaml\": one argument too many; put names that hold blanks into quotes", "mergedesk run --help"));
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThat(desk.call("run", desk.file("desk.yaml"), "--replications", "many"))
                .isEqualTo(wrong(
                        "Invalid value for option '--replications': found \"many\": a whole number is needed here, from -2147483648 to 2147483647",
                        "mergedesk run --help"));
        assertThat(desk.call("run", desk.file("desk.yaml"), "--seed", "١٢٣").err())
                .startsWith("mergedesk: Invalid value for option '--seed': found \"١٢٣\": a whole number is needed here, from -9223372036854775808");
    }

    @Test
    void spellsWhatAPlainTerminalLacks() {
        desk.write("desk.yaml", Desk.YAML.replace("staffing: 10", "staffing: 10, cost: 31000").replace("A desk", "Café – desk"));

        Ended ended = desk.answering("", StandardCharsets.US_ASCII, "check", desk.file("desk.yaml"));

        assertThat(ended.err())
                .isEqualTo("desk.yaml:14:51: groups.agents.cost: found \"31000\": money needs a pound sign; write \"GBP 31000 / year\"\n");
        desk.write("desk.yaml", Desk.YAML.replace("A desk", "Café – desk"));
        assertThat(desk.answering("", StandardCharsets.US_ASCII, "check", desk.file("desk.yaml")).out())
                .isEqualTo("desk.yaml: fine. Cafe - desk: 1 council, 1 flow, 1 desk, 1 group\n");
        assertThat(List.of(desk.call("check", desk.file("desk.yaml")).out()))
                .containsExactly("desk.yaml: fine. Café – desk: 1 council, 1 flow, 1 desk, 1 group\n");
    }

    private static Ended wrong(String message, String help) {
        return new Ended(2, "", "mergedesk: " + message + "\nTry: " + help + "\n");
    }
}
