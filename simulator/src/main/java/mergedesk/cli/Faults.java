package mergedesk.cli;

import java.util.List;

/** What the user gave has faults; the lines tell all of them, and nothing was run. */
final class Faults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    Faults(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = lines;
    }

    /** Refuses to go on when there are any. */
    static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    /** That of a number below one; none where it is not given. */
    static List<String> belowOne(String option, Integer value) {
        return value == null || value >= 1 ? List.of() : List.of(option + ": found " + value + ": must be at least 1");
    }

    List<String> lines() {
        return lines;
    }
}
