package mergedesk.program;

import java.util.Arrays;
import java.util.BitSet;
import mergedesk.units.With;

/**
 * A compiled scenario: numbered things in flat arrays, read-only, shared by all threads.
 *
 * <p>Things are {@code int} indices: flow, desk, group, agent, queue. Times are ticks (microseconds since the start of the scenario).
 * "offset" arrays have one more element than the things that they describe: the rows of thing {@code i} are
 * {@code offset[i] .. offset[i + 1] - 1}. Arrays are handed out as they are, for the event loop, and must not be written.
 *
 * @param calendar days and intervals
 * @param horizon where the run ends and what counts
 * @param demand who comes when
 * @param lengths all distributions of lengths of time
 * @param contacts how each flow's contacts behave
 * @param deferred when deferred work is due, and what is on desks at the start
 * @param tickets what makes some of it tickets
 * @param portals what people try before they come to a desk
 * @param campaigns whom agents call
 * @param needs which applications contacts need
 * @param incidents who calls because one is down
 * @param desks doors and lines
 * @param groups agents and their speed
 * @param routing who may take whom
 * @param timetable everything that happens at a planned time: doors, staffing, shifts, breaks
 * @param plan what else holds from later moments on: who comes to which desk, and who may take whom
 * @param estate what fails, and what that takes down
 * @param pay what staff are paid for
 * @param power what rooms and their machines draw
 * @param names the way back to the user's words
 */
