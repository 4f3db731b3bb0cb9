package mergedesk.dsol.reference;

import java.util.Comparator;
import java.util.List;
import mergedesk.program.Program;
import mergedesk.program.Timetable;

/** Doors, staffing numbers, shifts and breaks: the timetable, and what an agent does who has just finished (DESIGN.md, "Staff falls"). */
final class Rota {
    private final ServiceDeskModel model;
    private final Timetable timetable;
    private final Program.Calendar calendar;
    private final Desks desks;
    private final Journal journal;
    private final Serving serving;

    Rota(ServiceDeskModel model, Program program, Desks desks, Journal journal, Serving serving) {
        this.model = model;
        timetable = program.timetable();
        calendar = program.calendar();
        this.desks = desks;
        this.journal = journal;
        this.serving = serving;
    }

    /** Schedules what the timetable has for a day, in its order. */
    void beginDay(int day) {
        int pattern = timetable.patternOfDay()[day];
        for (int row = timetable.patternOffset()[pattern]; row < timetable.patternOffset()[pattern + 1]; row++) {
            long tick = calendar.dayStartTick()[day] + timetable.ticks()[row];
            for (int i = 0; i < timetable.subjects()[row] && tick < timetable.endTick(); i++) {
                model.at(
                        tick,
                        Kind.TIMETABLE,
                        action(
                                timetable.action()[row],
                                timetable.subject()[row] + i,
                                timetable.value()[row]));
            }
        }
    }

    private Runnable action(int action, int subject, long value) {
        return unlessEmptied(switch (action) {
            case Timetable.OPEN -> () -> turn(subject, true);
            case Timetable.CLOSE -> () -> turn(subject, false);
            case Timetable.LAST_ENTRY -> () -> desks.desks.get(subject).letsIn = false;
            case Timetable.PORTAL_OPEN -> () -> desks.openPortals.set(subject);
            case Timetable.PORTAL_CLOSE -> () -> desks.openPortals.clear(subject);
            case Timetable.CAMPAIGN_START -> () -> desks.openCampaigns.set(subject);
            case Timetable.CAMPAIGN_STOP -> () -> desks.openCampaigns.clear(subject);
            case Timetable.AWAY -> () -> goAway(desks.agents.get(subject));
            case Timetable.BACK -> () -> comeBack(desks.agents.get(subject));
            case Timetable.SHARE -> () -> desks.groups.get(subject).millionthsForPieces = value;
            case Timetable.RESERVE -> () -> desks.groups.get(subject).reserve = value;
            case Timetable.STAFF -> () -> staff(desks.groups.get(subject), (int) value);
            case Timetable.SHIFT_START -> () -> startShift(desks.agents.get(subject));
            case Timetable.BREAK -> () -> dueBreak(desks.agents.get(subject), value);
            case Timetable.SHIFT_END -> () -> endShift(desks.agents.get(subject));
            default -> throw new IllegalArgumentException("action of the timetable: " + action);
        });
    }

    /** With drain, staff do nothing more once nobody is left. */
    private Runnable unlessEmptied(Runnable action) {
        return () -> {
            if (!model.hasEmptied()) {
                action.run();
            }
        };
    }

    private void turn(int desk, boolean open) {
        journal.turn(model.now(), desk, open);
        desks.desks.get(desk).open = open;
        desks.desks.get(desk).letsIn = open;
        cutOffWhereClosed(desk);
        for (Group group : desks.groups) {
            if (group.desk == desks.desks.get(desk)) {
                group.agents.forEach(this::lookAgain);
            }
        }
        model.doorsTurned();
    }

    /** Whoever waits at a desk that is closed and cuts off. */
    void cutOffWhereClosed(int desk) {
        if (!desks.desks.get(desk).open && desks.desks.get(desk).atClose == Program.Desks.DISCONNECT) {
            desks.waitingAt(desk).forEach(model::cutOff);
        }
    }

    /** The group is to have so many agents, or all who are not away. */
    private void staff(Group group, int target) {
        int before = group.scheduled();
        group.target = target;
        changeScheduled(group, group.scheduled() - before);
        level(group);
    }

