package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
        desk.write("after.yaml", "extends: desk.yaml\nname: With more agents\ngroups: {agents: {staffing: 12}}\n");
    }

    @Test
    void printsAndWritesTheDifferences() throws IOException {
        Ended ended =
                desk.call("compare", desk.file("desk.yaml"), desk.file("after.yaml"), "--replications", "4", "--out", desk.file("d"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("A: A desk\nB: With more agents\n\nMeasure ")
                .containsPattern("\nAgent-hours an open day +240 +288 +\\+48 ")
                .contains("\nReport: ");
        assertThat(desk.content().keySet().stream().filter(name -> name.startsWith("d" + java.io.File.separator)))
                .hasSize(3)
                .allMatch(name -> name.matches("d.(report\\.html|differences\\.csv|manifest\\.json)"));
    }

    @Test
    void threeScenariosAreOneTableEachAndOneFile() throws IOException {
        desk.write("fewer.yaml", "extends: desk.yaml\nname: With fewer agents\ngroups: {agents: {staffing: 8}}\n");

        Ended ended = desk.call("compare", desk.file("desk.yaml"), desk.file("after.yaml"), desk.file("fewer.yaml"), "--replications", "4", "--out", desk.file("d"));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("A: A desk\nB: With more agents\nC: With fewer agents\n\nMeasure ")
                .containsPattern("\nMeasure +A +C +C - A +± +n\n")
                .containsPattern("\nAnswered within T, of offered ≥ 80 %: A (Met|Missed|Not sure): ")
                .contains("\nB: 9.1 FTE more (45.4 → 54.5): ", "\nC: 9.1 FTE fewer (45.4 → 36.3): ");
        assertThat(desk.text("d/differences.csv").lines().map(line -> line.split(",", -1)[8]).distinct()).containsExactly("side", "b", "c");
        assertThat(desk.text("d/manifest.json")).contains("\"a\" : {", "\"b\" : {", "\"c\" : {");
    }

    @Test
    void asksForAnotherScenario() {
        assertThat(desk.call("compare", desk.file("desk.yaml"))).isEqualTo(new Ended(2, "", "there is nothing to compare it with: name another scenario, or write --also PATH=VALUE\n"));
        assertThat(desk.call("compare").err()).startsWith("mergedesk: Missing required parameter: 'BASE'");
    }

    /** Sides that are the first with changes, each named by them; a folder of one comparison is not taken for that of another. */
    @Test
    void comparesOneFileWithChangesOfIt() throws IOException {
        String[] command = {"compare", desk.file("desk.yaml"), "--also", "groups.agents.staffing=12", "--also", "groups.agents.staffing=8; groups.agents.cost='£30,000 / year'", "--replications", "4", "--out", desk.file("d")};
        Ended ended = desk.call(command);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .startsWith("A: A desk\nB: groups.agents.staffing=12\nC: groups.agents.staffing=8, groups.agents.cost='£30,000 / year'\n\nMeasure ")
                .contains("\nB: 9.1 FTE more (45.4 → 54.5)", "\nC: 9.1 FTE fewer (45.4 → 36.3)");
        Ended file = desk.call("compare", desk.file("desk.yaml"), desk.file("after.yaml"), "--replications", "4", "--out", desk.file("e"));
        assertThat(file.out().lines().filter(line -> line.startsWith("Calls answered")).findFirst().orElseThrow().replaceAll(" +", " ")).startsWith(
                ended.out().lines().filter(line -> line.startsWith("Calls answered")).findFirst().orElseThrow().replaceAll(" +", " ").split(" ±")[0].split("\\+")[0].strip());
        assertThat(desk.call("compare", desk.file("desk.yaml"), "--also", "groups.agents.staffing=11", "--replications", "4", "--out", desk.file("d")).code()).isEqualTo(2);
        assertThat(desk.call("compare", desk.file("desk.yaml"), "--also", "groups.agents.stafing=11").err()).contains("did you mean 'staffing'?");
    }

    /** Each is named, whichever it is. */
    @Test
    void tellsAllThatDifferInTheirCalendar() {
        desk.write("longer.yaml", "extends: desk.yaml\ntime: {length: 3 h}\n");
        desk.write("later.yaml", "extends: desk.yaml\ntime: {start: 2025-04-08}\n");
        assertThat(desk.call("compare", desk.file("desk.yaml"), desk.file("longer.yaml"), desk.file("after.yaml"), desk.file("later.yaml"), "--out", desk.file("d")))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "longer.yaml: differs from desk.yaml under time:; pairs need the same calendar and horizon\n"
                                + "later.yaml: differs from desk.yaml under time:; pairs need the same calendar and horizon\n"));
    }

    @Test
    void meetsTheSamePeople() {
        String same = desk.call(
                        "compare", desk.file("desk.yaml"), desk.file("desk.yaml"), "--replications", "2", "--out", desk.file("d"))
                .out();

        assertThat(same).containsPattern("\nMean wait, answered +\\S+ s +\\S+ s +0(\\.0)? s ");
    }

    @Test
    void tellsTheFaultsOfBothFiles() throws IOException {
        desk.write("wrong.yaml", "extends: desk.yaml\nname: Wrong\ngroups: {agents: {stafing: 12}}\n");
        Map<String, Long> before = desk.content();

        Ended ended = desk.call("compare", desk.file("wrong.yaml"), desk.file("nothing-at-all.yaml"), "--out", desk.file("d"));

        assertThat(ended)
                .isEqualTo(new Ended(
                        2,
                        "",
                        "wrong.yaml:3:19: groups.agents.stafing: this key is not known; did you mean 'staffing'?\n"
                                + "nothing-at-all.yaml: there is no such file; write one of after.yaml, desk.yaml, wrong.yaml\n"));
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void refusesDifferentCalendars() throws IOException {
        desk.write("longer.yaml", "extends: desk.yaml\ntime: {length: 3 h}\n");
        Map<String, Long> before = desk.content();

        Ended ended = desk.call("compare", desk.file("desk.yaml"), desk.file("longer.yaml"), "--out", desk.file("d"));

        assertThat(ended)
                .isEqualTo(new Ended(
                        2, "", "longer.yaml: differs from desk.yaml under time:; pairs need the same calendar and horizon\n"));
        assertThat(desk.content()).isEqualTo(before);
    }

    /** What is no fault of B is not told as one; that there is not enough memory is wrong input of every command. */
    @Test
    void blamesNeitherFileForWhatTheOptionsAskFor() throws IOException {
        Map<String, Long> before = desk.content();
        for (String[] command : new String[][] {{"compare", desk.file("desk.yaml"), desk.file("after.yaml")}, {"run", desk.file("desk.yaml")}}) {
            Ended ended = desk.call(Stream.of(List.of(command), List.of("--replications", "2147483647", "--threads", "999999", "--out", desk.file("d")))
                    .flatMap(List::stream)
                    .toArray(String[]::new));
            assertThat(ended.err()).startsWith("this takes ").endsWith("take fewer threads or replications\n");
            assertThat(ended.code()).isEqualTo(2);
        }
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void refusesAFolderThatIsNotItsOwn() {
        assertThat(desk.call("compare", desk.file("desk.yaml"), desk.file("after.yaml"), "--out", folder.toString()))
                .isEqualTo(new Ended(
                        2,
                        "",
                        "--out: .: holds desk.yaml, which is read; results need a folder of their own\n"));
    }
}
