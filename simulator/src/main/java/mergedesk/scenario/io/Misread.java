package mergedesk.scenario.io;

/** Thrown by what reads a single value and does not know where it stands; whoever knows makes a {@link Problem} of it. */
final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    Misread(String rule, String advice) {
        super(rule, null, false, false);
        this.advice = advice;
    }

    String rule() {
        return getMessage();
    }

    String advice() {
        return advice;
    }
}
