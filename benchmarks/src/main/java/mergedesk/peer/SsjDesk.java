package mergedesk.peer;

import java.util.ArrayDeque;
import java.util.Queue;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.stat.Tally;

/** The desk in SSJ, as its examples are written: events as objects, patience cancelled, SSJ's own generators and statistics. */
public final class SsjDesk implements Desk {
    private final Simulator simulator;
    private final Queue<Caller> waiting = new ArrayDeque<>();
    private RandomVariateGen gap;
    private RandomVariateGen talk;
    private RandomVariateGen patience;
    private Accumulate busy;
    private Tally waits;
    private long callsWanted;
    private long calls;
    private long abandoned;
    private long within;
    private double lastArrival;

    /** With the event list that is SSJ's fastest at this size, by Henriksen. */
    public SsjDesk() {
        this(new Henriksen());
    }

    private SsjDesk(EventList events) {
        simulator = new Simulator(events);
    }

    @Override
    public Figures run(long howMany, long seed) {
        simulator.init();
        waiting.clear();
        callsWanted = howMany;
        calls = 0;
        abandoned = 0;
        within = 0;
        gap = exponential(seed, 0, 1 / CALLS_PER_MINUTE);
        talk = exponential(seed, 1, TALK_MINUTES);
        patience = exponential(seed, 2, PATIENCE_MINUTES);
        busy = new Accumulate(simulator, "busy agents");
        busy.update(0);
        waits = new Tally("waits");
        new Arrival().schedule(gap.nextDouble());
        simulator.start();
        busy.update();
        return new Figures(calls, abandoned, within, waits.sum(), busy.sum(), lastArrival);
    }

    private static RandomVariateGen exponential(long seed, int purpose, double mean) {
        MRG32k3a stream = new MRG32k3a();
        long base = 1 + 3 * seed + purpose;
        stream.setSeed(new long[] {base, 2 * base, 3 * base, 5 * base, 7 * base, 11 * base});
        for (int i = 0; i < 20; i++) {
            stream.nextDouble(); // small seeds begin with small numbers
        }
        return new ExponentialGen(stream, 1 / mean);
    }

    private final class Arrival extends Event {
        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            lastArrival = simulator.time();
            if (++calls < callsWanted) {
                new Arrival().schedule(gap.nextDouble());
            }
            if (busy.getLastValue() < AGENTS) {
                busy.update(busy.getLastValue() + 1);
                answer(0);
            } else {
                Caller caller = new Caller(simulator.time());
                waiting.add(caller);
                caller.schedule(patience.nextDouble());
            }
        }
    }

    private void answer(double wait) {
        waits.add(wait);
        within += wait <= TARGET_MINUTES ? 1 : 0;
        new TalkEnd().schedule(talk.nextDouble());
    }

    private final class TalkEnd extends Event {
        TalkEnd() {
            super(simulator);
        }

        @Override
        public void actions() {
            Caller next = waiting.poll();
            while (next != null && next.gone) {
                next = waiting.poll();
            }
            if (next == null) {
                busy.update(busy.getLastValue() - 1);
            } else {
                next.cancel();
                answer(simulator.time() - next.arrival);
            }
        }
    }

    /** A caller who waits; the event is the end of patience. */
    private final class Caller extends Event {
        private final double arrival;
        private boolean gone;

        Caller(double arrival) {
            super(simulator);
            this.arrival = arrival;
        }

        @Override
        public void actions() {
            gone = true;
            abandoned++;
            waits.add(simulator.time() - arrival);
        }
    }
}
