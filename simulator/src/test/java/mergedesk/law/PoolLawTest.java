package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One pool of equal agents, first come first served, nobody gives up: laws that hold for every single contact, because the n-th start is the latest of its
 * arrival, the start before it and the moment at which fewer agents are busy than there should be (Kiefer and Wolfowitz 1955). {@code -Dseed=17} repeats one.
 */
class PoolLawTest {
    private static final String[] LENGTHS = {
        "{distribution: exponential, mean: %d s}",
        "{distribution: lognormal, mean: %d s, cv: 200 %%}",
        "{distribution: constant, mean: %d s}",
        "{distribution: erlang, mean: %d s, phases: 2}",
        "{distribution: hyperexponential, mean: %d s, cv: 250 %%}",
    };

    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : LongStream.range(0, 15);
    }

    static LongStream moreSeeds() {
        return LongStream.range(1_000, 1_000 + Integer.getInteger("scenarios", 500));
    }

    private static String length(Random random, int seconds) {
        return LENGTHS[random.nextInt(LENGTHS.length)].formatted(seconds);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAgentMoreMakesNobodyWaitLonger(long seed) {
        checkStaff(seed);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void anAgentMoreMakesNobodyWaitLongerInMoreScenarios(long seed) {
        checkStaff(seed);
    }

    private static void checkStaff(long seed) {
        Map<String, Starts.Start> few = Starts.of(pool(seed, 0), seed);
        Map<String, Starts.Start> more = Starts.of(pool(seed, 1), seed);
        assertThat(more.keySet()).isEqualTo(few.keySet()).hasSizeGreaterThan(100);
        long better = few.keySet().stream()
                .filter(contact -> {
                    long before = few.get(contact).waitTicks();
                    long now = more.get(contact).waitTicks();
                    assertThat(now).as("wait of %s with an agent more, -Dseed=%d", contact, seed).isLessThanOrEqualTo(before);
                    return now < before;
                })
                .count();
        assertThat(better).as("contacts that wait less").isPositive();
    }

    /** Several flows in one queue, agents by the hour who come and go while it is open, after-call work, random days, many contacts at one tick. */
    private static Program pool(long seed, int extra) {
        Random random = new Random(seed);
        StringBuilder table = new StringBuilder("\"00:00\": " + (2 + extra));
        int agents = 0;
        for (int hour = 1; hour < 24; hour++) {
            int present = 1 + random.nextInt(6);
            agents += present;
            table.append(String.format(", \"%02d:%02d\": %d", hour, 10 * random.nextInt(6), present + extra));
        }
        int flows = 1 + random.nextInt(3);
        int talk = 60 * (1 + random.nextInt(6));
        int wrap = random.nextBoolean() ? 30 : 0;
        int volume = (int) (agents / 23.0 * 86_400 / (talk + wrap) * (0.7 + 0.3 * random.nextDouble()) / flows);
        Script script = new Script().time("start: 2011-01-03, length: 1 day").with("busyness: {all: {cv: 20 %}}");
        for (int flow = 0; flow < flows; flow++) {
            script.volume("f" + flow, "key: people" + flow + ", volume: " + volume + " / day, work: " + length(random, talk)
                    + (wrap > 0 ? ", after_call: " + length(random, wrap) : ""));
        }
        double[] together = random.doubles(60, 0, 86_400).map(second -> Math.floor(second / 600) * 600).toArray();
        script.calls("grid", "key: grid, work: " + Script.seconds(talk), together);
        return script.agents("pool", "staffing: {daily: {" + table + "}}").compile();
    }

    /** Rates times k, lengths of time over k: every start comes at the k-th part of its tick. */
    @ParameterizedTest
    @MethodSource("seeds")
    void timeScalesWithinRounding(long seed) {
        checkScale(seed);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void timeScalesWithinRoundingInMoreScenarios(long seed) {
        checkScale(seed);
    }

    /**
     * Every arrival and every length is rounded to a tick, and a start moves by no more than what all the lengths before it moved by, because maxima and
     * order statistics do not enlarge differences.
     */
    private static void checkScale(long seed) {
        int k = 2 + (int) (seed % 3);
        Map<String, Starts.Start> slow = Starts.of(constant(seed, 1), seed);
        Map<String, Starts.Start> fast = Starts.of(constant(seed, k), seed);
        assertThat(fast.keySet()).isEqualTo(slow.keySet()).hasSizeGreaterThan(100);
        long mostTicks = 2L * (k + 1) * (slow.size() + 1);
        slow.forEach((contact, start) -> {
            long difference = k * fast.get(contact).tick() - start.tick();
            assertThat(Math.abs(difference)).as("%d × the fast start of %s against the slow one, -Dseed=%d", k, contact, seed).isLessThanOrEqualTo(mostTicks);
        });
    }

    /** One flow, as many agents all the time, inside one civil day: nothing of the calendar is left. */
    private static Program constant(long seed, int k) {
        Random random = new Random(seed);
        int agents = 2 + random.nextInt(8);
        int talk = 10 * 12 * (1 + random.nextInt(3));
        int wrap = random.nextBoolean() ? 12 * 5 : 0;
        int hours = 12;
        double perDay = agents * 86_400.0 / (talk + wrap) * (0.8 + 0.3 * random.nextDouble());
        return new Script()
                .time("start: 2011-01-03, length: " + hours * 60 / k + " min")
                .volume("f", "volume: " + Math.round(perDay) * k + " / day, work: " + length(random, talk / k) + (wrap > 0 ? ", after_call: " + length(random, wrap / k) : ""))
                .agents("pool", "staffing: " + agents)
                .compile();
    }
}
