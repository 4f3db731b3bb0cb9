package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every queue that is measured gives events back in order. */
class PendingQueueTest {
    private static final int SUBJECTS = 3_000;

    private record Expected(long tick, long sequence, int subject) {}

    /** Grows, holds and shrinks in turns, with many equal ticks; ever compared with a sorted set. */
    @ParameterizedTest
    @EnumSource
    void isInOrderOfTickThenOfAdding(PendingQueue kind) {
        PendingEvents queue = kind.create(SUBJECTS);
        TreeSet<Expected> sorted =
                new TreeSet<>(Comparator.comparingLong(Expected::tick).thenComparingLong(Expected::sequence));
        Random random = new Random(20_261_122);
        boolean[] pending = new boolean[SUBJECTS];
        long now = 0;
        for (int step = 0; step < 60_000; step++) {
            double growth = Math.sin(step / 4_000.0); // from few to many and back
            int subject = random.nextInt(SUBJECTS);
            if (!pending[subject] && (sorted.isEmpty() || random.nextDouble() < 0.5 + growth / 2)) {
                long delay =
                        random.nextInt(4) == 0 ? random.nextInt(3) : (long) (-Math.log(random.nextDouble()) * 5_000);
                pending[subject] = true;
                queue.add(now + delay, subject);
                sorted.add(new Expected(now + delay, step, subject));
            } else if (!sorted.isEmpty()) {
                Expected first = sorted.pollFirst();
                assertThat(queue.removeEarliest()).as("tick at step %d", step).isEqualTo(first.tick);
                assertThat(queue.subject()).as("subject at step %d", step).isEqualTo(first.subject);
                pending[first.subject] = false;
                now = first.tick;
            }
        }
    }

    /** The clock of the hold model advances by the mean delay over the number pending. */
    @ParameterizedTest
    @EnumSource
    void holdModelAdvancesAsItShould(PendingQueue kind) {
        Hold hold = new Hold(kind.create(500), 500);
        hold.run(200_000);
        double expected = 200_000 / 500.0 * Hold.MEAN_DELAY;
        assertThat(hold.now()).isBetween((long) (0.98 * expected), (long) (1.02 * expected));
    }
}
