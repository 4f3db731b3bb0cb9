package mergedesk.kernel;

/**
 * Who meets whom, from both sides.
 *
 * <p>An arriving contact takes the idle agent of the lowest rank, then the one who has been idle longest, then the lowest number. A freed
 * agent takes the contact of the lowest level (preference, then priority), then the one who entered a queue first. Both are found by looking at the
 * heads of those lists only that are not empty, because contacts of one queue and agents of one group differ in nothing but time. A
 * contact that waits meets further groups as its wait opens them to it (overflow).
 */
final class Dispatch {
    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final EventQueue events;
    private final Epoch epoch;
    private final Waiting waiting;
    private final Service service;
    private final Hands hands;

    Dispatch(State state, Waiting waiting, Service service, Hands hands) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        events = state.events;
        epoch = state.epoch;
        this.waiting = waiting;
        this.service = service;
        this.hands = hands;
    }

    /** The contact, which has just arrived, is taken by an idle agent, if one may. */
    boolean serve(int contact, int flow) {
        int queue = epoch.queue(flow);
        if (epoch.singleFiles && s.files.isBehind(queue)) {
            return false;
        }
        int only = epoch.onlyGroup[queue];
        int agent = only != State.NONE
                ? agents.firstIdle(only)
                : idleAgentFor(queue, epoch.groupsOfQueue.offset[queue], 0);
        if (agent == State.NONE) {
            return false;
        }
        service.start(contact, agent, 0, false);
        return true;
    }

    /** The contact begins to wait. */
    void keep(int contact, int flow) {
        int queue = epoch.queue(flow);
        waiting.enter(contact, queue);
        if (epoch.onlyGroup[queue] == State.NONE) {
            scheduleOverflow(contact, queue, epoch.groupsOfQueue.offset[queue], 0);
        }
    }

    /** Where there are chats: the agent takes as many who wait as there is room for, each time the one who comes first among them. {@link Hands#settle} follows. */
    void fill(int agent) {
        while (true) {
            int contact = waitingContactFor(agents.group(agent), hands.roomForChat(agent), hands.roomForCall(agent));
            if (contact == State.NONE) {
                return;
            }
            waiting.leave(contact);
            service.take(contact, agent, s.now - contacts.arrivalTick(contact), true);
        }
    }

    /** The agent, who is free, takes the contact that has waited longest among those of the lowest level, if there is one. */
    boolean takeWaiting(int agent) {
        int group = agents.group(agent);
        int only = epoch.onlyQueue[group];
        int contact = only != State.NONE ? waiting.head(only) : waitingContactFor(group);
        if (contact == State.NONE) {
            return false;
        }
        waiting.leave(contact);
        service.start(contact, agent, s.now - contacts.arrivalTick(contact), true);
        return true;
    }

    /** The contact has waited long enough for the next rows, if the event still counts. */
    void overflow(int contact, long key) {
        if (contacts.overflowKey(contact) != key) {
            return;
        }
        int queue = epoch.queue(contacts.flow(contact));
        long waitTicks = s.now - contacts.arrivalTick(contact);
        boolean mayNot = epoch.singleFiles && s.files.isBehind(contact, queue);
        int agent = mayNot ? State.NONE : idleAgentFor(queue, contacts.nextRow(contact), waitTicks);
        if (agent == State.NONE) {
            scheduleOverflow(contact, queue, contacts.nextRow(contact), waitTicks);
            return;
        }
        waiting.leave(contact);
        service.start(contact, agent, waitTicks, true);
    }

    /** An event is over: who has come to the front of a file meets the agents who are idle, and whoever comes to the front then does, too. */
    void moveUp() {
        for (int desk = 0; desk < s.deskOpen.length; desk++) {
            for (int contact = s.files.movedUp(desk); contact != State.NONE; contact = s.files.movedUp(desk)) {
                int queue = epoch.queue(contacts.flow(contact));
                long waitTicks = s.now - contacts.arrivalTick(contact);
                int agent = idleAgentFor(queue, epoch.groupsOfQueue.offset[queue], waitTicks);
                if (agent != State.NONE) {
                    waiting.leave(contact);
                    service.start(contact, agent, waitTicks, true);
                }
            }
        }
    }

    /** Schedules the moment from which further groups may take the contact, if there are any. */
    private void scheduleOverflow(int contact, int queue, int row, long waitTicks) {
        int next = epoch.groupsOfQueue.firstAfter(queue, row, waitTicks);
        if (next < epoch.groupsOfQueue.offset[queue + 1]) {
            contacts.setNextRow(contact, next);
            long tick = contacts.arrivalTick(contact) + epoch.groupsOfQueue.afterTicks[next];
            contacts.setOverflowKey(contact, events.schedule(tick, Events.OVERFLOW, contact));
        }
    }

    /** The idle agent whom a contact of this queue takes when it has waited so long, by the rows from first on; or NONE. */
    private int idleAgentFor(int queue, int first, long waitTicks) {
        if (epoch.chats) {
            return agentWithRoomFor(queue, first, waitTicks);
        }
        Rows rows = epoch.groupsOfQueue;
        int best = State.NONE;
        int bestRank = Integer.MAX_VALUE;
        for (int row = first; row < rows.offset[queue + 1] && rows.afterTicks[row] <= waitTicks; row++) {
            long idle = rows.rank[row] <= bestRank ? rows.mask[row] & agents.idleGroups.words[rows.word[row]] : 0;
            for (; idle != 0; idle &= idle - 1) {
                int agent = agents.firstIdle(Bits.lowest(rows.word[row], idle));
                if (best == State.NONE || rows.rank[row] < bestRank || agents.idleLonger(agent, best)) {
                    best = agent;
                    bestRank = rows.rank[row];
                }
            }
        }
        return best;
    }

    /** The same where there are chats: of the lowest rank the agent with the fewest chats, then who has had so many longest, idle or not. */
    private int agentWithRoomFor(int queue, int first, long waitTicks) {
        Rows rows = epoch.groupsOfQueue;
        boolean chat = epoch.chatQueues.has(queue);
        Bits room = chat ? agents.chatGroups : agents.callGroups;
        int best = State.NONE;
        int bestRank = Integer.MAX_VALUE;
        for (int row = first; row < rows.offset[queue + 1] && rows.afterTicks[row] <= waitTicks; row++) {
            int word = rows.word[row];
            long some = rows.rank[row] <= bestRank ? rows.mask[row] & (agents.idleGroups.words[word] | room.words[word]) : 0;
            for (; some != 0; some &= some - 1) {
                int group = Bits.lowest(word, some);
                int agent = agents.fewestChats(group, chat ? epoch.chatRules.places(group) - 1 : epoch.chatRules.callsWith()[group]);
                if (best == State.NONE || rows.rank[row] < bestRank || goesBefore(agent, best)) {
                    best = agent;
                    bestRank = rows.rank[row];
                }
            }
        }
        return best;
    }

    private boolean goesBefore(int agent, int other) {
        int fewer = agents.chats(agent) - agents.chats(other);
        return fewer < 0 || (fewer == 0 && agents.idleLonger(agent, other));
    }

    /** The waiting contact that a freed agent of this group takes, by its rows, of those kinds for which there is room; or NONE. */
    private int waitingContactFor(int group, boolean chats, boolean calls) {
        Rows rows = epoch.queuesOfGroup;
        int best = State.NONE;
        int bestLevel = Integer.MAX_VALUE;
        for (int row = rows.offset[group]; row < rows.offset[group + 1] && rows.rank[row] <= bestLevel && (chats || calls); row++) {
            long chatQueues = epoch.chatQueues.words[rows.word[row]];
            long some = rows.mask[row] & contacts.waitedFor.words[rows.word[row]] & ((chats ? chatQueues : 0) | (calls ? ~chatQueues : 0));
            for (; some != 0; some &= some - 1) {
                int contact = waiting.head(Bits.lowest(rows.word[row], some));
                if (contact != State.NONE
                        && s.now - contacts.arrivalTick(contact) >= rows.afterTicks[row]
                        && (best == State.NONE || contacts.entry(contact) < contacts.entry(best))) {
                    best = contact;
                    bestLevel = rows.rank[row];
                }
            }
        }
        return best;
    }

    /** The waiting contact that a freed agent of this group takes, by its rows; or NONE. */
    private int waitingContactFor(int group) {
        Rows rows = epoch.queuesOfGroup;
        int best = State.NONE;
        int bestLevel = Integer.MAX_VALUE;
        for (int row = rows.offset[group]; row < rows.offset[group + 1] && rows.rank[row] <= bestLevel; row++) {
            long some = rows.mask[row] & contacts.waitedFor.words[rows.word[row]];
            for (; some != 0; some &= some - 1) {
                int contact = waiting.head(Bits.lowest(rows.word[row], some));
                if (contact != State.NONE
                        && s.now - contacts.arrivalTick(contact) >= rows.afterTicks[row]
                        && (best == State.NONE || contacts.entry(contact) < contacts.entry(best))) {
                    best = contact;
                    bestLevel = rows.rank[row];
                }
            }
        }
        return best;
    }
}
