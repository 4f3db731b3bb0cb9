package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SolveCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    @Test
    void findsTheFewestAgents() throws IOException {
        Map<String, Long> before = desk.content();

        Ended ended = solve("groups.agents.staffing", "sl_answered_of_offered >= 80 %");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsPattern("\nAnswer: groups.agents.staffing \\d+ is the smallest that meets sl_answered_of_offered >= 80 % \\(confidence ")
                .containsPattern("\nWith \\d+ it is missed \\(confidence ");
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void findsTheLargestVolume() {
        assertThat(solve("flows.calls.volume", "wait_mean_all <= 30 s", "--replications", "3").out())
                .containsPattern("\nAnswer: flows.calls.volume \\S+ / min is the largest that meets wait_mean_all <= 30 s ");
    }

    @Test
    void printsWithoutSignsThatThePlainTerminalLacks() {
        Ended ended = desk.answering(
                "",
                StandardCharsets.US_ASCII,
                "solve",
                desk.file("desk.yaml"),
                "--vary",
                "groups.agents.staffing",
                "--until",
                "answer_rate >= 90 %",
                "--replications",
                "2");

        assertThat(ended.out()).contains(" +/- ").doesNotContain("?");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        "groups.agent.staffing",
                        "answer_rate >= 90 %",
                        "--vary groups.agent.staffing: there is no \"agent\" here; did you mean 'agents'?"),
                Arguments.of(
                        "flows.calls.work.mean",
                        "answer_rate >= 90 %",
                        "--vary: found \"flows.calls.work.mean\": 4 min is neither a whole number nor a volume; take a path such as"
                                + " groups.north.staffing or flows.tax.volume"),
                Arguments.of(
                        "groups.agents.staffing",
                        "answer_rat >= 90 %",
                        "--until: found \"answer_rat\": no such measure; did you mean 'answer_rate'?"),
                Arguments.of(
                        "groups.agents.staffing",
                        "service > 3",
                        "--until: found \"service\": no such measure; take one such as sl_answered_of_offered, answer_rate or wait_mean_all;"
                                + " kpis.csv of any run lists them"),
                Arguments.of(
                        "groups.agents.staffing",
                        "answer_rate",
                        "--until: found \"answer_rate\": write a measure, >= or <=, and a value, such as 'sl_answered_of_offered >= 80 %'"),
                Arguments.of(
                        "groups.agents.staffing",
                        "answer_rate >= 90",
                        "--until: found \"answer_rate >= 90\": a share is at most 1; write 80 % or 0.8"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWrongInput(String vary, String until, String message) {
        assertThat(solve(vary, until)).isEqualTo(new Ended(2, "", message + "\n"));
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(desk.call("solve", desk.file("desk.yaml"), "--vary", "groups.agents.staffing"))
                .isEqualTo(new Ended(
                        2, "", "mergedesk: Missing required option: '--until=TARGET'\nTry: mergedesk solve --help\n"));
    }

    private Ended solve(String vary, String until, String... more) {
        return desk.call(Stream.concat(
                        Stream.of("solve", desk.file("desk.yaml"), "--vary", vary, "--until", until), Stream.of(more))
                .toArray(String[]::new));
    }
}
