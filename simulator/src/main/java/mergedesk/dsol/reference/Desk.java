package mergedesk.dsol.reference;

import mergedesk.program.Program;

/** A desk: a door and lines. */
final class Desk {
    final int lines;
    /** People who may wait at once. */
    final int queueCapacity;
    final long answerWithinTicks;
    final long shortAbandonTicks;
    /** What becomes of those who wait when the desk closes, as in Program.Desks. */
    final int atClose;

    boolean open;
    /** Whether who comes now is let in. */
    boolean letsIn;
    /** Contacts that wait or talk. */
    int linesInUse;

    Desk(int lines, int queueCapacity, long answerWithinTicks, long shortAbandonTicks, int atClose) {
        this.lines = lines;
        this.queueCapacity = queueCapacity;
        this.answerWithinTicks = answerWithinTicks;
        this.shortAbandonTicks = shortAbandonTicks;
        this.atClose = atClose;
    }

    /** Whether the desk has closed and serves those who wait. */
    boolean servesLast() {
        return !open && atClose == Program.Desks.SERVE;
    }
}
