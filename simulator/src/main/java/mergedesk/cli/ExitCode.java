package mergedesk.cli;

/** What the command ends with. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int FAULTS = 2;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
