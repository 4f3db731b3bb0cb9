package mergedesk.dsol.reference;

/**
 * Kinds of events, in the order in which they run at equal ticks. Events of one kind and tick run in order of scheduling, which is what DSOL
 * does with events of one priority, see {@link KindEvent}.
 */
enum Kind {
    /** A phase of the plan begins. */
    PLAN(0),
    /** A component of the estate is repaired. */
    REPAIRED(0),
    /** The other side of an application serves. */
    SWITCHED(0),
    /** A component of the estate is on again after maintenance. */
    WINDOW_ENDS(0),
    /** A component of the estate breaks. */
    FAILURE(0),
    /** A component of the estate goes off for maintenance. */
    WINDOW_BEGINS(0),
    /** A civil day begins; whether the run is over. */
    CALENDAR(0),
    TIMETABLE(1),
    BREAK_END(1),
    /** After a step of the plan idle agents take whom they may take now. */
    REASSIGN(1),
    SERVICE_END(2),
    /** An outbound call is done with its dial, talk or after-call work. */
    OUTBOUND(2),
    /** A first attempt; those of one tick by flow, then by ordinal. */
    ARRIVAL(3),
    /** A further attempt. */
    RETURN(3),
    /** Somebody comes to a desk whom self-service failed. */
    AFTER_SELF_SERVICE(3),
    /** A ticket comes back to a desk, or is closed. */
    TICKET(3),
    /** Somebody calls because an application is down. */
    INCIDENT(3),
    /** A repair comes to the desk whose agents do it. */
    REPAIR(3),
    PATIENCE_END(4),
    /** Further groups may take a waiting contact. */
    OVERFLOW(4),
    /** A person leaves a chat. */
    CHAT_LEFT(4),
    /** A waiting person leaves a message. */
    MESSAGE(4),
    /** Idle agents look at deferred work again. */
    OFFER(4),
    /** Campaigns look for idle agents, after all else that happens at the tick. */
    DIAL(4);

    /** The class of DESIGN.md, "Order of equal times". */
    final int eventClass;

    Kind(int eventClass) {
        this.eventClass = eventClass;
    }
}
