package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/**
 * Steps of the plan: another {@link Epoch} begins, and whoever waits goes on under it; before that, the {@link Estate} is another.
 *
 * <p>Who is being served is served to the end by the old rows; who waits keeps entry, patience and all that was promised, and stands in the queue of the new rows behind whoever entered any queue before;
 * further groups open to them by the time since they came. When the timetable has done what it does at the tick, idle agents take whom they may take now, who has been idle longest first. Who is away, between two attempts or with self-service, comes to where the flow is by then.
 */
final class Transition {
    private final State s;
    private final Contacts contacts;
    private final Works works;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Waiting waiting;
    private final Dispatch dispatch;
    private final Workforce workforce;
    private final Estate estate;
    private final Plan plan;
    private int next; // phase
    private Plan.Rules rules; // in force; null: those of the start
    private int[] waits = new int[64]; // people in order of entry, then deferred work
    private int[] heads = {}; // by queue
    private int count;
    private int people; // of these

    Transition(State state, Recorder recorder, Waiting waiting, Dispatch dispatch, Workforce workforce, Estate estate) {
        s = state;
        contacts = state.contacts;
        works = state.works;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.waiting = waiting;
        this.dispatch = dispatch;
        this.workforce = workforce;
        this.estate = estate;
        plan = state.program.plan();
    }

    void reset() {
        next = 0;
        rules = null;
        scheduleNext();
    }

    private void scheduleNext() {
        if (next < plan.tick().length) {
            events.schedule(plan.tick()[next], Events.PLAN, 0);
        }
    }

    /** The next phase begins. */
    void step() {
        waiting.settle(false);
        recorder.reached(Boundary.PHASE_BEGINS, next);
        Plan.Phase phase = plan.phases().get(next++);
        estate.begin(phase.estate());
        if (!holds(phase.rules())) {
            rules = phase.rules();
            reroute();
        }
        scheduleNext();
    }

    private boolean holds(Plan.Rules next) {
        return rules == null ? s.program.holdsAtFirst(next) : next == rules;
    }

    private void reroute() {
        takeOut();
        epoch.begin(rules);
        for (int i = 0; i < count; i++) {
            move(waits[i]);
        }
        recount();
        for (int i = 0; i < count; i++) {
            dispatch.waitOn(waits[i]);
        }
        s.offerDeferredWork();
        events.schedule(s.now, Events.REASSIGN, 0);
    }

    /** The doors and the staff of the step are there: who waits at a desk that is closed and serves nobody then is cut off, idle agents take whom they may take, and others whoever is left. */
    void reassign() {
        if (waiting.isOver()) {
            return;
        }
        for (int desk = 0; desk < s.deskOpen.length; desk++) {
            if (!s.deskOpen[desk] && epoch.atClose[desk] == Program.Desks.DISCONNECT) {
                waiting.disconnect(desk);
            }
        }
        if (epoch.chats) {
            workforce.reconsiderAll();
        } else {
            idleAgentsTake();
        }
        gather();
        int[] priority = rules.routing().queuePriority();
        int[] levels = priority.clone();
        Arrays.sort(levels);
        for (int i = 0; i < levels.length; i++) {
            if (i == 0 || levels[i] > levels[i - 1]) {
                meet(priority, levels[i]);
            }
        }
    }

    private void meet(int[] priority, int level) {
        for (int i = 0; i < people; i++) {
            if (priority[epoch.queue(contacts.flow(waits[i]))] == level) {
                dispatch.meet(waits[i]);
            }
        }
    }

    /** Who has been idle longest first, each the one who goes first. They look at deferred work at the end of the tick. */
    private void idleAgentsTake() {
        int[] next = new int[epoch.deskOfGroup.length]; // idle agent of each group
        Arrays.setAll(next, s.agents::firstIdle);
        for (int group = longestIdle(next); group != State.NONE; group = longestIdle(next)) {
            int agent = next[group];
            next[group] = s.agents.nextIdle(agent);
            dispatch.takeWaiting(agent, false);
        }
    }

    private int longestIdle(int[] agentOfGroup) {
        int longest = State.NONE;
        for (int group = 0; group < agentOfGroup.length; group++) {
            if (agentOfGroup[group] != State.NONE && (longest == State.NONE || s.agents.idleLonger(agentOfGroup[group], agentOfGroup[longest]))) {
                longest = group;
            }
        }
        return longest;
    }

    /** Everybody out of every queue. */
    private void takeOut() {
        gather();
        for (int queue = 0; queue < epoch.queueDesk.length; queue++) {
            contacts.clearQueue(queue);
        }
    }

    /** Who and what waits: people in order of entry, then deferred work in its order. */
    private void gather() {
        int queues = epoch.queueDesk.length;
        heads = heads.length < queues ? new int[queues] : heads;
        for (int queue = 0; queue < queues; queue++) {
            heads[queue] = contacts.first(queue);
        }
        count = 0;
        gather(queues, false);
        people = count;
        gather(queues, true);
    }

    private void gather(int queues, boolean deferred) {
        for (int queue = firstOf(queues, deferred); queue != State.NONE; queue = firstOf(queues, deferred)) {
            waits = count == waits.length ? Arrays.copyOf(waits, 2 * count) : waits;
            waits[count++] = heads[queue];
            heads[queue] = contacts.next(heads[queue]);
        }
    }

    private int firstOf(int queues, boolean deferred) {
        int first = State.NONE;
        for (int queue = 0; queue < queues; queue++) {
            if (epoch.deferredQueues.has(queue) == deferred && heads[queue] != State.NONE && (first == State.NONE || contacts.goesBefore(heads[queue], queue, heads[first], first))) {
                first = queue;
            }
        }
        return first;
    }

    private void move(int contact) {
        int flow = epoch.flowNow(contacts.flow(contact));
        if (flow != contacts.flow(contact)) {
            recorder.happened(Happening.LEAVES_DESK, contact, State.NONE, 1);
            contacts.become(contact, flow, contacts.workTicks(contact));
            recorder.happened(Happening.COMES_TO_DESK, contact, State.NONE, 1);
        }
    }

    /** Who holds a line, and who stands where others look before they join. */
    private void recount() {
        s.lines.clear();
        s.crowd.clear();
        for (int i = 0; i < count; i++) {
            s.lines.hold(contacts.flow(waits[i]));
            if (epoch.looksAtQueues && !epoch.isDeferred(contacts.flow(waits[i]))) {
                s.crowd.change(contacts.flow(waits[i]), 1);
            }
        }
        for (int work = 0; work < works.count(); work++) {
            if (!works.isIdle(work) && works.status(work) == Agents.TALKING) {
                s.lines.hold(contacts.flow(works.contact(work)));
            }
        }
    }
}
