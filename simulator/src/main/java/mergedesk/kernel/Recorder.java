package mergedesk.kernel;

/**
 * Receives what happens, when it happens; knows no scenario names. A recorder has methods for what it wants to hear. Reads what it needs of contacts from the {@link State} it was given.
 *
 * <p>A contact is the number of its record in {@code State.contacts}, an agent its number in {@code State.agents}. At every call {@code State.now} is the tick, and calls come in order of events, of one island at least (see {@link #inOrder}); but {@link #abandoned}, and the happening that follows from it,
 * may be told later than they were, when nobody could notice: they were at the arrival and the wait.
 */
public interface Recorder {
    /** Makes the recorder of a kernel from the kernel's state. */
    interface Source {
        Recorder of(State state);
    }

    /** Whether everything must be told in order of time. Otherwise only what happens on one island is, from one moment that all have in common to the next, see {@link Islands}. */
    default boolean inOrder() {
        return true;
    }

    /** A run begins; the recorder forgets the one before. The kernel's reset calls it before anything else is told. */
    default void starts(long replication) {}

    /**
     * Time reaches a boundary.
     *
     * @param boundary a constant of {@link Boundary}
     * @param subject for INTERVAL_STARTS what contacts that arrive from now on count for: an interval of the week, or one of the two pseudo-intervals
     *     {@link State#afterEnd()} and {@link State#uncounted()}; for DAY_ENDS the civil day; for DESK_OPENS and DESK_CLOSES the desk; NONE for BATCH_ENDS
     */
    default void reached(int boundary, int subject) {}

    /** A contact met an open door. */
    default void offered(int contact) {}

    /** The contact entered a queue. */
    default void queued(int contact) {}

    /** An agent took the contact, which had waited {@code waitTicks}; {@code fromQueue}: it was in a queue. */
    default void answered(int contact, int agent, long waitTicks, boolean fromQueue) {}

    /** The contact gave up after {@code waitTicks} in the queue. */
    default void abandoned(int contact, long waitTicks) {}

    /** Talk or after-call work with the contact ended after {@code ticks}; {@code status} says which, as in {@link Agents}. */
    default void ended(int status, int contact, int agent, long ticks) {}

    /**
     * Anything else happened to a contact, or to the person behind it.
     *
     * @param what a constant of {@link Happening}
     * @param agent who had a part in it, or NONE
     * @param ticks how long it took, 0 where nothing takes time
     */
    default void happened(int what, int contact, int agent, long ticks) {}

    /** An agent of the group did one thing before and does another now: constants of {@link Agents}, never equal. */
    default void became(int group, int before, int now) {}

    /**
     * Agents of a group that has a rule for chats have another number of chats in hand.
     *
     * @param change of the chats in hand of all agents of the group
     * @param withAny change of the number of agents with any chat in hand
     */
    default void chats(int group, int change, int withAny) {}

    /** The number of agents of a group that are scheduled to be at work changed. */
    default void scheduled(int group, int change) {}

    /** Work with the contact, talk and after-call work or deferred work, is over for now, of which so much time was lost because applications were down or slow. */
    default void stretched(int contact, long ticks) {}

    /** An application, which was up, is down; or, which was down, is up. */
    default void application(int application, boolean isUp) {}
}
