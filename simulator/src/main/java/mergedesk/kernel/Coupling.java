package mergedesk.kernel;

/** What becomes of people and work when an application goes down, and when it comes back. */
final class Coupling {
    private final Pace pace;
    private final SelfService selfService;
    private final Incidents incidents;

    Coupling(Pace pace, SelfService selfService, Incidents incidents) {
        this.pace = pace;
        this.selfService = selfService;
        this.incidents = incidents;
    }

    void reset(long runKey) {
        pace.reset();
        selfService.reset();
        incidents.reset(runKey);
    }

    /** The application, which was up, is down; or, which was down, is up. */
    void changed(int application, boolean isUp) {
        pace.turn(application, isUp);
        selfService.turn(application, isUp);
        incidents.turn(application, isUp);
    }
}
