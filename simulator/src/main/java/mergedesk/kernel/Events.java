package mergedesk.kernel;

/**
 * Event codes. A code tells the class of the event, its upper bits, and the rule for equal ticks: a lower code runs first, equal codes run in
 * order of scheduling. Classes: 0 plan and outages, 1 staffing, 2 service end, 3 arrival, 4 timers, 5 snapshots.
 */
public final class Events {
    /** An interval of the week, a batch or the horizon ends; the next begins. Changes nothing that contacts or agents could see. */
    public static final int INTERVAL = 0;
    /** Next step of the timetable: doors, staffing, shifts, breaks. */
    public static final int TIMETABLE = 4;
    /** An agent's break ends. */
    public static final int BREAK_END = 5;
    /** An agent's talk or after-call work ends. */
    public static final int SERVICE_END = 8;
    /** A first attempt. Never in the queue: {@link Demand} holds them. */
    public static final int ARRIVAL = 12;
    /** A person comes back for another attempt. */
    public static final int RETURN = 13;
    /** A contact's patience ends. */
    public static final int PATIENCE_END = 16;
    /** A contact has waited long enough for further groups. */
    public static final int OVERFLOW = 17;

    private static final int CLASS_SHIFT = 2;

    private Events() {}

    /** What a code means, for messages. */
    public static String meaning(int code) {
        return switch (code) {
            case INTERVAL -> "end of an interval";
            case TIMETABLE -> "step of the timetable";
            case BREAK_END -> "end of a break";
            case SERVICE_END -> "end of talk or after-call work";
            case ARRIVAL -> "arrival";
            case RETURN -> "return of a person";
            case PATIENCE_END -> "end of patience";
            case OVERFLOW -> "opening of further groups";
            default -> "event of code " + code;
        };
    }

    /** The class of a code. */
    static int classOf(int code) {
        return code >> CLASS_SHIFT;
    }
}
