package mergedesk.peer;

import java.util.function.Supplier;
import mergedesk.kernel.KernelDesk;
import mergedesk.observe.AllMeasuresDesk;

/** Everybody who simulates the desk inside a Java virtual machine. */
public enum Contender {
    KERNEL(KernelDesk::new, 1_008_000),
    ALL_MEASURES(AllMeasuresDesk::new, 1_008_000),
    PRIORITY_QUEUE(QueueDesk::onPriorityQueue, 1_000_000),
    SSJ(SsjDesk::new, 1_000_000),
    DSOL(DsolDesk::new, 100_000);

    private final Supplier<Desk> maker;
    private final long calls;

    Contender(Supplier<Desk> maker, long calls) {
        this.maker = maker;
        this.calls = calls;
    }

    /** A new one. */
    public Desk create() {
        return maker.get();
    }

    /** Calls of one run: some tenths of a second, whole days. */
    public long calls() {
        return calls;
    }
}
