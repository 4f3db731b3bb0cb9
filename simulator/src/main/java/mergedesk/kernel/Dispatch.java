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
    /** What an idle agent is looked for. */
    private enum For {
        PERSON,
        PIECE,
        CAMPAIGN
    }

    private final State s;
    private final Contacts contacts;
    private final Agents agents;
    private final EventQueue events;
    private final Epoch epoch;
    private final Waiting waiting;
    private final Service service;
    private final Hands hands;
    private final Deferral deferral;
    private final Held held;

    Dispatch(State state, Waiting waiting, Service service, Hands hands, Deferral deferral, Held held) {
        s = state;
        contacts = state.contacts;
        agents = state.agents;
        events = state.events;
        epoch = state.epoch;
        this.waiting = waiting;
        this.service = service;
        this.hands = hands;
        this.deferral = deferral;
        this.held = held;
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
        if (agent == State.NONE && epoch.parks) {
            agent = agentWhoParksFor(queue, epoch.groupsOfQueue.offset[queue], 0);
        }
        if (agent == State.NONE) {
            return false;
        }
        service.start(contact, agent, 0, false);
        return true;
    }

    /** The idle agent who makes a call of the flow, a campaign, or talks to whom it reached; or NONE. */
    int idleAgentForCampaign(int flow) {
        int queue = epoch.queue(flow);
        return longestIdle(queue, epoch.groupsOfQueue.offset[queue], 0, For.CAMPAIGN);
    }

    /** The contact begins to wait. */
    void keep(int contact, int flow) {
        int queue = epoch.queue(flow);
        waiting.enter(contact, queue);
        if (epoch.onlyGroup[queue] == State.NONE) {
            scheduleOverflow(contact, queue, epoch.groupsOfQueue.offset[queue], 0);
        }
    }

    /** After a step of the plan the contact, which has been taken out of its queue, waits on in the one of its flow now, with its entry. */
    void waitOn(int contact) {
        int flow = contacts.flow(contact);
        contacts.setOverflowKey(contact, State.NONE);
        if (epoch.isDeferred(flow)) {
            keepPiece(contact);
        } else {
            contacts.join(epoch.queue(flow), contact, contacts.entry(contact));
            scheduleOverflow(contact, epoch.queue(flow));
        }
    }

    /** Somebody who waits meets who may take them now, or puts deferred work back for that. */
    void meet(int contact) {
        int queue = epoch.queue(contacts.flow(contact));
        long waitTicks = s.now - contacts.arrivalTick(contact);
        int agent = agentFor(queue, epoch.groupsOfQueue.offset[queue], waitTicks);
        if (agent != State.NONE) {
            begin(contact, agent, waitTicks);
        }
    }

    /** The contact, which has just come and is deferred work, is taken up by an idle agent or kept. */
    void receive(int contact, int flow) {
        deferral.receive(contact, flow);
        takeUpOrKeep(contact);
    }

    /** What was to happen to a ticket next happens now; if it is to be worked on again, it is taken up by an idle agent or kept. */
    void comeBack(int contact) {
        if (deferral.comesBack(contact)) {
            takeUpOrKeep(contact);
        }
    }

    private void takeUpOrKeep(int contact) {
        if (waiting.isOver() || (epoch.needs && held.takes(contact))) {
            return;
        }
        int queue = deferral.queue(contact);
        int agent = unlessKept(idleAgentForPiece(queue, epoch.groupsOfQueue.offset[queue], s.now - contacts.arrivalTick(contact)));
        if (agent == State.NONE) {
            keepPiece(contact);
        } else {
            deferral.start(contact, agent);
        }
    }

    /** The desks have the work that was there before the run began. */
    void carryOver(long runKey) {
        int[] flowOf = s.program.deferred().backlogFlow();
        int[] ordinal = new int[flowOf.length == 0 ? 0 : s.program.flowCount()];
        for (int piece = 0; piece < flowOf.length; piece++) {
            keepPiece(deferral.carryOver(piece, ordinal[flowOf[piece]]++, runKey));
        }
    }

    /** The piece waits in its queue. */
    void keepPiece(int contact) {
        keepPiece(contact, deferral.queue(contact), State.NONE);
    }

    /** The same; {@code start}: one in that queue near whom the piece may stand, or NONE. */
    void keepPiece(int contact, int queue, int start) {
        contacts.joinFrom(start, queue, contact, deferral.entry(contact));
        scheduleOverflow(contact, queue);
    }

    /** Whether the agent puts the deferred work in hand back half done, and is free: not when it ends at this tick. */
    boolean putsBack(int agent) {
        if (deferral.isDone(agent)) {
            return false;
        }
        if (deferral.stepsAside(agent)) {
            return true;
        }
        int contact = deferral.park(agent);
        if (deferral.isKept(agent)) {
            s.pieces.keep(agent, contact);
            return true;
        }
        keepPiece(contact);
        return true;
    }

    private void scheduleOverflow(int contact, int queue) {
        scheduleOverflow(contact, queue, epoch.groupsOfQueue.offset[queue], s.now - contacts.arrivalTick(contact));
    }

    /** Idle agents look at deferred work again, group by group, who has been idle longest first. */
    void offer() {
        if (!deferral.offers()) {
            return;
        }
        for (int word = 0; word < agents.idleGroups.words.length; word++) {
            long some = agents.idleGroups.words[word] & (s.pieces.anyKept() ? -1 : epoch.deferringGroups.words[word]);
            for (; some != 0; some &= some - 1) {
                offer(Bits.lowest(word, some));
            }
        }
    }

    private void offer(int group) {
        int agent = agents.firstIdle(group);
        while (agent != State.NONE && deferral.mayTakeUp(agent)) {
            int next = agents.nextIdle(agent);
            boolean taken = take(agent, pieceFor(agent));
            agent = taken || s.pieces.anyKept() ? next : State.NONE; // nothing that waits for this one waits for others of the group, but for what they keep
        }
    }

    /** What the agent would take up: what waits for that agent alone, or else what comes first of all that waits; or NONE. */
    private int pieceFor(int agent) {
        int own = ownPiece(agent);
        return own != State.NONE ? own : waitingContactFor(agents.group(agent), false, false, true);
    }

    /** What goes before all deferred work that waits for anybody: what waits for that agent alone, or else a ticket that wants more people; or NONE. */
    private int ownPiece(int agent) {
        int kept = s.pieces.kept(agent);
        for (int i = 0; kept == State.NONE && i < s.crews.wanting(); i++) {
            int ticket = s.crews.wanting(i);
            kept = mayTake(agents.group(agent), deferral.queue(ticket)) ? ticket : State.NONE;
        }
        return kept;
    }

    /** Whether the group may take from the queue, at once or later: who joins others asks for nobody's leave. */
    private boolean mayTake(int group, int queue) {
        return epoch.groupsOfQueue.names(queue, group);
    }

    /** Whom or what the agent takes, of those kinds for which there is room, where there is deferred work; or NONE. */
    private int choose(int agent, boolean chats, boolean calls, boolean deferred) {
        boolean may = deferred && deferral.mayTakeUp(agent);
        if (may && deferral.comesFirst(agent)) {
            int piece = pieceFor(agent);
            if (piece != State.NONE) {
                return piece;
            }
        }
        int own = may ? ownPiece(agent) : State.NONE;
        int contact = waitingContactFor(agents.group(agent), chats, calls, may && own == State.NONE);
        return own != State.NONE && (contact == State.NONE || level(agent, own) < level(agent, contact)) ? own : contact;
    }

    /** At which level the agent's group takes the contact, which waits or waited in a queue of those that the group may take from. */
    private int level(int agent, int contact) {
        Rows rows = epoch.queuesOfGroup;
        int queue = epoch.isDeferred(contacts.flow(contact)) ? deferral.queue(contact) : epoch.queue(contacts.flow(contact));
        long waitTicks = s.crews.wants(contact) ? Long.MAX_VALUE : s.now - contacts.arrivalTick(contact);
        return rows.rank[rows.rowOf(agents.group(agent), queue, waitTicks)];
    }

    /**
     * Where there are chats: the agent takes as many who wait as there is room for, each time the one who comes first among them; or one piece of {@code deferred}
     * work, if that comes first and nothing is in hand. {@link Hands#settle} follows.
     */
    void fill(int agent, boolean deferred) {
        while (true) {
            int chats = hands.onlyChats(agent);
            int contact = choose(agent, hands.roomForChat(agent, chats), hands.roomForCall(agent, chats), deferred && chats == 0);
            if (contact == State.NONE) {
                return;
            }
            if (epoch.isDeferred(contacts.flow(contact))) {
                takeUp(contact, agent);
                return;
            }
            waiting.leave(contact);
            service.take(contact, agent, s.now - contacts.arrivalTick(contact), true);
        }
    }

    /** The agent, who is free, takes the contact that has waited longest among those of the lowest level, or the {@code deferred} work that comes first there, if there is any. */
    boolean takeWaiting(int agent, boolean deferred) {
        int group = agents.group(agent);
        int only = epoch.onlyQueue[group];
        int contact = only != State.NONE
                ? waiting.head(only)
                : epoch.defers ? choose(agent, true, true, deferred) : waitingContactFor(group);
        return take(agent, contact);
    }

    private boolean take(int agent, int contact) {
        if (contact == State.NONE) {
            return false;
        }
        begin(contact, agent, s.now - contacts.arrivalTick(contact));
        return true;
    }

    /** The agent begins with a contact that waits. */
    private void begin(int contact, int agent, long waitTicks) {
        if (epoch.defers && epoch.isDeferred(contacts.flow(contact))) {
            takeUp(contact, agent);
        } else {
            waiting.leave(contact);
            service.start(contact, agent, waitTicks, true);
        }
    }

    private void takeUp(int contact, int agent) {
        if (s.crews.wants(contact)) {
            deferral.join(contact, agent);
            return;
        }
        if (s.pieces.kept(agent) == contact) {
            s.pieces.takeUp(agent);
        } else {
            contacts.leave(contact);
        }
        deferral.start(contact, agent);
    }

    /** The contact has waited long enough for the next rows, if the event still counts. */
    void overflow(int contact, long key) {
        if (contacts.overflowKey(contact) != key) {
            return;
        }
        int queue = epoch.tickets ? deferral.queue(contact) : epoch.queue(contacts.flow(contact));
        long waitTicks = s.now - contacts.arrivalTick(contact);
        boolean isPiece = epoch.defers && epoch.isDeferred(contacts.flow(contact));
        if (isPiece && waiting.isOver()) {
            return;
        }
        boolean mayNot = epoch.singleFiles && s.files.isBehind(contact, queue);
        int agent = State.NONE;
        if (isPiece) {
            agent = unlessKept(idleAgentForPiece(queue, contacts.nextRow(contact), waitTicks));
        } else if (!mayNot) {
            agent = agentFor(queue, contacts.nextRow(contact), waitTicks);
        }
        if (agent == State.NONE) {
            scheduleOverflow(contact, queue, contacts.nextRow(contact), waitTicks);
            return;
        }
        begin(contact, agent, waitTicks);
    }

    /** An event is over: who has come to the front of a file meets the agents who are idle, and whoever comes to the front then does, too. */
    void moveUp() {
        for (int desk = 0; s.files.anyMovedUp() && desk < s.deskOpen.length; desk++) {
            for (int contact = s.files.movedUp(desk); contact != State.NONE; contact = s.files.movedUp(desk)) {
                int queue = epoch.queue(contacts.flow(contact));
                long waitTicks = s.now - contacts.arrivalTick(contact);
                int agent = agentFor(queue, epoch.groupsOfQueue.offset[queue], waitTicks);
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

    /** Who takes somebody of this queue who has waited so long, an idle agent by the rows from first on, or one of any row who puts deferred work back; or NONE. */
    private int agentFor(int queue, int first, long waitTicks) {
        int agent = idleAgentFor(queue, first, waitTicks);
        return agent == State.NONE && epoch.parks ? agentWhoParksFor(queue, epoch.groupsOfQueue.offset[queue], waitTicks) : agent;
    }

    /** The idle agent whom a contact of this queue takes when it has waited so long, by the rows from first on; or NONE. */
    private int idleAgentFor(int queue, int first, long waitTicks) {
        return epoch.chats ? agentWithRoomFor(queue, first, waitTicks) : longestIdle(queue, first, waitTicks, For.PERSON);
    }

    /** Of the lowest rank who has been idle longest, by the rows from first on, of groups that may do this now; or NONE. */
    private int longestIdle(int queue, int first, long waitTicks, For what) {
        Rows rows = epoch.groupsOfQueue;
        int best = State.NONE;
        int bestRank = Integer.MAX_VALUE;
        for (int row = first; row < rows.offset[queue + 1] && rows.afterTicks[row] <= waitTicks; row++) {
            long idle = rows.rank[row] <= bestRank ? rows.mask[row] & agents.idleGroups.words[rows.word[row]] : 0;
            for (; idle != 0; idle &= idle - 1) {
                int agent = agents.firstIdle(Bits.lowest(rows.word[row], idle));
                boolean isBetter = best == State.NONE || rows.rank[row] < bestRank || agents.idleLonger(agent, best);
                if (isBetter && (what == For.PERSON || may(agent, what))) {
                    best = agent;
                    bestRank = rows.rank[row];
                }
            }
        }
        return best;
    }

    private boolean may(int agent, For what) {
        return what == For.PIECE ? deferral.mayTakeUp(agent) : !s.files.keeps(agents.group(agent));
    }

    /** The idle agent who takes a piece of this queue up, of a group that may now; or NONE. */
    private int idleAgentForPiece(int queue, int first, long waitTicks) {
        return longestIdle(queue, first, waitTicks, For.PIECE);
    }

    /** The agent, who is to take a piece up, if there is one; NONE, if another waits for that agent alone, which goes before it. Others look at the piece at the end of the tick. */
    private int unlessKept(int agent) {
        if (agent == State.NONE || s.pieces.kept(agent) == State.NONE) {
            return agent;
        }
        takeUp(s.pieces.kept(agent), agent);
        s.offerDeferredWork();
        return State.NONE;
    }

    /** Of the lowest rank who took deferred work up last, of equals in the group of the lowest number, and puts it back now, to be free for somebody of this queue; or NONE. */
    private int agentWhoParksFor(int queue, int first, long waitTicks) {
        Rows rows = epoch.groupsOfQueue;
        int best = State.NONE;
        int bestRank = Integer.MAX_VALUE;
        for (int row = first; row < rows.offset[queue + 1] && rows.afterTicks[row] <= waitTicks; row++) {
            long groups = rows.rank[row] <= bestRank ? rows.mask[row] & deferral.parkingGroups.words[rows.word[row]] : 0;
            for (; groups != 0; groups &= groups - 1) {
                int agent = deferral.lastToTakeUp(Bits.lowest(rows.word[row], groups));
                if (best == State.NONE || rows.rank[row] < bestRank || tookUpLater(agent, best)) {
                    best = agent;
                    bestRank = rows.rank[row];
                }
            }
        }
        return best != State.NONE && putsBack(best) ? best : State.NONE;
    }

    private boolean tookUpLater(int agent, int other) {
        long since = deferral.sinceTick(agent);
        long otherSince = deferral.sinceTick(other);
        return since > otherSince || (since == otherSince && agents.group(agent) < agents.group(other));
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
    private int waitingContactFor(int group, boolean chats, boolean calls, boolean deferred) {
        Rows rows = epoch.queuesOfGroup;
        int best = State.NONE;
        int bestQueue = State.NONE;
        int bestLevel = Integer.MAX_VALUE;
        for (int row = rows.offset[group]; row < rows.offset[group + 1] && rows.rank[row] <= bestLevel && (chats || calls || deferred); row++) {
            long chatQueues = epoch.chatQueues.words[rows.word[row]];
            long deferredQueues = epoch.deferredQueues.words[rows.word[row]];
            long kinds = (chats ? chatQueues : 0) | (calls ? ~(chatQueues | deferredQueues) : 0) | (deferred ? deferredQueues : 0);
            long some = rows.mask[row] & contacts.waitedFor.words[rows.word[row]] & kinds;
            for (; some != 0; some &= some - 1) {
                int queue = Bits.lowest(rows.word[row], some);
                int contact = firstBy(queue, s.now - rows.afterTicks[row]);
                if (contact != State.NONE && (best == State.NONE || contacts.goesBefore(contact, queue, best, bestQueue))) {
                    best = contact;
                    bestQueue = queue;
                    bestLevel = rows.rank[row];
                }
            }
        }
        return best;
    }

    /** The first in the queue who came by this tick, or NONE: whom only tickets, or work that was held, can go before though they came later, because they are due sooner. */
    private int firstBy(int queue, long tick) {
        int contact = waiting.head(queue);
        while (contact != State.NONE && contacts.arrivalTick(contact) > tick) {
            contact = (epoch.tickets || held.any()) && epoch.deferredQueues.has(queue) ? contacts.next(contact) : State.NONE;
        }
        return contact;
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
