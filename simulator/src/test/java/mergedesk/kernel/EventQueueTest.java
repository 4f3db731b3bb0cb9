package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    private static final int[] CODES = {
        Events.INTERVAL, Events.TIMETABLE, Events.BREAK_END, Events.SERVICE_END, Events.RETURN, Events.PATIENCE_END, Events.OVERFLOW
    };

    private record At(long tick, int code, long order) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            int byTick = Long.compare(tick, other.tick);
            int byCode = byTick != 0 ? byTick : Integer.compare(code, other.code);
            return byCode != 0 ? byCode : Long.compare(order, other.order);
        }
    }

    private final EventQueue queue = new EventQueue();
    private final TreeMap<At, Integer> reference = new TreeMap<>();
    private long scheduled;

    @Test
    void isEmptyUntilSomethingIsScheduled() {
        assertThat(queue.headTick()).isEqualTo(Ticks.NEVER);
        queue.schedule(5, Events.RETURN, 7);
        assertThat(queue.headTick()).isEqualTo(5);
        assertThat(EventQueue.code(queue.headKey())).isEqualTo(Events.RETURN);
        assertThat(EventQueue.subject(queue.headKey())).isEqualTo(7);
        queue.removeHead();
        assertThat(queue.headTick()).isEqualTo(Ticks.NEVER);
    }

    @Test
    void runsEqualTicksByCodeThenInOrderOfScheduling() {
        add(9, Events.PATIENCE_END, 1);
        add(9, Events.SERVICE_END, 3);
        add(9, Events.PATIENCE_END, 0);
        add(9, Events.SERVICE_END, 2);
        add(8, Events.OVERFLOW, 4);
        add(9, Events.INTERVAL, 5);
        for (int subject : new int[] {4, 5, 3, 2, 1, 0}) {
            queue.headTick();
            assertThat(EventQueue.subject(queue.headKey())).isEqualTo(subject);
            queue.removeHead();
        }
    }

    @Test
    void givesEveryEventAKeyOfItsOwnThatTellsCodeAndSubject() {
        long first = queue.schedule(1, Events.OVERFLOW, EventQueue.MAX_SUBJECT);
        long second = queue.schedule(1, Events.OVERFLOW, EventQueue.MAX_SUBJECT);
        assertThat(second).isGreaterThan(first);
        assertThat(first).isGreaterThanOrEqualTo(EventQueue.firstKey(Events.OVERFLOW)).isPositive();
        assertThat(EventQueue.code(first)).isEqualTo(Events.OVERFLOW);
        assertThat(EventQueue.subject(first)).isEqualTo(EventQueue.MAX_SUBJECT);
        assertThat(queue.schedule(1, Events.PATIENCE_END, 0)).isLessThan(EventQueue.firstKey(Events.OVERFLOW));
    }

    /** The last class, the last code: nothing spills into the sign or into the sequence. */
    @Test
    void hasRoomForEveryCode() {
        int last = (1 << Events.CODE_BITS) - 1;
        long key = queue.schedule(1, last, EventQueue.MAX_SUBJECT);
        assertThat(key).isPositive();
        assertThat(EventQueue.code(key)).isEqualTo(last);
        assertThat(EventQueue.subject(key)).isEqualTo(EventQueue.MAX_SUBJECT);
        assertThat(EventQueue.firstKey(last) - EventQueue.firstKey(last - 1)).isEqualTo(EventQueue.MOST_EVENTS * (EventQueue.MAX_SUBJECT + 1L));
        assertThatThrownBy(() -> queue.schedule(1, last + 1, 0)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> queue.schedule(1, last, EventQueue.MAX_SUBJECT + 1)).isInstanceOf(AssertionError.class);
    }

    /** Each seed mixes growing, shrinking and steady phases, bursts at one tick, schedules into the hole, and a clear now and then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesWhatASortedMapDoes(long seed) {
        Random random = new Random(seed);
        long now = 0;
        int ticks = 1 << random.nextInt(12); // from every event at one tick to hardly any tie
        for (int step = 0; step < 60_000; step++) {
            int growth = step / 5_000 % 3; // 0 grows, 1 holds, 2 shrinks
            boolean removes = reference.isEmpty() ? false : random.nextInt(4) > (growth == 0 ? 2 : growth == 1 ? 1 : 0);
            if (removes) {
                now = removeAndCompare();
                if (growth == 1) {
                    add(now + random.nextInt(ticks), CODES[random.nextInt(CODES.length)], random.nextInt(1_000));
                }
            } else {
                add(now + random.nextInt(ticks), CODES[random.nextInt(CODES.length)], random.nextInt(1_000));
            }
            if (random.nextInt(20_000) == 0) {
                queue.clear();
                reference.clear();
            }
        }
        while (!reference.isEmpty()) {
            removeAndCompare();
        }
        assertThat(queue.headTick()).isEqualTo(Ticks.NEVER);
    }

    @Test
    void survivesClearingWithAHoleAndStartsItsSequenceAgain() {
        long first = queue.schedule(3, Events.RETURN, 1);
        queue.schedule(4, Events.RETURN, 2);
        queue.headTick();
        queue.removeHead();
        queue.clear();
        assertThat(queue.headTick()).isEqualTo(Ticks.NEVER);
        assertThat(queue.schedule(9, Events.RETURN, 1)).isEqualTo(first);
        assertThat(queue.headTick()).isEqualTo(9);
    }

    @Test
    void keepsOrderWhenItGrowsAtATieOfThousands() {
        for (int subject = 0; subject < 5_000; subject++) {
            queue.schedule(1, Events.RETURN, subject);
        }
        for (int subject = 0; subject < 5_000; subject++) {
            queue.headTick();
            assertThat(EventQueue.subject(queue.headKey())).isEqualTo(subject);
            queue.removeHead();
        }
    }

    @Test
    void ordersTheLatestTicksToo() {
        queue.schedule(EventQueue.LAST_TICK, Events.RETURN, 1);
        queue.schedule(0, Events.RETURN, 2);
        queue.schedule(EventQueue.LAST_TICK - 1, Events.RETURN, 3);
        for (int subject : new int[] {2, 3, 1}) {
            queue.headTick();
            assertThat(EventQueue.subject(queue.headKey())).isEqualTo(subject);
            queue.removeHead();
        }
    }

    private void add(long tick, int code, int subject) {
        queue.schedule(tick, code, subject);
        reference.put(new At(tick, code, scheduled++), subject);
    }

    private long removeAndCompare() {
        var expected = reference.pollFirstEntry();
        assertThat(queue.headTick()).isEqualTo(expected.getKey().tick());
        assertThat(EventQueue.code(queue.headKey())).isEqualTo(expected.getKey().code());
        assertThat(EventQueue.subject(queue.headKey())).isEqualTo(expected.getValue());
        queue.removeHead();
        return expected.getKey().tick();
    }

    @Test
    void whatIsForgottenStaysStale() {
        long key = queue.schedule(5, Events.RETURN, 1);
        queue.forgetAll();
        assertThat(queue.headTick()).isEqualTo(Ticks.NEVER);
        assertThat(queue.schedule(5, Events.RETURN, 1)).isNotEqualTo(key);
        queue.clear();
        assertThat(queue.schedule(5, Events.RETURN, 1)).as("as in a queue that was never used").isEqualTo(key);
    }
}
