package mergedesk.scenario.text;

import mergedesk.scenario.Problem;

/** Thrown by what reads a single value and does not know where it stands; whoever knows makes a {@link Problem} of it. */
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    public Misread(String rule, String advice) {
        super(rule, null, false, false);
        this.advice = advice;
    }

    public String rule() {
        return getMessage();
    }

    public String advice() {
        return advice;
    }
}
