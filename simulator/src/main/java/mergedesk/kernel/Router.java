package mergedesk.kernel;

import mergedesk.program.Program;

/**
 * Who takes whom: queues of waiting contacts, lists of idle agents, and the rows that say which may meet.
 *
 * <p>An arriving contact takes the idle agent of the lowest rank, then the one who has been idle longest, then the lowest number. A freed
 * agent takes the contact of the lowest level (preference, then priority), then the one who entered a queue first. Both are found by
 * looking at the heads of lists only, because contacts of one queue and agents of one group differ in nothing but time.
 */
final class Router {
    private final State s;
    private final Program.Routing routing;

    Router(State state) {
        s = state;
        routing = state.program.routing();
    }

    /** The idle agent that a contact of this queue takes when it has waited {@code waitTicks}, by the rows from first on; or NONE. */
    int idleAgentFor(int queue, int first, long waitTicks) {
        int best = State.NONE;
        int bestRank = 0;
        for (int row = first; row < routing.queueOffset[queue + 1] && routing.rowAfterTicks[row] <= waitTicks; row++) {
            int agent = s.groupIdleHead[routing.rowGroup[row]];
            if (agent != State.NONE
                    && (best == State.NONE
                            || routing.rowRank[row] < bestRank
                            || (routing.rowRank[row] == bestRank && idleLonger(agent, best)))) {
                best = agent;
                bestRank = routing.rowRank[row];
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
        for (int row = routing.groupOffset[group]; row < routing.groupOffset[group + 1]; row++) {
            if (best != State.NONE && routing.groupRowLevel[row] != bestLevel) {
                break;
            }
            int contact = s.queueHead[routing.groupRowQueue[row]];
            if (contact != State.NONE
                    && s.now - s.contactArrivalTick[contact] >= routing.groupRowAfterTicks[row]
                    && (best == State.NONE || s.contactEntry[contact] < s.contactEntry[best])) {
                best = contact;
                bestLevel = routing.groupRowLevel[row];
            }
        }
        return best;
    }

    void enqueue(int contact, int queue) {
        int tail = s.queueTail[queue];
        s.contactQueue[contact] = queue;
        s.contactEntry[contact] = s.entries++;
        s.contactAhead[contact] = tail;
        s.contactBehind[contact] = State.NONE;
        if (tail == State.NONE) {
            s.queueHead[queue] = contact;
        } else {
            s.contactBehind[tail] = contact;
        }
        s.queueTail[queue] = contact;
    }

    void dequeue(int contact) {
        int queue = s.contactQueue[contact];
        int ahead = s.contactAhead[contact];
        int behind = s.contactBehind[contact];
        if (ahead == State.NONE) {
            s.queueHead[queue] = behind;
        } else {
            s.contactBehind[ahead] = behind;
        }
        if (behind == State.NONE) {
            s.queueTail[queue] = ahead;
        } else {
            s.contactAhead[behind] = ahead;
        }
        s.contactQueue[contact] = State.NONE;
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
