package mergedesk.dsol.reference;

/** A desk: a door and lines. */
final class Desk {
    final int lines;
    final long answerWithinTicks;
    final long shortAbandonTicks;
    /** What becomes of those who wait when the desk closes, as in Program.Desks. */
    final int atClose;

    boolean open;
    /** Contacts that wait or talk. */
    int linesInUse;

    Desk(int lines, long answerWithinTicks, long shortAbandonTicks, int atClose) {
        this.lines = lines;
        this.answerWithinTicks = answerWithinTicks;
        this.shortAbandonTicks = shortAbandonTicks;
        this.atClose = atClose;
    }
}
