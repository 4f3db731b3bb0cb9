package mergedesk.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import mergedesk.docs.GeneratedTable;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
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
    @Test
    void passesOnMillions() throws IOException {
        StringBuilder table = new StringBuilder("| Words one after the other | Words | Tests | Least probability on either side |\n|---|---|---|---|\n");
        sources().forEach((name, source) -> {
            Map<String, Double> p = probabilities(source, MANY);
            double least = p.values().stream().mapToDouble(x -> Math.min(x, 1 - x)).min().orElseThrow();
            table.append(String.format(Locale.ROOT, "| %s | %,d | %d | %.2g |%n", name, MANY, p.size(), least));
            check(name, p);
        });
        GeneratedTable.check("evidence.md", "streams", table.toString().replace("\r\n", "\n"));
    }

    /** A draw as a function of its whole key: seed, replication, purpose, flow, civil day, ordinal, attempt. */
    private static long draw(long[] key) {
        long day = Streams.dayKey(Streams.runKey(key[0], key[1]), Streams.CONTACT, key[3], (int) key[4]);
        return Streams.bits(Streams.ordinalKey(day, (int) key[5]), key[2], (int) key[6]);
    }

    /** Avalanche: one other bit anywhere in the key changes every bit of the draw half the time. */
    @Test
    void anyBitOfTheKeyChangesHalfOfTheDraw() {
        int[] widths = {64, 31, 64, 64, 31, 31, 8};
        int keys = 512;
        for (int part = 0; part < widths.length; part++) {
            for (int bit = 0; bit < widths[part]; bit++) {
                double[] changed = new double[64];
                for (int i = 0; i < keys; i++) {
                    long[] key = {i, i & 7, OF_CONTACTS[i & 3], Streams.mix(i >> 3), 14_000 + i, i * 31, i & 3};
                    long before = draw(key);
                    key[part] ^= 1L << bit;
                    long after = draw(key) ^ before;
                    for (int b = 0; b < 64; b++) {
                        changed[b] += after >>> b & 1;
                    }
                }
                double chi = Arrays.stream(changed).map(c -> (c - keys / 2.0) * (c - keys / 2.0) / (keys / 4.0)).sum();
                double p = new ChiSquaredDistribution(null, 64).cumulativeProbability(chi);
                assertThat(p).as("bit %s of part %s", bit, part).isBetween(LEAST, 1 - LEAST);
            }
        }
    }

    /** Work and patience of the same and of neighbouring people, flows and replications, as times. */
    @Test
    void timesOfDifferentStreamsAreUncorrelated() {
        Map<String, IntToLongFunction> others = new LinkedHashMap<>();
        others.put("patience", i -> Streams.bits(Streams.ordinalKey(DAY, i), Streams.PATIENCE, 0));
        others.put("after-call work", i -> Streams.bits(Streams.ordinalKey(DAY, i), Streams.AFTER_CALL));
        others.put("the next person", i -> Streams.bits(Streams.ordinalKey(DAY, i + 1), Streams.WORK));
        others.put("gaps between arrivals", i -> Streams.ordinalKey(Streams.dayKey(RUN, Streams.ARRIVAL, FLOW, 9_131), i));
        others.put("another flow", i -> work(RUN, Streams.mix(78), 9_131, i));
        others.put("another day", i -> work(RUN, FLOW, 9_132, i));
        others.put("another replication", i -> work(Streams.runKey(20_261_122, 1), FLOW, 9_131, i));
        others.put("another seed", i -> work(Streams.runKey(20_261_123, 0), FLOW, 9_131, i));
        double[] work = new double[QUICK];
        Arrays.setAll(work, i -> Exponential.of(work(RUN, FLOW, 9_131, i)));
        others.forEach((name, source) -> {
            double[] other = new double[QUICK];
            Arrays.setAll(other, i -> Exponential.of(source.applyAsLong(i)));
            assertThat(Math.abs(Fit.correlation(work, other)) * Math.sqrt(QUICK)).as(name).isLessThan(4.5);
        });
    }

    /** 16 million draws of 8 replications, 64 flows, 32 days, 8 purposes, 128 people: two equal ones would be a chance of 1 in 131,072. */
    @Tag("nightly")
    @Test
    void neverCollide() {
        long[] draws = new long[1 << 24];
        Arrays.parallelSetAll(draws, i -> draw(new long[] {
            1, i & 7, OF_CONTACTS[i >> 3 & 7], Streams.mix(i >> 6 & 63), 14_000 + (i >> 12 & 31), i >> 17, 0
        }));
        Arrays.parallelSort(draws);
        int equal = 0;
        for (int i = 1; i < draws.length; i++) {
            equal += draws[i] == draws[i - 1] ? 1 : 0;
        }
        assertThat(equal).isZero();
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
