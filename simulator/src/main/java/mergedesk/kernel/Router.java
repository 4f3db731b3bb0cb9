package mergedesk.kernel;

import mergedesk.program.Program;

/**
 * Who takes whom: lists of idle agents, and the rows that say which agents and which waiting contacts may meet.
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
    }

    /** The idle agent that a contact of this queue takes when it has waited {@code waitTicks}, by the rows from first on; or NONE. */
    int idleAgentFor(int queue, int first, long waitTicks) {
        int best = State.NONE;
        int bestRank = 0;
        for (int row = first; row < queueOffset[queue + 1] && rowAfterTicks[row] <= waitTicks; row++) {
            int agent = s.groupIdleHead[rowGroup[row]];
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
        long since = s.agentIdleSinceTick[agent];
        long otherSince = s.agentIdleSinceTick[other];
        return since < otherSince || (since == otherSince && agent < other);
    }

    /** The waiting contact that a freed agent of this group takes; or NONE. */
    int waitingContactFor(int group) {
        int best = State.NONE;
        int bestLevel = 0;
        for (int row = groupOffset[group]; row < groupOffset[group + 1]; row++) {
            if (best != State.NONE && groupRowLevel[row] != bestLevel) {
                break;
            }
            int contact = waiting.head(groupRowQueue[row]);
            if (contact != State.NONE
                    && s.now - s.contactArrivalTick[contact] >= groupRowAfterTicks[row]
                    && (best == State.NONE || s.contactEntry[contact] < s.contactEntry[best])) {
                best = contact;
                bestLevel = groupRowLevel[row];
            }
        }
        return best;
    }

    /** Puts an agent among the idle of the group: behind all who have been idle longer, those of the same tick in order of number. */
    void addIdle(int agent) {
        int group = s.agentGroup[agent];
        s.agentStatus[agent] = State.IDLE;
        s.agentIdleSinceTick[agent] = s.now;
        int ahead = s.groupIdleTail[group];
        while (ahead != State.NONE && s.agentIdleSinceTick[ahead] == s.now && ahead > agent) {
            ahead = s.agentIdleAhead[ahead];
        }
        int behind = ahead == State.NONE ? s.groupIdleHead[group] : s.agentIdleBehind[ahead];
        linkIdle(group, ahead, agent);
        linkIdle(group, agent, behind);
    }

    void removeIdle(int agent) {
        linkIdle(s.agentGroup[agent], s.agentIdleAhead[agent], s.agentIdleBehind[agent]);
    }

    private void linkIdle(int group, int ahead, int behind) {
        if (ahead == State.NONE) {
            s.groupIdleHead[group] = behind;
        } else {
            s.agentIdleBehind[ahead] = behind;
        }
        if (behind == State.NONE) {
            s.groupIdleTail[group] = ahead;
        } else {
            s.agentIdleAhead[behind] = ahead;
        }
    }
}
