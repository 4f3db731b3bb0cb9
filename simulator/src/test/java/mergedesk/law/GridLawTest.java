package mergedesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import mergedesk.experiment.Tracing;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Time scaling to the tick: where all lengths are whole seconds and nothing hangs on the calendar, a desk whose every length of time is k times as long does
 * the same, k times as late. Patience, balking, retries, lines, priorities, skills, speeds and rows that open later are all there. {@code -Dseed=17} repeats
 * one.
 */
class GridLawTest {
    static LongStream seeds() {
        return Long.getLong("seed") != null ? LongStream.of(Long.getLong("seed")) : LongStream.range(0, 20);
    }

    static LongStream moreSeeds() {
        return LongStream.range(1_000, 1_000 + Integer.getInteger("scenarios", 500));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void timeScalesToTheTick(long seed) {
        check(seed);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void timeScalesToTheTickInMoreScenarios(long seed) {
        check(seed);
    }

    private static void check(long seed) {
        int k = 2 + (int) (seed % 2);
        List<String> found = trace(desk(seed, k), seed, 1);
        assertThat(found).as("-Dseed=%d", seed).isEqualTo(trace(desk(seed, 1), seed, k)).hasSizeGreaterThan(300);
    }

    /** The sorted trace, ticks times {@code factor}. */
    private static List<String> trace(Program program, long seed, int factor) {
        List<String> lines = new ArrayList<>();
        Tracing.trace(program, seed, 0, line -> {
            String text = line.toString();
            int comma = text.indexOf(',');
            lines.add(String.format("%015d%s", factor * Long.parseLong(text.substring(0, comma)), text.substring(comma)));
        });
        lines.sort(null);
        return lines;
    }

    private static Program desk(long seed, int k) {
        Random random = new Random(seed);
        Script script = new Script()
                .time("start: 2011-01-03, length: " + 2 * k + " h")
                .with("councils: {north: , south: }\nservices: {housing: , tax: }");
        script.desk("desk", "home_first: " + 30 * k + " s" + (random.nextBoolean() ? ", lines: " + (3 + random.nextInt(6)) : ""));
        int flows = 2 + random.nextInt(3);
        for (int flow = 0; flow < flows; flow++) {
            double[] times = random.doubles(120, 0, 7_200).map(second -> k * Math.floor(second / 10) * 10).sorted().toArray();
            script.calls("f" + flow, "key: people" + flow + (random.nextBoolean() ? ", council: north" : ", council: south")
                    + (flow > 0 && random.nextBoolean() ? ", service: housing" : ", service: tax") + ", priority: " + (1 + random.nextInt(2))
                    + ", work: " + seconds(k, 20 * (1 + random.nextInt(15))) + (random.nextBoolean() ? ", after_call: " + seconds(k, 40) : "")
                    + ", patience: " + seconds(k, 30 * (1 + random.nextInt(8))) + (random.nextBoolean() ? ", balk: 20 %" : "")
                    + (random.nextBoolean() ? ", retry: {probability: 70 %, limit: 3, delay: " + seconds(k, 10 * (1 + random.nextInt(60))) + "}" : ""), times);
        }
        script.agents("all", "staffing: " + (1 + random.nextInt(3)));
        script.agents("north", "employer: north, staffing: " + (1 + random.nextInt(2)) + ", speed: {tax: 2, housing: 1.25}");
        script.agents("south", "employer: south, skills: [tax], staffing: " + random.nextInt(3));
        if (random.nextBoolean()) {
            script.with("routing: [{flow: f0, group: all, rank: 2}, {flow: f0, group: north, after: " + 20 * k + " s, preference: 2}, {flow: f1, group: south, after: "
                    + 10 * k + " s}, {flow: f1, group: all}]");
        }
        return script.compile();
    }

    private static String seconds(int k, int seconds) {
        return Script.seconds(k * seconds);
    }
}
