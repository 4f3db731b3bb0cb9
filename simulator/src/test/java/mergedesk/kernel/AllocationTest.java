package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import mergedesk.observe.Count;
import mergedesk.observe.KeptRows;
import mergedesk.observe.Period;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.program.Program;
import mergedesk.stats.KeptMeasures;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After the first run the event loop allocates nothing. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What the virtual machine may allocate for itself in a run, such as call sites that are linked late. */
    private static final long A_LITTLE = 4_096;

    private Totals totals;

    /** The desk of erlang-a-desk.yaml for a day: 14,400 calls, about 45,000 events. */
    private static Program desk(String end) {
        return new Script()
                .time("start: 2001-01-01, " + end)
                .volume("calls", "volume: 10 / min, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}")
                .agents("agents", "staffing: 50")
                .compile();
    }

    private long allocated(Kernel kernel, int replication) {
        kernel.reset(1, replication);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        kernel.runUntil(Ticks.NEVER);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @ValueSource(strings = {"length: 1 day", "length: 1 day, end: cut"})
    void doesNotAllocate(String end) {
        Kernel kernel = new Kernel(desk(end), state -> totals = new Totals(state));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).total(0, Count.OFFERED)).isGreaterThan(14_000);
    }

    /** What is kept of each week and month is summed up where one ends, in the loop. */
    @Test
    void weeksAndMonthsAllocateNothing() {
        Program program = new Script().time("start: 2001-01-01, length: 140 days").volume("calls", "volume: 10 / h, work: {distribution: exponential, mean: 5 min}").agents("agents", "staffing: 2").compile();
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state, KeptMeasures.all(new Scopes(program)).rows()));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).by(Period.WEEK)).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "distribution: constant, mean: 3 min",
                "distribution: exponential, mean: 3 min, at_zero: 10 %",
                "distribution: lognormal, mean: 3 min, cv: 1.2",
                "distribution: gamma, mean: 3 min, cv: 1.5",
                "distribution: gamma, mean: 3 min, cv: 0.6",
                "distribution: weibull, mean: 3 min, shape: 0.7",
                "distribution: uniform, low: 1 min, high: 5 min",
                "distribution: hyperexponential, mean: 3 min, cv: 1.7",
                "distribution: empirical, values: [1 min, 2 min, 6 min]",
                "distribution: triangular, low: 1 min, likely: 2 min, high: 6 min",
                "low: 1 min, likely: 2 min, high: 9 min, shift: 20 s",
                "mixture: [{share: 30 %, length: {distribution: gamma, mean: 3 min, cv: 1.5}}, {share: 70 %, length: {low: 1 min, likely: 2 min, high: 9 min}}]"
            })
    void doesNotAllocateForAnyDistribution(String length) {
        Program program = new Script()
                .time("start: 2001-01-01, length: 1 day")
                .volume("calls", "volume: 10 / min, work: {" + length + "}, patience: {" + length + "}")
                .agents("agents", "staffing: 30")
                .compile();
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).total(0, Count.ANSWERED)).isGreaterThan(8_000);
    }

    @Test
    void doesNotAllocateWhereEveryKindOfEventOccurs() {
        Kernel kernel = new Kernel(Script.everything("length: 2 days").compile(), state -> totals = new Totals(state));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
    }

    @Test
    void doesNotAllocateWhereAgentsHaveSeveralChats() {
        Program program = new Script()
                .time("start: 2001-01-01, length: 1 day")
                .with("channels: {chat: {kind: chat}, phone: }")
                .volume("chats", "channel: chat, volume: 5 / min, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}, "
                        + "patience_in_chat: {distribution: exponential, mean: 30 min}, after_call: {distribution: exponential, mean: 1 min}")
                .volume("calls", "volume: 2 / min, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}")
                .agents("agents", "staffing: {daily: {\"00:00\": 20, \"08:00\": 28, \"18:00\": 22}}, chats: {most: 3, speed_by_load: [1, 0.8, 0.65], calls_with: 1}")
                .compile();
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).total(0, Count.LEFT_IN_CHAT)).isPositive();
    }

    @Test
    void doesNotAllocateForFailures() {
        String fails = "failures: {every: {distribution: weibull, mean: 2 h, shape: 0.7}, repair: {mean: 10 min}, crew: ict}";
        Program program = new Script()
                .time("start: 2001-01-01, length: 7 days")
                .volume("calls", "volume: 5 / min, work: {distribution: exponential, mean: 3 min}")
                .agents("agents", "staffing: 20")
                .with("repair_crews: {ict: {crews: 1}}\ndatacentres: {site: }\nrooms: {room: {datacentre: site, " + fails + "}}\nhosts: {a: {room: room, " + fails + "}, b: {room: room, " + fails + "}}")
                .with("applications: {crm: {hosts: [a], standby: [b], failover: {takes: {mean: 5 min}, during: {repair: waits, standby: cannot}}}, portal: {needs: [crm]}}")
                .compile();
        KeptRows whole = new KeptRows(KeptRows.all(new Scopes(program)).rows(), true); // what is kept by weekday is allocated for each run
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state, whole));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).total(new Scopes(program).row(Scopes.Kind.APPLICATION, 0), Count.OUTAGES)).isGreaterThan(30);
    }

    /** Slow, down, told, held and called about. */
    @Test
    void doesNotAllocateForWhatOutagesDo() {
        String fails = "failures: {every: {mean: 2 h}, repair: {mean: 20 min}}";
        Program program = new Script()
                .time("start: 2001-01-01, length: 7 days")
                .with("channels: {phone: , email: {kind: deferred}}")
                .with("applications: {crm: {" + fails + ", capacity: 40 / min, response: {transactions: 1 / min, slowest: 2}, incidents: {users: {calls: 200}, delay: {mean: 10 min}, working: always, surge: {calls: 1 / min}}}, "
                        + "map: {" + fails + "}}")
                .with("services: {housing: {needs: {crm: {share: 60 %}, map: {share: 50 %, when_down: comes_back, told: {mean: 40 s}, after: {mean: 30 min}}}}}")
                .volume("calls", "channel: phone, volume: 3 / min, work: {distribution: exponential, mean: 3 min}, patience: {distribution: exponential, mean: 5 min}")
                .volume("letters", "channel: email, volume: 1 / min, work: {distribution: exponential, mean: 3 min}")
                .agents("agents", "staffing: 25")
                .compile();
        KeptRows whole = new KeptRows(KeptRows.all(new Scopes(program)).rows(), true);
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state, whole));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).total(0, Count.INCIDENTS)).isGreaterThan(100);
        assertThat(totals.finish().get(0).total(0, Count.CAME_BACK)).isGreaterThan(100);
        assertThat(totals.finish().get(0).total(0, Count.SET_ASIDE)).isGreaterThan(100);
    }

    @Test
    void doesNotAllocateForSelfServiceAndCampaigns() {
        String list = "council: north, service: housing, desk: desk, dialling: {distribution: exponential, mean: 20 s}, answered: 30 %, work: {distribution: exponential, mean: 2 min}";
        Program program = new Script()
                .time("start: 2001-01-01, length: 1 day")
                .with("channels: {phone: , portal: {kind: self_service}}")
                .with("campaigns: {a: {" + list + ", list: 3000, attempts: 3}, b: {" + list + ", mode: predictive, overdial: 1.3}}")
                .volume("calls", "volume: 5 / min, work: {distribution: exponential, mean: 3 min}, patience: {distribution: exponential, mean: 3 min}, "
                        + "self_service: {channel: portal, tries: 50 %, contained: 50 %, delay: {distribution: exponential, mean: 30 min}}")
                .agents("agents", "staffing: 20")
                .agents("slow", "staffing: 5")
                .with("flow_defaults: {work_by_group: {slow: {low: 1 min, likely: 4 min, high: 9 min}}}")
                .compile();
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state));
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isLessThanOrEqualTo(A_LITTLE);
        assertThat(totals.finish().get(0).total(0, Count.CONNECTS)).isGreaterThan(1_000);
    }

    /**
     * Beginning, running and ending a replication of an hour allocate its summary and little else: 7 kB, of which two are for intervals of the desk, or 1.4 kB where only counts of everything together are kept.
     * The limits leave a seventh or more for what a virtual machine lays out in its own way: Java 25 takes 16 bytes more than Java 17.
     */
    @ParameterizedTest
    @CsvSource({"true, 8000", "false, 2000"})
    void aReplicationAllocatesItsSummary(boolean all, long most) {
        Program program = desk("length: 1 h");
        KeptRows kept = all ? KeptRows.all(new Scopes(program)) : new KeptRows(new int[1], false);
        Kernel kernel = new Kernel(program, state -> totals = new Totals(state, kept));
        long fewest = Long.MAX_VALUE;
        for (int replication = 0; replication < 20; replication++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            kernel.reset(1, 0);
            kernel.runUntil(Ticks.NEVER);
            totals.finish();
            fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isBetween(300L, most);
    }

    /** The measurement itself can fail: a recorder behind a proxy boxes its arguments. */
    @Test
    void wouldNoticeAnAllocationPerEvent() {
        Kernel kernel = new Kernel(desk("length: 1 day"), state -> {
            totals = new Totals(state);
            return (Recorder) Proxy.newProxyInstance(
                    Recorder.class.getClassLoader(), new Class<?>[] {Recorder.class}, (proxy, method, arguments) -> method.invoke(totals, arguments));
        });
        allocated(kernel, 0);
        assertThat(allocated(kernel, 0)).isGreaterThan(50_000 * 16L);
    }
}
