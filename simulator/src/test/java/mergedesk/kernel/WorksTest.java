package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ends of work by hand, in ticks: remaining −= ⌊elapsed × speed⌋, end = now + ⌈remaining / speed⌉. */
class WorksTest {
    private final EventQueue queue = new EventQueue();
    private final Works works = new Works(3);

    @BeforeEach
    void clear() {
        works.clear();
    }

    private void end(int work, long tick) {
        works.endBy(work, queue.schedule(tick, Events.SERVICE_END, work));
    }

    private long nextEnd() {
        while (true) {
            long tick = queue.headTick();
            long key = queue.headKey();
            queue.removeHead();
            if (EventQueue.code(key) == Events.SERVICE_END && works.endsBy(EventQueue.subject(key), key)) {
                works.end(EventQueue.subject(key));
                return tick;
            }
            assertThat(tick).as("every end is found").isLessThan(Long.MAX_VALUE);
        }
    }

    @Test
    void takesItsLengthAtSpeedOne() {
        end(1, works.start(1, 7, 100, 1, 1_000));
        assertThat(works.isIdle(1)).isFalse();
        assertThat(works.isIdle(0)).isTrue();
        assertThat(works.contact(1)).isEqualTo(7);
        assertThat(works.sinceTick(1)).isEqualTo(1_000);
        assertThat(nextEnd()).isEqualTo(1_100);
        assertThat(works.inUse()).isZero();
    }

    @Test
    void isRoundedUpAtOtherSpeeds() {
        end(0, works.start(0, 7, 100, 3, 0)); // 33.3
        end(1, works.start(1, 8, 100, 0.75, 0)); // 133.3
        assertThat(nextEnd()).isEqualTo(34);
        assertThat(nextEnd()).isEqualTo(134);
    }

    @Test
    void slowsAndHurries() {
        end(2, works.start(2, 7, 100, 1, 0));
        end(2, works.retime(2, 0.3, 41)); // 59 left, 196.7 ticks: 238
        end(2, works.retime(2, 1.5, 141)); // 59 - 30 = 29 left, 19.3 ticks: 161
        assertThat(works.sinceTick(2)).isZero();
        assertThat(nextEnd()).isEqualTo(161);
        assertThat(queue.headTick()).as("stale ends are passed over").isEqualTo(238);
    }

    @Test
    void roundsDownWhatIsDone() {
        end(0, works.start(0, 7, 10, 0.4, 0));
        end(0, works.retime(0, 1, 4)); // done 1.6, counted as 1: 9 left
        assertThat(nextEnd()).isEqualTo(13);
    }

    @Test
    void goesOnWithMoreForTheSameContact() {
        end(0, works.start(0, 7, 100, 1, 0));
        end(0, works.start(0, 7, 50, 1, 100));
        assertThat(works.sinceTick(0)).isEqualTo(100);
        assertThat(nextEnd()).isEqualTo(150);
    }

    @Test
    void givenUpDoesNotEnd() {
        end(0, works.start(0, 7, 100, 1, 0));
        end(1, works.start(1, 8, 200, 1, 0));
        works.end(0);
        assertThat(works.inUse()).isEqualTo(1);
        assertThat(nextEnd()).isEqualTo(200);
    }
}
