package mergedesk.observe;

import java.util.Arrays;
import mergedesk.kernel.Agents;
import mergedesk.program.Program;

/** What groups answer, and how their agents' time goes: by group, and by interval of the week and desk. */
final class GroupCounts {
    private static final int[] IN_WINDOW = {Count.SCHEDULED, Count.PRESENT, Count.TALKING, Count.WRAPPING, Count.WORKING};
    private static final int[] AFTER = {Count.SCHEDULED_AFTER, Count.PRESENT_AFTER, Count.TALKING_AFTER, Count.WRAPPING_AFTER, Count.WORKING_AFTER};
    private static final int LEVELS = IN_WINDOW.length;
    private static final int[] COLUMNS = {Count.ANSWERED, Count.ANSWERED_WITHIN, Count.WAIT_ANSWERED, Count.TALK, Count.WRAP};

    private final int afterEnd;
    private final int desks;
    private final Workplaces workplaces;
    private int[] workplace; // of each group, now
    private final long[] contacts; // [group × COLUMNS.length + place of the column]
    private final long[] byWorkplace; // [workplace × 2 LEVELS + level], those after the end behind the others
    private final long[] byInterval; // [(interval × desks + desk) × LEVELS + level]
    private final long[] scheduledOpen; // by workplace, while its desk is open
    private final long[] busyOpen;
    private final long[] scheduledOpenByInterval; // [interval × desks + desk]
    private final long[] busyOpenByInterval;
    private int[][] groupsOfDesk;
    private final Levels scheduled; // by group
    private final ChatCounts chats;
    private Agents agents;
    private final long[] statusTicks; // Σ of ticks at which agents left − Σ of ticks at which they began: [group × STATUSES + status]

    GroupCounts(Program program, Agents agents) {
        on(agents);
        afterEnd = program.calendar().intervalsPerWeek();
        desks = program.deskCount();
        workplaces = Workplaces.of(program);
        int groups = program.groupCount();
        contacts = new long[groups * COLUMNS.length];
        byWorkplace = new long[workplaces.count() * 2 * LEVELS];
        byInterval = new long[afterEnd * desks * LEVELS];
        scheduledOpen = new long[workplaces.count()];
        busyOpen = new long[workplaces.count()];
        scheduledOpenByInterval = new long[afterEnd * desks];
        busyOpenByInterval = new long[afterEnd * desks];
        scheduled = new Levels(groups);
        chats = new ChatCounts(program, workplaces);
        statusTicks = new long[groups * Agents.STATUSES];
        work(0);
    }

    /** A phase of the plan begins, in which groups may work at other desks: all has been counted up to now. */
    void begin(int phase) {
        work(1 + phase);
    }

    private void work(int phase) {
        workplace = workplaces.ofPhase()[phase];
        int[] deskOfGroup = new int[workplace.length];
        Arrays.setAll(deskOfGroup, group -> workplaces.desk()[workplace[group]]);
        groupsOfDesk = ByDesk.of(deskOfGroup, desks);
    }

    /** Goes on with others. */
    void on(Agents others) {
        agents = others;
    }

    /** Where groups work. */
    Workplaces workplaces() {
        return workplaces;
    }

    /** Bytes that it takes. */
    static long bytes(Program program) {
        long ofIntervals = (long) program.calendar().intervalsPerWeek() * program.deskCount() * (LEVELS + 2);
        return (ofIntervals + program.groupCount() * (COLUMNS.length + 2L * LEVELS + 4 + Agents.STATUSES)) * Long.BYTES + ChatCounts.bytes(program);
    }

    /** Nobody is at work. */
    void clearLevels() {
        work(0);
        scheduled.clear();
        chats.clearLevels();
        Arrays.fill(statusTicks, 0);
    }

    /** Forgets all counts, but not what agents are doing. */
    void clear() {
        Arrays.fill(contacts, 0);
        Arrays.fill(byWorkplace, 0);
        chats.clear();
        Arrays.fill(byInterval, 0);
        Arrays.fill(scheduledOpen, 0);
        Arrays.fill(busyOpen, 0);
        Arrays.fill(scheduledOpenByInterval, 0);
        Arrays.fill(busyOpenByInterval, 0);
    }

    /** The group answered a contact; {@code within}: 1 within T, 0 later. */
    void answered(int group, int within, long waitTicks) {
        int at = group * COLUMNS.length;
        contacts[at]++;
        contacts[at + 1] += within;
        contacts[at + 2] += waitTicks;
    }

    /** Somebody of the group talked or wrote up, as {@code status} says. */
    void ended(int group, int status, long ticks) {
        contacts[group * COLUMNS.length + 3 + status - Agents.TALKING] += ticks;
    }

    /** The number of agents scheduled changes. */
    void scheduled(int group, int change, long tick) {
        scheduled.change(group, change, tick);
    }

