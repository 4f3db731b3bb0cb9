package mergedesk.observe;

import java.util.List;

/**
 * What is counted in every scope: the columns of a {@link RunSummary} row. Counts are numbers of attempts, or of persons with the prefix
 * PERSONS; other columns are ticks, or ticks times a number.
 *
 * <p>A person's outcome is that of the last attempt; its wait is the sum over attempts. In flows without retries persons are attempts.
 */
public final class Count {
    /** Attempts that met an open door: answered + abandoned + blocked + disconnected + messages + still in system. */
    public static final int OFFERED = 0;
    public static final int ANSWERED = 1;
    /** Balked included. */
    public static final int ABANDONED = 2;
    public static final int BALKED = 3;
    public static final int BLOCKED = 4;
    /** Attempts at a closed door; not offered. */
    public static final int TURNED_AWAY = 5;
    /** Attempts that were not served and that another attempt follows. */
    public static final int RETRIED = 6;
    /** Attempts that could not be served at once: queued or balked. */
    public static final int DELAYED = 7;
    /** Answered with a wait of at most T. */
    public static final int ANSWERED_WITHIN = 8;
    /** Abandoned with a wait of at most T. */
    public static final int ABANDONED_WITHIN = 9;
    /** Abandoned with a wait below the desk's short abandon. */
    public static final int ABANDONED_SHORT = 10;
    public static final int WAIT_ANSWERED = 11;
    public static final int WAIT_ABANDONED = 12;
    public static final int TALK = 13;
    public static final int WRAP = 14;
    /** Time integral of the number in queue, over the window like all levels: not after the end of a run that drains. */
    public static final int QUEUE = 15;
    public static final int PERSONS = 16;
    public static final int PERSONS_ANSWERED = 17;
    public static final int PERSONS_ANSWERED_WITHIN = 18;
    public static final int PERSONS_ABANDONED = 19;
    public static final int PERSONS_ABANDONED_WITHIN = 20;
    public static final int PERSONS_ABANDONED_SHORT = 21;
    public static final int PERSONS_BLOCKED = 22;
    public static final int PERSONS_TURNED_AWAY = 23;
    /** Number of columns that contacts fill. */
    public static final int CONTACT_COLUMNS = 24;

