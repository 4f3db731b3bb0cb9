package mergedesk.kernel;

/** What becomes of people and work when an application goes down, and when it comes back. */
final class Coupling {
    private final Pace pace;
    private final SelfService selfService;

    Coupling(Pace pace, SelfService selfService) {
        this.pace = pace;
        this.selfService = selfService;
    }

    void reset() {
        pace.reset();
        selfService.reset();
    }

    /** The application, which was up, is down; or, which was down, is up. */
    void changed(int application, boolean isUp) {
        pace.turn(application, isUp);
        selfService.turn(application, isUp);
    }
}
