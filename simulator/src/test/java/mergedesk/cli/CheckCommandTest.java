package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void saysThatAFileIsFineAndTellsEveryFaultOfTheOthers() throws IOException {
        Desk desk = new Desk(folder);
        desk.write("wrong.yaml", Desk.YAML.replace("patience", "patiense").replace("mean: 4 min", "mean: 4"));
        Map<String, Long> before = desk.content();

        Ended ended = desk.call("check", desk.file("wrong.yaml"), desk.file("desk.yaml"));

        assertThat(ended)
                .isEqualTo(new Ended(
                        2,
                        "desk.yaml: fine. A desk: 1 council, 1 flow, 1 desk, 1 group\n",
                        "wrong.yaml:11:45: flows.calls.work.mean: found \"4\": a time needs a unit; write \"4 s\" or \"4 min\"\n"
                                + "wrong.yaml:12:5: flows.calls.patiense: this key is not known; did you mean 'patience'?\n"));
        assertThat(desk.content()).isEqualTo(before);
    }

    @Test
    void notesWhatIsNoFaultAndRunAndReportRepeatIt() throws IOException {
        Desk desk = new Desk(folder);
        desk.write("times.csv", "time\n2025-04-07 00:30\n2025-04-07 01:30\n2025-04-07 02:30\n");
        desk.write("log.yaml", Desk.YAML.replace("volume: 2 / min", "trace: {times_file: times.csv}"));
        String note = "log.yaml:10:12: flows.calls.trace: 1 of 3 recorded contacts do not come in the run from 2025-04-07T00:00 to 2025-04-07T02:00, and are left out [trace_outside]";

        Ended ended = desk.call("check", desk.file("log.yaml"));

        assertThat(ended).isEqualTo(new Ended(0, "log.yaml: no fault, but see below. A desk: 1 council, 1 flow, 1 desk, 1 group\nNote: " + note + "\n", ""));
        Ended run = desk.call("run", desk.file("log.yaml"), "--replications", "2", "--out", desk.file("out"), "--quiet");
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("\\s+", " ")).contains("Note: " + note);
        assertThat(Files.readString(desk.path("out").resolve("report.html"))).contains("flows.calls.trace: 1 of 3 recorded contacts do not come in the run");
        assertThat(Files.readString(desk.path("out").resolve("manifest.json"))).contains("1 of 3 recorded contacts do not come in the run");
    }

    @Test
    void refusesWhatOnlyTheCalendarShows() {
        Desk desk = new Desk(folder);
        desk.write("times.csv", "time\n2024-04-07 00:30\n");
        desk.write("log.yaml", Desk.YAML.replace("volume: 2 / min", "trace: {times_file: times.csv}"));
        String fault = "log.yaml:10:12: flows.calls.trace: none of the 1 recorded contacts comes in the run from 2025-04-07T00:00 to 2025-04-07T02:00; "
                + "the file goes from 2024-04-07T00:30 to 2024-04-07T00:30; move time.start, or name the file of this time\n";
        assertThat(desk.call("check", desk.file("log.yaml"))).isEqualTo(new Ended(2, "", fault));
        assertThat(desk.call("run", desk.file("log.yaml"), "--out", desk.file("out"))).isEqualTo(new Ended(2, "", fault));
    }

    @Test
    void takesOverridesIntoAccount() {
        Desk desk = new Desk(folder);

        assertThat(desk.call("check", desk.file("desk.yaml")).code()).isZero();
        assertThat(desk.call("check", desk.file("desk.yaml"), "--set", "groups.agents.staffing=many").code())
                .isEqualTo(2);
    }
}
