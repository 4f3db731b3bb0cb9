package mergedesk.random;

/**
 * Keyed random bits: a draw is a pure function of what it is for, never of when it is made.
 *
 * <p>The key of a draw is built by mixing, level by level: seed and replication give the run's key; flow key and civil day give the
 * day's; the ordinal gives the contact's; attempt and purpose give the draw's 64 bits. A sampler that needs more bits than these goes on
 * in sequence with {@link #next}. So no generator object exists, no draw depends on the order of events or on threads, and two policies
 * meet the same people.
 *
 * <p>The mixer is the finaliser that Stafford numbered 13, as in SplitMix64 [Steele, Lea, Flood 2014]; the ordinals of a day step by the
 * golden ratio, so that the contacts of a day are a SplitMix64 sequence. All methods are exact integer arithmetic: same bits everywhere.
 */
public final class Streams {
    /** Gaps of the unit-rate arrival process of a flow and day. */
    public static final long ARRIVAL = 0x2545f4914f6cdd1dL;
    /** Positions of traced contacts in their counted interval. */
    public static final long TRACE = 0x6a09e667f3bcc909L;
    /** Keys of contacts. */
    public static final long CONTACT = 0xbb67ae8584caa73bL;
    /** Talk time. Kept by all attempts of a person; of tickets anew in each part. */
    public static final long WORK = 0x3c6ef372fe94f82bL;
    /** After-call work. Kept by all attempts of a person. */
    public static final long AFTER_CALL = 0xa54ff53a5f1d36f1L;
    /** Patience, anew at each attempt. */
    public static final long PATIENCE = 0x510e527fade682d1L;
    /** Whether a person who must wait leaves at once. */
    public static final long BALK = 0x9b05688c2b3e6c1fL;
    /** Whether a person who was not served tries again. */
    public static final long RETRY = 0x1f83d9abfb41bd6bL;
    /** Time until the next attempt. */
    public static final long RETRY_DELAY = 0x5be0cd19137e2179L;
    /** Keys of deferred work that is there when the run begins. */
    public static final long BACKLOG = 0x8eb44a8768581511L;
    /** How long a person stays in a chat, anew at each attempt. */
    public static final long PATIENCE_IN_CHAT = 0x428a2f98d728ae22L;
    /** Whether a person who has waited long leaves a message, anew at each attempt. */
    public static final long MESSAGE = 0x7137449123ef65cdL;
    /** Whether a person tries self-service first. */
    public static final long SELF_SERVICE = 0xd1310ba698dfb5acL;
    /** Whether self-service contains whom tries it. */
    public static final long CONTAINED = 0x2ffd72dbd01adfb7L;
    /** Time until a person comes to a desk whom self-service failed. */
    public static final long SELF_SERVICE_DELAY = 0xb8e1afed6a267e96L;
    /** Priority of a ticket. */
    public static final long TICKET_PRIORITY = 0x3956c25bf348b538L;
    /** Whether a ticket is put on hold, anew in each part and for each reason. */
    public static final long HOLD = 0x59f111f1b605d019L;
    /** Work before a hold. */
    public static final long HOLD_AFTER = 0x923f82a4af194f9bL;
    /** How long a hold is. */
    public static final long HOLD_LENGTH = 0xab1c5ed5da6d8118L;
    /** Which group a ticket goes to, anew after each part. */
    public static final long REASSIGN = 0xd807aa98a3030242L;
    /** Whether a resolved ticket comes back. */
    public static final long REOPEN = 0x12835b0145706fbeL;
    /** When it does. */
    public static final long REOPEN_AFTER = 0x243185be4ee4b28cL;
    /** Time of an outbound dial, anew at each. */
    public static final long DIALLING = 0x6a267e96ba7c9045L;
    /** Whether somebody answers it. */
    public static final long PICKED_UP = 0xf12c7f9924a19947L;
    /** Time for looking at the case before it. */
    public static final long REVIEW = 0xb3916cf70801f2e2L;
    /** Whether a contact needs an application, whose own key follows. */
    public static final long NEED = 0x58efb6bdbd0b7e0dL;
    /** Working time of a component of the estate to its next failure, by ordinal. */
    public static final long FAILURE = 0xe9b5dba58189dbbcL;
    /** Whether a failover of an application works, by ordinal. */
    public static final long FAILOVER = 0xd807aa98a303e7f1L;
    /** Time that it takes. */
    public static final long FAILOVER_TIME = 0x72be5d74f27b896fL;
    /** Time for which an application is down that goes back, by the same ordinal. */
    public static final long FAIL_BACK = 0x80deb1fe3b1696b1L;
    /** Time of the repair after that failure. */
    public static final long REPAIR = 0xab1c5ed5923f82a4L;
    /** Users of an application in an outage, and their surge. */
    public static final long INCIDENT = 0xc5d1b023286085f0L;
    /** Whether a user calls because an application is down. */
    public static final long INCIDENT_CALLS = 0xca417918b8db38efL;
    /** Working time until that. */
    public static final long INCIDENT_DELAY = 0x8e679c2f5e44ff8fL;
    /** Talk in which a person is told that an application is down, anew at each attempt. */
    public static final long TOLD = 0xeb44accab455d165L;
    /** Time until such a person comes again, anew at each attempt. */
    public static final long COME_AGAIN = 0xf6f6f8e4e8ee5b03L;
    /** How much later than planned a step of the plan happens, and what steps have in common in that. */
    public static final long SLIP = 0x19a4c116b8d2d0c8L;
    /** When a person whose post may end leaves of themselves, by number of the person. */
    public static final long LEAVING = 0xbf597fc7beef0ee4L;
    /** In which weeks the person is away, by number of the person, then of the week. */
    public static final long AWAY = 0xd5a79147930aa725L;
    /** Daily busyness factors. */
    public static final long BUSYNESS = 0xcbbb9d5dc1059ed8L;
    /** Points of a sweep's design, and what is drawn again of its answers. */
    public static final long DESIGN = 0x5ac635d8aa3a93e7L;
    /** Separates the acceptance draws of a gamma number from the bits that its normal number may have used. */
    static final long GAMMA_ACCEPT = 0x629a292a367cd507L;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long ATTEMPT = 0xd1342543de82ef95L;
    private static final double TWO_POW_MINUS_52 = 0x1.0p-52;

