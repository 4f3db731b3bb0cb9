package mergedesk.kernel;

import mergedesk.program.Program;

/**
 * What holds from one step of a plan to the next: how contacts behave, desks, groups and routing, and all that follows from these four alone.
 * {@link State#epoch} is the one that holds now. Handlers read it at every event and keep nothing of it, so that a change of the plan is one
 * assignment. Read-only.
 */
final class Epoch {
    final Program.Contacts contacts;
    final Program.Desks desks;
    final Program.Groups groups;
    final Program.Routing routing;

    /** By flow the one length of talk, where it does not vary by time; NONE elsewhere. */
    final int[] onlyWork;
    /** The same for patience. */
    final int[] onlyPatience;
    /** Whether no desk can run out of lines. */
    final boolean endlessLines;
    /** Whether every group does all work at speed 1. */
    final boolean sameSpeed;
    /** Services, the row length of speeds. */
    final int serviceCount;
    /** Which groups may take a queue's contacts: rows by time. */
    final Rows groupsOfQueue;
    /** Which queues a group may take from: rows by rank, which is the level. */
    final Rows queuesOfGroup;
    /** By queue, the group where the rows leave no choice; NONE elsewhere. */
    final int[] onlyGroup;
    /** By group, the queue where the rows leave no choice; NONE elsewhere. */
    final int[] onlyQueue;
    /** By queue, whether nobody can notice the moment at which a contact abandons; see {@link Waiting}. Only for queues in order of coming. */
    final boolean[] settlesLater;

    Epoch(Program program) {
        contacts = program.contacts();
        desks = program.desks();
        groups = program.groups();
        routing = program.routing();
        onlyWork = onlyLength(contacts.work());
        onlyPatience = onlyLength(contacts.patience());
        endlessLines = allEndless(desks.lines());
        sameSpeed = allOne(groups.speed());
        serviceCount = program.serviceCount();
        groupsOfQueue =
                Rows.byTime(routing.groupsOfQueue());
        queuesOfGroup = Rows.byRank(routing.queuesOfGroup());
        onlyGroup = groupsOfQueue.onlyPartners();
        onlyQueue = queuesOfGroup.onlyPartners();
        settlesLater = new boolean[program.queueCount()];
        for (int queue = 0; queue < settlesLater.length; queue++) {
            settlesLater[queue] = nobodyNoticesAbandonment(queue);
        }
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

    private static boolean allOne(double[] speeds) {
        boolean same = true;
        for (double speed : speeds) {
            same &= speed == 1;
        }
        return same;
    }

    private boolean nobodyNoticesAbandonment(int queue) {
        for (int row = routing.groupsOfQueue().offset()[queue]; row < routing.groupsOfQueue().offset()[queue + 1]; row++) {
            if (routing.groupsOfQueue().afterTicks()[row] > 0) {
                return false;
            }
        }
        for (int flow = 0; flow < contacts.flowDesk().length; flow++) {
            if (routing.queueOfFlow()[flow] == queue
                    && contacts.retryProbability()[flow] > 0
                    && (contacts.retryAfter()[flow] & Program.Contacts.AFTER_ABANDONED) != 0) {
                return false;
            }
        }
        return desks.lines()[routing.queueDesk()[queue]] == Integer.MAX_VALUE;
    }

    /** The length of talk, a number of {@link Lengths}, of a contact of the flow that comes at this time of day. */
    int work(int flow, long wallTicks) {
        return onlyWork[flow] != State.NONE ? onlyWork[flow] : contacts.work().at(flow, wallTicks);
    }

    /** The length of patience, a number of {@link Lengths}, of a contact of the flow that begins to wait at this time of day. */
    int patience(int flow, long wallTicks) {
        return onlyPatience[flow] != State.NONE
                ? onlyPatience[flow]
                : contacts.patience().at(flow, wallTicks);
    }

    /** How fast agents of the group work for contacts of the flow. */
    double speed(int group, int flow) {
        return groups.speed()[group * serviceCount + contacts.flowService()[flow]];
    }

    /** Queue in which contacts of the flow wait. */
    int queue(int flow) {
        return routing.queueOfFlow()[flow];
    }

    /** Desk of the flow. */
    int desk(int flow) {
        return contacts.flowDesk()[flow];
    }
}
