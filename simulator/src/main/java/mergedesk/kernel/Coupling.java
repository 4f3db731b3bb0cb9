package mergedesk.kernel;

/** What becomes of people and work when an application goes down, and when it comes back. */
final class Coupling {
    private final State s;
    private final Pace pace;
    private final Told told;
    private final SelfService selfService;
    private final Incidents incidents;
    private final Held held;
    private final Deferral deferral;
    private final Dispatch dispatch;
    private final Waiting waiting;
    private final Workforce workforce;
    private final Bits stopped; // agents

    Coupling(State state, Pace pace, Told told, SelfService selfService, Incidents incidents, Held held, Deferral deferral, Dispatch dispatch, Waiting waiting, Workforce workforce) {
        s = state;
        this.pace = pace;
        this.told = told;
        this.selfService = selfService;
        this.incidents = incidents;
        this.held = held;
        this.deferral = deferral;
        this.dispatch = dispatch;
        this.waiting = waiting;
        this.workforce = workforce;
        stopped = new Bits(held.any() ? state.program.agentCount() : 0);
    }

    void reset(long runKey) {
        pace.reset();
        selfService.reset();
        incidents.reset(runKey);
        held.reset();
    }

    /** The application, which was up, is down; or, which was down, is up. {@link #follow} is called when all of the event have been told. */
    void turn(int application, boolean isUp) {
        pace.turn(application, isUp);
        selfService.turn(application, isUp);
        incidents.turn(application, isUp);
    }

    /** What people and agents do when all is known that an event took down or brought back. */
    void follow(boolean wentDown, boolean cameUp) {
        if (wentDown) {
            told.interrupt();
        }
        if (!held.any() || waiting.isOver()) {
            return;
        }
        if (wentDown) {
            setAside();
        }
        if (cameUp) {
            held.release(dispatch);
            s.offerDeferredWork();
        }
    }

    /** All that waits for an application from now on goes out of queues and hands; then whoever had it in hand is free. */
    private void setAside() {
        held.gather();
        for (int agent = 0; agent < s.program.agentCount(); agent++) {
            if (deferral.setsAside(agent, held)) {
                stopped.add(agent);
            }
        }
        for (int word = 0; word < stopped.words.length; word++) {
            for (; stopped.words[word] != 0; stopped.words[word] &= stopped.words[word] - 1) {
                workforce.freed(Bits.lowest(word, stopped.words[word]));
            }
        }
    }
}
