package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Totals;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is a function of (program, seed, replication): how it is driven changes no bit. */
class BitExactnessTest {
    /** A kernel with its recorder and the lines that it has traced. */
    private static final class Engine {
        private final List<String> lines = new ArrayList<>();
        private Totals totals;
        private final Kernel kernel;

        Engine(Program program) {
            kernel = new Kernel(program, state -> new Both(new Trace(state, line -> lines.add(line.toString())), totals = new Totals(state)));
        }

        void start(int replication) {
            lines.clear();
            kernel.reset(3, replication);
        }

        List<Object> finish() {
            kernel.runUntil(Ticks.NEVER);
            List<Object> left = new ArrayList<>(lines);
            for (RunSummary summary : totals.finish()) {
                left.add(summary.replication());
                left.add(summary.rows());
                left.add(summary.numbers());
                left.add(summary.waitBins());
                left.add(summary.waitCounts());
                left.add(summary.days());
            }
            return left;
        }
    }

    private static List<Object> straight(Program program, int replication) {
        Engine engine = new Engine(program);
        engine.start(replication);
        return engine.finish();
    }

    private static void assertSame(List<Object> actual, List<Object> expected) {
        assertThat(Arrays.deepEquals(actual.toArray(), expected.toArray())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"length: 2 days", "length: 50 h, end: cut, warm_up: 7 h, batches: 3"})
    void runsInSlicesAsInOneGo(String time) {
        Program program = Script.everything(time).compile();
        List<Object> expected = straight(program, 0);
        long[] eventTicks = expected.stream().filter(String.class::isInstance).mapToLong(line -> Long.parseLong(((String) line).split(",")[0])).toArray();
        Engine engine = new Engine(program);
        Random random = new Random(1);
        for (int way = 0; way < 4; way++) {
            engine.start(0);
            long until = 0;
            while (until < program.horizon().endTick() + Ticks.PER_SECOND) {
                until += switch (way) {
                    case 0 -> random.nextInt(4) * 500_000L; // some slices of length zero
                    case 1 -> 1_800_000_000L; // where intervals begin
                    case 2 -> 1 + random.nextInt(2_000_000_000);
                    default -> nextOf(eventTicks, until) - until; // where events are
                };
                engine.kernel.runUntil(until);
                assertThat(engine.kernel.now()).isEqualTo(until);
            }
            assertSame(engine.finish(), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1_000})
    void pausesAfterAnyNumberOfEventsAsIfItHadNot(long events) {
        Program program = Script.everything("length: 2 days").compile();
        Engine engine = new Engine(program);
        engine.start(0);
        long pauses = 0;
        while (!engine.kernel.runUntil(Ticks.NEVER, events)) {
            pauses++;
        }
        List<Object> found = engine.finish();
        assertThat(pauses).isBetween(10_000 / events, 100_000 / events);
        assertSame(found, straight(program, 0));
    }

    /** Two hundred people ring a closed desk 501 times each, all at one moment of time. */
    @Test
    void pausesInsideAMoment() {
        double[] sameSecond = new double[200];
        Program program = new Script()
                .desk("desk", "opening: {tue: 09:00-10:00}")
                .calls("a", "work: " + Script.seconds(60) + ", retry: {probability: 100 %, limit: 500, delay: {distribution: empirical, values: [0 s]}}", sameSecond)
                .agents("team", "staffing: 1")
                .compile();
        Engine engine = new Engine(program);
        engine.start(0);
        int pauses = 0;
        while (!engine.kernel.runUntil(1, 1_000)) {
            assertThat(engine.kernel.now()).isZero();
            pauses++;
        }
        assertThat(pauses).isEqualTo(100);
    }

    /** What time.interval says of itself. Abandonments may be told at other moments; each still bears its own tick. */
    @ParameterizedTest
    @ValueSource(strings = {"length: 2 days", "length: 50 h, end: cut, warm_up: 7 h, batches: 3"})
    void intervalsOfReportsChangeNothingThatHappens(String time) {
        List<List<String>> traces = new ArrayList<>();
        for (String interval : List.of("15 min", "30 min", "60 min")) {
            Engine engine = new Engine(Script.everything(time + ", interval: " + interval)
                    .volume("d", "council: south, desk: night, volume: 400 / day, work: {by_time: {\"09:10\": {distribution: exponential, mean: 4 min}, \"13:47\": "
                            + "{distribution: exponential, mean: 2 min}}}, patience: {by_time: {\"03:03\": " + Script.seconds(40) + ", \"16:01\": " + Script.seconds(400) + "}}")
                    .compile());
            engine.start(0);
            engine.finish();
            engine.lines.removeIf(line -> Long.parseLong(line.split(",")[0]) >= 180_000_000_000L); // a run that is cut ends with an interval
            engine.lines.sort(null);
            traces.add(List.copyOf(engine.lines));
        }
        assertThat(traces.get(0)).hasSizeGreaterThan(10_000);
        assertThat(traces.get(1)).isEqualTo(traces.get(0));
        assertThat(traces.get(2)).isEqualTo(traces.get(0));
    }

    private static long nextOf(long[] ticks, long after) {
        int at = Arrays.binarySearch(ticks, after + 1);
        at = at >= 0 ? at : -1 - at;
        return at < ticks.length ? ticks[at] : Ticks.NEVER / 2;
    }

    @ParameterizedTest
    @ValueSource(strings = {"length: 2 days", "length: 50 h, end: cut, warm_up: 7 h, batches: 3"})
    void runsAUsedKernelAsAFreshOne(String time) {
        Program program = Script.everything(time).compile();
        Engine used = new Engine(program);
        used.start(99);
        used.kernel.runUntil(program.horizon().endTick() / 3); // given up in the middle
        for (int replication = 0; replication < 6; replication++) {
            used.start(replication);
            assertSame(used.finish(), straight(program, replication));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 59_999_999, 60_000_000, 60_000_001})
    void executesEverythingStrictlyBeforeTheEndTick(long until) {
        Program program = new Script().calls("a", "work: " + Script.seconds(60), 0, 30).agents("team", "staffing: 1").compile();
        Engine engine = new Engine(program);
        engine.start(0);
        engine.kernel.runUntil(until);
        assertThat(engine.lines).noneMatch(line -> Long.parseLong(line.split(",")[0]) >= until);
        assertThat(engine.lines).hasSize(until == 0 ? 0 : until <= 60_000_000 ? 4 : 6);
        assertThat(engine.kernel.now()).isEqualTo(until);
    }

    @Test
    void timeDoesNotGoBack() {
        Engine engine = new Engine(Script.everything("length: 1 day").compile());
        engine.start(0);
        engine.kernel.runUntil(3_600 * Ticks.PER_SECOND);
        assertThatThrownBy(() -> engine.kernel.runUntil(Ticks.PER_SECOND)).isInstanceOf(IllegalStateException.class).hasMessageContaining("3600000000");
        assertThat(engine.kernel.now()).isEqualTo(3_600 * Ticks.PER_SECOND);
    }
}
