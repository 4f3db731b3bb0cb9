package mergedesk.kernel;

import java.util.PriorityQueue;

/** Event objects in a {@code java.util.PriorityQueue}. */
final class ObjectQueue implements PendingEvents {
    private record Event(long tick, long sequence, int subject) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTick = Long.compare(tick, other.tick);
            return byTick != 0 ? byTick : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private long sequence;
    private int subject;

    @Override
    public void add(long tick, int of) {
        queue.add(new Event(tick, sequence++, of));
    }

    @Override
    public long removeEarliest() {
        Event event = queue.remove();
        subject = event.subject;
        return event.tick;
    }

    @Override
    public int subject() {
        return subject;
    }
}