    private Streams() {}

    /** The key of one run. Any seed and replication are fine. */
    public static long runKey(long seed, long replication) {
        return mix(mix(seed + GOLDEN) + (replication + 1) * GOLDEN);
    }

    /** The key of one purpose, flow (or busyness factor) and civil day. */
    public static long dayKey(long runKey, long purpose, long flowKey, int day) {
        return mix(mix(mix(runKey + flowKey) + purpose) + day * GOLDEN);
    }

    /** The key of one purpose and something that has no days, such as an application. */
    public static long undatedKey(long runKey, long purpose, long key) {
        return dayKey(runKey, purpose, key, 0);
    }

    /** The key of the contact with this ordinal in the day of {@code dayKey}; also the bits of the day's draw with this ordinal. */
    public static long ordinalKey(long dayKey, int ordinal) {
        return mix(dayKey + ordinal * GOLDEN);
    }

    /** The first 64 bits of a contact's draw for a purpose that all its attempts share. */
    public static long bits(long contactKey, long purpose) {
        return mix(contactKey + purpose);
    }

    /** The first 64 bits of a contact's draw for a purpose at an attempt, 0 for the first. */
    public static long bits(long contactKey, long purpose, int attempt) {
        return mix(contactKey + purpose + attempt * ATTEMPT);
    }

    /** The bits that follow {@code bits} in the sequence of one draw. */
    public static long next(long bits) {
        return mix(bits + GOLDEN);
    }

    /** A uniform number in the open interval (0, 1): the midpoint of one of 2^52 cells. */
    public static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * TWO_POW_MINUS_52;
    }

    /** A bijection of 64 bits without visible structure; also the finaliser of name hashes. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
