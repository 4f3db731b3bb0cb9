package mergedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mergedesk.program.Chats;
import mergedesk.program.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends of work by hand, in ticks: remaining −= ⌊elapsed × speed⌋, end = now + ⌈remaining / speed⌉. */
class WorksTest {
    private final EventQueue queue = new EventQueue();
    private final Works works = new Works(new Program.Groups(new int[] {0, 3}, new int[1], new int[1], new double[1], new boolean[1], Chats.none(1)));

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
        end(1, works.start(1, 7, Agents.TALKING, 100, 1, 1_000));
        assertThat(works.isIdle(1)).isFalse();
        assertThat(works.isIdle(0)).isTrue();
        assertThat(works.contact(1)).isEqualTo(7);
        assertThat(works.sinceTick(1)).isEqualTo(1_000);
        assertThat(nextEnd()).isEqualTo(1_100);
        assertThat(works.inUse()).isZero();
    }

    /** Three agents with a hand each, then two with three: further hands stand behind all first ones. */
    @Test
    void agentsHaveAsManyHandsAsTheirGroupNeeds() {
        Chats chats = new Chats(new int[] {0, 3}, new int[2], new int[] {0, 1, 2}, new double[] {1, 1});
        Works several = new Works(new Program.Groups(new int[] {0, 3, 5}, new int[2], new int[2], new double[2], new boolean[2], chats));
        several.clear();
        assertThat(several.hands(0)).isEqualTo(1);
        assertThat(several.hands(1)).isEqualTo(3);
        assertThat(several.hand(0, 2, 0)).isEqualTo(2);
        int[] hands = {several.hand(1, 3, 0), several.hand(1, 3, 1), several.hand(1, 3, 2), several.hand(1, 4, 0), several.hand(1, 4, 1), several.hand(1, 4, 2)};
        assertThat(hands).containsExactly(3, 5, 6, 4, 7, 8);
        assertThat(java.util.Arrays.stream(hands).map(several::agent)).containsExactly(3, 3, 3, 4, 4, 4);
        several.take(8, 17, Agents.TALKING, 50, 10);
        assertThat(several.speed(8)).isZero();
        assertThat(several.retime(8, 0.5, 10)).isEqualTo(110);
        assertThat(several.inUse()).isEqualTo(1);
        assertThatThrownBy(() -> several.retime(9, 1, 10)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void isRoundedUpAtOtherSpeeds() {
        end(0, works.start(0, 7, Agents.TALKING, 100, 3, 0)); // 33.3
        end(1, works.start(1, 8, Agents.TALKING, 100, 0.75, 0)); // 133.3
        assertThat(nextEnd()).isEqualTo(34);
        assertThat(nextEnd()).isEqualTo(134);
    }

    @Test
    void slowsAndHurries() {
        end(2, works.start(2, 7, Agents.TALKING, 100, 1, 0));
        end(2, works.retime(2, 0.3, 41)); // 59 left, 196.7 ticks: 238
        end(2, works.retime(2, 1.5, 141)); // 59 - 30 = 29 left, 19.3 ticks: 161
        assertThat(works.sinceTick(2)).isZero();
        assertThat(nextEnd()).isEqualTo(161);
        assertThat(queue.headTick()).as("stale ends are passed over").isEqualTo(238);
    }

    @Test
    void roundsDownWhatIsDone() {
        end(0, works.start(0, 7, Agents.TALKING, 10, 0.4, 0));
        end(0, works.retime(0, 1, 4)); // done 1.6, counted as 1: 9 left
        assertThat(nextEnd()).isEqualTo(13);
    }

    @Test
    void goesOnWithMoreForTheSameContact() {
        end(0, works.start(0, 7, Agents.TALKING, 100, 1, 0));
        end(0, works.start(0, 7, Agents.TALKING, 50, 1, 100));
        assertThat(works.sinceTick(0)).isEqualTo(100);
        assertThat(nextEnd()).isEqualTo(150);
    }

    @Test
    void givenUpDoesNotEnd() {
        end(0, works.start(0, 7, Agents.TALKING, 100, 1, 0));
        end(1, works.start(1, 8, Agents.TALKING, 200, 1, 0));
        works.end(0);
        assertThat(works.inUse()).isEqualTo(1);
        assertThat(nextEnd()).isEqualTo(200);
    }

    /** ⌈100 / 3⌉ × 3 is 102: more than there was. A plan step at the tick of the end runs before it. */
    @ParameterizedTest
    @CsvSource({"3, 34, 34", "3, 33, 133", "1.5, 67, 67", "1.5, 66, 166"})
    void nothingIsLeftWhereMoreTimePassedThanTheWorkTook(double speed, long at, long end) {
        end(0, works.start(0, 7, Agents.TALKING, 100, speed, 0));
        end(0, works.retime(0, 0.01, at));
        assertThat(nextEnd()).isEqualTo(end);
    }

    @Test
    void standsStillInAPauseAndGoesOnAfterIt() {
        end(0, works.start(0, 7, Agents.TALKING, 100, 0.5, 0)); // would end at 200
        works.pause(0, 41); // 20 done
        works.pause(0, 1_000);
        end(1, works.start(1, 8, Agents.WRAPPING, 1_500, 1, 0));
        assertThat(nextEnd()).as("nobody else ends before").isEqualTo(1_500);
        end(0, works.retime(0, 2, 2_000)); // 80 left
        assertThat(works.sinceTick(0)).isZero();
        assertThat(works.status(0)).isEqualTo(Agents.TALKING);
        assertThat(nextEnd()).isEqualTo(2_040);
    }

    @Test
    void endsAndBeginsInOneTick() {
        end(0, works.start(0, 7, Agents.TALKING, 100, 1, 0));
        assertThat(nextEnd()).isEqualTo(100);
        end(0, works.start(0, 8, Agents.TALKING, 0, 1, 100));
        assertThat(nextEnd()).isEqualTo(100);
        assertThat(works.isIdle(0)).isTrue();
    }

    @Test
    void whatIsNotBeingDoneHasNoEndAndNoSpeed() {
        end(0, works.start(0, 7, Agents.TALKING, 100, 1, 0));
        works.end(0);
        assertThatThrownBy(() -> works.retime(0, 2, 50)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> works.pause(0, 50)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> works.endBy(0, 1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> works.start(0, 7, Agents.TALKING, 100, 0, 0)).isInstanceOf(AssertionError.class);
    }
}
