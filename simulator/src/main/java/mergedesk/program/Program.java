package mergedesk.program;

import java.util.Arrays;

/**
 * A compiled scenario: numbered things in flat arrays, read-only, shared by all threads.
 *
 * <p>Things are {@code int} indices: flow, desk, group, agent, queue. Times are ticks (microseconds since the start of the scenario).
 * "offset" arrays have one more element than the things that they describe: the rows of thing {@code i} are
 * {@code offset[i] .. offset[i + 1] - 1}. Arrays are public for the event loop and must not be written.
 *
 * @param calendar days and intervals
 * @param horizon where the run ends and what counts
 * @param demand who comes when
 * @param lengths all distributions of lengths of time
 * @param contacts how each flow's contacts behave
 * @param desks doors and lines
 * @param groups agents and their speed
 * @param routing who may take whom
 * @param timetable everything that happens at a planned time: doors, staffing, shifts, breaks
 * @param pay what staff are paid for
 * @param names the way back to the user's words
 */
public record Program(
        Calendar calendar,
        Horizon horizon,
        Demand demand,
        Lengths lengths,
        Contacts contacts,
        Desks desks,
        Groups groups,
        Routing routing,
        Timetable timetable,
        Pay pay,
        Names names) {

    /** Most flows. */
    public static final int MOST_FLOWS = 100_000;
    /** Most agents, all groups together. */
    public static final int MOST_AGENTS = 1_000_000;
    /** Most agents × ticks of the horizon: 2⁶³ ticks are 292,000 years, and a run may go on after the horizon. */
    public static final long MOST_AGENT_TICKS = 1L << 62;

    public Program {
        atMost("flows", contacts.flowDesk.length, MOST_FLOWS);
        int agents = groups.firstAgent[groups.firstAgent.length - 1];
        atMost("agents", agents, MOST_AGENTS);
        atMost("agents × horizon", Math.multiplyHigh(agents, horizon.endTick()) != 0 ? Long.MAX_VALUE : agents * horizon.endTick(), MOST_AGENT_TICKS);
    }

    private static void atMost(String what, long found, long most) {
        if (found < 0 || found > most) {
            throw new IllegalArgumentException(what + ": " + found + ", must be at most " + most);
        }
    }

    /** Number of flows. */
    public int flowCount() {
        return contacts.flowDesk.length;
    }

    /** Number of desks. */
    public int deskCount() {
        return desks.lines.length;
    }

    /** Number of agent groups. */
    public int groupCount() {
        return groups.firstAgent.length - 1;
    }

    /** Number of services. */
    public int serviceCount() {
        return groupCount() == 0 ? 0 : groups.speed.length / groupCount();
    }

    /** Number of agents, all groups together. */
    public int agentCount() {
        return groups.firstAgent[groupCount()];
    }

    /** Number of queues: flows that are routed alike wait in one. */
    public int queueCount() {
        return routing.queuePriority.length;
    }

    /**
     * Civil days and their intervals. A day with a clock change has 23 or 25 hours; its intervals follow the wall clock, so that some are
     * missing or come twice.
     */
    public static final class Calendar {
        /** Intervals in a week: 672, 336 or 168; interval 0 begins Monday 00:00 wall-clock time. */
        public final int intervalsPerWeek;
        /** Tick at which each civil day begins, one more than days. Day 0 begins at or before tick 0; days go beyond the end (see Horizon). */
        public final long[] dayStartTick;
        /** Kind of each day: weekday, ordinary or with a clock change. */
        public final int[] dayKind;
        /** Rows of each kind of day: its intervals in order. */
        public final int[] kindOffset;
        /** Ticks from the start of the day at which the interval begins. */
        public final long[] intervalStartTicks;
        /** Ticks from the start of the day at which the interval ends. */
        public final long[] intervalEndTicks;
        /** What the wall clock shows when the interval begins, in ticks since midnight. */
        public final long[] intervalWallTicks;
        /** Interval of the week, 0 .. intervalsPerWeek - 1. */
        public final int[] intervalOfWeek;
        /** Number of day 0 in the calendar, days since 1970-01-01: what draws of a day hang on, so that a later start meets the same people. */
        public final int firstCivilDay;

        public Calendar(
                int intervalsPerWeek,
                long[] dayStartTick,
                int[] dayKind,
                int[] kindOffset,
                long[] intervalStartTicks,
                long[] intervalEndTicks,
                long[] intervalWallTicks,
                int[] intervalOfWeek,
                int firstCivilDay) {
            this.intervalsPerWeek = intervalsPerWeek;
            this.dayStartTick = dayStartTick;
            this.dayKind = dayKind;
            this.kindOffset = kindOffset;
            this.intervalStartTicks = intervalStartTicks;
            this.intervalEndTicks = intervalEndTicks;
            this.intervalWallTicks = intervalWallTicks;
            this.intervalOfWeek = intervalOfWeek;
            this.firstCivilDay = firstCivilDay;
        }

        /** Number of civil days, those beyond the end included. */
        public int dayCount() {
            return dayKind.length;
        }
    }

    /**
     * Where the run ends and what counts.
     *
     * @param endTick end of the horizon
     * @param cut false (drain): arrivals stop at endTick, the system empties, everybody counts. True (cut): contacts that arrive in
     *     [warmUpEndTick, endTick) count, arrivals go on until they have ended or the calendar ends
     * @param warmUpEndTick 0 with drain
     * @param batchTicks length of a batch of [warmUpEndTick, endTick); endTick - warmUpEndTick when the whole window is one observation
     * @param lastReturnTick returns (retries) that would come later are dropped, so that a drain ends
     */
    public record Horizon(long endTick, boolean cut, long warmUpEndTick, long batchTicks, long lastReturnTick) {}

    /**
     * Who comes when. Expected counts are before busyness. A flow has either a volume or blocks of traced arrivals.
     */
    public static final class Demand {
        /** 64-bit key of each flow, a hash of its names. */
        public final long[] flowKey;
        /** Expected count of each flow and day: [flow × dayCount + day]. */
        public final double[] dayExpected;
        /** Shape of each flow and day: [flow × dayCount + day]. */
        public final int[] dayShape;
        /** Rows of each shape: points of the curve of the day's count so far, which is straight between neighbours. Intervals have no part in it. */
        public final int[] shapeOffset;
        /** Ticks from the start of the day: first 0, last the length of the day, rising. */
        public final long[] shapeTicks;
        /** Share of the day's count that comes before: first 0, last 1, never falling. */
        public final double[] shapeCumulative;
        /** Busyness factors of each flow: [flow × 3 + (0 all, 1 council, 2 service)], -1 for none. */
        public final int[] flowFactors;
        /** Key of each busyness factor. */
        public final long[] factorKey;
        /** Gamma shape of each factor, 1 / cv². */
        public final double[] factorShape;
        /** Day-to-day correlation of the normal number behind each factor, see {@link mergedesk.random.DailyFactor}. */
        public final double[] factorCorrelation;
        /** Blocks of traced arrivals of each flow, sorted, none in another; no block crosses the end of a civil day. */
        public final int[] traceOffset;
        /** First tick of the block. */
        public final long[] traceStartTick;
        /** First tick after the block; equal to the start for contacts at one exact tick. */
        public final long[] traceEndTick;
        /** Contacts in the block. */
        public final int[] traceCount;

        public Demand(
                long[] flowKey,
                double[] dayExpected,
                int[] dayShape,
                int[] shapeOffset,
                long[] shapeTicks,
                double[] shapeCumulative,
                int[] flowFactors,
                long[] factorKey,
                double[] factorShape,
                double[] factorCorrelation,
                int[] traceOffset,
                long[] traceStartTick,
                long[] traceEndTick,
                int[] traceCount) {
            this.flowKey = flowKey;
            this.dayExpected = dayExpected;
            this.dayShape = dayShape;
            this.shapeOffset = shapeOffset;
            this.shapeTicks = shapeTicks;
            this.shapeCumulative = shapeCumulative;
            this.flowFactors = flowFactors;
            this.factorKey = factorKey;
            this.factorShape = factorShape;
            this.factorCorrelation = factorCorrelation;
            this.traceOffset = traceOffset;
            this.traceStartTick = traceStartTick;
            this.traceEndTick = traceEndTick;
            this.traceCount = traceCount;
        }

        /** Share of a day's count that comes before {@code ticks} from the start of the day, for whoever is not in a hurry. */
        public double shareBefore(int shape, long ticks) {
            int last = shapeOffset[shape + 1] - 1;
            int row = shapeOffset[shape];
            while (row < last - 1 && shapeTicks[row + 1] <= ticks) {
                row++;
            }
            double part = (ticks - shapeTicks[row]) / (double) (shapeTicks[row + 1] - shapeTicks[row]);
            return shapeCumulative[row] + part * (shapeCumulative[row + 1] - shapeCumulative[row]);
        }
    }

    /**
     * All distributions of lengths of time, numbered. Parameters by kind (ticks unless said otherwise):
     *
     * <pre>
     * CONSTANT          a = length
     * EXPONENTIAL       a = mean
     * LOGNORMAL         a = mu of ln(ticks), b = sigma
     * GAMMA             a = shape, b = scale
     * WEIBULL           a = 1 / shape, b = scale
     * UNIFORM           a = low, b = high - low
     * HYPEREXPONENTIAL  rows of table: cumulative share, mean
     * EMPIRICAL         rows of table: sorted values
     * NEVER             endless
     * </pre>
     */
    public static final class Lengths {
        public static final int NEVER = 0;
        public static final int CONSTANT = 1;
        public static final int EXPONENTIAL = 2;
        public static final int LOGNORMAL = 3;
        public static final int GAMMA = 4;
        public static final int WEIBULL = 5;
        public static final int UNIFORM = 6;
        public static final int HYPEREXPONENTIAL = 7;
        public static final int EMPIRICAL = 8;

        /** Kind of each distribution, a constant of this class. */
        public final int[] kind;
        /** First parameter. */
        public final double[] a;
        /** Second parameter. */
        public final double[] b;
        /** Chance of exactly zero. */
        public final double[] atZero;
        /** Rows of table of each distribution. */
        public final int[] tableOffset;
        /** Branches and observed values. */
        public final double[] table;

        public Lengths(int[] kind, double[] a, double[] b, double[] atZero, int[] tableOffset, double[] table) {
            this.kind = kind;
            this.a = a;
            this.b = b;
            this.atZero = atZero;
            this.tableOffset = tableOffset;
            this.table = table;
        }
    }

    /**
     * A length of time that depends on the time of day at which it begins, for each flow: rows, each of which holds from its own time to the next.
     *
     * @param offset rows of each flow
     * @param fromTicks what the wall clock shows when the row begins to hold, in ticks since midnight: 0 in the first row of a flow, then rising
     * @param length number of Lengths
     */
    public record ByTime(int[] offset, long[] fromTicks, int[] length) {
        /** The number of Lengths that holds for a flow at a time of day. */
        public int at(int flow, long wallTicks) {
            int row = Arrays.binarySearch(fromTicks, offset[flow], offset[flow + 1], wallTicks);
            return length[row >= 0 ? row : -row - 2];
        }

        /** Whether the flow has one length for all times. */
        public boolean isConstant(int flow) {
            return offset[flow + 1] - offset[flow] == 1;
        }
    }

    /** How each flow's contacts behave. */
    public static final class Contacts {
        /** Reasons to try again, bits of {@link #retryAfter}. */
        public static final int AFTER_ABANDONED = 1;
        public static final int AFTER_BLOCKED = 2;
        public static final int AFTER_TURNED_AWAY = 4;

        /** Desk of each flow. */
        public final int[] flowDesk;
        /** Service of each flow, for speeds. */
        public final int[] flowService;
        /** Talk time, by the time of the first attempt. */
        public final ByTime work;
        /** Time until a waiting person gives up, by the time of the attempt. */
        public final ByTime patience;
        /** After-call work of each flow, a number of Lengths; -1 for none. */
        public final int[] afterCall;
        /** Chance that a person of the flow who must wait leaves at once. */
        public final double[] balk;
        /** Chance to try again after a failure. */
        public final double[] retryProbability;
        /** Time until the next attempt, a number of Lengths; -1 when nobody retries. */
        public final int[] retryDelay;
        /** Attempts after the first, at most. */
        public final int[] retryLimit;
        /** Failures after which people try again, bits. */
        public final int[] retryAfter;

        public Contacts(
                int[] flowDesk,
                int[] flowService,
                ByTime work,
                ByTime patience,
                int[] afterCall,
                double[] balk,
                double[] retryProbability,
                int[] retryDelay,
                int[] retryLimit,
                int[] retryAfter) {
            this.flowDesk = flowDesk;
            this.flowService = flowService;
            this.work = work;
            this.patience = patience;
            this.afterCall = afterCall;
            this.balk = balk;
            this.retryProbability = retryProbability;
            this.retryDelay = retryDelay;
            this.retryLimit = retryLimit;
            this.retryAfter = retryAfter;
        }
    }

    /** Doors and lines. A desk is closed at tick 0 unless the timetable opens it there. */
    public static final class Desks {
        /** Lines of each desk, waiting and talking together; Integer.MAX_VALUE when unlimited. */
        public final int[] lines;
        /** Target wait T of each desk, in ticks. */
        public final long[] answerWithinTicks;
        /** Abandoning with a wait of less than this is a short abandon. */
        public final long[] shortAbandonTicks;
        /** Whether agents who should leave a closed desk first serve those who wait. */
        public final boolean[] servesAtClose;

        public Desks(int[] lines, long[] answerWithinTicks, long[] shortAbandonTicks, boolean[] servesAtClose) {
            this.lines = lines;
            this.answerWithinTicks = answerWithinTicks;
            this.shortAbandonTicks = shortAbandonTicks;
            this.servesAtClose = servesAtClose;
        }
    }

    /** Agents, numbered group by group. */
    public static final class Groups {
        /** First agent of each group, one more than groups. */
        public final int[] firstAgent;
        /** Desk of each group. */
        public final int[] desk;
        /** Divisor of work: [group × serviceCount + service]. */
        public final double[] speed;
        /** Whether agents of the group follow shifts of their own rather than a number per interval. */
        public final boolean[] byShift;

        public Groups(int[] firstAgent, int[] desk, double[] speed, boolean[] byShift) {
            this.firstAgent = firstAgent;
            this.desk = desk;
            this.speed = speed;
            this.byShift = byShift;
        }
    }

    /**
     * Who may take whom. Flows of a desk with the same rows and priority wait in one queue, in order of entry.
     *
     * <p>Rows of a queue are sorted by (after, rank, group); rows of a group by (level, queue). Level numbers the distinct pairs
     * (preference, priority) of the group from 0 in ascending order: a freed agent takes the longest wait of the lowest level.
     */
    public static final class Routing {
        /** Queue of each flow. */
        public final int[] queueOfFlow;
        /** Desk of each queue. */
        public final int[] queueDesk;
        /** Priority of each queue; lower is served first. */
        public final int[] queuePriority;
        /** Rows of each queue. */
        public final int[] queueOffset;
        public final int[] rowGroup;
        public final long[] rowAfterTicks;
        public final int[] rowRank;
        /** Rows of each group. */
        public final int[] groupOffset;
        public final int[] groupRowQueue;
        public final long[] groupRowAfterTicks;
        public final int[] groupRowLevel;

        public Routing(
                int[] queueOfFlow,
                int[] queueDesk,
                int[] queuePriority,
                int[] queueOffset,
                int[] rowGroup,
                long[] rowAfterTicks,
                int[] rowRank,
                int[] groupOffset,
                int[] groupRowQueue,
                long[] groupRowAfterTicks,
                int[] groupRowLevel) {
            this.queueOfFlow = queueOfFlow;
            this.queueDesk = queueDesk;
            this.queuePriority = queuePriority;
            this.queueOffset = queueOffset;
            this.rowGroup = rowGroup;
            this.rowAfterTicks = rowAfterTicks;
            this.rowRank = rowRank;
            this.groupOffset = groupOffset;
            this.groupRowQueue = groupRowQueue;
            this.groupRowAfterTicks = groupRowAfterTicks;
            this.groupRowLevel = groupRowLevel;
        }
    }

    /**
     * Everything that happens at a planned time, sorted by tick, then by order of this list of actions, then by subject. All are of event
     * class staffing. No step is later than the end of the calendar; with drain none is at or after endTick.
     */
    public static final class Timetable {
        /** The desk {@code subject} opens. */
        public static final int OPEN = 0;
        /** The desk {@code subject} closes. */
        public static final int CLOSE = 1;
        /** Group {@code subject} is to have {@code value} agents present. */
        public static final int STAFF = 2;
        /** Agent {@code subject} starts a shift. */
        public static final int SHIFT_START = 3;
        /** Agent {@code subject} is due a break of {@code value} ticks. */
        public static final int BREAK = 4;
        /** Agent {@code subject} ends the shift. */
        public static final int SHIFT_END = 5;

        public final long[] tick;
        public final int[] action;
        public final int[] subject;
        public final long[] value;

        public Timetable(long[] tick, int[] action, int[] subject, long[] value) {
            this.tick = tick;
            this.action = action;
            this.subject = subject;
            this.value = value;
        }
    }
}
