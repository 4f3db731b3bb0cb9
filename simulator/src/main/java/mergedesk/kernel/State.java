package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Every mutable number of one run, in flat arrays; {@link #reset()} makes it as new. An entity is an {@code int}: the slot of a contact, the
 * number of an agent, group, queue or desk. Nothing here is shared between runs that are in progress.
 *
 * <p>A slot holds one person from the first attempt to the end of the last; freed slots are used again.
 */
public final class State {
    /** No contact, no agent, no queue. */
    public static final int NONE = -1;

    static final int ABSENT = 0;
    static final int IDLE = 1;
    static final int TALKING = 2;
    static final int WRAPPING = 3;
    static final int ON_BREAK = 4;

    /** What is run. */
    public final Program program;
    final EventQueue queue = new EventQueue();

    /** The tick of the event in progress. */
    public long now;
    /** Code of the event in progress. */
    int code;
    /** Interval of the week at {@link #now}, for rules that vary by interval of arrival. */
    int intervalOfWeek;
    /** What contacts that arrive now count for: interval of the week, or a pseudo-interval. */
    int countedInterval;
    /** Civil day at {@link #now}. */
    int day;
    /** Flow of the contact. */
    public int[] contactFlow;
    /** What the attempt counts for, see {@link Recorder#intervalStarts}. */
    public int[] contactInterval;
    /** What the person's first attempt counts for. */
    public int[] personInterval;
    /** Waits of the person's attempts so far. */
    public long[] personWaitTicks;
    /** Attempt, 0 for the first. */
    public int[] contactAttempt;
    /** Civil day of the first attempt. */
    public int[] contactDay;
    /** Ordinal in that day and flow. */
    public int[] contactOrdinal;
    /** Arrival of this attempt. */
    public long[] contactArrivalTick;
    /** Key of all draws of the person. */
    long[] contactKey;
    /** Number of the distribution of talk time, fixed at arrival. */
    int[] contactWork;
    /** Queue that the contact waits in, or NONE. */
    int[] contactQueue;
    /** Number of the entry into the queue; a lower one has waited longer. */
    long[] contactEntry;
    /** Key of the event that ends patience; other keys of the slot are stale. */
    long[] contactPatienceKey;
    /** Tick at which patience ends when that has no event; NEVER otherwise. */
    long[] contactPatienceTick;
    /** Key of the event that opens the next routing rows. */
    long[] contactOverflowKey;
    /** Next routing row of the queue that is not yet open to the contact. */
    int[] contactNextRow;
    /** Neighbours in the queue. */
    int[] contactAhead;
    int[] contactBehind;

    private int[] freeSlots;
    private int freeCount;

    int[] queueHead;
    int[] queueTail;
    long entries;

    boolean[] deskOpen;
    int[] deskLinesInUse;

    int[] agentGroup;
    int[] agentStatus;
    int[] agentContact;
    long[] agentStartTick;
    long[] agentIdleSinceTick;
    int[] agentIdleAhead;
    int[] agentIdleBehind;
    /** Ticks of the break that is due after the work in hand; 0 for none. */
    long[] agentBreakDueTicks;
    /** Whether the agent's shift has ended (or not begun). */
    boolean[] agentOffShift;

    int[] groupIdleHead;
    int[] groupIdleTail;
    int[] groupPresent;
    /** Agents that should be present; not used for groups by shift. */
    int[] groupTarget;

    State(Program program) {
        this.program = program;
        allocateContacts(64);
        int queues = program.queueCount();
        int agents = program.agentCount();
        int groups = program.groupCount();
        queueHead = new int[queues];
        queueTail = new int[queues];
        deskOpen = new boolean[program.deskCount()];
        deskLinesInUse = new int[program.deskCount()];
        agentGroup = new int[agents];
        agentStatus = new int[agents];
        agentContact = new int[agents];
        agentStartTick = new long[agents];
        agentIdleSinceTick = new long[agents];
        agentIdleAhead = new int[agents];
        agentIdleBehind = new int[agents];
        agentBreakDueTicks = new long[agents];
        agentOffShift = new boolean[agents];
        groupIdleHead = new int[groups];
        groupIdleTail = new int[groups];
        groupPresent = new int[groups];
        groupTarget = new int[groups];
        for (int g = 0; g < groups; g++) {
            Arrays.fill(agentGroup, program.groups().firstAgent[g], program.groups().firstAgent[g + 1], g);
        }
        reset();
    }

    /** The pseudo-interval of contacts that arrive after the end of a run that drains. */
    public int afterEnd() {
        return program.calendar().intervalsPerWeek;
    }

    /** The pseudo-interval of contacts that do not count: those before the warm-up's end or after the end of a run that is cut. */
    public int uncounted() {
        return program.calendar().intervalsPerWeek + 1;
    }

    /** Class of the event in progress, 0 .. 5. */
    public int eventClass() {
        return Events.classOf(code);
    }

    /** Group of an agent. */
    public int groupOf(int agent) {
        return agentGroup[agent];
    }

    void reset() {
        queue.clear();
        now = 0;
        code = Events.INTERVAL;
        intervalOfWeek = 0;
        countedInterval = uncounted();
        day = 0;
        entries = 0;
        freeCount = 0;
        for (int slot = contactFlow.length - 1; slot >= 0; slot--) {
            freeSlots[freeCount++] = slot;
            contactPatienceKey[slot] = NONE;
            contactOverflowKey[slot] = NONE;
            contactQueue[slot] = NONE;
        }
        Arrays.fill(queueHead, NONE);
        Arrays.fill(queueTail, NONE);
        Arrays.fill(deskOpen, false);
        Arrays.fill(deskLinesInUse, 0);
        Arrays.fill(agentStatus, ABSENT);
        Arrays.fill(agentContact, NONE);
        Arrays.fill(agentBreakDueTicks, 0);
        Arrays.fill(agentOffShift, true);
        Arrays.fill(groupIdleHead, NONE);
        Arrays.fill(groupIdleTail, NONE);
        Arrays.fill(groupPresent, 0);
        Arrays.fill(groupTarget, 0);
    }

    /** A free slot. */
    int takeSlot() {
        if (freeCount == 0) {
            growContacts();
        }
        return freeSlots[--freeCount];
    }

    /** Gives a slot back; the person is gone. */
    void freeSlot(int contact) {
        freeSlots[freeCount++] = contact;
    }

    /** People who are waiting, being served or away between two attempts. */
    int slotsInUse() {
        return contactFlow.length - freeCount;
    }

    /**
     * Whether anybody who counts is waiting, being served or away between two attempts: an attempt that counts, or a person whose first did and
     * whose outcome is open. Looks at every slot: not for the loop.
     */
    boolean countedContactsInSystem() {
        boolean[] free = new boolean[contactFlow.length];
        for (int i = 0; i < freeCount; i++) {
            free[freeSlots[i]] = true;
        }
        for (int slot = 0; slot < free.length; slot++) {
            if (!free[slot] && (contactInterval[slot] < afterEnd() || personInterval[slot] < afterEnd())) {
                return true;
            }
        }
        return false;
    }

    private void growContacts() {
        int old = contactFlow.length;
        if (2L * old > EventQueue.MAX_SUBJECT) {
            throw new IllegalStateException("more than " + old + " contacts at once");
        }
        allocateContacts(2 * old);
        for (int slot = 2 * old - 1; slot >= old; slot--) {
            freeSlots[freeCount++] = slot;
            contactPatienceKey[slot] = NONE;
            contactOverflowKey[slot] = NONE;
            contactQueue[slot] = NONE;
        }
    }

    private void allocateContacts(int length) {
        contactFlow = longer(contactFlow, length);
        contactInterval = longer(contactInterval, length);
        personInterval = longer(personInterval, length);
        personWaitTicks = longer(personWaitTicks, length);
        contactAttempt = longer(contactAttempt, length);
        contactDay = longer(contactDay, length);
        contactOrdinal = longer(contactOrdinal, length);
        contactArrivalTick = longer(contactArrivalTick, length);
        contactKey = longer(contactKey, length);
        contactWork = longer(contactWork, length);
        contactQueue = longer(contactQueue, length);
        contactEntry = longer(contactEntry, length);
        contactPatienceKey = longer(contactPatienceKey, length);
        contactPatienceTick = longer(contactPatienceTick, length);
        contactOverflowKey = longer(contactOverflowKey, length);
        contactNextRow = longer(contactNextRow, length);
        contactAhead = longer(contactAhead, length);
        contactBehind = longer(contactBehind, length);
        freeSlots = longer(freeSlots, length);
    }

    private static int[] longer(int[] array, int length) {
        return array == null ? new int[length] : Arrays.copyOf(array, length);
    }

    private static long[] longer(long[] array, int length) {
        return array == null ? new long[length] : Arrays.copyOf(array, length);
    }
}
