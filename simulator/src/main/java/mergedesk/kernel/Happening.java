package mergedesk.kernel;

import mergedesk.program.Program;

/** What may happen to a contact, or to the person behind it, besides what {@link Recorder} has a method for. */
public final class Happening {
    /** The contact met a closed door. */
    public static final int TURNED_AWAY = 0;
    /** All lines were in use. */
    public static final int BLOCKED = 1;
    /** The contact had to wait and left at once; counted as abandoned with wait 0. */
    public static final int BALKED = 2;
    /** The person will try again. */
    public static final int WILL_RETURN = 3;
    /** The person, who was not served, is gone for good after abandoning or balking. */
    public static final int GAVE_UP_ABANDONED = 4;
    /** The same after having been blocked. */
    public static final int GAVE_UP_BLOCKED = 5;
    /** The same after having been turned away. */
    public static final int GAVE_UP_TURNED_AWAY = 6;
    /** The desk closed and cut the contact off, which had waited so many ticks in its queue. */
    public static final int DISCONNECTED = 7;
    /** The person is gone for good after having been disconnected. */
    public static final int GAVE_UP_DISCONNECTED = 8;
    /** The person left during a chat, which had been answered and is over with that. */
    public static final int LEFT_IN_CHAT = 9;
    /** Deferred work came. */
    public static final int RECEIVED = 20;
    /** Deferred work was there when the run began. */
    public static final int CARRIED_OVER = 21;
    /** An agent took up deferred work for the first time. */
    public static final int STARTED = 22;
    /** An agent put deferred work back, after having worked on it for so long. */
    public static final int PARKED = 23;
    /** An agent took up deferred work again. */
    public static final int RESUMED = 24;
    /** Deferred work is done, after so long since it was taken up last. */
    public static final int FINISHED = 25;
    /** An agent put a ticket on hold, after so long since it was taken up last: it waits for somebody else. */
    public static final int HELD = 26;
    /** The ticket waits no longer for somebody else. */
    public static final int HOLD_ENDED = 27;
    /** An agent has done a part of a ticket, after so long since it was taken up last, and it goes to another group. */
    public static final int REASSIGNED = 28;
    /** A ticket that was finished is open again. */
    public static final int REOPENED = 29;
    /** A ticket that was finished can not be reopened any more. */
    public static final int CLOSED = 30;
    /** An agent works on a ticket with those who do already. */
    public static final int JOINED = 31;
    /** An agent leaves a ticket to those who go on with it. */
    public static final int STEPPED_ASIDE = 32;

    /** The contact, which had waited so many ticks in its queue, left a message; the person is gone for good. */
    public static final int LEFT_MESSAGE = 12;
    /** The person tried self-service and got what was needed. */
    public static final int CONTAINED = 10;
    /** The person tried self-service in vain and will come to a desk. */
    public static final int SELF_SERVICE_FAILED = 11;

    /** A campaign dials somebody; {@code agent}: who is held for it. */
    public static final int DIALLED = 13;
    /** Nobody answered the dial. */
    public static final int NOT_REACHED = 14;
    /** Somebody answered the dial, and no agent was free. */
    public static final int MISMATCHED = 15;
    /** Somebody answered the dial and talks to the agent. */
    public static final int CONNECTED = 16;
    /** The talk of an outbound call is over. */
    public static final int OUTBOUND_TALK_ENDED = 17;
    /** Its after-call work is over. */
    public static final int OUTBOUND_WRAP_ENDED = 18;

    /** Somebody calls because an application is down. */
    public static final int INCIDENT = 19;

    /** Deferred work waits, in no queue, for an application that is down. */
    public static final int SET_ASIDE = 33;
    /** The application is up again, and the work in its queue. */
    public static final int RELEASED = 34;

    /** An agent begins to tell the contact that an application is down. */
    public static final int TOLD = 35;
    /** The person has been told, at an attempt that had waited so many ticks, and will come again. */
    public static final int COMES_BACK = 36;

    /** The contact, whose flow moves to another desk, goes from the old one; {@code ticks}: 1 if it waits in a queue, 0 if the person is away. */
    public static final int LEAVES_DESK = 37;
    /** The same contact is one of the new desk now, with all that has been since it came. */
    public static final int COMES_TO_DESK = 38;

    private Happening() {}

    /** That the person is gone for good after this failure, a bit of {@link Program.Contacts#retryAfter}. */
    static int gaveUpAfter(int failure) {
        return switch (failure) {
            case Program.Contacts.AFTER_BLOCKED -> GAVE_UP_BLOCKED;
            case Program.Contacts.AFTER_TURNED_AWAY -> GAVE_UP_TURNED_AWAY;
            case Program.Contacts.AFTER_ABANDONED -> GAVE_UP_ABANDONED;
            case Program.Contacts.AFTER_DISCONNECTED -> GAVE_UP_DISCONNECTED;
            default -> throw new IllegalArgumentException("failure " + failure);
        };
    }

    /** The word for it in traces. */
    public static String word(int what) {
        return switch (what) {
            case TURNED_AWAY -> "turned_away";
            case BLOCKED -> "blocked";
            case BALKED -> "balked";
            case WILL_RETURN -> "will_return";
            case GAVE_UP_ABANDONED, GAVE_UP_BLOCKED, GAVE_UP_TURNED_AWAY, GAVE_UP_DISCONNECTED -> "gave_up";
            case DISCONNECTED -> "disconnected";
            case LEFT_IN_CHAT -> "left_in_chat";
            case LEFT_MESSAGE -> "left_message";
            case CONTAINED -> "contained";
            case DIALLED -> "dialled";
            case NOT_REACHED -> "not_reached";
            case MISMATCHED -> "mismatched";
            case CONNECTED -> "connected";
            case OUTBOUND_TALK_ENDED -> "outbound_talk_ended";
            case OUTBOUND_WRAP_ENDED -> "outbound_wrap_ended";
            case SELF_SERVICE_FAILED -> "self_service_failed";
            case INCIDENT -> "incident";
            case LEAVES_DESK -> "leaves_desk";
            case COMES_TO_DESK -> "comes_to_desk";
            case TOLD -> "told";
            case COMES_BACK -> "comes_back";
            case SET_ASIDE -> "set_aside";
            case RELEASED -> "released";
            case RECEIVED -> "received";
            case CARRIED_OVER -> "carried_over";
            case STARTED -> "started";
            case PARKED -> "parked";
            case RESUMED -> "resumed";
            case FINISHED -> "finished";
            case HELD -> "held";
            case HOLD_ENDED -> "hold_ended";
            case REASSIGNED -> "reassigned";
            case REOPENED -> "reopened";
            case CLOSED -> "closed";
            case JOINED -> "joined";
            case STEPPED_ASIDE -> "stepped_aside";
            default -> throw new IllegalArgumentException("happening " + what);
        };
    }
}