    /** Time integral of agents scheduled. */
    public static final int SCHEDULED = 24;
    /** Time integral of agents at work: scheduled, or finishing after their shift. */
    public static final int PRESENT = 25;
    public static final int TALKING = 26;
    public static final int WRAPPING = 27;
    /** The same after the end of the horizon, until the last event. */
    public static final int SCHEDULED_AFTER = 28;
    public static final int PRESENT_AFTER = 29;
    public static final int TALKING_AFTER = 30;
    public static final int WRAPPING_AFTER = 31;
    /** Length of the window, of its part in the interval for scopes of one interval; of a place in an interval it is not told. */
    public static final int WINDOW = 32;
    /** Time integral of the number in queue after the end of a run that drains. */
    public static final int QUEUE_AFTER = 33;
    /** Time integrals in the window while the desk is open: of the number in queue, of agents scheduled, of agents talking or wrapping up. */
    public static final int QUEUE_OPEN = 34;
    public static final int SCHEDULED_OPEN = 35;
    public static final int BUSY_OPEN = 36;
    /** Time in the window in which any desk of the scope is open; a council's desks are those of its contacts and its agents. */
    public static final int OPEN = 37;
    /** Answered by an agent whom the contact's own council employs. */
    public static final int ANSWERED_OWN = 38;
    /** Answered, where any council employs a group; 0 where none does. */
    public static final int ANSWERED_WITH_EMPLOYERS = 39;
    /** Time integrals of chats in hand, of agents with any, and of places for chats of those at work; where groups have a rule for chats. */
    public static final int CHATS = 40;
    public static final int CHATTING = 41;
    public static final int CHAT_PLACES = 42;
    /** Time integral of agents with deferred work, or held for an outbound dial, in the window and after the end. */
    public static final int WORKING = 43;
    public static final int WORKING_AFTER = 44;
    /** Deferred work that came in the window, was taken up for the first time there, was finished there, whenever it came. */
    public static final int RECEIVED = 45;
    public static final int STARTED = 46;
    public static final int FINISHED = 47;
    /** Time from coming to being taken up, of those that were; the same while their desk was open. */
    public static final int RESPONSE = 48;
    public static final int RESPONSE_WORKING = 49;
    /** Taken up where that was due at some time; of these in time. */
    public static final int RESPONSE_DUE = 50;
    public static final int RESPONSE_WITHIN = 51;
    /** The same from coming to the end of work. */
    public static final int RESOLUTION = 52;
    public static final int RESOLUTION_WORKING = 53;
    public static final int RESOLUTION_DUE = 54;
    public static final int RESOLUTION_WITHIN = 55;
    /** Time integral in the window of the number of open pieces. */
    public static final int BACKLOG = 56;
    /** Open pieces at the end of the window. A level: what several parts of the window have in common is that of the last. */
    public static final int BACKLOG_END = 57;
    /** Open pieces at the ends of days, added up; their ages there, in seconds. */
    public static final int BACKLOG_PIECES = 58;
    public static final int BACKLOG_AGE = 59;
    /** Age of the oldest open piece of the scope at the ends of days, in seconds, added up; number of these ends. */
    public static final int BACKLOG_OLDEST = 60;
    public static final int DAY_ENDS = 61;
    /** Tickets that were finished, of {@link #FINISHED}; their time on hold, and how often they went from group to group, since they came or came back. */
    public static final int TICKETS = 62;
    public static final int ON_HOLD = 63;
    public static final int REASSIGNED = 64;
    /** Tickets that came back after they were finished, and those that cannot any more. */
    public static final int REOPENED = 65;
    public static final int CLOSED = 66;
    /** Open at the end of the window and too late already: not taken up yet, not finished yet. Levels, too. */
    public static final int RESPONSE_OVERDUE = 67;
    public static final int RESOLUTION_OVERDUE = 68;
    /** Events of deferred work in the window: it came, was taken up, put back, put on hold, and so on. */
    public static final int PIECE_EVENTS = 69;
    /** Deferred work that began to wait for an application that was down, in the window. */
    public static final int SET_ASIDE = 70;
    /** Time in the window in which an application is down; the same while any desk that needs it is open. */
    public static final int DOWN = 71;
    public static final int DOWN_OPEN = 72;
    /** Outages of an application that begin in the window; the longest part of one in the window. Of several parts of the window the longest is the longest of all. */
    public static final int OUTAGES = 73;
    public static final int LONGEST_OUTAGE = 74;
    /** Time for which an application is up, of the time in the window, and of that while any desk that needs it is open; of contacts what they need, weighted by how many are expected, see {@link UserAvailability}. */
    public static final int SUPPLIED = 75;
    public static final int TO_SUPPLY = 76;
    public static final int SUPPLIED_OPEN = 77;
    public static final int TO_SUPPLY_OPEN = 78;
    /** The first of the columns that {@link RareCounts} fills, to the last: what few scenarios have. */
    public static final int RARE = 79;
    /** Cut off when the desk closed. */
    public static final int DISCONNECTED = 79;
    public static final int PERSONS_DISCONNECTED = 80;
    /** Answered, and left during the chat. */
    public static final int LEFT_IN_CHAT = 81;
    /** Tried self-service and got what they needed; never offered. */
    public static final int SELF_SERVICE_CONTAINED = 82;
    /** Tried self-service in vain; offered to a desk when they come there. */
    public static final int SELF_SERVICE_FAILED = 83;
    /** Left a message instead of waiting on. */
    public static final int MESSAGES = 84;
    public static final int PERSONS_MESSAGES = 85;
    /** Dials of campaigns, those of them that somebody answered and an agent took, and those that somebody answered in vain. */
    public static final int DIALS = 86;
    public static final int CONNECTS = 87;
    public static final int MISMATCHES = 88;
    /** Contacts that came because an application was down. */
    public static final int INCIDENTS = 89;
    /** Answered, and told to come again because an application was down. */
    public static final int CAME_BACK = 90;
    /** Time of talk and after-call work that was lost because applications were down or slow: of each stretch of it the share by which the pace of the slowest was below 1. */
    public static final int STRETCHED = 91;
    /** Number of columns. */
    public static final int COLUMNS = 92;

    /** What becomes of attempts: with those who are still in the system they are {@link #OFFERED}. */
    public static final List<Integer> OUTCOMES = List.of(ANSWERED, ABANDONED, BLOCKED, DISCONNECTED, MESSAGES);
    /** What becomes of persons: with those who still wait, or are away between two attempts, they are {@link #PERSONS}. */
    public static final List<Integer> PERSON_OUTCOMES = List.of(
            PERSONS_ANSWERED, PERSONS_ABANDONED, PERSONS_BLOCKED, PERSONS_TURNED_AWAY, PERSONS_DISCONNECTED, PERSONS_MESSAGES);

    /** Whether a column says how much there is at the end, and is no sum over time. */
    public static boolean isLevel(int column) {
        return column == BACKLOG_END || column == RESPONSE_OVERDUE || column == RESOLUTION_OVERDUE;
    }

    /** Whether a column says how long the longest is, and is no sum over time. */
    public static boolean isLongest(int column) {
        return column == LONGEST_OUTAGE;
    }

    private Count() {}
}
