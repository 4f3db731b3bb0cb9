package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The {@link Battery} on what a simulation reads, interleaved in every way in which keys differ: the first draws of millions of streams one after the other.
 * Keys are fixed, so a test passes always or never; a right mixer fails it once in some thousand choices of keys.
 */
class StreamsBatteryTest {
    private static final int QUICK = 1 << 18;
    private static final int MANY = 1 << 22;
    /** Of a single test, on either side; there are some 300. */
    private static final double LEAST = 1e-7;

    private static final long RUN = Streams.runKey(20_261_122, 0);
    private static final long FLOW = Streams.mix(77);
    private static final long DAY = Streams.dayKey(RUN, Streams.CONTACT, FLOW, 9_131);
    private static final long[] OF_CONTACTS = {
        Streams.WORK, Streams.AFTER_CALL, Streams.PATIENCE, Streams.BALK, Streams.RETRY, Streams.RETRY_DELAY, Streams.WORK ^ 1, Streams.PATIENCE + 1
    };
    private static final long[] OF_DAYS = {Streams.ARRIVAL, Streams.TRACE, Streams.CONTACT, Streams.BUSYNESS};

    /** Word i of each way of interleaving. */
    static Map<String, IntToLongFunction> sources() {
        Map<String, IntToLongFunction> sources = new LinkedHashMap<>();
        sources.put("contacts of a day", i -> Streams.ordinalKey(DAY, i));
        sources.put("purposes of a contact", i -> Streams.bits(Streams.ordinalKey(DAY, i >> 3), OF_CONTACTS[i & 7]));
        sources.put("attempts of a contact", i -> Streams.bits(Streams.ordinalKey(DAY, i >> 2), Streams.PATIENCE, i & 3));
        sources.put("one draw in sequence", i -> sequence(Streams.bits(Streams.ordinalKey(DAY, i >> 2), Streams.WORK), i & 3));
        sources.put("flows, named", i -> work(RUN, Streams.mix(i), 9_131, 0));
        sources.put("flows, numbered", i -> work(RUN, i, 9_131, 0));
        sources.put("civil days", i -> work(RUN, FLOW, i - 1_000, 0));
        sources.put("replications", i -> work(Streams.runKey(1, i), FLOW, 9_131, 0));
        sources.put("seeds", i -> work(Streams.runKey(i, 0), FLOW, 9_131, 0));
        sources.put("purposes of a day", i -> Streams.ordinalKey(Streams.dayKey(RUN, OF_DAYS[i & 3], FLOW, i >> 2), 0));
        sources.put("all at once", StreamsBatteryTest::allAtOnce);
        return sources;
    }

    static Stream<Map.Entry<String, IntToLongFunction>> entries() {
        return sources().entrySet().stream();
    }

    private static long work(long runKey, long flow, int day, int ordinal) {
        return Streams.bits(Streams.ordinalKey(Streams.dayKey(runKey, Streams.CONTACT, flow, day), ordinal), Streams.WORK);
    }

    private static long sequence(long bits, int steps) {
        return steps == 0 ? bits : sequence(Streams.next(bits), steps - 1);
    }

    /** 4 replications × 4 flows × 8 days × 8 purposes, of one contact after the other. */
    private static long allAtOnce(int i) {
        long day = Streams.dayKey(Streams.runKey(1, i & 3), Streams.CONTACT, Streams.mix(i >> 2 & 3), i >> 4 & 7);
        return Streams.bits(Streams.ordinalKey(day, i >> 10), OF_CONTACTS[i >> 7 & 7]);
    }

    private static Map<String, Double> probabilities(IntToLongFunction source, int count) {
        long[] words = new long[count];
        Arrays.setAll(words, source::applyAsLong);
        return Battery.of(words);
    }

    private static void check(String name, Map<String, Double> probabilities) {
        probabilities.forEach((test, p) -> assertThat(p).as("%s: %s", name, test).isBetween(LEAST, 1 - LEAST));
        Fit.assertFollows(probabilities.values().stream().mapToDouble(p -> p).toArray(), p -> p);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void passes(Map.Entry<String, IntToLongFunction> source) {
        check(source.getKey(), probabilities(source.getValue(), QUICK));
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("entries")
    void passesOnMillions(Map.Entry<String, IntToLongFunction> source) {
        Map<String, Double> p = probabilities(source.getValue(), MANY);
        double least = p.values().stream().mapToDouble(x -> Math.min(x, 1 - x)).min().orElseThrow();
        System.out.printf(Locale.ROOT, "%s: %d tests, least %.2g%n", source.getKey(), p.size(), least);
        check(source.getKey(), p);
    }

    /** No test is there for show: of each, some sequence that is not random fails it. */
    @Test
    void eachTestFindsSomethingWrong() {
        java.util.Random bits = new java.util.Random(1);
        Map<String, IntToLongFunction> wrong = new LinkedHashMap<>();
        wrong.put("counter", i -> i);
        wrong.put("golden steps without a mixer", i -> i * 0x9e3779b97f4a7c15L);
        wrong.put("congruential", i -> {
            long word = bits.nextLong();
            return word << 32 | word >>> 47;
        });
        wrong.put("every word twice", i -> Streams.mix(i / 2 * 0x9e3779b97f4a7c15L));
        wrong.put("streams that begin alike", i -> Streams.mix((i >> 6 & 0xff) + (i & 63)));
        Map<String, Integer> found = new LinkedHashMap<>();
        wrong.forEach((name, source) -> probabilities(source, QUICK).forEach(
                (test, p) -> found.merge(test, p < LEAST || p > 1 - LEAST ? 1 : 0, Integer::sum)));
        assertThat(found).allSatisfy((test, times) -> assertThat(times).as(test).isPositive());
    }
}
