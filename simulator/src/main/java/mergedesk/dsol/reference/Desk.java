package mergedesk.dsol.reference;

import mergedesk.program.Program;

/** A desk: a door and lines. */
final class Desk {
    final long shortAbandonTicks;
    int lines;
    /** People who may wait at once. */
    int queueCapacity;
    /** What becomes of those who wait when the desk closes, as in Program.Desks. */
    int atClose;

    boolean open;
    /** Whether who comes now is let in. */
    boolean letsIn;
    /** Contacts that wait or talk. */
    int linesInUse;

    Desk(long shortAbandonTicks) {
        this.shortAbandonTicks = shortAbandonTicks;
    }

    /** Whether the desk has closed and serves those who wait. */
    boolean servesLast() {
        return !open && atClose == Program.Desks.SERVE;
    }
}
