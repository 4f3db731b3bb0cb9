package mergedesk.kernel;

import mergedesk.program.Program;

/**
 * Who is at work: the timetable of doors, staffing numbers, shifts and breaks.
 *
 * <p>Where staff falls, idle agents leave first, highest number first, then busy ones as they finish; nobody is cut off. Where staff rises,
 * those about to leave stay, then absent agents come, lowest number first. A break that meets a call starts after it, in full.
 */
final class Workforce {
    private final State s;
    private final Recorder recorder;
    private final Router router;
    private final Service service;
    private final Program.Timetable timetable;
    private final Program.Groups groups;
    private final boolean[] servesAtClose;
    private int step;

    Workforce(State state, Recorder recorder, Router router, Service service) {
        this.s = state;
        this.recorder = recorder;
        this.router = router;
        this.service = service;
        timetable = state.program.timetable();
        groups = state.program.groups();
        servesAtClose = state.program.desks().servesAtClose;
    }

    void reset() {
        step = 0;
        scheduleStep();
    }

    private void scheduleStep() {
        if (step < timetable.tick.length) {
            s.queue.schedule(timetable.tick[step], Events.TIMETABLE, 0);
        }
    }

    /** The next step of the timetable is due. */
    void nextStep() {
        int subject = timetable.subject[step];
        long value = timetable.value[step];
        switch (timetable.action[step]) {
            case Program.Timetable.OPEN -> s.deskOpen[subject] = true;
            case Program.Timetable.CLOSE -> s.deskOpen[subject] = false;
            case Program.Timetable.STAFF -> staff(subject, (int) value);
            case Program.Timetable.SHIFT_START -> startShift(subject);
            case Program.Timetable.BREAK -> dueBreak(subject, value);
            case Program.Timetable.SHIFT_END -> endShift(subject);
            default -> throw new IllegalStateException("timetable action " + timetable.action[step]);
        }
        step++;
        scheduleStep();
    }

    /**
     * What an agent does who has just finished: the next contact (true), or break, home, idle (false). An agent who should take a break or go
     * home stays as long as somebody waits whom a closed desk still serves.
     */
    boolean takesNext(int agent) {
        int group = s.agentGroup[agent];
        int desk = groups.desk[group];
        boolean onBreak = s.agentBreakDueTicks[agent] > 0;
        boolean surplus = groups.byShift[group] ? s.agentOffShift[agent] : s.groupPresent[group] > s.groupTarget[group];
        boolean mayGo = s.deskOpen[desk] || !servesAtClose[desk];
        if (!(mayGo && (onBreak || surplus)) && service.takeWaiting(agent)) {
            return true;
        }
        if (onBreak) {
            startBreak(agent);
        } else if (surplus) {
            leave(agent);
        } else {
            router.addIdle(agent);
        }
        return false;
    }

    private void staff(int group, int target) {
        recorder.scheduled(group, target - s.groupTarget[group]);
        s.groupTarget[group] = target;
        for (int agent = groups.firstAgent[group + 1] - 1; s.groupPresent[group] > target && s.groupIdleHead[group] != State.NONE; agent--) {
            if (s.agentStatus[agent] == State.IDLE) {
                router.removeIdle(agent);
                leave(agent);
            }
        }
        for (int agent = groups.firstAgent[group]; s.groupPresent[group] < target; agent++) {
            if (s.agentStatus[agent] == State.ABSENT) {
                come(agent);
            }
        }
    }

    private void startShift(int agent) {
        s.agentOffShift[agent] = false;
        if (s.agentStatus[agent] == State.ON_BREAK) {
            return; // a late break of the last shift: its end counts the agent as scheduled
        }
        recorder.scheduled(s.agentGroup[agent], 1);
        if (s.agentStatus[agent] == State.ABSENT) {
            come(agent);
        }
    }

    private void endShift(int agent) {
        s.agentOffShift[agent] = true;
        s.agentBreakDueTicks[agent] = 0;
        if (s.agentStatus[agent] == State.ON_BREAK) {
            return; // not at work, not counted as scheduled: the end of the break finds the shift over
        }
        recorder.scheduled(s.agentGroup[agent], -1);
        if (s.agentStatus[agent] == State.IDLE) {
            router.removeIdle(agent);
            leave(agent);
        }
    }

    private void dueBreak(int agent, long ticks) {
        if (s.agentOffShift[agent]) {
            return;
        }
        s.agentBreakDueTicks[agent] += ticks;
        if (s.agentStatus[agent] == State.IDLE) {
            router.removeIdle(agent);
            startBreak(agent);
        }
    }

    private void startBreak(int agent) {
        s.queue.schedule(s.now + s.agentBreakDueTicks[agent], Events.BREAK_END, agent);
        s.agentBreakDueTicks[agent] = 0;
        s.agentStatus[agent] = State.ON_BREAK;
        s.groupPresent[s.agentGroup[agent]]--;
        recorder.present(s.agentGroup[agent], -1);
        recorder.scheduled(s.agentGroup[agent], -1);
    }

    /** An agent's break ends. */
    void endBreak(int agent) {
        if (s.agentOffShift[agent]) {
            s.agentStatus[agent] = State.ABSENT;
            return;
        }
        if (s.agentBreakDueTicks[agent] > 0) { // the next break fell due during this one
            s.queue.schedule(s.now + s.agentBreakDueTicks[agent], Events.BREAK_END, agent);
            s.agentBreakDueTicks[agent] = 0;
            return;
        }
        recorder.scheduled(s.agentGroup[agent], 1);
        come(agent);
    }

    private void come(int agent) {
        int group = s.agentGroup[agent];
        s.groupPresent[group]++;
        recorder.present(group, 1);
        if (service.takeWaiting(agent)) {
            recorder.talking(group, 1);
        } else {
            router.addIdle(agent);
        }
    }

    private void leave(int agent) {
        int group = s.agentGroup[agent];
        s.agentStatus[agent] = State.ABSENT;
        s.groupPresent[group]--;
        recorder.present(group, -1);
    }
}
