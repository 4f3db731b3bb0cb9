package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mergedesk.kernel.Agents;
import mergedesk.kernel.Boundary;
import mergedesk.kernel.Contacts;
import mergedesk.kernel.Happening;
import mergedesk.kernel.Recorder;
import mergedesk.kernel.State;
import mergedesk.program.Program;

/**
 * Counts what happens, once, in the finest cell: flow and interval of arrival for contacts, group and interval for agents' time. Scopes are
 * sums made when a replication or batch ends.
 */
public final class Totals implements Recorder {
    private static final int LEVELS = 4; // scheduled, present, talking, wrapping: the order of Count
    private static final int GROUP_COLUMNS = 5; // answered, within, wait, talk, wrap

    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final Program program;
    private final Scopes scopes;
    private final List<RunSummary> finished = new ArrayList<>();
    private long replication;

    private final int rows; // intervals of the week and the two pseudo-intervals
    private final int afterEnd;
    private final long[] cells; // [(flow × rows + interval) × CONTACT_COLUMNS + column]
    private final int[] waits; // [flow × BINS + bin]
    private final long[] groupCounts; // [group × GROUP_COLUMNS + column]
    private final long[] groupCells; // [(group × rows + interval) × LEVELS + level]
    private final Levels scheduledLevels; // [group]
    private final long[] statusTicks; // Σ of ticks at which agents left − Σ of ticks at which they began: [group × STATUSES + status]
    private final Levels queueLevels; // [flow]
    private final long[] windowTicks; // by interval
    private int interval;
    private long intervalStartTick;
    private long lastTick; // of an entry into a queue, an end of service, an abandonment or a change of staff

    private final DayLevels days;
    private final Exact exact = new Exact();

    private final int[] flowDesk;
    private final boolean[] flowRetries;
    private final long[] answerWithinTicks;
    private final long[] shortAbandonTicks;

