package mergedesk.kernel;

/**
 * Event codes. A code tells the class of the event, its upper bits, and the rule for equal ticks: a lower code runs first, equal codes run in
 * order of scheduling. Classes: 0 plan and outages, 1 staffing, 2 service end, 3 arrival, 4 timers, 5 snapshots; each has room for eight codes.
 */
public final class Events {
    private static final int CLASS_SHIFT = 3;
    /** A code is below 1 &lt;&lt; CODE_BITS. */
    static final int CODE_BITS = 6;

    /** A phase of the plan begins. */
    public static final int PLAN = 0;
    /** A component of the estate is repaired. The end of an outage comes before the start of another. */
    public static final int REPAIRED = 1;
    /** The other side of an application serves. */
    public static final int SWITCHED = 2;
    /** A component of the estate is on again after maintenance. */
    public static final int WINDOW_ENDS = 3;
    /** A component of the estate breaks. */
    public static final int FAILURE = 4;
    /** A component of the estate goes off for maintenance. */
    public static final int WINDOW_BEGINS = 5;
    /** An interval of the week, a batch or the horizon ends; the next begins, with its arrivals. The last of its class, so that a step of a plan is there before. Changes nothing that contacts or agents could see. */
    public static final int INTERVAL = (1 << CLASS_SHIFT) - 1;
    /** Next step of the timetable: doors, staffing, shifts, breaks. */
    public static final int TIMETABLE = 1 << CLASS_SHIFT;
    /** An agent's break ends. */
    public static final int BREAK_END = TIMETABLE + 1;
    /** After a step of the plan, and all that the timetable does at its tick: idle agents take whom they may take now. */
    public static final int REASSIGN = BREAK_END + 1;
    /** An agent's talk or after-call work ends. */
    public static final int SERVICE_END = 2 << CLASS_SHIFT;
    /** An outbound call is done with its dial, talk or after-call work. */
    public static final int OUTBOUND = SERVICE_END + 1;
    /** A first attempt. Never in the queue: {@link Demand} holds them. */
    public static final int ARRIVAL = 3 << CLASS_SHIFT;
    /** A person comes back for another attempt. */
    public static final int RETURN = ARRIVAL + 1;
    /** A person comes to a desk whom self-service failed. */
    public static final int AFTER_SELF_SERVICE = RETURN + 1;
    /** A ticket comes back to a desk, from a hold, from another group or reopened; or it is closed. */
    public static final int TICKET = AFTER_SELF_SERVICE + 1;
    /** Somebody calls because an application is down. The subject is the application. */
    public static final int INCIDENT = TICKET + 1;
    /** A repair comes to the desk whose agents do it. The subject is the component. */
    public static final int REPAIR = INCIDENT + 1;
    /** A contact's patience ends. */
    public static final int PATIENCE_END = 4 << CLASS_SHIFT;
    /** A contact has waited long enough for further groups. */
    public static final int OVERFLOW = PATIENCE_END + 1;
    /** A person leaves a chat that takes too long. The subject is the work. */
    public static final int CHAT_LEFT = OVERFLOW + 1;
    /** A person who waits leaves a message, and waits no longer. */
    public static final int MESSAGE = CHAT_LEFT + 1;

    /** Idle agents look at deferred work again, after all else that happens at the tick: some was put back, or they may do what they might not. */
    public static final int OFFER = MESSAGE + 1;

    /** Campaigns look for idle agents, after all else that happens at the tick. */
    public static final int DIAL = (5 << CLASS_SHIFT) - 1;

    private Events() {}

    /** What a code means, for messages. */
    public static String meaning(int code) {
        return switch (code) {
            case PLAN -> "step of the plan";
            case REPAIRED -> "end of a repair";
            case SWITCHED -> "end of a failover";
            case FAILURE -> "failure";
            case WINDOW_BEGINS -> "start of a planned time off";
            case WINDOW_ENDS -> "end of a planned time off";
            case INTERVAL -> "end of an interval";
            case TIMETABLE -> "step of the timetable";
            case BREAK_END -> "end of a break";
            case REASSIGN -> "look of idle agents after a step of the plan";
            case SERVICE_END -> "end of talk or after-call work";
            case ARRIVAL -> "arrival";
            case OUTBOUND -> "end of dialling, talk or after-call work of an outbound call";
            case DIAL -> "campaigns' look for idle agents";
            case RETURN -> "return of a person";
            case AFTER_SELF_SERVICE -> "arrival after self-service";
            case TICKET -> "return or closing of a ticket";
            case INCIDENT -> "call because an application is down";
            case REPAIR -> "arrival of a repair";
            case PATIENCE_END -> "end of patience";
            case OVERFLOW -> "opening of further groups";
            case OFFER -> "offer of deferred work";
            case CHAT_LEFT -> "leaving of a chat";
            case MESSAGE -> "leaving of a message";
            default -> "event of code " + code;
        };
    }

    /** The class of a code, 0 .. 5. */
    public static int classOf(int code) {
        return code >> CLASS_SHIFT;
    }
}
