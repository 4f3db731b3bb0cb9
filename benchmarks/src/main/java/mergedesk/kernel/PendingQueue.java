package mergedesk.kernel;

import java.util.function.IntFunction;

/** Every queue that is measured: the product's, what was rejected, and what others use. */
public enum PendingQueue {
    /** The product's. */
    EVENT_QUEUE(size -> new Product()),
    /** Rejected: the same heap without a deferred hole. */
    POP_THEN_PUSH(PopThenPush::new),
    /** Rejected as second queue, as long as P8's gain is below 15 %. */
    LADDER(Ladder::new),
    /** What one takes who does not write a queue. */
    PRIORITY_QUEUE(size -> new ObjectQueue()),
    SSJ_SPLAY_TREE(size -> SsjEvents.splayTree()),
    SSJ_HENRIKSEN(size -> SsjEvents.henriksen()),
    DSOL_TREE(size -> new DsolEvents());

    private final IntFunction<PendingEvents> maker;

    PendingQueue(IntFunction<PendingEvents> maker) {
        this.maker = maker;
    }

    /** An empty queue that will hold this many events; subjects are below that. */
    public PendingEvents create(int size) {
        return maker.apply(size);
    }

    /** {@link EventQueue} behind the interface of the hold model. */
    private static final class Product implements PendingEvents {
        private final EventQueue queue = new EventQueue();
        private int subject;

        @Override
        public void add(long tick, int of) {
            queue.schedule(tick, 0, of);
        }

        @Override
        public long removeEarliest() {
            long tick = queue.headTick();
            subject = EventQueue.subject(queue.headKey());
            queue.removeHead();
            return tick;
        }

        @Override
        public int subject() {
            return subject;
        }
    }
}
