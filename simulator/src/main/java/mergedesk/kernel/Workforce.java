package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.units.Ticks;

/**
 * Who is at work: the timetable of doors, staffing numbers, shifts and breaks, and who is available for it.
 *
 * <p>Present are as many as should be, or as many as are available. Who is not available any more goes like one whose shift ends: idle at once, busy after the
 * contact, and at once from deferred work, which is put back; somebody else of a group by number comes at once. Where staff falls, idle agents leave first, highest number first, then those with deferred work, then busy ones as they finish; nobody is cut off. Where staff rises,
 * those about to leave stay, then absent agents come, lowest number first. A break that meets a call starts after it, in full. While a closed desk serves its single file, whoever may take anybody in it
 * stays, idle, before break and home.
 */
final class Workforce {
    private final State s;
    private final Agents agents;
    private final EventQueue events;
    private final Epoch epoch;
    private final Recorder recorder;
    private final Dispatch dispatch;
    private final Waiting waiting;
    private final Hands hands;
    private final Islands islands;
    private final Timetable.Walk timetable;
    private final int[] target; // agents that should be present, by group by number

    Workforce(State state, Islands islands, Recorder recorder, Waiting waiting, Dispatch dispatch, Hands hands) {
        s = state;
        agents = state.agents;
        events = state.events;
        epoch = state.epoch;
        this.recorder = recorder;
        this.waiting = waiting;
        this.dispatch = dispatch;
        this.hands = hands;
        this.islands = islands;
        timetable = new Timetable.Walk(state.program);
        target = new int[state.program.groupCount()];
    }

    void reset() {
        Arrays.fill(target, 0);
        timetable.restart();
        scheduleStep();
    }

    private void scheduleStep() {
        if (timetable.tick() < Ticks.NEVER) {
            events.schedule(timetable.tick(), Events.TIMETABLE, 0);
        }
    }

    /** The next step of the timetable is due. */
    void nextStep() {
        if (waiting.isOver()) {
            return;
        }
        int subject = timetable.subject();
        long value = timetable.value();
        if (!events.isOne()) {
            int desk = Timetable.desk(timetable.action(), subject, s.program.groups());
            events.enter(desk == Timetable.NO_DESK ? islands.common() : islands.ofDesk(desk));
        }
        switch (timetable.action()) {
            case Timetable.OPEN -> turn(subject, true);
            case Timetable.CLOSE -> turn(subject, false);
            case Timetable.LAST_ENTRY -> s.deskLetsIn[subject] = false;
            case Timetable.AWAY -> leave(subject);
            case Timetable.SHARE -> s.blending.setShare(subject, (int) value);
            case Timetable.RESERVE -> s.blending.setReserve(subject, (int) value);
            case Timetable.STAFF -> staff(subject, (int) value);
            case Timetable.SHIFT_START -> startShift(subject);
            case Timetable.BREAK -> dueBreak(subject, value);
            case Timetable.SHIFT_END -> endShift(subject);
            case Timetable.BACK -> comeBack(subject);
            case Timetable.PORTAL_OPEN -> s.portalOpen[subject] = true;
            case Timetable.PORTAL_CLOSE -> s.portalOpen[subject] = false;
            case Timetable.CAMPAIGN_START -> s.openCampaign(subject);
            case Timetable.CAMPAIGN_STOP -> s.campaignOpen[subject] = false;
            default -> throw new IllegalStateException("timetable action " + timetable.action());
        }
        offerDeferredWork();
        timetable.next();
        events.enter(islands.common());
        scheduleStep();
    }

    /** Who is at work or busy has changed, so that agents may do what they might not. */
    private void offerDeferredWork() {
        if (epoch.blends) {
            s.offerDeferredWork();
        }
    }

    /** A desk opens or closes; some cut off then whoever waits. */
    private void turn(int desk, boolean open) {
        waiting.settle(false);
        s.deskOpen[desk] = open;
        s.openClock.turn(desk, open, s.now);
        s.deskLetsIn[desk] = open;
        if (!open && epoch.atClose[desk] == Program.Desks.DISCONNECT) {
            waiting.disconnect(desk);
        }
        if (epoch.chats && epoch.atClose[desk] == Program.Desks.SERVE) {
            reconsiderAll(desk);
        }
        recorder.reached(open ? Boundary.DESK_OPENS : Boundary.DESK_CLOSES, desk);
    }

