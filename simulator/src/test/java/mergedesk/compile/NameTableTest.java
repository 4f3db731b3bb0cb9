package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mergedesk.program.Names;
import mergedesk.program.Program;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Council;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Staffing;
import org.junit.jupiter.api.Test;

/** The way back from numbers to the scenario's own keys, in the order of the file. */
class NameTableTest {
    private final ScenarioFixture fixture = new ScenarioFixture();

    @Test
    void namesAreKeysInTheOrderOfTheFile() {
        fixture.councils.put("a council", new Council("Shown", null));
        fixture.channels.put("web chat", Channel.named(null));
        fixture.flow("z");
        fixture.flow("a");
        fixture.groups.put("free", ScenarioFixture.agents(1));
        fixture.groups.put("paid", ScenarioFixture.group("desk", "a council", List.of(), new Staffing(1, Map.of()), List.of()));
        Program program = fixture.compile();
        Names names = program.names();
        assertThat(names.councils()).containsExactly("north", "a council");
        assertThat(names.channels()).containsExactly("phone", "web chat");
        assertThat(names.flows()).containsExactly("z", "a");
        assertThat(names.flowChannel()).containsExactly(0, 0);
        assertThat(names.groups()).containsExactly("free", "paid");
        assertThat(program.groups().employer()).containsExactly(-1, 1);
    }

    @Test
    void intervalsAreLabelledByWeekdayAndTime() {
        fixture.interval = Duration.ofMinutes(15);
        assertThat(fixture.compile().names().intervals())
                .hasSize(672)
                .startsWith("Mon 00:00", "Mon 00:15")
                .contains("Wed 09:45")
                .endsWith("Sun 23:45");
    }

    @Test
    void unknownNamesAreNamed() {
        fixture.flow("calls", Flow::desk, "dsek");
        assertThatThrownBy(fixture::compile)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No desk dsek; known: [desk]");
    }
}
