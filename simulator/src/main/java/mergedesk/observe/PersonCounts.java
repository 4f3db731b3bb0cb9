package mergedesk.observe;

import mergedesk.kernel.Contacts;
import mergedesk.kernel.Happening;
import mergedesk.kernel.State;

/**
 * Counts the people behind contacts of flows in which they may try again; in all others an attempt is a person, and is not counted twice.
 *
 * <p>A person counts in the interval of the first attempt; its outcome is that of the last, its wait the sum of all.
 */
final class PersonCounts {
    private Contacts contacts;
    private final ContactCounts counts;
    private final int afterEnd;
    private final int[] flowDesk;
    private final long[] answerWithinTicks;
    private final long[] shortAbandonTicks;

    PersonCounts(State state, ContactCounts counts) {
        on(state);
        this.counts = counts;
        afterEnd = state.afterEnd();
        flowDesk = state.program.contacts().flowDesk();
        answerWithinTicks = state.program.contacts().answerWithinTicks();
        shortAbandonTicks = state.program.desks().shortAbandonTicks();
    }

    /** Goes on with another state. */
    void on(State state) {
        contacts = state.contacts;
    }

    /** Somebody was at the door, open or closed: a person at the first attempt. */
    void tried(int contact) {
        if (counts.retries(contacts.flow(contact)) && contacts.attempt(contact) == 0) {
            count(contact, Count.PERSONS);
        }
    }

    /** Somebody who has been at the door counts for another flow: −1 as the old, 1 as the new. */
    void moved(int contact, int by) {
        if (counts.retries(contacts.flow(contact))) {
            count(contact, Count.PERSONS, by);
        }
    }

    /** A person of a flow with retries was answered, after {@code waitTicks} at this attempt. */
    void answered(int contact, long waitTicks) {
        count(contact, Count.PERSONS_ANSWERED);
        if (contacts.personWaitTicks(contact) + waitTicks <= answerWithinTicks[contacts.flow(contact)]) {
            count(contact, Count.PERSONS_ANSWERED_WITHIN);
        }
    }

    /** A person who was counted as answered, after {@code waitTicks} at this attempt, was told to come again: what becomes of the person is open. */
    void comesBack(int contact, long waitTicks) {
        count(contact, Count.PERSONS_ANSWERED, -1);
        if (contacts.personWaitTicks(contact) + waitTicks <= answerWithinTicks[contacts.flow(contact)]) {
            count(contact, Count.PERSONS_ANSWERED_WITHIN, -1);
        }
    }

    /** A person will not try again; {@code what}: the happening that says after what. */
    void gaveUp(int contact, int what) {
        if (!counts.retries(contacts.flow(contact))) {
            return;
        }
        switch (what) {
            case Happening.GAVE_UP_BLOCKED -> count(contact, Count.PERSONS_BLOCKED);
            case Happening.GAVE_UP_TURNED_AWAY -> count(contact, Count.PERSONS_TURNED_AWAY);
            case Happening.LEFT_MESSAGE -> countRare(contact, Count.PERSONS_MESSAGES);
            case Happening.GAVE_UP_DISCONNECTED -> countRare(contact, Count.PERSONS_DISCONNECTED);
            default -> {
                count(contact, Count.PERSONS_ABANDONED);
                long waitTicks = contacts.personWaitTicks(contact);
                if (waitTicks <= answerWithinTicks[contacts.flow(contact)]) {
                    count(contact, Count.PERSONS_ABANDONED_WITHIN);
                }
                if (waitTicks < shortAbandonTicks[desk(contact)]) {
                    count(contact, Count.PERSONS_ABANDONED_SHORT);
                }
            }
        }
    }

    private int desk(int contact) {
        return flowDesk[contacts.flow(contact)];
    }

    private void countRare(int contact, int column) {
        int firstIn = contacts.personInterval(contact);
        if (firstIn <= afterEnd) {
            counts.addRare(contacts.flow(contact), firstIn, column, 1);
        }
    }

    private void count(int contact, int column) {
        count(contact, column, 1);
    }

    private void count(int contact, int column, int by) {
        int firstIn = contacts.personInterval(contact);
        if (firstIn <= afterEnd) {
            counts.add(contacts.flow(contact), firstIn, column, by);
        }
    }
}
