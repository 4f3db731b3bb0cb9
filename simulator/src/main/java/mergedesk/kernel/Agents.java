package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Everybody who serves: a record of eight {@code long}s for each agent, of the size of a cache line, side by side in one array. An agent is its number.
 *
 * <p>Idle agents of a group are in a ring, those who have been idle longest first, that begins and ends at a record of the group's own, behind the
 * records of all agents; as in {@link Contacts}.
 */
public final class Agents {
    static final int ABSENT = 0;
    static final int IDLE = 1;
    static final int TALKING = 2;
    static final int WRAPPING = 3;
    static final int ON_BREAK = 4;

    private static final int RECORD_SHIFT = 3;

    private static final int STATUS = 0;
    private static final int CONTACT = 1;
    private static final int SINCE_TICK = 2;
    private static final int GROUP = 3;
    private static final int IDLE_AHEAD = 4;
    private static final int IDLE_BEHIND = 5;
    private static final int BREAK_DUE_TICKS = 6;
    private static final int OFF_SHIFT = 7;

    private final int count;
    private final int groups;
    private final long[] records;

    Agents(Program program) {
        count = program.agentCount();
        groups = program.groupCount();
        records = new long[count + groups << RECORD_SHIFT];
        int[] firstAgent = program.groups().firstAgent;
        for (int group = 0; group < groups; group++) {
            for (int agent = firstAgent[group]; agent < firstAgent[group + 1]; agent++) {
                records[(agent << RECORD_SHIFT) + GROUP] = group;
            }
        }
    }

    /** Nobody is at work. */
    void clear() {
        for (int agent = 0; agent < count; agent++) {
            setStatus(agent, ABSENT);
            setContact(agent, State.NONE);
            setBreakDueTicks(agent, 0);
            setOffShift(agent, true);
        }
        for (int end = count; end < count + groups; end++) {
            records[(end << RECORD_SHIFT) + SINCE_TICK] = -1; // idle longer than anybody
            linkIdle(end, end);
        }
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

    /** The agent becomes idle: behind all who have been idle longer, those of the same tick in order of number. */
    void joinIdle(int agent, long now) {
        setStatus(agent, IDLE);
        setSinceTick(agent, now);
        int behind = count + group(agent);
        int ahead = (int) records[(behind << RECORD_SHIFT) + IDLE_AHEAD];
        while (sinceTick(ahead) == now && ahead > agent) {
            behind = ahead;
            ahead = (int) records[(ahead << RECORD_SHIFT) + IDLE_AHEAD];
        }
        linkIdle(ahead, agent);
        linkIdle(agent, behind);
    }

    /** The agent is idle no more; the caller says what else. */
    void leaveIdle(int agent) {
        int at = agent << RECORD_SHIFT;
        linkIdle((int) records[at + IDLE_AHEAD], (int) records[at + IDLE_BEHIND]);
    }

    private void linkIdle(int ahead, int behind) {
        records[(ahead << RECORD_SHIFT) + IDLE_BEHIND] = behind;
        records[(behind << RECORD_SHIFT) + IDLE_AHEAD] = ahead;
    }

    /** Group of the agent. */
    public int group(int agent) {
        return (int) records[(agent << RECORD_SHIFT) + GROUP];
    }

    /** What the agent is doing: ABSENT, IDLE, TALKING, WRAPPING or ON_BREAK. */
    int status(int agent) {
        return (int) records[(agent << RECORD_SHIFT) + STATUS];
    }

    /** The contact in hand, or NONE. */
    int contact(int agent) {
        return (int) records[(agent << RECORD_SHIFT) + CONTACT];
    }

    /** Since when the agent is idle, talking or in after-call work. */
    long sinceTick(int agent) {
        return records[(agent << RECORD_SHIFT) + SINCE_TICK];
    }

    /** Length of the break that is due after the work in hand; 0 for none. */
    long breakDueTicks(int agent) {
        return records[(agent << RECORD_SHIFT) + BREAK_DUE_TICKS];
    }

    /** Whether the agent's shift has ended (or not begun). */
    boolean offShift(int agent) {
        return records[(agent << RECORD_SHIFT) + OFF_SHIFT] != 0;
    }

    /** The agent begins to talk to the contact, or to write up what it was about. */
    void work(int agent, int status, int contact, long now) {
        assert status == WRAPPING ? contact(agent) == contact : contact(agent) == State.NONE;
        int at = agent << RECORD_SHIFT;
        records[at + STATUS] = status;
        records[at + CONTACT] = contact;
        records[at + SINCE_TICK] = now;
    }

    void setStatus(int agent, int status) {
        records[(agent << RECORD_SHIFT) + STATUS] = status;
    }

    void setContact(int agent, int contact) {
        records[(agent << RECORD_SHIFT) + CONTACT] = contact;
    }

    void setBreakDueTicks(int agent, long ticks) {
        records[(agent << RECORD_SHIFT) + BREAK_DUE_TICKS] = ticks;
    }

    void setOffShift(int agent, boolean offShift) {
        records[(agent << RECORD_SHIFT) + OFF_SHIFT] = offShift ? 1 : 0;
    }

    private void setSinceTick(int agent, long tick) {
        records[(agent << RECORD_SHIFT) + SINCE_TICK] = tick;
    }
}
