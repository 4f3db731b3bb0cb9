package mergedesk.compile;

import static mergedesk.compile.ScenarioFixture.always;
import static mergedesk.compile.ScenarioFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Council;
import mergedesk.scenario.Flow;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Service;
import mergedesk.scenario.Staffing;
import org.junit.jupiter.api.Test;

/** Rows and queues by hand: councils north, south, east; services housing, waste; one desk and another. */
class RoutingTableTest {
    private final ScenarioFixture fixture = new ScenarioFixture();

    RoutingTableTest() {
        fixture.councils.put("south", Council.named("A council"));
        fixture.councils.put("east", Council.named("A council"));
        fixture.services.put("waste", Service.named("A service"));
        fixture.desks.put("desk", ScenarioFixture.desk(always(), Duration.ofSeconds(60)));
        fixture.desks.put("other", ScenarioFixture.desk(always()));
    }

    @Test
    void homeGroupsComeFirstAndOthersAfterADelay() {
        fixture.flow("n");
        fixture.flow("s", Flow::council, "south");
        fixture.groups.put("north", agents("north"));
        fixture.groups.put("south", agents("south"));
        Program.Routing routing = fixture.compile().routing();
        assertThat(routing.queueOfFlow()).containsExactly(0, 1);
        assertThat(rows(routing)).containsExactly("q0 g0 0s r1", "q0 g1 60s r2", "q1 g1 0s r1", "q1 g0 60s r2");
        assertThat(routing.queuesOfGroup().offset()).containsExactly(0, 2, 4);
        assertThat(groupRows(routing)).containsExactly("g0 q0 0s l0", "g0 q1 60s l0", "g1 q0 60s l0", "g1 q1 0s l0");
    }

    @Test
    void withoutHomeFirstOthersComeAtOnceAtTheNextRank() {
        fixture.desks.put("desk", ScenarioFixture.desk(always()));
        fixture.flow("n");
        fixture.groups.put("south", agents("south"));
        fixture.groups.put("north", agents("north"));
        assertThat(rows(fixture.compile().routing())).containsExactly("q0 g1 0s r1", "q0 g0 0s r2");
    }

    @Test
    void groupWithoutEmployerIsHomeForAllSoFlowsShareAQueue() {
        fixture.flow("n");
        fixture.flow("s", Flow::council, "south");
        fixture.groups.put("all", agents(null));
        Program.Routing routing = fixture.compile().routing();
        assertThat(routing.queueOfFlow()).containsExactly(0, 0);
        assertThat(rows(routing)).containsExactly("q0 g0 0s r1");
    }

    @Test
    void councilsWithoutAgentsShareAQueue() {
        fixture.flow("s", Flow::council, "south");
        fixture.flow("n");
        fixture.flow("e", Flow::council, "east");
        fixture.groups.put("north", agents("north"));
        assertThat(fixture.compile().routing().queueOfFlow()).containsExactly(0, 1, 0);
    }

    @Test
    void skillsAndDesksDecideWhoMayTakeWhat() {
        fixture.flow("housing");
        fixture.flow("waste", Flow::service, "waste");
        fixture.flow("elsewhere", Flow::desk, "other");
        fixture.groups.put("generalists", agents(null));
        fixture.groups.put("waste", group("desk", null, List.of("waste"), Staffing.of(1), List.of()));
        fixture.groups.put("others", group("other", null, List.of("housing"), Staffing.of(1), List.of()));
        Program.Routing routing = fixture.compile().routing();
        assertThat(routing.queueOfFlow()).containsExactly(0, 1, 2);
        assertThat(routing.queueDesk()).containsExactly(0, 0, 1);
        assertThat(rows(routing)).containsExactly("q0 g0 0s r1", "q1 g0 0s r1", "q1 g1 0s r1", "q2 g2 0s r1");
    }

    /** Rows go before channels, as before skills. */
    @Test
    void channelsDecideWhoMayTakeWhatComes() {
        fixture.channels.put("chat", Channel.named("chat").with(Channel::kind, Channel.Kind.CHAT));
        fixture.channels.put("letter", Channel.named("letter").with(Channel::kind, Channel.Kind.DEFERRED));
        fixture.flow("call");
        fixture.flow("chat", Flow::channel, "chat");
        fixture.flow("letter", Flow::channel, "letter");
        fixture.flow("waste letter", Flow::channel, "letter");
        fixture.flow("waste letter", Flow::service, "waste");
        fixture.flow("by row", Flow::channel, "letter");
        fixture.routing.add(RoutingRow.of("by row", "callers"));
        fixture.groups.put("callers", agents(null).with(AgentGroup::channels, List.of("phone", "chat")));
        fixture.groups.put("writers", agents(null).with(AgentGroup::channels, List.of("letter")).with(AgentGroup::skills, List.of("housing")));
        fixture.groups.put("all", agents(null));
        Program.Routing routing = fixture.compile().routing();
        assertThat(routing.queueOfFlow()).containsExactly(0, 1, 2, 3, 4);
        assertThat(rows(routing))
                .containsExactly("q0 g0 0s r1", "q0 g2 0s r1", "q1 g0 0s r1", "q1 g2 0s r1", "q2 g1 0s r1", "q2 g2 0s r1", "q3 g2 0s r1", "q4 g0 0s r1");
    }

