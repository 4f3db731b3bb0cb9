package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.kernel.Agents;
import mergedesk.kernel.Boundary;
import mergedesk.kernel.Contacts;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;

/**
 * Counts what happens on small axes, which are added up to scopes when a replication or batch ends: contacts by flow and by interval of the week, answers and agents' time by group, agents'
 * time by interval and desk, waits by flow, days by desk.
 */
public final class Totals implements Recorder {
    private State s;
    private Contacts contacts;
    private Agents agents;
    private Program program;
    private final Summing summing;
    private final CalendarTotals calendar;
    private final IntervalTotals intervals;
    private final Counters counters;
    private final List<RunSummary> finished = new ArrayList<>();
    private long replication;

    private final ContactCounts counts;
    private final PersonCounts persons;
    private final GroupCounts groups;
    private final WaitCounts waits;
    private final DayLevels days;
    private final OpenTime doors;
    private final DeferredCounts deferred;
    private final EstateCounts estate;
    private final UserAvailability users;
    private final Exact exact = new Exact();

    private final int afterEnd;
    private final long[] windowTicks; // by interval, the pseudo-intervals too
    private final boolean[] begun; // the same: whether it has begun in this replication
    private int interval;
    private long intervalStartTick;
    private long lastTick; // of an entry into a queue, an end of service, an abandonment or a change of staff

    private final int[] flowDesk;
    private final long[] answerWithinTicks;
    private final long[] shortAbandonTicks;

    /** Keeps everything. */
    public Totals(State state) {
        this(state, KeptRows.all(new Scopes(state.program)));
    }

    /** Keeps some rows only. */
    public Totals(State state, KeptRows kept) {
        this(state, new Scopes(state.program), kept);
    }

    /** Keeps some rows of these scopes: those of the Program, or of what was planned where runs turn out otherwise. */
    public Totals(State state, Scopes scopes, KeptRows kept) {
        this(state, scopes, kept, ContactCounts.FEW);
    }

    /** Keeps no more than {@code few} numbers by flow and interval, see {@link ContactCounts}. */
    Totals(State state, KeptRows kept, int few) {
        this(state, new Scopes(state.program), kept, few);
    }

    private Totals(State state, Scopes scopes, KeptRows kept, int few) {
        read(state);
        int[] byInterval = kept.by(Period.INTERVAL);
        afterEnd = state.afterEnd();
        doors = new OpenTime(program, scopes);
        counts = new ContactCounts(program, few, apart(scopes, program.flowCount(), byInterval));
        persons = new PersonCounts(state, counts);
        groups = new GroupCounts(program, agents);
        waits = new WaitCounts(program.tickets().sorts());
        days = new DayLevels(program);
        deferred = new DeferredCounts(state, scopes);
        estate = new EstateCounts(program, scopes, doors);
        users = new UserAvailability(program, scopes, doors);
        windowTicks = new long[afterEnd + 2];
        begun = new boolean[afterEnd + 2];
        counters = new Counters(counts, groups, waits, days, doors, deferred, estate, users, windowTicks, begun);
        summing = new Summing(program, scopes, kept, counters);
        calendar = new CalendarTotals(program, scopes, kept, counters);
        intervals = new IntervalTotals(program, scopes, byInterval, counters);
        flowDesk = program.contacts().flowDesk();
        answerWithinTicks = program.contacts().answerWithinTicks();
        shortAbandonTicks = program.desks().shortAbandonTicks();
    }

