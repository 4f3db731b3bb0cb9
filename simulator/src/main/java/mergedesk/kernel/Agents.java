package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Everybody who serves: a record of eight {@code long}s for each agent, of the size of a cache line, side by side in one array. An agent is its number.
 *
 * <p>{@link #become} alone changes what an agent does, and alone tells the recorder of it. Idle agents of a group are in a ring, those who have been idle
 * longest first, that begins and ends at a record of the group's own, behind the records of all agents; as in {@link Contacts}.
 */
public final class Agents {
    /** Not at work. */
    public static final int ABSENT = 0;
    /** At work, but on a break. */
    public static final int ON_BREAK = 1;
    /** Waiting for a contact. */
    public static final int IDLE = 2;
    /** With a contact. */
    public static final int TALKING = 3;
    /** Writing up what a contact was about. */
    public static final int WRAPPING = 4;

    /** Number of these constants. */
    public static final int STATUSES = 5;

    private static final long AWAY = 1L << Integer.SIZE;
    private static final int RECORD_SHIFT = 3;

    private static final int STATUS = 0;
    private static final int IDLE_SINCE_TICK = 1;
    private static final int GROUP = 2; // and AWAY, so that asking for both is one look
    private static final int IDLE_AHEAD = 3;
    private static final int IDLE_BEHIND = 4;
    private static final int BREAK_DUE_TICKS = 5;
    private static final int OFF_SHIFT = 6;

    /** Groups of which somebody is idle. */
    final Bits idleGroups;

    private final int count;
    private final int groups;
    private final long[] records;
    private final int[] inStatus; // agents, [group × STATUSES + status]
    private final int[] present; // agents at work, by group
    private final int[] available; // agents, by group
    private Recorder recorder;

    Agents(Program program) {
        count = program.agentCount();
        groups = program.groupCount();
        idleGroups = new Bits(groups);
        inStatus = new int[groups * STATUSES];
        present = new int[groups];
        available = new int[groups];
        records = new long[count + groups << RECORD_SHIFT];
        int[] firstAgent = program.groups().firstAgent();
        for (int group = 0; group < groups; group++) {
            for (int agent = firstAgent[group]; agent < firstAgent[group + 1]; agent++) {
                records[(agent << RECORD_SHIFT) + GROUP] = group;
            }
        }
    }

    /** Whoever is told what agents become. */
    void reportTo(Recorder theirs) {
        recorder = theirs;
    }

    /** Nobody is at work. */
    void clear() {
        Arrays.fill(available, 0);
        Arrays.fill(inStatus, 0);
        Arrays.fill(present, 0);
        for (int agent = 0; agent < count; agent++) {
            records[(agent << RECORD_SHIFT) + STATUS] = ABSENT;
            setBreakDueTicks(agent, 0);
            setOffShift(agent, true);
            records[(agent << RECORD_SHIFT) + GROUP] &= ~AWAY;
            available[group(agent)]++;
            inStatus[group(agent) * STATUSES + ABSENT]++;
        }
        for (int end = count; end < count + groups; end++) {
            records[(end << RECORD_SHIFT) + IDLE_SINCE_TICK] = -1; // idle longer than anybody
            linkIdle(end, end);
        }
        idleGroups.clear();
    }

    /** What the agent does from now on. An agent who goes from one contact to the next becomes nothing new. */
    void become(int agent, int status, long now) {
        int at = agent << RECORD_SHIFT;
        int before = (int) records[at + STATUS];
        if (before == status) {
            return;
        }
        records[at + STATUS] = status;
        int group = (int) records[at + GROUP];
        if (before == IDLE) {
            leaveIdle(agent, group);
        } else if (status == IDLE) {
            joinIdle(agent, group, now);
        }
        if (isPresent(before) != isPresent(status)) {
            present[group] += isPresent(status) ? 1 : -1;
        }
        inStatus[group * STATUSES + before]--;
        inStatus[group * STATUSES + status]++;
        recorder.became(group, before, status);
    }

    /** Behind all who have been idle longer, those of the same tick in order of number. */
    private void joinIdle(int agent, int group, long now) {
        records[(agent << RECORD_SHIFT) + IDLE_SINCE_TICK] = now;
        int behind = count + group;
        int ahead = (int) records[(behind << RECORD_SHIFT) + IDLE_AHEAD];
        while (idleSinceTick(ahead) == now && ahead > agent) {
            behind = ahead;
            ahead = (int) records[(ahead << RECORD_SHIFT) + IDLE_AHEAD];
        }
        linkIdle(ahead, agent);
        linkIdle(agent, behind);
        idleGroups.add(group);
    }

    private void leaveIdle(int agent, int group) {
        int at = agent << RECORD_SHIFT;
        int ahead = (int) records[at + IDLE_AHEAD];
        int behind = (int) records[at + IDLE_BEHIND];
        linkIdle(ahead, behind);
        if (ahead == behind) { // the group's own record
            idleGroups.remove(group);
        }
    }

    private void linkIdle(int ahead, int behind) {
        records[(ahead << RECORD_SHIFT) + IDLE_BEHIND] = behind;
        records[(behind << RECORD_SHIFT) + IDLE_AHEAD] = ahead;
    }

    /** The agent of the group who has been idle longest, among those of one tick the lowest number; or NONE. */
    int firstIdle(int group) {
        int agent = (int) records[(count + group << RECORD_SHIFT) + IDLE_BEHIND];
        return agent < count ? agent : State.NONE;
    }

    /** The agent who has been idle longest after this one; or NONE. For tests. */
    int nextIdle(int agent) {
        int behind = (int) records[(agent << RECORD_SHIFT) + IDLE_BEHIND];
        return behind < count ? behind : State.NONE;
    }

    /** Whether this idle agent goes before the other. */
    boolean idleLonger(int agent, int other) {
        long since = idleSinceTick(agent);
        long otherSince = idleSinceTick(other);
        return since < otherSince || (since == otherSince && agent < other);
    }

    /** Whether an agent who does this is at work: idle, talking or writing up. */
    public static boolean isPresent(int status) {
        return status >= IDLE;
    }

    /** Agents of the group who do this. */
    public int inStatus(int group, int status) {
        return inStatus[group * STATUSES + status];
    }

    /** Agents of the group who are at work. */
    int present(int group) {
        return present[group];
    }

    /** Whether the agent can be at work at all: not ill, on leave or elsewhere. */
    boolean available(int agent) {
        return records[(agent << RECORD_SHIFT) + GROUP] < AWAY;
    }

    /** How many agents of the group are available. */
    int availableOf(int group) {
        return available[group];
    }

    /** The agent was not available and is, or the other way round. */
    void setAvailable(int agent, boolean is) {
        records[(agent << RECORD_SHIFT) + GROUP] ^= AWAY;
        available[group(agent)] += is ? 1 : -1;
    }

    /** Group of the agent. */
    public int group(int agent) {
        return (int) records[(agent << RECORD_SHIFT) + GROUP];
    }

    /** What the agent is doing: a constant of this class. */
    int status(int agent) {
        return (int) records[(agent << RECORD_SHIFT) + STATUS];
    }

    /** Since when the agent is idle. */
    long idleSinceTick(int agent) {
        return records[(agent << RECORD_SHIFT) + IDLE_SINCE_TICK];
    }

    /** Length of the break that is due after the work in hand; 0 for none. */
    long breakDueTicks(int agent) {
        return records[(agent << RECORD_SHIFT) + BREAK_DUE_TICKS];
    }

    /** Whether the agent's shift has ended (or not begun). */
    boolean offShift(int agent) {
        return records[(agent << RECORD_SHIFT) + OFF_SHIFT] != 0;
    }

    void setBreakDueTicks(int agent, long ticks) {
        records[(agent << RECORD_SHIFT) + BREAK_DUE_TICKS] = ticks;
    }

    void setOffShift(int agent, boolean offShift) {
        records[(agent << RECORD_SHIFT) + OFF_SHIFT] = offShift ? 1 : 0;
    }
}
