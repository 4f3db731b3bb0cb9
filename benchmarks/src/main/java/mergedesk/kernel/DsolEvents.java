package mergedesk.kernel;

import nl.tudelft.simulation.dsol.eventlists.RedBlackTree;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** DSOL's event list, without its simulator's loop. */
final class DsolEvents implements PendingEvents {
    private record Subject(int number) implements Executable {
        @Override
        public void execute() {}
    }

    private static final class Event extends LambdaSimEvent<Long> {
        private static final long serialVersionUID = 1L;
        private final transient Subject subject;

        Event(long tick, Subject subject) {
            super(tick, subject);
            this.subject = subject;
        }
    }

    private final RedBlackTree<Long> tree = new RedBlackTree<>();
    private int subject;

    @Override
    public void add(long tick, int of) {
        tree.add(new Event(tick, new Subject(of)));
    }

    @Override
    public long removeEarliest() {
        SimEventInterface<Long> event = tree.removeFirst();
        subject = ((Event) event).subject.number();
        return event.getAbsoluteExecutionTime();
    }

    @Override
    public int subject() {
        return subject;
    }
}