    private void read(State state) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        program = state.program;
    }

    /** Goes on with another state, of a Program {@link Program#isOfSameTables of the same tables}. Returns itself. */
    public Totals on(State state) {
        if (!state.program.isOfSameTables(program)) {
            throw new IllegalArgumentException("state: its Program has other tables");
        }
        read(state);
        persons.on(state);
        groups.on(agents);
        deferred.on(state);
        users.on(program);
        return this;
    }

    /** By flow, the rows of which intervals are kept and for which it counts. */
    private static int[][] apart(Scopes scopes, int flows, int[] byInterval) {
        int[][] apart = new int[flows][];
        Arrays.setAll(apart, flow -> Arrays.stream(scopes.rowsOfFlow(flow)).filter(row -> Arrays.binarySearch(byInterval, row) >= 0).toArray());
        return apart;
    }

    /** Bytes that the counters of a Program take. */
    public static long bytes(Program program, KeptRows kept) {
        return ContactCounts.bytes(program, apart(new Scopes(program), program.flowCount(), kept.by(Period.INTERVAL))) + GroupCounts.bytes(program) + WaitCounts.bytes(program.tickets().sorts()) + DeferredCounts.bytes(program)
                + summingUp(kept) * Count.COLUMNS * Long.BYTES;
    }

    /** Rows that are summed up at once, of the whole and of the calendar's periods. */
    private static long summingUp(KeptRows kept) {
        long ofPeriods = kept.byPeriod().values().stream().flatMapToInt(IntStream::of).distinct().count();
        return kept.rows().length + ofPeriods;
    }

    @Override
    public boolean inOrder() {
        return false;
    }

    @Override
    public void starts(long newReplication) {
        replication = newReplication;
        finished.clear();
        counters.start();
        calendar.start();
        exact.start();
        interval = s.uncounted();
        intervalStartTick = 0;
        lastTick = 0;
    }

    /** The replication is over: what it leaves, one summary for each batch. */
    public List<RunSummary> finish() {
        long tick = interval == afterEnd ? Math.max(intervalStartTick, lastTick) : s.now;
        exact.check(program.agentCount(), tick, counts.waiting(), tick - intervalStartTick);
        closeInterval(tick);
        days.end();
        RunSummary whole = summing.sum(replication);
        finished.add(calendar.any() || intervals.any() ? whole.withPeriods(periods()) : whole);
        return List.copyOf(finished);
    }

    private Map<Period, List<RunSummary>> periods() {
        Map<Period, List<RunSummary>> periods = calendar.finish(replication);
        if (intervals.any()) {
            periods.put(Period.INTERVAL, intervals.finish(replication));
        }
        return periods;
    }

    @Override
    public void reached(int boundary, int subject) {
        switch (boundary) {
            case Boundary.INTERVAL_STARTS -> intervalStarts(subject);
            case Boundary.DESK_OPENS -> turn(subject, true);
            case Boundary.DESK_CLOSES -> turn(subject, false);
            case Boundary.DAY_ENDS -> dayEnds(subject);
            case Boundary.BATCH_ENDS -> batchEnds();
            case Boundary.PHASE_BEGINS -> phaseBegins(subject);
            default -> throw new IllegalArgumentException("boundary " + boundary);
        }
    }

    private void intervalStarts(int next) {
        if (interval == afterEnd) {
            return; // lasts until the last event, which only finish() knows
        }
        closeInterval(s.now);
        if (interval < afterEnd && next >= afterEnd) {
            deferred.dayEnds(s.now);
            deferred.lookAtDue(s.now);
        }
        interval = next;
        begun[next] = true;
    }

    private void closeInterval(long tick) {
        windowTicks[interval] += tick - intervalStartTick;
        intervalStartTick = tick;
        for (int desk = 0; desk < program.deskCount(); desk++) {
            closeDesk(desk, tick);
        }
        estate.close(tick, interval < afterEnd);
        users.close(tick, interval < afterEnd);
        doors.close(interval, tick);
        deferred.close(tick, interval < afterEnd);
    }

    private void turn(int desk, boolean isOpen) {
        closeDesk(desk, s.now);
        estate.close(s.now, interval < afterEnd);
        users.close(s.now, interval < afterEnd);
        doors.turn(desk, isOpen, interval, s.now);
    }

    private void closeDesk(int desk, long tick) {
        groups.close(desk, interval, tick, doors.isOpen(desk));
        counts.close(desk, interval, tick, doors.isOpen(desk));
    }

    private void dayEnds(int day) {
        days.dayStarts(s.now);
        if (interval < afterEnd) {
            deferred.dayEnds(s.now);
        }
        if (calendar.endsWith(day)) {
            closeInterval(s.now);
            lookAtDue();
            calendar.end(day);
        }
    }

    private void lookAtDue() {
        if (interval < afterEnd) {
            deferred.lookAtDue(s.now);
        }
    }

    private void batchEnds() {
        closeInterval(s.now);
        lookAtDue();
        finished.add(summing.sum(replication));
        counters.clear();
    }

    @Override
    public void offered(int contact) {
        count(contact, Count.OFFERED);
        persons.tried(contact);
        if (contacts.interval(contact) < afterEnd) {
            days.offered(flowDesk[contacts.flow(contact)]);
        }
    }

    @Override
    public void queued(int contact) {
        lastTick = s.now;
        counts.queue(contacts.flow(contact), 1, s.now);
        count(contact, Count.DELAYED);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        int flow = contacts.flow(contact);
        int arrivedIn = contacts.interval(contact);
        if (fromQueue) {
            exact.waited(waitTicks);
            counts.queue(flow, -1, s.now);
        }
        if (arrivedIn <= afterEnd) {
            int within = waitTicks <= answerWithinTicks[flow] ? 1 : 0;
            counts.addAnswer(flow, arrivedIn, within, waitTicks);
            groups.answered(agents.group(agent), within, waitTicks);
            waits.add(flow, waitTicks);
            if (arrivedIn < afterEnd) {
                days.answered(flowDesk[flow], s.now - waitTicks, within);
            }
        }
        if (counts.countsMore(flow)) {
            if (counts.retries(flow)) {
                persons.answered(contact, waitTicks);
            }
            counts.own(flow, arrivedIn, agents.group(agent));
        }
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        long tick = contacts.arrivalTick(contact) + waitTicks;
        lastTick = Math.max(lastTick, tick); // may be told late
        exact.waited(waitTicks);
        counts.queue(contacts.flow(contact), -1, tick);
        countAbandoned(contact, waitTicks);
    }

    private void countAbandoned(int contact, long waitTicks) {
        int flow = contacts.flow(contact);
        count(contact, Count.ABANDONED);
        count(contact, Count.WAIT_ABANDONED, waitTicks);
        if (waitTicks <= answerWithinTicks[flow]) {
            count(contact, Count.ABANDONED_WITHIN);
        }
        if (waitTicks < shortAbandonTicks[flowDesk[flow]]) {
            count(contact, Count.ABANDONED_SHORT);
        }
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        lastTick = s.now;
        int arrivedIn = contacts.interval(contact);
        if (arrivedIn <= afterEnd) {
            counts.add(contacts.flow(contact), arrivedIn, Count.TALK + status - Agents.TALKING, ticks);
            groups.ended(agents.group(agent), status, ticks);
        }
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        switch (what) {
            case Happening.TURNED_AWAY -> {
                count(contact, Count.TURNED_AWAY);
                persons.tried(contact);
            }
            case Happening.BLOCKED -> count(contact, Count.BLOCKED);
            case Happening.BALKED -> {
                count(contact, Count.BALKED);
                count(contact, Count.DELAYED);
                countAbandoned(contact, 0);
            }
            case Happening.LEFT_IN_CHAT -> countRare(contact, Count.LEFT_IN_CHAT);
            case Happening.WILL_RETURN -> count(contact, Count.RETRIED);
            case Happening.DISCONNECTED -> leftQueue(contact, ticks, Count.DISCONNECTED);
            case Happening.LEFT_MESSAGE -> {
                leftQueue(contact, ticks, Count.MESSAGES);
                persons.gaveUp(contact, what);
            }
            case Happening.GAVE_UP_ABANDONED, Happening.GAVE_UP_BLOCKED, Happening.GAVE_UP_TURNED_AWAY, Happening.GAVE_UP_DISCONNECTED -> persons.gaveUp(contact, what);
            case Happening.DIALLED -> countRare(contact, Count.DIALS);
            case Happening.CONNECTED -> countRare(contact, Count.CONNECTS);
            case Happening.MISMATCHED -> countRare(contact, Count.MISMATCHES);
            case Happening.NOT_REACHED, Happening.OUTBOUND_TALK_ENDED, Happening.OUTBOUND_WRAP_ENDED -> lastTick = s.now;
            case Happening.TOLD -> {}
            case Happening.LEAVES_DESK -> countMoved(contact, ticks > 0, -1);
            case Happening.COMES_TO_DESK -> countMoved(contact, ticks > 0, 1);
            case Happening.COMES_BACK -> {
                countRare(contact, Count.CAME_BACK);
                persons.comesBack(contact, ticks);
            }
            case Happening.INCIDENT -> countRare(contact, Count.INCIDENTS);
            case Happening.CONTAINED -> countRare(contact, Count.SELF_SERVICE_CONTAINED);
            case Happening.SELF_SERVICE_FAILED -> countRare(contact, Count.SELF_SERVICE_FAILED);
            default -> deferredHappened(what, contact, agent, ticks);
        }
    }

    /** The contact counts for another flow, that of another desk, from the door on: {@code by}: −1 as the old, 1 as the new. */
    private void countMoved(int contact, boolean waits, int by) {
        persons.moved(contact, by);
        if (waits) {
            counts.queue(contacts.flow(contact), by, s.now);
            count(contact, Count.OFFERED, by);
            count(contact, Count.DELAYED, by);
            if (contacts.interval(contact) < afterEnd) {
                days.moved(flowDesk[contacts.flow(contact)], contacts.arrivalTick(contact), by);
            }
        }
    }

    private void phaseBegins(int phase) {
        closeInterval(s.now);
        groups.begin(phase);
        counts.begin(phase);
        doors.begin(phase);
        users.begin(phase);
    }

    /** The contact left its queue now, in a way that is counted in a column of {@link RareCounts}. */
    private void leftQueue(int contact, long waitTicks, int column) {
        lastTick = s.now;
        exact.waited(waitTicks);
        counts.queue(contacts.flow(contact), -1, s.now);
        countRare(contact, column);
    }

    /** Counts in a column of {@link RareCounts}. */
    private void countRare(int contact, int column) {
        countRare(contact, column, 1);
    }

    private void countRare(int contact, int column, long by) {
        int arrivedIn = contacts.interval(contact);
        if (arrivedIn <= afterEnd) {
            counts.addRare(contacts.flow(contact), arrivedIn, column, by);
        }
    }

    private void deferredHappened(int what, int contact, int agent, long ticks) {
        if (what == Happening.FINISHED && interval < afterEnd) {
            waits.add(s.tickets.sort(contact), s.now - contacts.arrivalTick(contact));
        }
        if (agent != State.NONE) {
            lastTick = s.now;
        }
        deferred.happened(what, contact, ticks, interval < afterEnd && s.now < program.horizon().endTick()); // what comes back at the very end is behind it
    }

    private void count(int contact, int column) {
        count(contact, column, 1);
    }

    private void count(int contact, int column, long by) {
        int arrivedIn = contacts.interval(contact);
        if (arrivedIn <= afterEnd) {
            counts.add(contacts.flow(contact), arrivedIn, column, by);
        }
    }

    @Override
    public void stretched(int contact, long ticks) {
        countRare(contact, Count.STRETCHED, ticks);
    }

    @Override
    public void application(int application, boolean isUp) {
        estate.change(application, isUp, s.now, interval < afterEnd);
        users.change(application, isUp, s.now, interval < afterEnd);
    }

    @Override
    public void chats(int group, int change, int withAny) {
        groups.chats(group, change, withAny, s.now);
    }

    @Override
    public void scheduled(int group, int change) {
        lastTick = s.now;
        groups.scheduled(group, change, s.now);
    }

    @Override
    public void became(int group, int before, int now) {
        groups.became(group, before, now, s.now);
        if (Agents.isPresent(before) != Agents.isPresent(now)) {
            lastTick = s.now;
        }
    }
}
