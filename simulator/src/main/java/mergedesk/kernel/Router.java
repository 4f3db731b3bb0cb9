package mergedesk.kernel;

import mergedesk.program.Program;

/**
 * Who takes whom: the rows that say which agents and which waiting contacts may meet.
 *
 * <p>An arriving contact takes the idle agent of the lowest rank, then the one who has been idle longest, then the lowest number. A freed
 * agent takes the contact of the lowest level (preference, then priority), then the one who entered a queue first. Both are found by
 * looking at the heads of lists only, because contacts of one queue and agents of one group differ in nothing but time.
 */
final class Router {
    private final State s;
    private final Waiting waiting;
    private final int[] queueOffset;
    private final int[] rowGroup;
    private final long[] rowAfterTicks;
    private final int[] rowRank;
    private final int[] groupOffset;
    private final int[] groupRowQueue;
    private final long[] groupRowAfterTicks;
    private final int[] groupRowLevel;
    private final int[] onlyGroup; // by queue, where the rows leave no choice; NONE elsewhere
    private final int[] onlyQueue; // by group, the same

    Router(State state, Waiting waiting) {
        s = state;
        this.waiting = waiting;
        Program.Routing routing = state.program.routing();
        queueOffset = routing.queueOffset;
        rowGroup = routing.rowGroup;
        rowAfterTicks = routing.rowAfterTicks;
        rowRank = routing.rowRank;
        groupOffset = routing.groupOffset;
        groupRowQueue = routing.groupRowQueue;
        groupRowAfterTicks = routing.groupRowAfterTicks;
        groupRowLevel = routing.groupRowLevel;
        onlyGroup = onlyPartner(queueOffset, rowGroup, rowAfterTicks);
        onlyQueue = onlyPartner(groupOffset, groupRowQueue, groupRowAfterTicks);
    }

    /** For each block of rows its partner, if it is one row that holds from the first moment on. */
    private static int[] onlyPartner(int[] offset, int[] partner, long[] afterTicks) {
        int[] only = new int[offset.length - 1];
        for (int i = 0; i < only.length; i++) {
            boolean one = offset[i + 1] - offset[i] == 1 && afterTicks[offset[i]] == 0;
            only[i] = one ? partner[offset[i]] : State.NONE;
        }
        return only;
    }

    /** The idle agent that a contact of this queue takes on arrival; or NONE. */
    int idleAgentFor(int queue) {
        int only = onlyGroup[queue];
        return only != State.NONE ? s.agents.firstIdle(only) : idleAgentFor(queue, queueOffset[queue], 0);
    }

    /** The idle agent that a contact of this queue takes when it has waited {@code waitTicks}, by the rows from first on; or NONE. */
    int idleAgentFor(int queue, int first, long waitTicks) {
        int best = State.NONE;
        int bestRank = 0;
        for (int row = first; row < queueOffset[queue + 1] && rowAfterTicks[row] <= waitTicks; row++) {
            int agent = s.agents.firstIdle(rowGroup[row]);
            if (agent != State.NONE
                    && (best == State.NONE
                            || rowRank[row] < bestRank
                            || (rowRank[row] == bestRank && idleLonger(agent, best)))) {
                best = agent;
                bestRank = rowRank[row];
            }
        }
        return best;
    }

    private boolean idleLonger(int agent, int other) {
        long since = s.agents.sinceTick(agent);
        long otherSince = s.agents.sinceTick(other);
        return since < otherSince || (since == otherSince && agent < other);
    }

    /** The waiting contact that a freed agent of this group takes; or NONE. */
    int waitingContactFor(int group) {
        int only = onlyQueue[group];
        return only != State.NONE ? waiting.head(only) : firstInRows(group);
    }

    private int firstInRows(int group) {
        int best = State.NONE;
        int bestLevel = 0;
        for (int row = groupOffset[group]; row < groupOffset[group + 1]; row++) {
            if (best != State.NONE && groupRowLevel[row] != bestLevel) {
                break;
            }
            int contact = waiting.head(groupRowQueue[row]);
            if (contact != State.NONE
                    && s.now - s.contacts.arrivalTick(contact) >= groupRowAfterTicks[row]
                    && (best == State.NONE || s.contacts.entry(contact) < s.contacts.entry(best))) {
                best = contact;
                bestLevel = groupRowLevel[row];
            }
        }
        return best;
    }
}
