package mergedesk.kernel;

import mergedesk.program.Program;

/** Walks through civil days and their intervals, warm-up, batches and horizon, and has each interval's arrivals laid out. */
final class Intervals {
    private final State s;
    private final Contacts contacts;
    private final EventQueue events;
    private final Recorder recorder;
    private final Demand demand;
    private final Waiting waiting;
    private final Program.Calendar calendar;
    private final Program.Horizon horizon;
    private int row;
    private long intervalEndTick;

    Intervals(State state, Recorder recorder, Demand demand, Waiting waiting) {
        s = state;
        contacts = state.contacts;
        events = state.events;
        this.recorder = recorder;
        this.demand = demand;
        this.waiting = waiting;
        calendar = state.program.calendar();
        horizon = state.program.horizon();
    }

    /** Goes to tick 0. Intervals of the first day before it use up their draws, so that a later start meets the same people. */
    void reset() {
        s.day = 0;
        demand.startDay(0);
        row = calendar.kindOffset()[calendar.dayKind()[0]];
        layOut();
        while (intervalEndTick <= 0) {
            row++;
            layOut();
        }
        begin();
    }

    /** The stretch that began last is over. */
    void next() {
        waiting.settle(false);
        if (s.now == intervalEndTick) {
            row++;
            if (row == calendar.kindOffset()[calendar.dayKind()[s.day] + 1]) {
                recorder.reached(Boundary.DAY_ENDS, s.day);
                s.day++;
                if (s.day == calendar.dayCount()) {
                    s.day--;
                    return;
                }
                row = calendar.kindOffset()[calendar.dayKind()[s.day]];
                demand.startDay(s.day);
            }
            layOut();
        }
        if (isBatchEnd(s.now)) {
            recorder.reached(Boundary.BATCH_ENDS, State.NONE);
        }
        begin();
    }

    private boolean isBatchEnd(long tick) {
        return tick > horizon.warmUpEndTick()
                && tick < horizon.endTick()
                && (tick - horizon.warmUpEndTick()) % horizon.batchTicks() == 0;
    }

    private void begin() {
        s.wallOffsetTicks = calendar.intervalWallTicks()[row] - calendar.intervalStartTicks()[row] - calendar.dayStartTick()[s.day];
        boolean after = s.now >= horizon.endTick();
        if (after && !horizon.cut()) {
            s.countedInterval = s.afterEnd();
        } else if (after || s.now < horizon.warmUpEndTick()) {
            s.countedInterval = s.uncounted();
        } else {
            s.countedInterval = calendar.intervalOfWeek()[row];
        }
        recorder.reached(Boundary.INTERVAL_STARTS, s.countedInterval);
        boolean goesOn = !after || (horizon.cut() ? contacts.anyLeftBelow(s.afterEnd()) : s.people() > 0);
        if (goesOn) {
            events.schedule(nextBoundary(), Events.INTERVAL, 0);
        } else {
            events.forgetAll();
            demand.stop();
            waiting.stop();
        }
    }

    private long nextBoundary() {
        long next = intervalEndTick;
        if (s.now < horizon.warmUpEndTick()) {
            next = Math.min(next, horizon.warmUpEndTick());
        } else if (s.now < horizon.endTick()) {
            long batches = (s.now - horizon.warmUpEndTick()) / horizon.batchTicks();
            next = Math.min(next, horizon.warmUpEndTick() + (batches + 1) * horizon.batchTicks());
            next = Math.min(next, horizon.endTick());
        }
        return next;
    }

    private void layOut() {
        long dayStart = calendar.dayStartTick()[s.day];
        long start = dayStart + calendar.intervalStartTicks()[row];
        intervalEndTick = dayStart + calendar.intervalEndTicks()[row];
        demand.layOut(s.day, start, intervalEndTick, calendar.intervalWallTicks()[row]);
    }
}