    /**
     * What an agent does who has just finished, if there is one: the next contact, break, home, or nothing. An agent who should take a break or go home
     * stays as long as somebody waits whom a closed desk still serves; one who is not available any more does not.
     */
    void freed(int agent) {
        if (agent == State.NONE || (epoch.chats && goesOn(agent))) {
            return;
        }
        offerDeferredWork();
        if (!agents.available(agent)) {
            goAway(agent);
            return;
        }
        int group = agents.group(agent);
        boolean onBreak = agents.breakDueTicks(agent) > 0;
        boolean surplus = isByShift(group) ? agents.offShift(agent) : agents.present(group) > s.groupTarget[group];
        boolean leaves = onBreak || surplus;
        if (leaves ? takesLast(agent) : takesWaiting(agent, true)) {
            return;
        }
        if (leaves && staysForFile(group)) {
            stay(agent);
        } else if (onBreak) {
            startBreak(agent);
        } else {
            agents.become(agent, surplus ? Agents.ABSENT : Agents.IDLE, s.now);
            if (surplus && epoch.chats) {
                closeSurplus(group);
            }
        }
    }

    /** Whether the agent, who has a hand free now, has something left in another; if so, the agent may take more beside it. */
    private boolean goesOn(int agent) {
        if (hands.any(agent) && hands.takesMore(agent)) {
            dispatch.fill(agent, false);
        }
        return hands.settle(agent);
    }

    /** Whether the agent, who has nothing in hand, takes somebody who waits, or several, or {@code deferred} work. */
    private boolean takesWaiting(int agent, boolean deferred) {
        if (!epoch.chats) {
            return dispatch.takeWaiting(agent, deferred);
        }
        dispatch.fill(agent, deferred);
        return hands.settle(agent);
    }

    /** Whether the agent takes more beside what is in hand has changed, where there are chats. */
    private void reconsider(int agent) {
        if (!epoch.chats || !hands.any(agent)) {
            return;
        }
        if (hands.takesMore(agent)) {
            dispatch.fill(agent, false);
        }
        hands.settle(agent);
    }

    /** The same of everybody, in order of numbers: a step of the plan may have moved them. */
    void reconsiderAll() {
        for (int desk = 0; desk < s.deskOpen.length; desk++) {
            reconsiderAll(desk);
        }
    }

    /** The same of everybody at the desk, in order of numbers: it closes or opens, and whoever is about to go takes more while a closed desk serves those who wait. */
    private void reconsiderAll(int desk) {
        for (int group = 0; group < epoch.deskOfGroup.length; group++) {
            for (int agent = epoch.firstAgent[group]; epoch.deskOfGroup[group] == desk && agent < epoch.firstAgent[group + 1]; agent++) {
                reconsider(agent);
            }
        }
    }

    /** Where more are at work than may be, as many of the highest numbers take nobody beside what they have in hand, where there are chats. */
    private void closeSurplus(int group) {
        int from = epoch.firstAgent[group + 1];
        for (int surplus = agents.present(group) - s.groupTarget[group]; surplus > 0; ) {
            from--;
            surplus -= Agents.isPresent(agents.status(from)) && agents.available(from) ? 1 : 0;
        }
        int before = Math.min(hands.closeFrom(group, from), epoch.firstAgent[group + 1]);
        for (int agent = Math.min(from, before); agent < Math.max(from, before); agent++) {
            reconsider(agent);
        }
    }

    /** Whether whoever of the group should go stays: a closed desk serves its single file, and somebody in it is for the group, though behind others. */
    private boolean staysForFile(int group) {
        return epoch.singleFiles && s.finishesQueue(epoch.deskOfGroup[group]) && s.files.hasFor(group);
    }

