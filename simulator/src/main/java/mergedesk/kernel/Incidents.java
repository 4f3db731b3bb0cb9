package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;
import mergedesk.random.Exponential;
import mergedesk.random.Streams;
import mergedesk.units.Ticks;

/**
 * People who call because an application is down.
 *
 * <p>When an outage begins, each user draws whether and when to call: the draws hang on the application, the moment at which its outage begins, the flow and the number of the user, so that neither desks nor the end of
 * the outage change them. Calls to come are laid out in a {@link CallList}, and one event is pending for each application, for the first of them. Whom the announcement keeps from calling is
 * among those who would call without it. A surge is a Poisson process from the beginning of an outage, cut off at its end.
 */
final class Incidents {
    static final int FIRST_DAY = -2; // what stands for the day in the name of a contact that an application brings, downwards

    private final State s;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Lengths lengths;
    private final mergedesk.program.Incidents table;
    private final long[] applicationKey;
    private final long[] flowKey;
    private final long endTick;

    private long runKey;
    private final CallList[] calls; // by application
    private final long[] startTick; // of the last outage
    private final boolean[] down;
    private final int[] came; // contacts that it has brought
    private final long[] pendingKey;
    private final long[] pendingTick;
    private final double[] surgeTime; // by row: ticks from the beginning of the outage to the next call of the surge
    private final int[] surged; // by row: calls of the surge that have been drawn

    Incidents(State state, Recorder recorder, Lengths lengths) {
        s = state;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.lengths = lengths;
        Program program = state.program;
        table = program.incidents();
        applicationKey = program.needs().applicationKey();
        flowKey = program.demand().flowKey();
        endTick = program.horizon().cut() ? program.calendar().dayStartTick()[program.calendar().dayCount()] : program.horizon().endTick();
        int count = table.any() ? table.calls().length : 0;
        calls = new CallList[count];
        Arrays.setAll(calls, application -> new CallList());
        startTick = new long[count];
        down = new boolean[count];
        came = new int[count];
        pendingKey = new long[count];
        pendingTick = new long[count];
        surgeTime = new double[table.flow().length];
        surged = new int[table.flow().length];
    }

    void reset(long newRunKey) {
        runKey = newRunKey;
        for (CallList list : calls) {
            list.clear();
        }
        Arrays.fill(down, false);
        Arrays.fill(came, 0);
        Arrays.fill(pendingKey, State.NONE);
        Arrays.fill(pendingTick, Ticks.NEVER);
        Arrays.fill(surgeTime, Double.POSITIVE_INFINITY);
    }

    /** The application, which was up, is down, or the other way round. */
    void turn(int application, boolean isUp) {
        if (calls.length == 0) {
            return;
        }
        down[application] = !isUp;
        if (isUp) {
            if (!table.callsAfterRecovery()[application]) {
                calls[application].clear();
            }
        } else {
            startTick[application] = s.now;
            for (int row = table.offset()[application]; row < table.offset()[application + 1]; row++) {
                layOut(application, row);
            }
        }
        expect(application);
    }

    private long rowKey(int application, int row) {
        long outageKey = Streams.bits(Streams.undatedKey(runKey, Streams.INCIDENT, applicationKey[application]), startTick[application]);
        return Streams.bits(outageKey, flowKey[table.flow()[row]]);
    }

    private void layOut(int application, int row) {
        long key = rowKey(application, row);
        double chance = table.calls()[application];
        for (int user = 0; user < table.users()[row]; user++) {
            long userKey = Streams.ordinalKey(key, user);
            double luck = Streams.uniform(Streams.bits(userKey, Streams.INCIDENT_CALLS));
            if (luck < chance) {
                long delay = lengths.draw(table.delay()[application], Streams.bits(userKey, Streams.INCIDENT_DELAY));
                long tick = table.afterWork(application, s.now, delay);
                boolean isTold = tick - s.now >= table.announcedTicks()[application];
                if (tick < endTick && (!isTold || luck < chance * (1 - table.lowers()[application]))) {
                    calls[application].add(tick, userKey, s.now, table.flow()[row]);
                }
            }
        }
        surged[row] = 0;
        surgeTime[row] = 0;
        drawSurge(application, row);
    }

    private void drawSurge(int application, int row) {
        long gap = Streams.ordinalKey(Streams.bits(rowKey(application, row), Streams.ARRIVAL), surged[row]++);
        surgeTime[row] += table.surgeTicks()[row] * Exponential.of(gap);
    }

    private long surgeTick(int application, int row) {
        double time = down[application] ? surgeTime[row] : Double.POSITIVE_INFINITY;
        return time < endTick - startTick[application] ? startTick[application] + (long) time : Ticks.NEVER;
    }

    /** The row of the surge that comes next; NONE where one of the list comes before, or at the same tick. */
    private int nextSurge(int application) {
        long first = calls[application].headTick();
        int next = State.NONE;
        for (int row = table.offset()[application]; row < table.offset()[application + 1]; row++) {
            long tick = surgeTick(application, row);
            if (tick < first) {
                first = tick;
                next = row;
            }
        }
        return next;
    }

    /** Plans the event of the next call, unless it is planned already. */
    private void expect(int application) {
        int surge = nextSurge(application);
        long tick = surge == State.NONE ? calls[application].headTick() : surgeTick(application, surge);
        if (tick != pendingTick[application]) {
            pendingTick[application] = tick;
            pendingKey[application] = tick < Ticks.NEVER ? events.schedule(tick, Events.INCIDENT, application) : State.NONE;
        }
    }

    /** The next who calls, if the event still counts, or NONE: a contact that has not been at any door yet. */
    int take(int application, long key) {
        if (pendingKey[application] != key) {
            return State.NONE;
        }
        pendingTick[application] = Ticks.NEVER;
        int row = nextSurge(application);
        int contact;
        if (row == State.NONE) {
            CallList list = calls[application];
            contact = contact(application, list.headFlow(), list.headKey(), list.headStartTick());
            list.removeHead();
        } else {
            long surgeKey = Streams.ordinalKey(Streams.bits(rowKey(application, row), Streams.CONTACT), surged[row]);
            contact = contact(application, table.flow()[row], surgeKey, startTick[application]);
            drawSurge(application, row);
        }
        expect(application);
        return contact;
    }

    private int contact(int application, int flow, long key, long outageTick) {
        boolean hasParent = s.now - outageTick >= table.parentTicks()[application];
        int work = hasParent ? table.parentWork()[application] : epoch.work(flow, s.now + s.wallOffsetTicks);
        long workTicks = lengths.draw(work, Streams.bits(key, Streams.WORK));
        int contact = s.contacts.take(flow, FIRST_DAY - application, came[application]++, key, workTicks, s.countedInterval);
        s.contacts.arrive(contact, s.now, s.countedInterval);
        recorder.happened(Happening.INCIDENT, contact, State.NONE, 0);
        return contact;
    }
}
