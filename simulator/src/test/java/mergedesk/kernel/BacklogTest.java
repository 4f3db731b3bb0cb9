package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A queue costs nothing for being long: a desk with too few agents, at which tens of thousands wait, is as quick as the same desk with enough, where nobody does.
 *
 * <p>Compared are processor times for nearly as many events, so that a busy machine does no harm. While every interval looked at all who wait, these
 * ratios were above 100; after the end of a cut run, 28.
 */
class BacklogTest {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int FEWEST_TURNS = 2;
    private static final int MOST_TURNS = 15;
    private static final double ENOUGH_SECONDS = 0.5;
    /** Events of a backlog cost a little more: its people lie beyond the caches. */
    private static final double A_FEW_TIMES = 12;

    private static final String WORK = "work: {distribution: exponential, mean: 5 min}";
    private static final String LONG = "patience: {distribution: exponential, mean: 4000 days}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            endless patience       | length: 120 days                          | volume: 1 / min, WORK |
            long patience          | length: 120 days                          | volume: 1 / min, WORK, LONG |
            one flow endless       | length: 120 days                          | volume: 1 / hour, WORK, patience: {distribution: exponential, mean: 3 min} | volume: 59 / hour, WORK
            one flow finite        | length: 120 days                          | volume: 30 / hour, WORK | volume: 30 / hour, WORK, LONG
            short intervals        | 'length: 60 days, interval: 15 min'       | volume: 1 / min, WORK |
            """)
    void costsNoMoreThanAShortOne(String name, String time, String one, String other) {
        compare(desk(time, one, other, 3), desk(time, one, other, 12));
    }

    /** After the end of a cut run the kernel asks at every interval whether anybody is left who counts; here behind all who came in the warm-up. */
    @Test
    void costsNoMoreAfterTheEnd() {
        String time = "length: 15 days, end: cut, warm_up: 14 days, interval: 15 min";
        String endless = "volume: 10 / min, work: {distribution: constant, mean: 1000 h}";
        compare(desk(time, endless, null, 3), desk(time, "volume: 10 / min, WORK", null, 80));
    }

    /** Agents who are idle look at deferred work again after every event: in vain, one of a group is enough to know. */
    @Test
    void idleAgentsCostNothingWhereNoDeferredWorkWaits() {
        assertThat(timesAsLong(mixedDesk(2_000), mixedDesk(20))).isLessThan(3);
    }

    /** Tickets come back from a hold while thousands wait that nobody has taken up, that are due sooner or later, or that came back as they do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nobody answers in time       | due     | respond_within: 1 h, resolve_within: 5 days, ticket: {HOLD}                                               | 3 | 3
            answers first                | due     | respond_within: 1 h, resolve_within: 90 days, ticket: {HOLD}                                              | 6 | 6
            in order of coming           | arrival | ticket: {HOLD}                                                                                            | 3 | 3
            the second group is too slow | due     | resolve_within: 1 day, ticket: {HOLD, reassign: [{from: first, to: second, chance: 100 %}]}               | 12 | 6
            """)
    void ticketsPassNoBacklog(String name, String order, String ticket, int first, int second) {
        compare(ticketDesk(order, ticket, first, second), ticketDesk(order, ticket, 14, 14));
    }

    private static Program ticketDesk(String order, String ticket, int first, int second) {
        return new Script()
                .time("start: 2025-04-07, length: 40 days")
                .with("channels: {post: {kind: deferred}}\nrouting: [{flow: tickets, group: first}]")
                .desk("desk", "deferred_order: " + order)
                .volume("tickets", filled("channel: post, volume: 1 / min, WORK, " + ticket.replace("HOLD", "holds: [{chance: 100 %, after: {distribution: exponential, mean: 5 min}, length: {distribution: exponential, mean: 1 day}}]")))
                .agents("first", "staffing: " + first)
                .agents("second", "staffing: " + second)
                .compile();
    }

    /** Work that was held for an application comes back into a queue in which thousands wait who need none, in one walk past them. */
    @Test
    void heldWorkComesBackPastNoBacklogTwice() {
        compare(heldDesk(2), heldDesk(14));
    }

    private static Program heldDesk(int agents) {
        return new Script()
                .time("start: 2025-04-07, length: 30 days")
                .with("channels: {post: {kind: deferred}}\napplications: {crm: {failures: {every: {mean: 40 h}, repair: {mean: 20 min}}}}\nservices: {housing: {needs: {crm: {share: 50 %}}}}")
                .volume("letters", filled("channel: post, volume: 1 / min, WORK, resolve_within: 2 days"))
                .agents("team", "staffing: " + agents)
                .compile();
    }

    /** Campaigns look for idle agents when there may be some more, not after each call of a desk where nobody is. */
    @Test
    void campaignsCostNothingWhileNobodyIsIdle() {
        assertThat(timesAsLong(callingDesk(200), callingDesk(1))).isLessThan(3);
    }

    private static Program callingDesk(int campaigns) {
        StringBuilder all = new StringBuilder("campaigns:\n");
        for (int c = 0; c < campaigns; c++) {
            all.append("  c").append(c).append(": {council: north, service: housing, desk: desk, dialling: {distribution: constant, mean: 20 s}, WORK, answered: 30 %, list: 100000}\n");
        }
        return new Script()
                .time("start: 2025-04-07, length: 20 days")
                .with(filled(all.toString()))
                .volume("calls", filled("volume: 3 / min, WORK, patience: {distribution: exponential, mean: 1 h}"))
                .agents("team", "staffing: 3")
                .compile();
    }

    private static Program mixedDesk(int agents) {
        return new Script()
                .time("start: 2025-04-07, length: 10 days")
                .with("channels: {phone: , post: {kind: deferred}}")
                .volume("calls", filled("volume: 2 / min, WORK"))
                .volume("letters", filled("channel: post, volume: 10 / day, WORK"))
                .agents("team", "staffing: " + agents + ", blend: {reserve: 1}")
                .compile();
    }

    private static void compare(Program crowded, Program calm) {
        assertThat(waiting(crowded)).isGreaterThan(15_000);
        assertThat(waiting(calm)).isLessThan(3_000); // of whom tickets on hold are most
        assertThat(timesAsLong(crowded, calm)).isLessThan(A_FEW_TIMES);
    }

    private static Program desk(String time, String one, String other, int agents) {
        Script script = new Script().time("start: 2025-04-07, " + time).volume("a", filled(one));
        if (other != null) {
            script.volume("b", filled(other));
        }
        return script.agents("team", "staffing: " + agents).compile();
    }

    private static String filled(String flow) {
        return flow.replace("WORK", WORK).replace("LONG", LONG);
    }

    /** How many wait at the end of the horizon. */
    private static int waiting(Program program) {
        State[] state = new State[1];
        Kernel kernel = new Kernel(program, s -> {
            state[0] = s;
            return new Totals(s);
        });
        kernel.reset(1, 0);
        kernel.runUntil(program.horizon().endTick());
        return state[0].contacts.inUse() - program.agentCount();
    }

    /**
     * How many times as long one takes as another, by the least processor time of some runs of each. They take turns, as what comes first pays for the compiler and a busy machine slows both; when they are short, more turns are
     * taken.
     */
    private static double timesAsLong(Program one, Program other) {
        double least = Double.MAX_VALUE;
        double leastOther = Double.MAX_VALUE;
        double spent = 0;
        for (int turn = 0; turn < FEWEST_TURNS || (turn < MOST_TURNS && spent < ENOUGH_SECONDS); turn++) {
            double seconds = seconds(one, turn);
            double otherSeconds = seconds(other, turn);
            least = Math.min(least, seconds);
            leastOther = Math.min(leastOther, otherSeconds);
            spent += seconds + otherSeconds;
        }
        return least / leastOther;
    }

    /** Processor time of a run up to the horizon's end and, where that is cut, a week beyond. */
    private static double seconds(Program program, int replication) {
        Kernel kernel = new Kernel(program, Totals::new);
        long start = CLOCK.getCurrentThreadCpuTime();
        kernel.reset(1, replication);
        kernel.runUntil(program.calendar().dayStartTick()[program.calendar().dayCount()]);
        return (CLOCK.getCurrentThreadCpuTime() - start) * 1e-9;
    }
}
