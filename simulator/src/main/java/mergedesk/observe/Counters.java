package mergedesk.observe;

import java.util.Arrays;

/**
 * What {@link Totals} counted, of which rows of scopes are sums.
 *
 * @param windowTicks length of each interval of the week in the window, and of the pseudo-intervals
 * @param begun the same: whether it has begun in this replication, as in others nothing is counted
 */
record Counters(ContactCounts contacts, GroupCounts groups, WaitCounts waits, DayLevels days, OpenTime doors, DeferredCounts deferred, EstateCounts estate, UserAvailability users, long[] windowTicks, boolean[] begun) {
    /** Forgets all counts, but not who is in a queue or at work, and which doors are open. */
    void clear() {
        contacts.clear(begun);
        groups.clear();
        waits.clear();
        days.clear();
        doors.clear();
        deferred.clear();
        estate.clear();
        users.clear();
        Arrays.fill(windowTicks, 0);
    }

    /** A replication begins. */
    void start() {
        clear();
        contacts.start();
        groups.clearLevels();
        days.start();
        doors.start();
        deferred.start();
        estate.start();
        users.start();
        Arrays.fill(begun, false);
    }
}
