package mergedesk.dsol.reference;

/** What has become of a ticket so far. */
final class TicketLife {
    /** The sort of deferred work: flow and priority. */
    int sort;
    /** The group that it was given to, −1 for none. */
    int group = -1;
    /** Parts before this one. */
    int part;
    /** The reason to wait that is looked at, and whether what is done now ends with it. */
    int hold;

    boolean untilHold;
    /** Since it came or came back: times that it went from group to group, and ticks on hold. */
    int reassigned;

    long heldTicks;
}
