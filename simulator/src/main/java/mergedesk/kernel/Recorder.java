package mergedesk.kernel;

/**
 * Receives what happens, when it happens; knows no scenario names. Reads what it needs of contacts from the {@link State} it was given.
 *
 * <p>A contact is the number of its record in {@code State.contacts}, an agent its number in {@code State.agents}. At every call {@code State.now} is the tick. Calls come in order of events.
 */
public interface Recorder {
    /** Makes the recorder of a kernel from the kernel's state. */
    interface Source {
        Recorder of(State state);
    }

    /**
     * A stretch of time begins in which contacts that arrive count for {@code interval}: an interval of the week, or one of the two pseudo-
     * intervals {@link State#afterEnd()} and {@link State#uncounted()}.
     */
    void intervalStarts(int interval);

    /** A civil day ends at this tick. */
    void dayEnds();

    /** A batch of the counted window ends at this tick, and another begins. */
    void batchEnds();

    /** A contact met an open door. */
    void offered(int contact);

    /** A contact met a closed door. */
    void turnedAway(int contact);

    /** All lines were in use. */
    void blocked(int contact);

    /** The contact had to wait and left at once; counted as abandoned with wait 0. */
    void balked(int contact);

    /** The contact entered a queue. */
    void queued(int contact);

    /** An agent took the contact, which had waited {@code waitTicks}; {@code fromQueue}: it was in a queue. */
    void answered(int contact, int agent, long waitTicks, boolean fromQueue);

    /** The contact gave up after {@code waitTicks} in the queue. */
    void abandoned(int contact, long waitTicks);

    /** The person behind the contact will try again. */
    void willReturn(int contact);

    /** The person behind the contact, who was not served, is gone for good. */
    void gaveUp(int contact, int failure);

    /** Talk ended after {@code talkTicks}. */
    void talkEnded(int contact, int agent, long talkTicks);

    /** After-call work ended after {@code wrapTicks}. */
    void wrapEnded(int contact, int agent, long wrapTicks);

    /** An agent of the group did one thing before and does another now: constants of {@link Agents}, never equal. */
    void became(int group, int before, int now);

    /** The number of agents of a group that are scheduled to be at work changed. */
    void scheduled(int group, int change);
}