public record Program(
        Calendar calendar,
        Horizon horizon,
        Demand demand,
        Lengths lengths,
        Contacts contacts,
        Deferred deferred,
        Tickets tickets,
        Portals portals,
        Campaigns campaigns,
        Needs needs,
        Incidents incidents,
        Desks desks,
        Groups groups,
        Routing routing,
        Timetable timetable,
        Plan plan,
        Estate estate,
        Pay pay,
        RoomPower power,
        Names names) implements With<Program> {

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

    /** Whether these rules of the plan are those that hold at first. */
    public boolean holdsAtFirst(Plan.Rules rules) {
        return rules.flow() == plan.laneOf() && rules.contacts() == contacts && rules.desks() == desks && rules.groups() == groups && rules.routing() == routing;
    }

    /** Whether it differs from another in amounts alone, how many contacts and agents there are, and has all other tables from where that has them. */
    public boolean isOfSameTables(Program other) {
        return calendar == other.calendar
                && horizon == other.horizon
                && lengths == other.lengths
                && contacts == other.contacts
                && deferred == other.deferred
                && tickets == other.tickets
                && portals == other.portals
                && campaigns == other.campaigns
                && needs == other.needs
                && incidents == other.incidents
                && desks == other.desks
                && routing == other.routing
                && plan == other.plan
                && estate == other.estate
                && power == other.power
                && names == other.names
                && demand.flowKey() == other.demand.flowKey()
                && groups.desk() == other.groups.desk();
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

    /** Whether there is deferred work. */
    public boolean defers() {
        for (int flow = 0; flow < flowCount(); flow++) {
            if (isDeferred(flow)) {
                return true;
            }
        }
        return false;
    }

    /** Whether contacts of the flow are deferred work. */
    public boolean isDeferred(int flow) {
        return contacts.kind[flow] == Contacts.DEFERRED;
    }

    /** Whether deferred work comes to the desk. */
    public boolean defersAt(int desk) {
        for (int flow = 0; flow < flowCount(); flow++) {
            if (contacts.flowDesk[flow] == desk && isDeferred(flow)) {
                return true;
            }
        }
        return false;
    }

    /** Whether people of the flow may try again, in some phase of the plan. */
    public boolean retries(int flow) {
        boolean any = contacts.retryProbability[flow] > 0;
        for (Plan.Phase phase : plan.phases()) {
            any |= phase.rules().contacts().retryProbability[flow] > 0;
        }
        return any;
    }

    /** Whether some desk cuts off those who wait when it closes, in some phase of the plan. */
    public boolean disconnects() {
        boolean any = desks.disconnects();
        for (Plan.Phase phase : plan.phases()) {
            any |= phase.rules().desks().disconnects();
        }
        return any;
    }

    /** Whether the plan changes who comes where or who may take whom; not where it changes only what runs where. */
    public boolean changesRules() {
        boolean any = false;
        for (Plan.Phase phase : plan.phases()) {
            Plan.Rules rules = phase.rules();
            any |= rules.contacts() != contacts || rules.desks() != desks || rules.groups() != groups || rules.routing() != routing;
        }
        return any;
    }

    /** Whether anything ever fails or is off, in some phase of the plan. */
    public boolean anythingFails() {
        boolean any = estate.any();
        for (Plan.Phase phase : plan.phases()) {
            any |= phase.estate().any();
        }
        return any;
    }

    /** Number of queues, at first: flows that are routed alike wait in one. */
    public int queueCount() {
        return routing.queuePriority.length;
    }

    /** The largest number of queues in any phase of the plan. */
    public int mostQueues() {
        int most = queueCount();
        for (Plan.Phase phase : plan.phases()) {
            most = Math.max(most, phase.rules().routing().queuePriority().length);
        }
        return most;
    }

    /**
     * Civil days and their intervals. A day with a clock change has 23 or 25 hours; its intervals follow the wall clock, so that some are
     * missing or come twice.
     *
     * @param intervalsPerWeek intervals in a week: 672, 336 or 168; interval 0 begins Monday 00:00 wall-clock time
     * @param dayStartTick tick at which each civil day begins, one more than days. Day 0 begins at or before tick 0; days go beyond the end (see Horizon)
     * @param dayKind kind of each day: weekday, ordinary or with a clock change
     * @param kindOffset rows of each kind of day: its intervals in order
     * @param intervalStartTicks ticks from the start of the day at which the interval begins
     * @param intervalEndTicks ticks from the start of the day at which the interval ends
     * @param intervalWallTicks what the wall clock shows when the interval begins, in ticks since midnight
     * @param intervalOfWeek interval of the week, 0 .. intervalsPerWeek - 1
     * @param firstCivilDay number of day 0 in the calendar, days since 1970-01-01: what draws of a day hang on, so that a later start meets the same people
     */
    public record Calendar(
            int intervalsPerWeek,
            long[] dayStartTick,
            int[] dayKind,
            int[] kindOffset,
            long[] intervalStartTicks,
            long[] intervalEndTicks,
            long[] intervalWallTicks,
            int[] intervalOfWeek,
            int firstCivilDay) {
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
     *
     * @param flowKey 64-bit key of each flow, a hash of its names
     * @param volumes expected count and shape of each flow and day
     * @param shapeOffset rows of each shape: points of the curve of the day's count so far, which is straight between neighbours. Intervals have no part in it
     * @param shapeTicks ticks from the start of the day: first 0, last the length of the day, rising
     * @param shapeCumulative share of the day's count that comes before: first 0, last 1, never falling
     * @param flowFactors busyness factors of each flow: [flow × 3 + (0 all, 1 council, 2 service)], -1 for none
     * @param factorKey key of each busyness factor
     * @param factorShape gamma shape of each factor, 1 / cv²
     * @param factorCorrelation day-to-day correlation of the normal number behind each factor, see {@link mergedesk.random.DailyFactor}
     * @param traceOffset blocks of traced arrivals of each flow, sorted, none in another; no block crosses the end of a civil day
     * @param traceStartTick first tick of the block
     * @param traceEndTick first tick after the block; equal to the start for contacts at one exact tick
     * @param traceCount contacts in the block
     */
    public record Demand(
            long[] flowKey,
            Volumes volumes,
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
        /** The same with other totals of flows. */
        public Demand of(double[] totals) {
            return new Demand(flowKey, volumes.of(totals), shapeOffset, shapeTicks, shapeCumulative, flowFactors, factorKey, factorShape, factorCorrelation, traceOffset, traceStartTick, traceEndTick, traceCount);
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
     * TRIANGULAR        a = low, b = high - low; table: where between them the most likely lies, 0 to 1
     * BETA              a = low, b = high - low; table: first and second shape
     * HYPEREXPONENTIAL  rows of table: cumulative share, mean
     * EMPIRICAL         rows of table: sorted values
     * MIXTURE           rows of table: cumulative share, number of another distribution
     * NEVER             endless
     * </pre>
     *
     * @param kind kind of each distribution, a constant of this class
     * @param a first parameter
     * @param b second parameter
     * @param atZero chance of exactly zero
     * @param shift added to every length, in ticks, but to those of exactly zero by chance
     * @param tableOffset rows of table of each distribution
     * @param table branches, observed values, parts and further parameters
     */
    public record Lengths(int[] kind, double[] a, double[] b, double[] atZero, long[] shift, int[] tableOffset, double[] table) {
        public static final int NEVER = 0;
        public static final int CONSTANT = 1;
        public static final int EXPONENTIAL = 2;
        public static final int LOGNORMAL = 3;
        public static final int GAMMA = 4;
        public static final int WEIBULL = 5;
        public static final int UNIFORM = 6;
        public static final int HYPEREXPONENTIAL = 7;
        public static final int EMPIRICAL = 8;
        public static final int TRIANGULAR = 9;
        public static final int BETA = 10;
        public static final int MIXTURE = 11;
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

    /**
     * A length of time of some groups, for each flow.
     *
     * @param offset rows of each flow, sorted by group
     * @param group which group
     * @param length number of Lengths
     */
    public record ByGroup(int[] offset, int[] group, int[] length) {
        /** The number of Lengths of a flow and a group; -1 where the group has none of its own. */
        public int at(int flow, int ofGroup) {
            int row = Arrays.binarySearch(group, offset[flow], offset[flow + 1], ofGroup);
            return row >= 0 ? length[row] : -1;
        }

        /** Whether any group has a length of its own for the flow. */
        public boolean concerns(int flow) {
            return offset[flow + 1] > offset[flow];
        }
    }

    /**
     * Chance that a person leaves at once when others wait already, for each flow: rows, each of which holds from its own number to the next.
     *
     * @param offset rows of each flow; none where nobody looks
     * @param waiting how many wait at the desk, of the same kind of contact, when the row begins to hold: rising
     * @param chance the chance
     */
    public record BalkAt(int[] offset, int[] waiting, double[] chance) {
        /** The chance of a flow when so many wait. */
        public double at(int flow, int others) {
            int row = Arrays.binarySearch(waiting, offset[flow], offset[flow + 1], others);
            int last = row >= 0 ? row : -row - 2;
            return last < offset[flow] ? 0 : chance[last];
        }

        /** Whether people of the flow look at how many wait. */
        public boolean concerns(int flow) {
            return offset[flow + 1] > offset[flow];
        }
    }

    /**
     * Messages that people leave who have waited so long, for each flow.
     *
     * @param afterTicks the wait; NEVER where nobody can
     * @param share chance that one who still waits then does
     * @param becomes flow of deferred work that the contact becomes then; -1 where it is over
     */
    public record Messages(long[] afterTicks, double[] share, int[] becomes) {
        /** Whether people of the flow may. */
        public boolean concerns(int flow) {
            return share[flow] > 0;
        }
    }

    /**
     * How each flow's contacts behave.
     *
     * @param flowDesk desk of each flow
     * @param answerWithinTicks target wait T of each flow, in ticks: that of its desk, of which a lane has another where a plan changes it
     * @param flowService service of each flow, for speeds
     * @param kind what a contact of each flow asks of its desk, a constant of this class
     * @param work talk time, by the time of the first attempt
     * @param workByGroup talk time where a group has one of its own; drawn with the bits of work, so that whoever answers meets the same people
     * @param patience time until a waiting person gives up, by the time of the attempt
     * @param afterCall after-call work of each flow, a number of Lengths; -1 for none
     * @param patienceInChat time until a person leaves a chat that is not over by then, a number of Lengths; -1 for never
     * @param balk chance that a person of the flow who must wait leaves at once
     * @param balkAt the same by how many wait already; the higher chance holds
     * @param messages who leaves a message instead of waiting on
     * @param retryProbability chance to try again after a failure
     * @param retryDelay time until the next attempt, a number of Lengths; -1 when nobody retries
     * @param retryLimit attempts after the first, at most
     * @param retryAfter failures after which people try again, bits
     */
    public record Contacts(
            int[] flowDesk,
            long[] answerWithinTicks,
            int[] flowService,
            int[] kind,
            ByTime work,
            ByGroup workByGroup,
            ByTime patience,
            int[] afterCall,
            int[] patienceInChat,
            double[] balk,
            BalkAt balkAt,
            Messages messages,
            double[] retryProbability,
            int[] retryDelay,
            int[] retryLimit,
            int[] retryAfter) {
        /** Reasons to try again, bits of {@link #retryAfter()}. */
        public static final int AFTER_ABANDONED = 1;
        public static final int AFTER_BLOCKED = 2;
        public static final int AFTER_TURNED_AWAY = 4;
        public static final int AFTER_DISCONNECTED = 8;

        /** Kinds of contact, see {@link #kind()}: a call. */
        public static final int LIVE = 0;
        /** A person in the room. */
        public static final int COUNTER = 1;
        /** One of several chats of an agent. */
        public static final int CHAT = 2;
        /** Work that waits and that nobody waits for at the desk; the others are live. */
        public static final int DEFERRED = 3;
        /** Number of kinds. */
        public static final int KINDS = 4;
    }

    /**
     * Doors and lines. A desk is closed at tick 0 unless the timetable opens it there.
     *
     * @param lines lines of each desk, waiting and talking together; Integer.MAX_VALUE when unlimited
     * @param shortAbandonTicks abandoning with a wait of less than this is a short abandon
     * @param queueCapacity people who may wait at each desk at once; Integer.MAX_VALUE when unlimited
     * @param ticketMachine whether visitors at the counter wait for whoever can serve them; otherwise all stand in one file, and nobody is served before the one in front
     * @param atClose what becomes of those who wait when the desk closes, a constant of this class
     */
    public record Desks(int[] lines, int[] queueCapacity, long[] shortAbandonTicks, boolean[] ticketMachine, int[] atClose) {
        /** They wait for the next opening, as long as their patience lasts. */
        public static final int KEEP = 0;
        /** Agents who should leave first serve them. */
        public static final int SERVE = 1;
        /** They are cut off. */
        public static final int DISCONNECT = 2;

        private boolean disconnects() {
            boolean any = false;
            for (int each : atClose) {
                any |= each == DISCONNECT;
            }
            return any;
        }
    }

    /**
     * Agents, numbered group by group.
     *
     * @param firstAgent first agent of each group, one more than groups
     * @param desk desk of each group
     * @param employer council that employs each group; {@link #NO_EMPLOYER} for none
     * @param speed divisor of work: [group × serviceCount + service]
     * @param byShift whether agents of the group follow shifts of their own rather than a number per interval
     * @param chats how many contacts an agent may have in hand
     */
    public record Groups(int[] firstAgent, int[] desk, int[] employer, double[] speed, boolean[] byShift, Chats chats) {
        /** The same with other numbers of agents. */
        public Groups of(int[] firstAgents) {
            return new Groups(firstAgents, desk, employer, speed, byShift, chats);
        }

        /** How many agents a group has. */
        public int agents(int group) {
            return firstAgent[group + 1] - firstAgent[group];
        }

        /** A number of a group's agents, 0 where it has none: as large a part of those that it has {@code now}. */
        long part(int group, long number, Groups now) {
            return number == 0 ? 0 : number * now.agents(group) / agents(group);
        }

        /** The group of an agent. */
        public int groupOf(int agent) {
            int found = Arrays.binarySearch(firstAgent, agent);
            int group = found >= 0 ? found : -found - 2; // groups may be empty: several may begin with the same agent
            while (firstAgent[group + 1] <= agent) {
                group++;
            }
            return group;
        }

        /** Instead of a council. */
        public static final int NO_EMPLOYER = -1;

        /** Whether any council employs a group. */
        public boolean hasEmployers() {
            for (int council : employer) {
                if (council != NO_EMPLOYER) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Who may take whom. Flows of a desk with the same rows and priority wait in one queue, in order of entry.
     *
     * @param queueOfFlow queue of each flow
     * @param queueDesk desk of each queue
     * @param queuePriority priority of each queue; lower is served first
     * @param groupsOfQueue who may take the queue's contacts: sorted by (after, rank, group). An arriving contact takes an idle agent of the lowest rank
     * @param queuesOfGroup whose contacts the group may take: sorted by (rank, queue). Rank is the level, which numbers the distinct triples (preference,
     *     live before deferred, priority) of the group from 0 in ascending order: a freed agent takes of the lowest level the longest wait, or what is due first
     */
    public record Routing(int[] queueOfFlow, int[] queueDesk, int[] queuePriority, Rows groupsOfQueue, Rows queuesOfGroup) {
        /** Groups that may take contacts of the flow, at once or later: each once. */
        public int[] groupsOf(int flow) {
            return groupsOfQueue.partnersOf(queueOfFlow[flow]);
        }
    }

    /**
     * Routing rows from one side: of queues to groups, or of groups to queues.
     *
     * @param offset rows of each owner
     * @param partner whom the row names
     * @param afterTicks it holds after a wait of so long
     * @param rank the lowest goes first
     */
    public record Rows(int[] offset, int[] partner, long[] afterTicks, int[] rank) {
        /** Whom rows of the owner name: each once, in the order of the rows. */
        public int[] partnersOf(int owner) {
            int[] all = new int[offset[owner + 1] - offset[owner]];
            int found = 0;
            BitSet seen = new BitSet();
            for (int row = offset[owner]; row < offset[owner + 1]; row++) {
                if (!seen.get(partner[row])) {
                    seen.set(partner[row]);
                    all[found++] = partner[row];
                }
            }
            return Arrays.copyOf(all, found);
        }
    }
}