    /** The agent, who has nothing in hand, waits for the file to move up. */
    private void stay(int agent) {
        s.files.keep(agents.group(agent));
        agents.become(agent, Agents.IDLE, s.now);
    }

    /** The agent, whose shift is over or of whom there are too many, has nothing in hand. */
    private void goHome(int agent) {
        if (staysForFile(agents.group(agent))) {
            stay(agent);
        } else {
            agents.become(agent, Agents.ABSENT, s.now);
        }
    }

    /** An event is over: whoever stayed for a file in which nobody is left for them, or whose desk is open again, goes. */
    void letGo() {
        for (int group = 0; s.files.keepsAnybody() && group < epoch.deskOfGroup.length; group++) {
            if (s.files.keeps(group) && !staysForFile(group)) {
                s.files.letGo(group);
                goAfterFile(group);
            }
        }
    }

    private void goAfterFile(int group) {
        if (!isByShift(group)) {
            level(group);
        }
        for (int agent = epoch.firstAgent[group]; isByShift(group) && agent < epoch.firstAgent[group + 1]; agent++) {
            if (agents.status(agent) == Agents.IDLE && agents.breakDueTicks(agent) > 0) {
                startBreak(agent);
            } else if (agents.status(agent) == Agents.IDLE && agents.offShift(agent)) {
                agents.become(agent, Agents.ABSENT, s.now);
            }
        }
        s.campaignsLook = true;
        if (epoch.defers) {
            s.offerDeferredWork();
        }
    }

    private boolean isByShift(int group) {
        return epoch.byShift[group];
    }

    private void staff(int group, int agents) {
        int before = scheduled(group);
        target[group] = agents;
        changeScheduled(group, scheduled(group) - before);
        level(group);
    }

    /** Agents of a group by number who are scheduled. */
    private int scheduled(int group) {
        return Math.min(target[group], agents.availableOf(group));
    }

    /** Whether this agent of a group by shift is scheduled. */
    private boolean isScheduled(int agent) {
        return agents.available(agent) && !agents.offShift(agent) && agents.status(agent) != Agents.ON_BREAK;
    }

    private void changeScheduled(int group, int change) {
        if (change != 0) {
            recorder.scheduled(group, change);
            s.groupTarget[group] += change;
        }
    }

    /** Sends agents of a group by number home or has them come, until as many are there as may be. */
    private void level(int group) {
        for (int agent = epoch.firstAgent[group + 1] - 1;
                agents.present(group) > s.groupTarget[group] && agents.idleGroups.has(group) && agent >= epoch.firstAgent[group];
                agent--) {
            if (agents.status(agent) == Agents.IDLE) {
                goHome(agent);
            }
        }
        for (int agent = epoch.firstAgent[group + 1] - 1; epoch.defers && busyWith(group) > s.groupTarget[group] && agent >= epoch.firstAgent[group]; agent--) {
            if (agents.status(agent) == Agents.WORKING && stops(agent)) {
                goHome(agent);
            }
        }
        if (epoch.chats) {
            closeSurplus(group);
        }
        for (int agent = epoch.firstAgent[group]; agents.present(group) < s.groupTarget[group]; agent++) {
            if (agents.status(agent) == Agents.ABSENT && agents.available(agent)) {
                come(agent);
            }
        }
    }

    /** Agents at work who have something in hand: when there are too many at work, those who are idle stay for a file and would go first. */
    private int busyWith(int group) {
        return agents.present(group) - agents.inStatus(group, Agents.IDLE);
    }

    /** The agent is not available from now on. */
    private void leave(int agent) {
        if (!agents.available(agent)) {
            return;
        }
        int group = agents.group(agent);
        int before = scheduled(group);
        boolean wasScheduled = isScheduled(agent);
        agents.setAvailable(agent, false);
        agents.setBreakDueTicks(agent, 0);
        if (Agents.isPresent(agents.status(agent))) {
            s.groupTarget[group]++; // until the agent has gone
        }
        if (stops(agent)) {
            goAway(agent);
        }
        reconsider(agent);
        if (isByShift(group)) {
            changeScheduled(group, wasScheduled ? -1 : 0);
        } else {
            changeScheduled(group, scheduled(group) - before);
            level(group);
        }
    }

