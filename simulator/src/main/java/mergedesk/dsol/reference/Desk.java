package mergedesk.dsol.reference;

/** A desk: a door and lines. */
final class Desk {
    final int lines;
    final long answerWithinTicks;
    final long shortAbandonTicks;
    final boolean servesAtClose;

    boolean open;
    /** Contacts that wait or talk. */
    int linesInUse;

    Desk(int lines, long answerWithinTicks, long shortAbandonTicks, boolean servesAtClose) {
        this.lines = lines;
        this.answerWithinTicks = answerWithinTicks;
        this.shortAbandonTicks = shortAbandonTicks;
        this.servesAtClose = servesAtClose;
    }
}
