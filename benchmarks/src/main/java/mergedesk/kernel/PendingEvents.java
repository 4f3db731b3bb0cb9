package mergedesk.kernel;

/** Pending events as the hold model sees them: earliest tick first, and of one tick the first that was added. */
public interface PendingEvents {
    /** Adds an event. Ticks are never before that of the last event removed. */
    void add(long tick, int subject);

    /** Removes the earliest event; its tick. There must be one. */
    long removeEarliest();

    /** Subject of the event that was removed last. */
    int subject();
}
