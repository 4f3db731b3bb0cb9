package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void takesOverridesIntoAccount() {
        Desk desk = new Desk(folder);

        assertThat(desk.call("check", desk.file("desk.yaml")).code()).isZero();
        assertThat(desk.call("check", desk.file("desk.yaml"), "--set", "groups.agents.staffing=many").code())
                .isEqualTo(2);
    }
}
