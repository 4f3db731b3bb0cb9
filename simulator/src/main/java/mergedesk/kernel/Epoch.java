package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Blends;
import mergedesk.program.Chats;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/**
 * What holds from one step of a plan to the next: how contacts behave, desks, groups and routing, and all that follows from these four alone.
 * There is one in a {@link State}, and {@link #begin} fills it anew. So handlers keep the object and nothing of what is in it, look at every event, and
 * are one step from each table: more steps would be waited for at every event whose kind the processor did not guess.
 */
final class Epoch {
    private final Blends blendRules;
    /** Services, the row length of {@link #speed}. */
    private final int services;

    // By flow, see Program.Contacts.
    private int[] flowDesk;
    private int[] flowService;
    int[] kind;
    int[] patienceInChat;
    int[] afterCall;
    double[] balk;
    Program.BalkAt balkAt;
    Program.Messages messages;
    int[] retryAfter;
    int[] retryLimit;
    double[] retryProbability;
    int[] retryDelay;
    private Program.ByTime work;
    /** Talk time of groups that have one of their own. */
    Program.ByGroup workByGroup;
    private Program.ByTime patience;

    // By desk, see Program.Desks.
    int[] lines;
    int[] queueCapacity;
    int[] atClose;

    // By group, see Program.Groups.
    int[] deskOfGroup;
    int[] firstAgent;
    boolean[] byShift;
    private double[] speed;
    Chats chatRules;

    private final int[] ticketQueues; // NONE among them
    private int[] queueOfFlow;
    /** Desk of each queue. */
    int[] queueDesk;
    /** Which groups may take a queue's contacts: rows by time. */
    Rows groupsOfQueue;
    /** Which queues a group may take from: rows by rank, which is the level. */
    Rows queuesOfGroup;

    /** By flow the one length of talk, where it does not vary by time; NONE elsewhere. */
    int[] onlyWork;
    /** The same for patience. */
    int[] onlyPatience;
    /** Whether anybody has to stand behind others, see {@link SingleFiles}. */
    boolean singleFiles;
    /** As what contacts of each flow come and wait, once a phase of a plan has begun. */
    private int[] flowNow;
    /** Whether a phase of a plan has begun, so that flows may have moved to other desks. */
    boolean anyMoved;
    /** Whether agents dial. */
    final boolean campaigns;
    /** Whether contacts may need applications. */
    final boolean needs;
    /** Whether anything may follow when all of an event has happened: single files move up, agents dial, work goes on at another speed. */
    boolean looksAfterEvents;
    /** By queue, the desk in whose file its contacts stand; NONE elsewhere. */
    int[] fileOfQueue;
    /** The queues of all files. */
    Bits fileQueues;
    /** Whether anybody may leave a message. */
    boolean anyMessages;
    /** Whether anybody looks how many wait, before joining them. */
    boolean looksAtQueues;
    /** Whether no desk can run out of lines. */
    boolean endlessLines;
    /** Whether anybody may try self-service before coming to a desk. */
    final boolean anySelfService;
    /** Whether no group has work of its own. */
    boolean sameWork;
    /** Whether every group does all work at speed 1, and no application slows it. */
    boolean sameSpeed;
    /** Whether there are chats, so that agents may have several contacts in hand: {@link Hands}. */
    boolean chats;
    /** Queues of chats. Other queues are of contacts that want an agent's whole attention. */
    Bits chatQueues;
    /** Whether there are tickets. */
    final boolean tickets;
    /** Whether there is deferred work. */
    boolean defers;
    /** Whether some group has a rule by which it may leave deferred work where it is. */
    final boolean blends;
    /** Groups that have one. */
    final Bits blendingGroups;
    /** Whether some group puts deferred work back for people. */
    final boolean parks;
    /** Queues in which deferred work waits. */
    Bits deferredQueues;
    /** Groups that may take deferred work. */
    Bits deferringGroups;
    /** By queue, the group where the rows leave no choice, and where nobody has several chats or leaves deferred work for later; NONE elsewhere. */
    int[] onlyGroup;
    /** By group, the queue where the rows leave no choice; NONE elsewhere. */
    int[] onlyQueue;
    /** By queue, whether nobody can notice the moment at which a contact abandons; see {@link Waiting}. Only for queues in order of coming. */
    boolean[] settlesLater;

    /** What holds from the start. */
    Epoch(Program program) {
        campaigns = program.campaigns().count() > 0;
        needs = program.needs().any();
        services = program.serviceCount();
        anySelfService = program.portals().any();
        blendRules = program.deferred().blends();
        blendingGroups = new Bits(program.groupCount());
        blends = findBlends(program.groupCount());
        parks = anyParks();
        tickets = program.tickets().any();
        ticketQueues = program.tickets().queue();
        begin(program.contacts(), program.desks(), program.groups(), program.routing());
    }

