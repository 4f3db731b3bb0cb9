package mergedesk.peer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mergedesk.kernel.KernelDesk;
import org.junit.jupiter.api.Test;

/**
 * The loop stays fast. On a 2-core machine under load the kernel had 2.1 times the priority queue's speed, again and again; the floor leaves room
 * for noise and for other machines, not for a queue or a handler that makes events twice as expensive.
 */
class SpeedGuardTest {
    private final SpeedGuard guard = new SpeedGuard(1.2);

    @Test
    void kernelIsFasterThanThePriorityQueue() {
        guard.check(new KernelDesk());
    }

    /** The guard can fail: the same desk on a queue that is searched at every event. */
    @Test
    void complainsOfASlowQueue() {
        assertThatThrownBy(() -> guard.check(QueueDesk.onUnsortedList()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("times as many events");
    }
}