    @Test
    void priorityDividesQueuesAndOrdersLevels() {
        fixture.flow("late", Flow::priority, 3);
        fixture.flow("first", Flow::priority, 1);
        fixture.flow("late too", Flow::priority, 3);
        fixture.groups.put("all", agents(null));
        Program.Routing routing = fixture.compile().routing();
        assertThat(routing.queueOfFlow()).containsExactly(0, 1, 0);
        assertThat(routing.queuePriority()).containsExactly(3, 1);
        assertThat(groupRows(routing)).containsExactly("g0 q1 0s l0", "g0 q0 0s l1");
    }

    @Test
    void explicitRowsReplaceTheDefaultOnesOfTheirFlowOnly() {
        fixture.flow("a");
        fixture.flow("b");
        fixture.groups.put("one", agents(null));
        fixture.groups.put("two", agents(null));
        fixture.groups.put("far", group("other", "south", List.of(), Staffing.of(1), List.of()));
        fixture.routing.add(row("b", "far", 120, 5, 2));
        fixture.routing.add(row("b", "two", 30, 2, 1));
        fixture.routing.add(row("b", "one", 30, 2, 1));
        fixture.routing.add(row("b", "one", 30, 1, 3));
        Program.Routing routing = fixture.compile().routing();
        assertThat(rows(routing))
                .containsExactly(
                        "q0 g0 0s r1", "q0 g1 0s r1", "q1 g0 30s r1", "q1 g0 30s r2", "q1 g1 30s r2", "q1 g2 120s r5");
        assertThat(groupRows(routing))
                .containsExactly(
                        "g0 q0 0s l0", "g0 q1 30s l0", "g0 q1 30s l1", "g1 q0 0s l0", "g1 q1 30s l0", "g2 q1 120s l0");
    }

    @Test
    void preferenceGoesBeforePriorityInLevels() {
        fixture.flow("a", Flow::priority, 1);
        fixture.flow("b", Flow::priority, 2);
        fixture.groups.put("one", agents(null));
        fixture.routing.add(row("a", "one", 0, 1, 2));
        assertThat(groupRows(fixture.compile().routing())).containsExactly("g0 q1 0s l0", "g0 q0 0s l1");
    }

    @Test
    void equalExplicitRowsInAnotherOrderShareAQueueWhoeverIsAtHome() {
        fixture.flow("a");
        fixture.flow("b");
        fixture.flow("c", Flow::council, "south");
        fixture.groups.put("one", agents("north"));
        fixture.groups.put("two", agents("north"));
        for (String flow : List.of("a", "c")) {
            fixture.routing.add(row(flow, "one", 0, 1, 1));
            fixture.routing.add(row(flow, "two", 0, 1, 1));
        }
        fixture.routing.add(row("b", "two", 0, 1, 1));
        fixture.routing.add(row("b", "one", 0, 1, 1));
        fixture.routing.add(row("b", "one", 0, 1, 1));
        assertThat(fixture.compile().routing().queueOfFlow()).containsExactly(0, 0, 0);
    }

    @Test
    void speedIsByGroupAndService() {
        fixture.flow("a");
        fixture.groups.put("one", agents(null));
        fixture.groups.put(
                "two",
                ScenarioFixture.agents(1).with(AgentGroup::speed, Map.of("waste", 1.25)));
        assertThat(fixture.compile().groups().speed()).containsExactly(1, 1, 1, 1.25);
    }

    private static AgentGroup agents(String employer) {
        return group("desk", employer, List.of(), Staffing.of(1), List.of());
    }

    private static RoutingRow row(String flow, String group, int afterSeconds, int rank, int preference) {
        return RoutingRow.of(flow, group)
                .with(RoutingRow::after, Duration.ofSeconds(afterSeconds))
                .with(RoutingRow::rank, rank)
                .with(RoutingRow::preference, preference);
    }

    private static List<String> rows(Program.Routing routing) {
        List<String> rows = new ArrayList<>();
        for (int queue = 0; queue < routing.queuePriority().length; queue++) {
            for (int row = routing.groupsOfQueue().offset()[queue]; row < routing.groupsOfQueue().offset()[queue + 1]; row++) {
                rows.add("q" + queue + " g" + routing.groupsOfQueue().partner()[row] + " " + routing.groupsOfQueue().afterTicks()[row] / 1_000_000
                        + "s r" + routing.groupsOfQueue().rank()[row]);
            }
        }
        return rows;
    }

    private static List<String> groupRows(Program.Routing routing) {
        List<String> rows = new ArrayList<>();
        for (int group = 0; group < routing.queuesOfGroup().offset().length - 1; group++) {
            for (int row = routing.queuesOfGroup().offset()[group]; row < routing.queuesOfGroup().offset()[group + 1]; row++) {
                rows.add("g" + group + " q" + routing.queuesOfGroup().partner()[row] + " "
                        + routing.queuesOfGroup().afterTicks()[row] / 1_000_000 + "s l" + routing.queuesOfGroup().rank()[row]);
            }
        }
        return rows;
    }
}
