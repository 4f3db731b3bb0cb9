package mergedesk.dsol.reference;

import nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;

/** An event of a kind. DSOL lets its users choose among ten priorities, and there are more kinds; its event list orders any. */
final class KindEvent extends LambdaSimEvent<Long> {
    private static final long serialVersionUID = 1L;

    KindEvent(long tick, Kind kind, Executable action) {
        super(tick, action);
        priority = (short) -kind.ordinal(); // higher ones run first
    }
}