    /** Agents of the group have another number of chats in hand. */
    void chats(int group, int change, int withAny, long tick) {
        chats.change(group, change, withAny, tick);
    }

    /** An agent does another thing than before. */
    void became(int group, int before, int now, long tick) {
        int first = group * Agents.STATUSES;
        statusTicks[first + before] += tick;
        statusTicks[first + now] -= tick;
    }

    /** Counts time of the desk's agents, which was open or not, up to {@code tick} for the interval, or pseudo-interval, in progress. */
    void close(int desk, int interval, long tick, boolean wasOpen) {
        for (int group : groupsOfDesk[desk]) {
            closeGroup(group, interval, tick, wasOpen);
        }
    }

    private void closeGroup(int group, int interval, long tick, boolean wasOpen) {
        long idle = takeTime(group, Agents.IDLE, tick);
        long talking = takeTime(group, Agents.TALKING, tick);
        long wrapping = takeTime(group, Agents.WRAPPING, tick);
        long working = takeTime(group, Agents.WORKING, tick) + takeTime(group, Agents.DIALLING, tick);
        long scheduledTicks = scheduled.take(group, tick);
        add(group, interval, 0, scheduledTicks);
        add(group, interval, 1, idle + talking + wrapping + working);
        add(group, interval, 2, talking);
        add(group, interval, 3, wrapping);
        add(group, interval, 4, working);
        chats.close(group, workplace[group], interval, tick, idle + talking + wrapping + working);
        if (wasOpen && interval < afterEnd) {
            addExact(scheduledOpen, workplace[group], scheduledTicks);
            addExact(busyOpen, workplace[group], talking + wrapping + working);
            addExact(scheduledOpenByInterval, interval * desks + workplaces.desk()[workplace[group]], scheduledTicks);
            addExact(busyOpenByInterval, interval * desks + workplaces.desk()[workplace[group]], talking + wrapping + working);
        }
    }

    /** Time that agents of the group have spent so since it was last taken: as {@link Levels}, but agents know the level. */
    private long takeTime(int group, int status, long tick) {
        int i = group * Agents.STATUSES + status;
        long upToTick = agents.inStatus(group, status) * tick;
        long taken = upToTick + statusTicks[i];
        statusTicks[i] = -upToTick;
        return taken;
    }

    private void add(int group, int interval, int level, long ticks) {
        if (ticks == 0) {
            return;
        }
        if (interval < afterEnd) {
            addExact(byWorkplace, workplace[group] * 2 * LEVELS + level, ticks);
            addExact(byInterval, (interval * desks + workplaces.desk()[workplace[group]]) * LEVELS + level, ticks);
        } else if (interval == afterEnd) {
            addExact(byWorkplace, (workplace[group] * 2 + 1) * LEVELS + level, ticks);
        }
    }

    private static void addExact(long[] to, int i, long ticks) {
        to[i] = Exact.sum(to[i], ticks);
    }

    /** Adds the time of agents at a workplace to the row of a summary that begins at {@code at}. */
    void addTime(int of, long[] to, int at) {
        for (int level = 0; level < LEVELS; level++) {
            addExact(to, at + IN_WINDOW[level], byWorkplace[of * 2 * LEVELS + level]);
            addExact(to, at + AFTER[level], byWorkplace[(of * 2 + 1) * LEVELS + level]);
        }
        addExact(to, at + Count.SCHEDULED_OPEN, scheduledOpen[of]);
        addExact(to, at + Count.BUSY_OPEN, busyOpen[of]);
        chats.addTime(of, to, at);
    }

    /** Contacts that a group answered. */
    long answered(int group) {
        return contacts[group * COLUMNS.length];
    }

    /** Adds what a group answered to its own row. */
    void addContacts(int group, long[] to, int at) {
        for (int i = 0; i < COLUMNS.length; i++) {
            addExact(to, at + COLUMNS[i], contacts[group * COLUMNS.length + i]);
        }
    }

    /** Adds the time of all agents in an interval of the week to its row. */
    void addInterval(int interval, long[] to, int at) {
        for (int desk = 0; desk < desks; desk++) {
            addInterval(interval, desk, to, at);
        }
    }

    /** The same of the agents of one desk. */
    void addInterval(int interval, int desk, long[] to, int at) {
        int cell = interval * desks + desk;
        addExact(to, at + Count.SCHEDULED_OPEN, scheduledOpenByInterval[cell]);
        addExact(to, at + Count.BUSY_OPEN, busyOpenByInterval[cell]);
        chats.addInterval(interval, desk, to, at);
        for (int level = 0; level < LEVELS; level++) {
            addExact(to, at + IN_WINDOW[level], byInterval[cell * LEVELS + level]);
        }
    }
}
