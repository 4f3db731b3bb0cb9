package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Chats;
import mergedesk.program.Program;

/**
 * Everybody who serves: a record of eight {@code long}s for each agent, of the size of a cache line, side by side in one array. An agent is its number.
 *
 * <p>{@link #become} alone changes what an agent does, and alone tells the recorder of it. Idle agents of a group are in a ring, those who have been idle
 * longest first, that begins and ends at a record of the group's own, behind the records of all agents; as in {@link Contacts}. Those who have chats in hand
 * and room for somebody beside them stand in further rings of the group, one for each number of chats; see {@link Chats}.
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
    /** With deferred work. */
    public static final int WORKING = 5;

    /** Held for an outbound call, until somebody answers. */
    public static final int DIALLING = 6;

    /** Number of these constants. */
    public static final int STATUSES = 7;

    private static final long AWAY = 1L << Integer.SIZE;
    private static final int RECORD_SHIFT = 3;

    private static final int STATUS = 0;
    private static final int IDLE_SINCE_TICK = 1;
    private static final int GROUP = 2; // and AWAY, so that asking for both is one look
    private static final int IDLE_AHEAD = 3;
    private static final int IDLE_BEHIND = 4;
    private static final int BREAK_DUE_TICKS = 5;
    private static final int OFF_SHIFT = 6;
    private static final int CHATS_AND_RING = 7; // chats in hand; for how many of them the ring is in which the agent stands, in the upper half, 0 for none

    /** Groups of which somebody is idle. */
    final Bits idleGroups;
    /** Groups of which somebody who has a chat has a place for another. */
    final Bits chatGroups;
    /** Groups of which somebody who has a chat may take a call beside it. */
    final Bits callGroups;

    private final int count;
    private final int groups;
    private final long[] records;
    private final int[] inStatus; // agents, [group × STATUSES + status]
    private final int[] present; // agents at work, by group
    private final int[] available; // agents, by group
    private final Chats rules;
    private final int[] rings; // by group, the record of its ring for one chat; those for more follow
    private long timesIdle;
    private Recorder recorder;

    Agents(Program program) {
        count = program.agentCount();
        groups = program.groupCount();
        idleGroups = new Bits(groups);
        inStatus = new int[groups * STATUSES];
        present = new int[groups];
        available = new int[groups];
        rules = program.groups().chats();
        chatGroups = new Bits(groups);
        callGroups = new Bits(groups);
        rings = new int[groups + 1];
        rings[0] = count + groups;
        for (int group = 0; group < groups; group++) {
            rings[group + 1] = rings[group] + Math.max(rules.places(group) - 1, rules.callsWith()[group]);
        }
        records = new long[rings[groups] << RECORD_SHIFT];
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
            records[(agent << RECORD_SHIFT) + CHATS_AND_RING] = 0;
        }
        for (int end = count; end < rings[groups]; end++) {
            records[(end << RECORD_SHIFT) + IDLE_SINCE_TICK] = -1; // idle longer than anybody
            linkIdle(end, end);
        }
        idleGroups.clear();
        chatGroups.clear();
        callGroups.clear();
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
            if (leave(agent)) {
                idleGroups.remove(group);
            }
        } else if (status == IDLE) {
            join(count + group, agent, now);
            idleGroups.add(group);
            timesIdle++;
        }
        if (isPresent(before) != isPresent(status)) {
            present[group] += isPresent(status) ? 1 : -1;
        }
        inStatus[group * STATUSES + before]--;
        inStatus[group * STATUSES + status]++;
        recorder.became(group, before, status);
    }

    /** How often anybody has become idle. */
    long timesIdle() {
        return timesIdle;
    }

    /** Behind all who have been in the ring longer, those of the same tick in order of number. */
    private void join(int ring, int agent, long now) {
        records[(agent << RECORD_SHIFT) + IDLE_SINCE_TICK] = now;
        int behind = ring;
        int ahead = (int) records[(behind << RECORD_SHIFT) + IDLE_AHEAD];
        while (idleSinceTick(ahead) == now && ahead > agent) {
            behind = ahead;
            ahead = (int) records[(ahead << RECORD_SHIFT) + IDLE_AHEAD];
        }
        linkIdle(ahead, agent);
        linkIdle(agent, behind);
    }

    /** Whether nobody is in the ring any more. */
    private boolean leave(int agent) {
        int at = agent << RECORD_SHIFT;
        int ahead = (int) records[at + IDLE_AHEAD];
        int behind = (int) records[at + IDLE_BEHIND];
        linkIdle(ahead, behind);
        return ahead == behind; // the ring's own record
    }

    /** From now on the agent has so many chats in hand. */
    void setChats(int agent, int chats) {
        int at = (agent << RECORD_SHIFT) + CHATS_AND_RING;
        records[at] = records[at] & ~0xffffffffL | chats;
    }

    /** Chats that the agent has in hand. */
    int chats(int agent) {
        return (int) records[(agent << RECORD_SHIFT) + CHATS_AND_RING];
    }

    /**
     * Whether the agent, who has chats in hand, may take somebody beside them. Keeps the place among those of the group who have as many chats and may; otherwise goes
     * behind them, from now on.
     */
    void setRoom(int agent, boolean room, long now) {
        int ring = room ? chats(agent) : 0;
        int before = (int) (records[(agent << RECORD_SHIFT) + CHATS_AND_RING] >>> Integer.SIZE);
        if (ring == before) {
            return;
        }
        int group = group(agent);
        records[(agent << RECORD_SHIFT) + CHATS_AND_RING] = (long) ring << Integer.SIZE | chats(agent);
        if (before > 0) {
            leave(agent);
        }
        if (ring > 0) {
            join(rings[group] + ring - 1, agent, now);
        }
        tell(chatGroups, group, rules.places(group) - 1);
        tell(callGroups, group, rules.callsWith()[group]);
    }

    private void tell(Bits some, int group, int most) {
        if (fewestChats(group, 1, most) == State.NONE) {
            some.remove(group);
        } else {
            some.add(group);
        }
    }

    /** Of those of the group who may take somebody, the one with the fewest chats, if there are at most so many, and of these who has had them longest; or NONE. */
    int fewestChats(int group, int most) {
        int idle = firstIdle(group);
        return idle != State.NONE ? idle : fewestChats(group, 1, most);
    }

    private int fewestChats(int group, int least, int most) {
        int agent = State.NONE;
        for (int chats = least; chats <= most && agent == State.NONE; chats++) {
            agent = firstOf(rings[group] + chats - 1);
        }
        return agent;
    }

    private void linkIdle(int ahead, int behind) {
        records[(ahead << RECORD_SHIFT) + IDLE_BEHIND] = behind;
        records[(behind << RECORD_SHIFT) + IDLE_AHEAD] = ahead;
    }

    /** The agent of the group who has been idle longest, among those of one tick the lowest number; or NONE. */
    int firstIdle(int group) {
        return firstOf(count + group);
    }

    private int firstOf(int ring) {
        int agent = (int) records[(ring << RECORD_SHIFT) + IDLE_BEHIND];
        return agent < count ? agent : State.NONE;
    }

    /** The agent who has been idle longest after this one; or NONE. */
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

    /** Whether an agent who does this is at work: idle or busy. */
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

    /** Since when the agent is idle, or has as many chats and room for somebody beside them. */
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
