package mergedesk.kernel;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** SSJ's event lists, without its simulator's loop. Ticks are exact in its doubles up to 2^53. */
final class SsjEvents implements PendingEvents {
    private static final class Subject extends Event {
        private final int number;

        Subject(Simulator simulator, int number) {
            super(simulator);
            this.number = number;
        }

        @Override
        public void actions() {}
    }

    private final EventList list;
    private final Simulator simulator;
    private int subject;

    private SsjEvents(EventList list) {
        this.list = list;
        simulator = new Simulator(list);
    }

    static SsjEvents splayTree() {
        return new SsjEvents(new SplayTree());
    }

    static SsjEvents henriksen() {
        return new SsjEvents(new Henriksen());
    }

    @Override
    public void add(long tick, int of) {
        Event event = new Subject(simulator, of);
        event.setTime(tick);
        list.add(event);
    }

    @Override
    public long removeEarliest() {
        Event event = list.removeFirst();
        subject = ((Subject) event).number;
        return (long) event.time();
    }

    @Override
    public int subject() {
        return subject;
    }
}
