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

    List<String> lines() {
        return lines;
    }
}