    /** What holds from the start, after a phase of a plan. */
    void restart(Program program) {
        if (program.plan().any()) {
            anyMoved = false;
            begin(program.contacts(), program.desks(), program.groups(), program.routing());
        }
    }

    /** From now on these rules of the plan hold. */
    void begin(Plan.Rules rules) {
        flowNow = rules.flow();
        anyMoved = true;
        begin(rules.contacts(), rules.desks(), rules.groups(), rules.routing());
    }

    /** As what contacts of the flow come and wait now. */
    int flowNow(int flow) {
        return anyMoved ? flowNow[flow] : flow;
    }

    /** From now on this holds: for the same flows, desks, groups and agents, with queues of its own. */
    private void begin(Program.Contacts contacts, Program.Desks desks, Program.Groups groups, Program.Routing routing) {
        flowDesk = contacts.flowDesk();
        flowService = contacts.flowService();
        kind = contacts.kind();
        patienceInChat = contacts.patienceInChat();
        afterCall = contacts.afterCall();
        balk = contacts.balk();
        balkAt = contacts.balkAt();
        messages = contacts.messages();
        retryAfter = contacts.retryAfter();
        retryLimit = contacts.retryLimit();
        retryProbability = contacts.retryProbability();
        retryDelay = contacts.retryDelay();
        work = contacts.work();
        workByGroup = contacts.workByGroup();
        sameWork = workByGroup.length().length == 0;
        patience = contacts.patience();
        lines = desks.lines();
        queueCapacity = desks.queueCapacity();
        atClose = desks.atClose();
        deskOfGroup = groups.desk();
        firstAgent = groups.firstAgent();
        byShift = groups.byShift();
        speed = groups.speed();
        chatRules = groups.chats();
        queueOfFlow = routing.queueOfFlow();
        queueDesk = routing.queueDesk();
        groupsOfQueue = Rows.byTime(routing.groupsOfQueue());
        queuesOfGroup = Rows.byRank(routing.queuesOfGroup());
        onlyWork = onlyLength(work);
        onlyPatience = onlyLength(patience);
        endlessLines = allEndless(lines);
        boolean[] isSeen = new boolean[queueCapacity.length * Program.Contacts.KINDS];
        looksAtQueues = seenQueues(isSeen);
        sameSpeed = allOne(speed) && !needs;
        onlyGroup = groupsOfQueue.onlyPartners();
        onlyQueue = queuesOfGroup.onlyPartners();
        findChats();
        findDeferred();
        anyMessages = false;
        findFiles(desks.ticketMachine());
        settlesLater = new boolean[queueDesk.length];
        for (int queue = 0; queue < settlesLater.length; queue++) {
            int desk = queueDesk[queue];
            settlesLater[queue] = !leavesChats() && !deferredQueues.has(queue) && queueCapacity[desk] == Integer.MAX_VALUE && fileOfQueue[queue] == State.NONE && opensAtOnce(routing.groupsOfQueue(), queue);
        }
        for (int flow = 0; flow < queueOfFlow.length; flow++) {
            settlesLater[queueOfFlow[flow]] &= nobodyReturns(flow) && (!isCall(flow) || lines[desk(flow)] == Integer.MAX_VALUE) && !isSeen[crowd(flow)] && !messages.concerns(flow);
            anyMessages |= messages.concerns(flow);
        }
    }

    private boolean findBlends(int groups) {
        boolean any = false;
        for (int group = 0; group < groups; group++) {
            if (blendRules.hasRule(group)) {
                blendingGroups.add(group);
                any = true;
            }
        }
        return any;
    }

    private boolean anyParks() {
        boolean any = false;
        for (boolean parking : blendRules.parks()) {
            any |= parking;
        }
        return any;
    }

    private void findFiles(boolean[] ticketMachine) {
        singleFiles = false;
        fileOfQueue = new int[queueDesk.length];
        Arrays.fill(fileOfQueue, State.NONE);
        fileQueues = new Bits(queueDesk.length);
        for (int flow = 0; flow < kind.length; flow++) {
            if (kind[flow] == Program.Contacts.COUNTER && !ticketMachine[flowDesk[flow]]) {
                singleFiles = true;
                fileOfQueue[queueOfFlow[flow]] = flowDesk[flow];
                fileQueues.add(queueOfFlow[flow]);
            }
        }
        looksAfterEvents = singleFiles || campaigns || needs;
    }

    private void findChats() {
        chats = false;
        chatQueues = new Bits(queueDesk.length);
        for (int flow = 0; flow < kind.length; flow++) {
            if (isChat(flow)) {
                chats = true;
                chatQueues.add(queueOfFlow[flow]);
            }
        }
        for (int queue = 0; chats && queue < onlyGroup.length; queue++) {
            boolean several = onlyGroup[queue] != State.NONE && chatRules.hands(onlyGroup[queue]) > 1;
            onlyGroup[queue] = several ? State.NONE : onlyGroup[queue];
        }
    }

