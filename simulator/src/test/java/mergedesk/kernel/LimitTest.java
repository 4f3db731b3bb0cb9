package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.List;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

/** What does not fit ends the run, with or without assertions; what just fits is exact. */
class LimitTest {
    private static final long WORK_TICKS = 5_000L * 7 * 86_400 * 1_000_000; // nearly 96 years

    /** So many calls at one moment, of 5,000 weeks each. */
    private static Script calls(int count, int agents) {
        return new Script().calls("a", "work: {distribution: constant, mean: 5000 weeks}", new double[count]).agents("team", "staffing: " + agents);
    }

    @Test
    void waitsThatJustFitAreExact() {
        Script.Result result = calls(77, 1).summarise();
        assertThat(result.overall(Count.WAIT_ANSWERED)).isEqualTo(77 * 76 / 2 * WORK_TICKS);
        assertThat(result.overall(Count.QUEUE) + result.overall(Count.QUEUE_AFTER)).isEqualTo(77 * 76 / 2 * WORK_TICKS);
    }

    @Test
    void waitsThatDoNotFitEndTheRun() {
        assertThatThrownBy(calls(79, 1)::summarise).isInstanceOf(LimitExceeded.class).hasMessageContaining("292,000 years");
    }

    @Test
    void waitsOfThoseWhoNeverLeaveCountToo() {
        Script endless = calls(1, 1)
                .time("start: 2011-01-03T09:00, length: 1 h")
                .calls("b", "desk: closing, work: " + Script.seconds(3_600), new double[3_200])
                .desk("closing", "at_close: keep")
                .agents("few", "desk: closing, staffing: {mon: {\"09:00\": 1, \"09:30\": 0}}");
        assertThatThrownBy(endless::summarise).isInstanceOf(LimitExceeded.class).hasMessageContaining("292,000 years");
    }

    @Test
    void agentsTimeThatJustFitsIsExact() {
        Script.Result result = calls(1, 3_000).summarise();
        assertThat(result.overall(Count.PRESENT) + result.overall(Count.PRESENT_AFTER)).isEqualTo(3_000 * WORK_TICKS);
        assertThat(result.of(Kind.GROUP, 0, Count.TALK)).isEqualTo(WORK_TICKS);
    }

    @Test
    void agentsTimeThatDoesNotFitEndsTheRun() {
        assertThatThrownBy(calls(1, 3_100)::summarise).isInstanceOf(LimitExceeded.class).hasMessageContaining("292,000 years");
    }

    @Test
    void theClockEndsTheRunBeforeItWraps() {
        assertThatThrownBy(calls(1_600, 1)::summarise).isInstanceOf(LimitExceeded.class).hasMessageContaining("146,000 years");
        EventQueue queue = new EventQueue();
        queue.schedule(EventQueue.LAST_TICK, 0, 0);
        for (long tick : new long[] {EventQueue.LAST_TICK + 1, Long.MAX_VALUE, EventQueue.LAST_TICK + EventQueue.LAST_TICK, -1}) {
            assertThatThrownBy(() -> queue.schedule(tick, 0, 0)).isInstanceOf(LimitExceeded.class).hasMessageContaining("146,000 years");
        }
    }

    @Test
    void eventsEndTheRunBeforeTheirNumberReachesTheirCode() throws ReflectiveOperationException {
        EventQueue queue = new EventQueue();
        Field scheduled = EventQueue.class.getDeclaredField("sequence");
        scheduled.setAccessible(true);
        scheduled.setLong(queue, EventQueue.MOST_EVENTS - 1);
        long last = queue.schedule(7, Events.ARRIVAL, EventQueue.MAX_SUBJECT);
        assertThat(EventQueue.code(last)).isEqualTo(Events.ARRIVAL);
        assertThat(EventQueue.subject(last)).isEqualTo(EventQueue.MAX_SUBJECT);
        assertThatThrownBy(() -> queue.schedule(7, Events.ARRIVAL, 0)).isInstanceOf(LimitExceeded.class).hasMessageContaining("8,589,934,592 events");
    }

    @Test
    void peopleEndTheRunBeforeTheirNumberReachesTheNumberOfAnEvent() {
        Contacts contacts = new Contacts(3, 1 << 12);
        contacts.clear();
        int last = 0;
        for (int i = 0; i < (1 << 12) - 3; i++) {
            last = Math.max(last, contacts.take(0, 0, i, i, 0, 0));
        }
        assertThat(last).isEqualTo((1 << 12) - 1);
        assertThatThrownBy(() -> contacts.take(0, 0, 0, 0, 0, 0)).isInstanceOf(LimitExceeded.class).hasMessageContaining("more than 4093 people");
    }

    @Test
    void countsOfJoinedBatchesDoNotWrap() {
        RunSummary one = new RunSummary(0, offered(5), new short[][] {{0}}, new int[][] {{Integer.MAX_VALUE - 1}}, new int[1][101]);
        RunSummary two = new RunSummary(0, offered(5), new short[][] {{0}}, new int[][] {{1}}, new int[1][101]);
        assertThat(RunSummary.sum(List.of(one, two)).waitCounts()[0][0]).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> RunSummary.sum(List.of(one, two, two))).isInstanceOf(LimitExceeded.class);
        RunSummary much = new RunSummary(0, offered(Long.MAX_VALUE), new short[][] {{0}}, new int[][] {{1}}, new int[1][101]);
        assertThatThrownBy(() -> RunSummary.sum(List.of(one, much))).isInstanceOf(LimitExceeded.class);
    }

    private static long[] offered(long number) {
        long[] row = new long[Count.COLUMNS];
        row[Count.OFFERED] = number;
        return row;
    }

    @Test
    void programsThatAreTooLargeAreRefused() {
        Program p = calls(1, 1).compile();
        withAgents(p, Program.MOST_AGENTS, p.horizon());
        assertThatThrownBy(() -> withAgents(p, Program.MOST_AGENTS + 1, p.horizon()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("agents: 1000001, must be at most 1000000");
        assertThatThrownBy(() -> withAgents(p, -5, p.horizon())).isInstanceOf(IllegalArgumentException.class);
        Program.Horizon century = new Program.Horizon(100 * 31_557_600_000_000L, false, 0, 1, 0);
        withAgents(p, 1_461, century);
        assertThatThrownBy(() -> withAgents(p, 1_462, century))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("agents × horizon: ");
        assertThatThrownBy(() -> withAgents(p, 1_000_000, century)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Program withAgents(Program p, int agents, Program.Horizon horizon) {
        Program.Groups groups = new Program.Groups(new int[] {0, agents}, p.groups().desk(), p.groups().employer(), p.groups().speed(), p.groups().byShift(), p.groups().chats());
        return p.with(Program::horizon, horizon).with(Program::groups, groups);
    }
}