    /** Idle agents leave, the highest number first, if there are too many; those at home come, the lowest number first, if there are too few. */
    private void level(Group group) {
        leaveUntilFew(group, Agent.Status.IDLE);
        leaveUntilFew(group, Agent.Status.WORKING);
        group.agents.forEach(this::lookAgain);
        for (Agent agent : group.agents) {
            if (group.staying() < group.scheduled() && agent.status == Agent.Status.ABSENT && !agent.away) {
                come(agent);
            }
        }
    }

    /** Those who do this leave, the highest number first, if there are too many. */
    private void leaveUntilFew(Group group, Agent.Status status) {
        List<Agent> who = group.agents.stream()
                .filter(agent -> agent.status == status)
                .sorted(Comparator.comparingInt(agent -> -agent.number))
                .toList();
        for (Agent agent : who) {
            if (tooMany(group, status) > 0 && stops(agent)) {
                leaveOrStay(agent);
            }
        }
    }

    /** How many of those who do this are too many; those idle who stay late would go before others. */
    private static long tooMany(Group group, Agent.Status status) {
        long idle = status == Agent.Status.IDLE ? 0 : group.idle().size();
        return group.staying() - group.scheduled() - idle;
    }

    /** The shift is over, a break is due, or there are too many: but whoever is needed by those who stand in the file of a closed desk stays, idle. */
    private void leaveOrStay(Agent agent) {
        if (agent.group.isNeededByFile()) {
            agent.group.staysLate = true;
            if (!agent.isIdle()) {
                idle(agent);
            }
        } else if (agent.breakDueTicks > 0) {
            startBreak(agent);
        } else {
            leave(agent);
        }
    }

    /** An event is over: groups that nobody in a file needs any more send home, and to breaks, whoever should have gone. */
    void endLateStays() {
        for (Group group : desks.groups) {
            if (group.staysLate && !group.isNeededByFile()) {
                group.staysLate = false;
                if (group.byShift) {
                    group.agents.stream().filter(agent -> agent.isIdle() && (agent.breakDueTicks > 0 || !agent.onShift)).forEach(this::leaveOrStay);
                } else {
                    level(group);
                }
            }
        }
    }

    /** Ill, on leave or elsewhere: a break that is due is not taken, a contact in hand is finished; in a group by number somebody else comes. */
    private void goAway(Agent agent) {
        if (agent.away) {
            return;
        }
        int before = scheduledWith(agent);
        agent.away = true;
        agent.breakDueTicks = 0;
        if (stops(agent)) {
            leave(agent);
        }
        lookAgain(agent);
        changeScheduled(agent.group, scheduledWith(agent) - before);
        if (!agent.group.byShift) {
            level(agent.group);
        }
    }

    private void comeBack(Agent agent) {
        if (!agent.away) {
            return;
        }
        int before = scheduledWith(agent);
        agent.away = false;
        int change = scheduledWith(agent) - before;
        changeScheduled(agent.group, change);
        if (!agent.group.byShift) {
            level(agent.group);
        } else if (change > 0 && agent.status == Agent.Status.ABSENT) {
            come(agent);
        }
        lookAgain(agent);
    }

    /** An agent with contacts in hand may take others beside them, who did not, or the other way round. */
    private void lookAgain(Agent agent) {
        if (agent.hasContacts() && agent.open != agent.takesMore()) {
            if (agent.takesMore()) {
                serving.fill(agent, ContactQueue.Kinds.LIVE);
            }
            serving.settle(agent);
        }
    }

    /** Desk by desk, everybody: a step of the plan may have moved them. */
    void lookAgain() {
        desks.desks.forEach(desk -> desks.groups.stream().filter(group -> group.desk == desk).forEach(group -> group.agents.forEach(this::lookAgain)));
    }

    /** Scheduled in the agent's group: all, by number; this agent alone, by shift. */
    private static int scheduledWith(Agent agent) {
        boolean onDuty = agent.onShift && !agent.away && agent.status != Agent.Status.ON_BREAK;
        return agent.group.byShift ? (onDuty ? 1 : 0) : agent.group.scheduled();
    }

    private void startShift(Agent agent) {
        agent.onShift = true;
        if (agent.away || agent.status == Agent.Status.ON_BREAK) {
            return; // a late break of the shift before; the agent is scheduled again when it ends
        }
        changeScheduled(agent.group, 1);
        if (agent.status == Agent.Status.ABSENT) {
            come(agent);
        }
        lookAgain(agent);
    }

