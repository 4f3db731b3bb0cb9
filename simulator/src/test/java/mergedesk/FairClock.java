package mergedesk;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Measures work in seconds that are as long on every machine: whatever slows the work also slows a yardstick that is measured right after it, by as much.
 *
 * <p>Counted is processor time of the thread that asks, so that what else the machine does counts little; work of other threads does not count at all.
 */
public final class FairClock {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    /** What the yardstick takes on the machine whose seconds are meant: two cores of a server, at nothing else. */
    private static final double YARDSTICK_SECONDS = 0.012;
    private static final int WORDS = 60_000;
    private static final int WARM_UP = 20;
    private static final int TURNS = 5;

    static {
        DoubleStream.generate(FairClock::yardstick).limit(WARM_UP).sum();
    }

    private FairClock() {}

    /** How long a piece of work takes. */
    public static double secondsOf(Runnable work) {
        double seconds = processorSeconds(work);
        return seconds * YARDSTICK_SECONDS / DoubleStream.generate(FairClock::yardstick).limit(TURNS).sorted().skip(TURNS / 2).findFirst().orElseThrow();
    }

    /** Memory, objects, comparisons: what reading and computing are made of. */
    private static double yardstick() {
        return processorSeconds(() -> {
            Map<String, Integer> counts = new HashMap<>();
            for (int i = 0; i < WORDS; i++) {
                counts.merge(Integer.toString(i * 7_919 % 50_000), 1, Integer::sum);
            }
            String[] words = counts.keySet().toArray(String[]::new);
            Arrays.sort(words);
            if (words.length != counts.size() || counts.get(words[0]) == 0) {
                throw new IllegalStateException();
            }
        });
    }

    private static double processorSeconds(Runnable work) {
        long start = CLOCK.getCurrentThreadCpuTime();
        work.run();
        return (CLOCK.getCurrentThreadCpuTime() - start) * 1e-9;
    }
}
