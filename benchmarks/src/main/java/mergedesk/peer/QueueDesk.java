package mergedesk.peer;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;

/**
 * The desk as one writes it by hand in an afternoon: event objects in a {@code java.util.Queue}, as a rule a PriorityQueue, callers in an
 * ArrayDeque. Patience is cancelled lazily. Random numbers are ours, the fast ones.
 */
public final class QueueDesk implements Desk {
    private enum Type {
        ARRIVAL,
        TALK_END,
        PATIENCE_END
    }

    private record Event(double minute, long sequence, Type type, Caller caller) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(minute, other.minute);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private static final class Caller {
        private final double arrivalMinute;
        private boolean waits = true;

        Caller(double arrivalMinute) {
            this.arrivalMinute = arrivalMinute;
        }
    }

    private final Supplier<Queue<Event>> queues;
    private Queue<Event> pending;
    private final Queue<Caller> waiting = new ArrayDeque<>();
    private long bits;
    private long sequence;
    private double now;
    private int busy;
    private long calls;
    private long abandoned;
    private long within;
    private double waitMinutes;
    private double talkMinutes;
    private double lastArrival;

    private QueueDesk(Supplier<Queue<Event>> queues) {
        this.queues = queues;
    }

    /** With pending events in a {@code java.util.PriorityQueue}. */
    public static QueueDesk onPriorityQueue() {
        return new QueueDesk(java.util.PriorityQueue::new);
    }

    /** With pending events in no order, searched at every event: deliberately slow. */
    public static QueueDesk onUnsortedList() {
        return new QueueDesk(UnsortedList::new);
    }

    @Override
    public Figures run(long callsWanted, long seed) {
        reset(seed);
        schedule(exponential(1 / CALLS_PER_MINUTE), Type.ARRIVAL, null);
        for (Event event = pending.poll(); event != null; event = pending.poll()) {
            now = event.minute;
            switch (event.type) {
                case ARRIVAL -> arrive(callsWanted);
                case TALK_END -> endTalk();
                case PATIENCE_END -> abandon(event.caller);
            }
        }
        return new Figures(calls, abandoned, within, waitMinutes, talkMinutes, lastArrival);
    }

    private void reset(long seed) {
        pending = queues.get();
        waiting.clear();
        bits = Streams.mix(seed);
        sequence = 0;
        now = 0;
        busy = 0;
        calls = 0;
        abandoned = 0;
        within = 0;
        waitMinutes = 0;
        talkMinutes = 0;
    }

    private void arrive(long callsWanted) {
        lastArrival = now;
        if (++calls < callsWanted) {
            schedule(exponential(1 / CALLS_PER_MINUTE), Type.ARRIVAL, null);
        }
        if (busy < AGENTS) {
            busy++;
            within++;
            talk();
        } else {
            Caller caller = new Caller(now);
            waiting.add(caller);
            schedule(exponential(PATIENCE_MINUTES), Type.PATIENCE_END, caller);
        }
    }

    private void talk() {
        double minutes = exponential(TALK_MINUTES);
        talkMinutes += minutes;
        schedule(minutes, Type.TALK_END, null);
    }

    private void endTalk() {
        Caller next = waiting.poll();
        while (next != null && !next.waits) {
            next = waiting.poll();
        }
        if (next == null) {
            busy--;
            return;
        }
        next.waits = false;
        double wait = now - next.arrivalMinute;
        waitMinutes += wait;
        within += wait <= TARGET_MINUTES ? 1 : 0;
        talk();
    }

    private void abandon(Caller caller) {
        if (caller.waits) {
            caller.waits = false;
            abandoned++;
            waitMinutes += now - caller.arrivalMinute;
        }
    }

    private void schedule(double delay, Type type, Caller caller) {
        pending.add(new Event(now + delay, sequence++, type, caller));
    }

    private double exponential(double mean) {
        bits = Streams.next(bits);
        return mean * Exponential.of(bits);
    }
}