    /** Nobody is cut off: a busy agent leaves when the work is done. A break that is due is not taken any more. */
    private void endShift(Agent agent) {
        agent.onShift = false;
        agent.breakDueTicks = 0;
        if (agent.away || agent.status == Agent.Status.ON_BREAK) {
            return;
        }
        changeScheduled(agent.group, -1);
        if (stops(agent)) {
            leaveOrStay(agent);
        }
        lookAgain(agent);
    }

    /** A break that meets a call, or another break, starts after it, in full. */
    private void dueBreak(Agent agent, long ticks) {
        if (!agent.onShift || agent.away) {
            return;
        }
        agent.breakDueTicks += ticks;
        if (stops(agent)) {
            leaveOrStay(agent);
        }
        lookAgain(agent);
    }

    private void startBreak(Agent agent) {
        changePresent(agent.group, -1);
        changeScheduled(agent.group, -1);
        serving.become(agent, Agent.Status.ON_BREAK);
        rest(agent);
    }

    private void rest(Agent agent) {
        long ticks = agent.breakDueTicks;
        agent.breakDueTicks = 0;
        model.at(model.now() + ticks, Kind.BREAK_END, unlessEmptied(() -> endBreak(agent)));
    }

    private void endBreak(Agent agent) {
        if (!agent.onShift || agent.away) {
            agent.status = Agent.Status.ABSENT;
        } else if (agent.breakDueTicks > 0) {
            rest(agent);
        } else {
            changeScheduled(agent.group, 1);
            come(agent);
        }
    }

    /**
     * What an agent does who has finished something: if there is more in hand, more beside it; if not, a break that is due, then home if there are too many, then whoever waits. Where a closed desk serves
     * those who wait, they come before break and home.
     */
    void nextTask(Agent agent) {
        if (agent.hasContacts()) {
            if (agent.takesMore()) {
                serving.fill(agent, ContactQueue.Kinds.LIVE);
            }
            serving.settle(agent);
            return;
        }
        serving.settle(agent);
        if (agent.away) {
            leave(agent);
            return;
        }
        boolean hasToGo = agent.breakDueTicks > 0 || isTooMany(agent);
        if (hasToGo && agent.group.desk.servesLast() && serving.takesWaiting(agent, ContactQueue.Kinds.LIVE)) {
            return;
        }
        if (hasToGo) {
            leaveOrStay(agent);
            agent.group.agents.forEach(this::lookAgain);
        } else if (!serving.takesWaiting(agent, ContactQueue.Kinds.ANY)) {
            idle(agent);
        }
    }

    /** Whether the agent has nothing in hand from now on: not one whose letter is put back for the last caller of a closed desk. */
    private boolean stops(Agent agent) {
        boolean hadPiece = agent.piece != null;
        return model.stops(agent) && !(hadPiece && !agent.away && agent.group.desk.servesLast() && serving.takesWaiting(agent, ContactQueue.Kinds.LIVE));
    }

    private static boolean isTooMany(Agent agent) {
        return agent.group.byShift ? !agent.onShift : agent.group.staying() > agent.group.scheduled();
    }

    private void come(Agent agent) {
        changePresent(agent.group, 1);
        if (!serving.takesWaiting(agent, ContactQueue.Kinds.ANY)) {
            idle(agent);
        }
    }

    private void idle(Agent agent) {
        serving.become(agent, Agent.Status.IDLE);
        agent.sinceTick = model.now();
    }

    private void leave(Agent agent) {
        changePresent(agent.group, -1);
        serving.become(agent, Agent.Status.ABSENT);
    }

    private void changePresent(Group group, int by) {
        journal.change(model.now(), "group " + group.number + " present", by);
        if (group.hasChats) {
            journal.change(model.now(), "group " + group.number + " chat places", by * group.chatPlaces);
        }
        journal.lastEvent(model.now());
    }

    private void changeScheduled(Group group, int by) {
        if (by != 0) {
            journal.change(model.now(), "group " + group.number + " scheduled", by);
            journal.lastEvent(model.now());
        }
    }
}
