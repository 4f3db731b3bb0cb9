package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.program.DayTable;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import org.junit.jupiter.api.Test;

/** The whole Program of the smallest useful scenario, by hand: one day, flat arrivals, twelve agents who are always there. */
class SimplestScenarioTest {
    private static final long HOUR = 3_600_000_000L;

    private final Program program = program();

    private static Program program() {
        ScenarioFixture fixture = new ScenarioFixture();
        fixture.flow("calls");
        fixture.groups.put("agents", ScenarioFixture.agents(12));
        return fixture.compile();
    }

    @Test
    void countsItsThings() {
        assertThat(program.flowCount()).isEqualTo(1);
        assertThat(program.deskCount()).isEqualTo(1);
        assertThat(program.groupCount()).isEqualTo(1);
        assertThat(program.agentCount()).isEqualTo(12);
        assertThat(program.queueCount()).isEqualTo(1);
    }

    @Test
    void endsAfterOneDayTakesReturnsForAnotherAndServesForSeven() {
        assertThat(program.horizon()).isEqualTo(new Program.Horizon(24 * HOUR, false, 0, 24 * HOUR, 48 * HOUR));
        assertThat(program.calendar().dayStartTick()).hasSize(9).startsWith(0, 24 * HOUR, 48 * HOUR).endsWith(192 * HOUR);
    }

    @Test
    void spreadsTenAMinuteEvenlyOverTheDay() {
        Program.Demand demand = program.demand();
        assertThat(DayTable.expected(demand)[0]).isEqualTo(14_400);
        assertThat(demand.shapeOffset())
                .describedAs("two points for each of seven weekdays")
                .containsExactly(0, 2, 4, 6, 8, 10, 12, 14);
        assertThat(demand.shapeTicks()).startsWith(0, 24 * HOUR, 0, 24 * HOUR).hasSize(14);
        assertThat(demand.shapeCumulative()).startsWith(0, 1, 0, 1).hasSize(14);
        assertThat(demand.flowFactors()).containsExactly(-1, -1, -1);
        assertThat(demand.traceOffset()).containsExactly(0, 0);
    }

    @Test
    void opensAndStaffsTheDeskAtTickZero() {
        assertThat(program.timetable().ticks()).containsExactly(0, 0);
        assertThat(program.timetable().action()).containsExactly(Timetable.OPEN, Timetable.STAFF);
        assertThat(program.timetable().subject()).containsExactly(0, 0);
        assertThat(program.timetable().value()).containsExactly(0, 12);
    }

    @Test
    void describesContactsAndTheirRoute() {
        Program.Contacts contacts = program.contacts();
        assertThat(program.lengths().kind()).containsExactly(Program.Lengths.EXPONENTIAL, Program.Lengths.NEVER);
        assertThat(program.lengths().a()[0]).isEqualTo(300e6);
        assertThat(contacts.work().offset()).containsExactly(0, 1);
        assertThat(contacts.work().fromTicks()).containsExactly(0);
        assertThat(contacts.work().length()).containsExactly(0);
        assertThat(contacts.patience().length()).containsExactly(1);
        assertThat(contacts.afterCall()).containsExactly(-1);
        assertThat(contacts.retryDelay()).containsExactly(-1);
        assertThat(program.desks().lines()).containsExactly(Integer.MAX_VALUE);
        assertThat(program.routing().queueOfFlow()).containsExactly(0);
        assertThat(program.routing().groupsOfQueue().partner()).containsExactly(0);
        assertThat(program.routing().groupsOfQueue().afterTicks()).containsExactly(0);
        assertThat(program.routing().queuesOfGroup().partner()).containsExactly(0);
        assertThat(program.routing().queuesOfGroup().rank()).containsExactly(0);
        assertThat(program.groups().speed()).containsExactly(1);
    }

    @Test
    void namesEverythingInTheUsersWords() {
        assertThat(program.names().flows()).containsExactly("calls");
        assertThat(program.names().channels()).containsExactly("phone");
        assertThat(program.names().intervals())
                .hasSize(336)
                .startsWith("Mon 00:00", "Mon 00:30")
                .endsWith("Sun 23:30");
    }
}