    /** Queues of deferred work leave more of a choice than rows show: whoever may take it may also have to leave it. */
    private void findDeferred() {
        deferredQueues = new Bits(queueDesk.length);
        defers = false;
        for (int flow = 0; flow < queueOfFlow.length; flow++) {
            if (isDeferred(flow)) {
                defers = true;
                addDeferred(queueOfFlow[flow]);
            }
        }
        for (int queue : ticketQueues) {
            if (queue >= 0) {
                addDeferred(queue);
            }
        }
        deferringGroups = new Bits(onlyQueue.length);
        for (int group = 0; group < onlyQueue.length; group++) {
            if (onlyQueue[group] != State.NONE && deferredQueues.has(onlyQueue[group])) {
                onlyQueue[group] = State.NONE;
            }
            if (queuesOfGroup.hasAny(group, deferredQueues)) {
                deferringGroups.add(group);
            }
        }
    }

    private void addDeferred(int queue) {
        deferredQueues.add(queue);
        onlyGroup[queue] = State.NONE;
    }

    /** Whether contacts of the flow are deferred work. */
    boolean isDeferred(int flow) {
        return kind[flow] == Program.Contacts.DEFERRED;
    }

    private static int[] onlyLength(Program.ByTime table) {
        int[] only = new int[table.offset().length - 1];
        for (int flow = 0; flow < only.length; flow++) {
            only[flow] = table.isConstant(flow) ? table.at(flow, 0) : State.NONE;
        }
        return only;
    }

    private static boolean allEndless(int[] lines) {
        boolean endless = true;
        for (int n : lines) {
            endless &= n == Integer.MAX_VALUE;
        }
        return endless;
    }

    /** Finds the crowds that somebody looks at before joining, and whether there are any, or any queue of limited room. */
    private boolean seenQueues(boolean[] isSeen) {
        boolean any = !allEndless(queueCapacity);
        for (int flow = 0; flow < flowDesk.length; flow++) {
            isSeen[crowd(flow)] |= balkAt.concerns(flow);
            any |= balkAt.concerns(flow);
        }
        for (int group = 0; group < deskOfGroup.length; group++) {
            for (int kind = 0; blendRules.looksAtQueue(group) && kind < Program.Contacts.KINDS; kind++) {
                isSeen[deskOfGroup[group] * Program.Contacts.KINDS + kind] = true;
                any = true;
            }
        }
        return any;
    }

    private static boolean allOne(double[] speeds) {
        boolean same = true;
        for (double one : speeds) {
            same &= one == 1;
        }
        return same;
    }

    /** Whether no groups open to the queue's contacts with time. */
    private static boolean opensAtOnce(Program.Rows rows, int queue) {
        boolean atOnce = true;
        for (int row = rows.offset()[queue]; row < rows.offset()[queue + 1]; row++) {
            atOnce &= rows.afterTicks()[row] == 0;
        }
        return atOnce;
    }

    /** Whether somebody may leave a chat: then an agent takes who waits after others gave up at the same tick, see {@link Events}. */
    private boolean leavesChats() {
        boolean any = false;
        for (int length : patienceInChat) {
            any |= length != State.NONE;
        }
        return any;
    }

    /** Whether nobody of the flow tries again after abandoning. */
    private boolean nobodyReturns(int flow) {
        return retryProbability[flow] == 0 || (retryAfter[flow] & Program.Contacts.AFTER_ABANDONED) == 0;
    }

    /** The length of talk, a number of {@link Lengths}, of a contact of the flow that comes at this time of day. */
    int work(int flow, long wallTicks) {
        return onlyWork[flow] != State.NONE ? onlyWork[flow] : work.at(flow, wallTicks);
    }

    /** The length of patience, a number of {@link Lengths}, of a contact of the flow that begins to wait at this time of day. */
    int patience(int flow, long wallTicks) {
        return onlyPatience[flow] != State.NONE ? onlyPatience[flow] : patience.at(flow, wallTicks);
    }

    /** How fast agents of the group work for contacts of the flow. */
    double speed(int group, int flow) {
        return speed[group * services + flowService[flow]];
    }

    /** Whether contacts of the flow are chats. */
    boolean isChat(int flow) {
        return kind[flow] == Program.Contacts.CHAT;
    }

    /** Whether contacts of the flow hold a telephone line. */
    boolean isCall(int flow) {
        return kind[flow] == Program.Contacts.LIVE;
    }

    /** Queue in which contacts of the flow wait. */
    int queue(int flow) {
        return queueOfFlow[flow];
    }

    /** Number of the crowd that contacts of the flow wait in: that of their kind at their desk. */
    int crowd(int flow) {
        return flowDesk[flow] * Program.Contacts.KINDS + kind[flow];
    }

    /** Desk of the flow. */
    int desk(int flow) {
        return flowDesk[flow];
    }
}
