package mergedesk.kernel;

/**
 * Event codes. A code tells the class of the event, its upper bits, and the rule for equal ticks: a lower code runs first, equal codes run in
 * order of scheduling. Classes: 0 plan and outages, 1 staffing, 2 service end, 3 arrival, 4 timers, 5 snapshots.
 */
final class Events {
    /** An interval of the week, a batch or the horizon ends; the next begins. Changes nothing that contacts or agents could see. */
    static final int INTERVAL = 0;
    /** Next step of the timetable: doors, staffing, shifts, breaks. */
    static final int TIMETABLE = 4;
    /** An agent's break ends. */
    static final int BREAK_END = 5;
    /** An agent's talk or after-call work ends. */
    static final int SERVICE_END = 8;
    /** A first attempt. Never in the queue: {@link Demand} holds them. */
    static final int ARRIVAL = 12;
    /** A person comes back for another attempt. */
    static final int RETURN = 13;
    /** A contact's patience ends. */
    static final int PATIENCE_END = 16;
    /** A contact has waited long enough for further groups. */
    static final int OVERFLOW = 17;

    private static final int CLASS_SHIFT = 2;

    private Events() {}

    /** The class of a code. */
    static int classOf(int code) {
        return code >> CLASS_SHIFT;
    }
}