    /** The agent, who is not available, is free to go. */
    private void goAway(int agent) {
        s.groupTarget[agents.group(agent)]--;
        agents.become(agent, Agents.ABSENT, s.now);
    }

    /** The agent is available again. */
    private void comeBack(int agent) {
        if (agents.available(agent)) {
            return;
        }
        int group = agents.group(agent);
        int before = scheduled(group);
        agents.setAvailable(agent, true);
        if (Agents.isPresent(agents.status(agent))) {
            s.groupTarget[group]--; // goes nowhere
        }
        if (!isByShift(group)) {
            changeScheduled(group, scheduled(group) - before);
            level(group);
        } else if (isScheduled(agent)) {
            changeScheduled(group, 1);
            if (agents.status(agent) == Agents.ABSENT) {
                come(agent);
            }
        }
        reconsider(agent);
    }

    private void startShift(int agent) {
        agents.setOffShift(agent, false);
        if (agents.status(agent) == Agents.ON_BREAK || !agents.available(agent)) {
            return; // a late break of the last shift: its end counts the agent as scheduled
        }
        recorder.scheduled(agents.group(agent), 1);
        if (agents.status(agent) == Agents.ABSENT) {
            come(agent);
        }
        reconsider(agent);
    }

    private void endShift(int agent) {
        agents.setOffShift(agent, true);
        agents.setBreakDueTicks(agent, 0);
        if (agents.status(agent) == Agents.ON_BREAK || !agents.available(agent)) {
            return; // not at work, not counted as scheduled: the end of the break finds the shift over
        }
        recorder.scheduled(agents.group(agent), -1);
        if (stops(agent)) {
            goHome(agent);
        }
        reconsider(agent);
    }

    private void dueBreak(int agent, long ticks) {
        if (agents.offShift(agent) || !agents.available(agent)) {
            return;
        }
        agents.setBreakDueTicks(agent, agents.breakDueTicks(agent) + ticks);
        if (stops(agent)) {
            if (staysForFile(agents.group(agent))) {
                stay(agent);
            } else {
                startBreak(agent);
            }
        }
        reconsider(agent);
    }

    private void startBreak(int agent) {
        events.schedule(s.now + agents.breakDueTicks(agent), Events.BREAK_END, agent);
        agents.setBreakDueTicks(agent, 0);
        agents.become(agent, Agents.ON_BREAK, s.now);
        recorder.scheduled(agents.group(agent), -1);
    }

    /** An agent's break ends. */
    void endBreak(int agent) {
        if (waiting.isOver()) {
            return;
        }
        if (agents.offShift(agent) || !agents.available(agent)) {
            agents.become(agent, Agents.ABSENT, s.now);
            return;
        }
        if (agents.breakDueTicks(agent) > 0) { // the next break fell due during this one
            events.schedule(s.now + agents.breakDueTicks(agent), Events.BREAK_END, agent);
            agents.setBreakDueTicks(agent, 0);
            return;
        }
        recorder.scheduled(agents.group(agent), 1);
        come(agent);
        offerDeferredWork();
    }

    /**
     * Whether the agent stops at once: whoever is idle, and whoever is with deferred work, which is put back, unless it ends just now. An agent who puts it back and finds
     * somebody whom a closed desk still serves takes that one instead.
     */
    private boolean stops(int agent) {
        return agents.status(agent) == Agents.IDLE || (agents.status(agent) == Agents.WORKING && dispatch.putsBack(agent) && !takesLast(agent));
    }

    /** Whether the agent, who has nothing in hand and should go, takes somebody whom a closed desk still serves. */
    private boolean takesLast(int agent) {
        return agents.available(agent) && s.finishesQueue(epoch.deskOfGroup[agents.group(agent)]) && takesWaiting(agent, false);
    }

    private void come(int agent) {
        if (!takesWaiting(agent, true)) {
            agents.become(agent, Agents.IDLE, s.now);
        }
    }
}