    public Totals(State state) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        program = state.program;
        scopes = new Scopes(program);
        afterEnd = state.afterEnd();
        rows = afterEnd + 2;
        int flows = program.flowCount();
        int groups = program.groupCount();
        cells = new long[flows * rows * Count.CONTACT_COLUMNS];
        waits = new int[flows * WaitBins.BINS];
        groupCounts = new long[groups * GROUP_COLUMNS];
        groupCells = new long[groups * rows * LEVELS];
        scheduledLevels = new Levels(groups);
        statusTicks = new long[groups * Agents.STATUSES];
        queueLevels = new Levels(flows);
        windowTicks = new long[rows];
        days = new DayLevels(program);
        flowDesk = program.contacts().flowDesk();
        flowRetries = new boolean[flows];
        for (int flow = 0; flow < flows; flow++) {
            flowRetries[flow] = program.contacts().retryProbability()[flow] > 0;
        }
        answerWithinTicks = program.desks().answerWithinTicks();
        shortAbandonTicks = program.desks().shortAbandonTicks();
    }

    /** The rows of the summaries. */
    public Scopes scopes() {
        return scopes;
    }

    @Override
    public void starts(long newReplication) {
        replication = newReplication;
        finished.clear();
        clearCounts();
        days.start();
        exact.start();
        scheduledLevels.clear();
        Arrays.fill(statusTicks, 0);
        queueLevels.clear();
        interval = s.uncounted();
        intervalStartTick = 0;
        lastTick = 0;
    }

    /** The replication is over: what it leaves, one summary for each batch. */
    public List<RunSummary> finish() {
        long tick = interval == afterEnd ? Math.max(intervalStartTick, lastTick) : s.now;
        exact.check(program.agentCount(), tick, queueLevels.sum(), tick - intervalStartTick);
        closeInterval(tick);
        days.end();
        finished.add(summary());
        return List.copyOf(finished);
    }

    private void clearCounts() {
        Arrays.fill(cells, 0);
        Arrays.fill(waits, 0);
        Arrays.fill(groupCounts, 0);
        Arrays.fill(groupCells, 0);
        Arrays.fill(windowTicks, 0);
        days.clear();
    }

    @Override
    public void reached(int boundary, int next) {
        switch (boundary) {
            case Boundary.INTERVAL_STARTS -> intervalStarts(next);
            case Boundary.DAY_ENDS -> days.dayStarts(s.now);
            case Boundary.BATCH_ENDS -> batchEnds();
            default -> throw new IllegalArgumentException("boundary " + boundary);
        }
    }

    private void intervalStarts(int next) {
        if (interval == afterEnd) {
            return; // lasts until the last event, which only finish() knows
        }
        closeInterval(s.now);
        interval = next;
        intervalStartTick = s.now;
    }

    private void closeInterval(long tick) {
        windowTicks[interval] += tick - intervalStartTick;
        intervalStartTick = tick;
        for (int group = 0; group < program.groupCount(); group++) {
            closeLevels(group, tick);
        }
        for (int flow = 0; flow < program.flowCount(); flow++) {
            int cell = cell(flow, interval) + Count.QUEUE;
            cells[cell] = Exact.sum(cells[cell], queueLevels.take(flow, tick));
        }
    }

    private void closeLevels(int group, long tick) {
        long idle = takeTime(group, Agents.IDLE, tick);
        long talking = takeTime(group, Agents.TALKING, tick);
        long wrapping = takeTime(group, Agents.WRAPPING, tick);
        addLevel(group, 0, scheduledLevels.take(group, tick));
        addLevel(group, 1, idle + talking + wrapping);
        addLevel(group, 2, talking);
        addLevel(group, 3, wrapping);
    }

    /** Time that agents of the group have spent so since it was last taken: as {@link Levels}, but agents know the level. */
    private long takeTime(int group, int status, long tick) {
        int i = group * Agents.STATUSES + status;
        long upToTick = agents.inStatus(group, status) * tick;
        long taken = upToTick + statusTicks[i];
        statusTicks[i] = -upToTick;
        return taken;
    }

    private void addLevel(int group, int level, long ticks) {
        int cell = (group * rows + interval) * LEVELS + level;
        groupCells[cell] = Exact.sum(groupCells[cell], ticks);
    }

    private void batchEnds() {
        closeInterval(s.now);
        finished.add(summary());
        clearCounts();
    }

    @Override
    public void offered(int contact) {
        int flow = contacts.flow(contact);
        int arrivedIn = contacts.interval(contact);
        int i = cell(flow, arrivedIn);
        if (flowRetries[flow] && contacts.attempt(contact) == 0) {
            cells[i + Count.PERSONS]++;
        }
        cells[i + Count.OFFERED]++;
        if (arrivedIn < afterEnd) {
            days.offered(flowDesk[flow]);
        }
    }

    @Override
    public void queued(int contact) {
        int flow = contacts.flow(contact);
        cells[cell(flow, contacts.interval(contact)) + Count.DELAYED]++;
        lastTick = s.now;
        queueLevels.change(flow, 1, s.now);
    }

    @Override
    public void answered(int contact, int agent, long waitTicks, boolean fromQueue) {
        int flow = contacts.flow(contact);
        int arrivedIn = contacts.interval(contact);
        int group = agents.group(agent);
        int desk = flowDesk[flow];
        int within = waitTicks <= answerWithinTicks[desk] ? 1 : 0;
        int i = cell(flow, arrivedIn);
        cells[i + Count.ANSWERED]++;
        cells[i + Count.ANSWERED_WITHIN] += within;
        cells[i + Count.WAIT_ANSWERED] += waitTicks;
        if (fromQueue) {
            exact.waited(waitTicks);
            queueLevels.change(flow, -1, s.now);
        }
        if (arrivedIn <= afterEnd) {
            int g = group * GROUP_COLUMNS;
            groupCounts[g]++;
            groupCounts[g + 1] += within;
            groupCounts[g + 2] += waitTicks;
            waits[flow * WaitBins.BINS + WaitBins.of(waitTicks)]++;
        }
        if (arrivedIn < afterEnd) {
            days.answered(desk, s.now - waitTicks, within);
        }
        if (flowRetries[flow]) {
            personAnswered(contact, flow, waitTicks);
        }
    }

    @Override
    public void abandoned(int contact, long waitTicks) {
        long tick = contacts.arrivalTick(contact) + waitTicks;
        lastTick = Math.max(lastTick, tick); // may be told late
        exact.waited(waitTicks);
        queueLevels.change(contacts.flow(contact), -1, tick);
        countAbandoned(contact, cell(contact), waitTicks);
    }

    private void countAbandoned(int contact, int i, long waitTicks) {
        int desk = flowDesk[contacts.flow(contact)];
        cells[i + Count.ABANDONED]++;
        cells[i + Count.WAIT_ABANDONED] += waitTicks;
        if (waitTicks <= answerWithinTicks[desk]) {
            cells[i + Count.ABANDONED_WITHIN]++;
        }
        if (waitTicks < shortAbandonTicks[desk]) {
            cells[i + Count.ABANDONED_SHORT]++;
        }
    }

    @Override
    public void happened(int what, int contact, int agent, long ticks) {
        int i = cell(contact);
        switch (what) {
            case Happening.TURNED_AWAY -> {
                cells[i + Count.TURNED_AWAY]++;
                if (flowRetries[contacts.flow(contact)] && contacts.attempt(contact) == 0) {
                    cells[i + Count.PERSONS]++;
                }
            }
            case Happening.BLOCKED -> cells[i + Count.BLOCKED]++;
            case Happening.BALKED -> {
                cells[i + Count.BALKED]++;
                cells[i + Count.DELAYED]++;
                countAbandoned(contact, i, 0);
            }
            case Happening.WILL_RETURN -> cells[i + Count.RETRIED]++;
            case Happening.GAVE_UP_ABANDONED, Happening.GAVE_UP_BLOCKED, Happening.GAVE_UP_TURNED_AWAY -> gaveUp(contact, what);
            default -> throw new IllegalArgumentException("happening " + what);
        }
    }

    private void gaveUp(int contact, int what) {
        int flow = contacts.flow(contact);
        if (!flowRetries[flow]) {
            return;
        }
        int i = personCell(contact);
        switch (what) {
            case Happening.GAVE_UP_BLOCKED -> cells[i + Count.PERSONS_BLOCKED]++;
            case Happening.GAVE_UP_TURNED_AWAY -> cells[i + Count.PERSONS_TURNED_AWAY]++;
            default -> {
                cells[i + Count.PERSONS_ABANDONED]++;
                long waitTicks = contacts.personWaitTicks(contact);
                if (waitTicks <= answerWithinTicks[flowDesk[flow]]) {
                    cells[i + Count.PERSONS_ABANDONED_WITHIN]++;
                }
                if (waitTicks < shortAbandonTicks[flowDesk[flow]]) {
                    cells[i + Count.PERSONS_ABANDONED_SHORT]++;
                }
            }
        }
    }

    private void personAnswered(int contact, int flow, long waitTicks) {
        int i = personCell(contact);
        cells[i + Count.PERSONS_ANSWERED]++;
        if (contacts.personWaitTicks(contact) + waitTicks <= answerWithinTicks[flowDesk[flow]]) {
            cells[i + Count.PERSONS_ANSWERED_WITHIN]++;
        }
    }

    @Override
    public void ended(int status, int contact, int agent, long ticks) {
        int arrivedIn = contacts.interval(contact);
        int column = status - Agents.TALKING; // talk, wrap
        cells[cell(contacts.flow(contact), arrivedIn) + Count.TALK + column] += ticks;
        if (arrivedIn <= afterEnd) {
            groupCounts[agents.group(agent) * GROUP_COLUMNS + 3 + column] += ticks;
        }
        lastTick = s.now;
    }

    @Override
    public void scheduled(int group, int change) {
        lastTick = s.now;
        scheduledLevels.change(group, change, s.now);
    }

    @Override
    public void became(int group, int before, int now) {
        int first = group * Agents.STATUSES;
        statusTicks[first + before] += s.now;
        statusTicks[first + now] -= s.now;
        if (Agents.isPresent(before) != Agents.isPresent(now)) {
            lastTick = s.now;
        }
    }

    private int cell(int contact) {
        return cell(contacts.flow(contact), contacts.interval(contact));
    }

    private int personCell(int contact) {
        return cell(contacts.flow(contact), contacts.personInterval(contact));
    }

    private int cell(int flow, int arrivedIn) {
        return (flow * rows + arrivedIn) * Count.CONTACT_COLUMNS;
    }

    private RunSummary summary() {
        return new Summing(program, scopes, rows).sum(this);
    }

    /** What {@link Summing} reads. */
    record Cells(
            long replication, long[] contacts, int[] waits, long[] groupCounts, long[] groupLevels, long[] windowTicks, int[][] days) {}

    Cells cells() {
        return new Cells(replication, cells, waits, groupCounts, groupCells, windowTicks, days.closed());
    }
}
