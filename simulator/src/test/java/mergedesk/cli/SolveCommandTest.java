package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        Ended ended = solve("groups.agents.staffing", "sl_answered_of_offered >= 80 %");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("groups.agents.staffing  runs  sl_answered_of_offered ")
                .containsPattern("\n10 +5 +\\d+\\.\\d % +\\d+\\.\\d +\\d+\\.\\d %\n") // shares, as they are shown everywhere
                .containsPattern("\nAnswer: groups.agents.staffing \\d+ is the smallest that meets sl_answered_of_offered >= 80 % \\(confidence ")
                .containsPattern("\nWith \\d+ it is missed \\(confidence ")
                .endsWith("\nResults: solved\n")
                .doesNotContain("0.8");
    }

    /** The folder holds all trials, and what a run with the answer gives. */
    @Test
    void writesAFolderLikeTheOthers() throws IOException {
        Ended ended = solve("groups.agents.staffing", "sl_answered_of_offered >= 80 %", "--replications", "4");
        Matcher answer = Pattern.compile("Answer: groups.agents.staffing (\\d+) is").matcher(ended.out());
        assertThat(answer.find()).isTrue();
        assertThat(desk.content().keySet().stream().filter(name -> name.startsWith("solved" + java.io.File.separator)))
                .hasSize(4)
                .allMatch(name -> name.matches("solved.(report\\.html|trials\\.csv|kpis\\.csv|manifest\\.json)"));
        assertThat(desk.text("solved/trials.csv").lines())
                .startsWith("path,value,possible,replications,measure,estimate,half_width,confidence,meets,every")
                .anyMatch(line -> line.startsWith("groups.agents.staffing,10,true,4,sl_answered_of_offered,0.82"))
                .hasSizeGreaterThan(4);
        assertThat(desk.text("solved/report.html")).contains("Answer: groups.agents.staffing " + answer.group(1) + " is the smallest");
        desk.call("run", desk.file("desk.yaml"), "--set", "groups.agents.staffing=" + answer.group(1), "--replications", "4", "--out", desk.file("r"));
        assertThat(desk.text("solved/kpis.csv")).isEqualTo(desk.text("r/kpis.csv"));
    }

    /** More agents are less occupied: the most agents are sought, and nobody climbs to 100,000. */
    @Test
    void findsTheMostAgentsForAnOccupancy() {
        Ended ended = solve("groups.agents.staffing", "occupancy >= 70 %", "--replications", "3");
        assertThat(ended.out())
                .containsPattern("\nAnswer: groups.agents.staffing (9|10|11) is the largest that meets occupancy >= 70 % ")
                .containsPattern("\nWith (10|11|12) it is missed ");
        assertThat(ended.out().lines().filter(line -> line.matches("\\d{3,} .*"))).isEmpty();
    }

    /** Few lines block, many lines make people wait: the service level rises and falls, and the answer says so. */
    @Test
    void saysThatAnAnswerHoldsInItsNeighbourhoodOnly() {
        desk.write("desk.yaml", Desk.YAML.replace("2 / min", "4 / min").replace("desks: {desk: {}}", "desks: {desk: {lines: 40}}").replaceAll(" *patience:.*\n", ""));
        Ended ended = solve("desks.desk.lines", "sl_answered_of_offered >= 50 %", "--replications", "3");
        assertThat(ended.out())
                .containsPattern("\nAnswer: desks.desk.lines 1?\\d is the largest that meets sl_answered_of_offered >= 50 % ")
                .containsPattern("\nBut further away it is otherwise: with \\d it is missed \\(.*both rises and falls with desks.desk.lines, so the answer holds in its neighbourhood only");
    }

    /** What follows from the scenario alone takes no replications. */
    @Test
    void computesWhatNeedsNoSimulation() throws IOException {
        Ended ended = solve("groups.agents.staffing", "fte <= 50", "--replications", "3");
        assertThat(ended.out())
                .containsPattern("\n11 +49.9 +100 %\n")
                .contains("\nAnswer: groups.agents.staffing 11 is the largest that meets fte <= 50 (confidence 100 %).\nWith 12 it is missed (confidence 100 %).\n");
        assertThat(solve("groups.agents.staffing", "cost <= £300,000"))
                .isEqualTo(new Ended(2, "", "--until: found \"cost\": the cost of some groups is not given; write it under cost of each\n"));
    }

    /** Nobody gives up, so the measure has no value anywhere: that is no fault of the option. */
    @Test
    void meetsNothingWhereNothingIsObserved() throws IOException {
        desk.write("desk.yaml", Desk.YAML.replaceAll(" *patience:.*\n", ""));
        Ended ended = solve("groups.agents.staffing", "wait_mean_abandoned <= 10 s", "--replications", "2");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).containsPattern("\n10 +2 +no value").contains("\nNo value that was tried meets wait_mean_abandoned <= 10 s.\n");
        assertThat(desk.content().keySet()).contains("solved/trials.csv".replace('/', java.io.File.separatorChar)).doesNotContain("solved/kpis.csv");
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
                "2",
                "--out",
                desk.file("solved"));

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

    @Test
    void tellsTheFaultsOfBothOptions() {
        assertThat(solve("groups.agent.staffing", "answer_rat >= 90 %").err())
                .isEqualTo("--until: found \"answer_rat\": no such measure; did you mean 'answer_rate'?\n"
                        + "--vary groups.agent.staffing: there is no \"agent\" here; did you mean 'agents'?\n");
        assertThat(solve("groups.agents.staffing", "occupancy_scheduled >= 110 %", "--replications", "2").code()).as("may pass 1").isZero();
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
                        Stream.of("solve", desk.file("desk.yaml"), "--vary", vary, "--until", until, "--out", desk.file("solved")), Stream.of(more))
                .toArray(String[]::new));
    }
}
