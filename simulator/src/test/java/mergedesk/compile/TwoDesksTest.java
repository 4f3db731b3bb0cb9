package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Council;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Service;
import mergedesk.scenario.Staffing;
import org.junit.jupiter.api.Test;

/**
 * The whole Program of two desks, by hand: a day from Tuesday 4 January 2011, 08:00, in hours. At the first desk (09:00 to 17:00, home first for 30 s) north
 * has three to five agents for everything, south two on a shift for tax, who are faster at it; the second is always open with four agents.
 */
class TwoDesksTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long HALF_MINUTE = 30_000_000L;

    private final ScenarioFixture fixture = fixture();
    private final Program program = fixture.compile();

    private static ScenarioFixture fixture() {
        ScenarioFixture fixture = new ScenarioFixture();
        fixture.start = LocalDateTime.of(2011, 1, 4, 8, 0);
        fixture.interval = Duration.ofHours(1);
        fixture.councils.put("south", Council.named("A council"));
        fixture.services.put("tax", Service.named("A service"));
        fixture.desks.clear();
        fixture.desks.put("first", ScenarioFixture.desk(ScenarioFixture.hours(ScenarioFixture.DAILY, "09:00", "17:00"), Duration.ofSeconds(30)));
        fixture.desks.put("second", ScenarioFixture.desk(ScenarioFixture.always()));
        fixture.flow("a", Flow::desk, "first");
        fixture.flow("b", Flow::council, "south");
        fixture.flow("b", Flow::service, "tax");
        fixture.flow("b", Flow::desk, "first");
        fixture.flow("b", Flow::priority, 2);
        fixture.flow("b", Flow::volume, new Rate(1, Rate.Per.MINUTE));
        fixture.flow("b", Flow::balk, 0.25);
        fixture.flow("c", Flow::council, "south");
        fixture.flow("c", Flow::desk, "second");
        fixture.groups.put(
                "north",
                ScenarioFixture.group("first", "north", List.of(), ScenarioFixture.staffing(ScenarioFixture.DAILY, "09:00", 3, "12:00", 5, "17:00", 0), List.of()));
        fixture.groups.put(
                "south",
                ScenarioFixture.group("first", "south", List.of("tax"), null, List.of(ScenarioFixture.shift(2, ScenarioFixture.DAILY, "09:00", "17:00", false)))
                        .with(AgentGroup::speed, Map.of("tax", 1.25)));
        fixture.groups.put("all", ScenarioFixture.group("second", null, List.of(), Staffing.of(4), List.of()));
        return fixture;
    }

    @Test
    void daysBeginAtMidnightAndGoOnAfterTheEnd() {
        Program.Calendar calendar = program.calendar();
        assertThat(calendar.intervalsPerWeek()).isEqualTo(168);
        assertThat(calendar.firstCivilDay()).isEqualTo(14_978); // 41 years, 10 leap days and 3 days after 1 January 1970
        assertThat(calendar.dayStartTick()).hasSize(10).startsWith(-8 * HOUR, 16 * HOUR, 40 * HOUR).endsWith(208 * HOUR);
        for (int day = 0; day < 3; day++) {
            int row = calendar.kindOffset()[calendar.dayKind()[day]];
            assertThat(calendar.kindOffset()[calendar.dayKind()[day] + 1] - row).isEqualTo(24);
            assertThat(calendar.intervalOfWeek()[row]).as("Tuesday's first interval, then Wednesday's, then Thursday's").isEqualTo(24 * (day + 1));
            assertThat(calendar.intervalStartTicks()[row + 23]).isEqualTo(23 * HOUR);
            assertThat(calendar.intervalEndTicks()[row + 23]).isEqualTo(24 * HOUR);
        }
        assertThat(program.horizon()).isEqualTo(new Program.Horizon(24 * HOUR, false, 0, 24 * HOUR, 48 * HOUR));
    }

    @Test
    void demandIsByFlowAndWholeDay() {
        Program.Demand demand = program.demand();
        double[] ofNineDays = DayTable.expected(demand);
        assertThat(new double[] {ofNineDays[0], ofNineDays[8], ofNineDays[9], ofNineDays[17], ofNineDays[18], ofNineDays[26]})
                .containsExactly(new double[] {14_400, 14_400, 1_440, 1_440, 14_400, 14_400}, within(1e-9));
        assertThat(demand.flowKey())
                .containsExactly(NameHash.of("north", "housing", "phone"), NameHash.of("south", "tax", "phone"), NameHash.of("south", "housing", "phone"));
        assertThat(demand.flowFactors()).hasSize(9).containsOnly(-1);
        assertThat(demand.traceOffset()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void contactsKnowDeskServiceAndBalking() {
        Program.Contacts contacts = program.contacts();
        assertThat(contacts.flowDesk()).containsExactly(0, 0, 1);
        assertThat(contacts.flowService()).containsExactly(0, 1, 0);
        assertThat(contacts.balk()).containsExactly(0, 0.25, 0);
        assertThat(contacts.work().offset()).containsExactly(0, 1, 2, 3);
        assertThat(contacts.work().length()).containsExactly(0, 0, 0);
        assertThat(contacts.patience().offset()).containsExactly(0, 1, 2, 3);
        assertThat(contacts.patience().length()).containsExactly(1, 1, 1);
        assertThat(program.lengths().kind()).containsExactly(Program.Lengths.EXPONENTIAL, Program.Lengths.NEVER);
    }

    /** A group has as many agents as it ever needs at once. */
    @Test
    void agentsAreNumberedGroupByGroup() {
        assertThat(program.groups().firstAgent()).containsExactly(0, 5, 7, 11);
        assertThat(program.groups().desk()).containsExactly(0, 0, 1);
        assertThat(program.groups().byShift()).containsExactly(false, true, false);
        assertThat(program.groups().speed()).containsExactly(1, 1, 1, 1.25, 1, 1);
        assertThat(program.agentCount()).isEqualTo(11);
        assertThat(program.serviceCount()).isEqualTo(2);
    }

    /** North's call goes to north only, as south has no skill for it; south's tax call to south, after 30 s to north too. */
    @Test
    void queuesAndGroupsSeeTheSameRows() {
        Program.Routing routing = program.routing();
        assertThat(routing.queueOfFlow()).containsExactly(0, 1, 2);
        assertThat(routing.queueDesk()).containsExactly(0, 0, 1);
        assertThat(routing.queuePriority()).containsExactly(1, 2, 1);
        assertThat(routing.groupsOfQueue().offset()).containsExactly(0, 1, 3, 4);
        assertThat(routing.groupsOfQueue().partner()).containsExactly(0, 1, 0, 2);
        assertThat(routing.groupsOfQueue().afterTicks()).containsExactly(0, 0, HALF_MINUTE, 0);
        assertThat(routing.groupsOfQueue().rank()).containsExactly(1, 1, 2, 1);
        assertThat(routing.queuesOfGroup().offset()).containsExactly(0, 2, 3, 4);
        assertThat(routing.queuesOfGroup().partner()).containsExactly(0, 1, 1, 2);
        assertThat(routing.queuesOfGroup().afterTicks()).containsExactly(0, HALF_MINUTE, 0, 0);
        assertThat(routing.queuesOfGroup().rank()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void plansAreSortedByTickActionAndSubject() {
        assertThat(fixture.timetable())
                .containsExactly(
                        "0 OPEN 1 0", "0 STAFF 2 4", "3600 OPEN 0 0", "3600 STAFF 0 3", "3600 START 5 0", "3600 START 6 0", "14400 STAFF 0 5",
                        "32400 CLOSE 0 0", "32400 STAFF 0 0", "32400 END 5 0", "32400 END 6 0");
    }

    @Test
    void desksHaveTheirTargets() {
        assertThat(program.desks().lines()).containsExactly(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(program.contacts().answerWithinTicks()).containsOnly(20_000_000);
        assertThat(program.desks().shortAbandonTicks()).containsExactly(5_000_000, 5_000_000);
        assertThat(program.desks().atClose()).containsExactly(Program.Desks.SERVE, Program.Desks.SERVE);
    }

    @Test
    void namesLeadBack() {
        assertThat(program.names().desks()).containsExactly("first", "second");
        assertThat(program.names().groups()).containsExactly("north", "south", "all");
        assertThat(program.names().flows()).containsExactly("a", "b", "c");
    }
}
