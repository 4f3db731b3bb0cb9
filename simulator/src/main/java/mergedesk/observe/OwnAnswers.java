package mergedesk.observe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mergedesk.program.Program;

/**
 * Contacts that an agent of their own council answered: one whom the contact's council employs. Agents of no employer are nobody's own.
 *
 * <p>Where no council employs a group, nothing is counted and nothing kept.
 */
final class OwnAnswers {
    private final boolean any;
    private final int[] councilOfFlow;
    private final List<int[]> councils; // by phase of the plan, the first being what holds at first, and group
    private int[] councilOfGroup; // now
    private final int[] shareOfFlow;
    private final int shares;
    private final long[] byFlow;
    private final long[] byGroup;
    private final long[] byInterval; // [interval × shares + share], the last interval is that after the end

    /** @param shareOfFlow set of flows with which each flow shares what is counted by interval; {@code shares} of them */
    OwnAnswers(Program program, int[] shareOfFlow, int shares) {
        councilOfFlow = program.names().flowCouncil();
        councils = Stream.concat(Stream.of(program.groups()), program.plan().phases().stream().map(phase -> phase.rules().groups())).map(Program.Groups::employer).toList();
        councilOfGroup = councils.get(0);
        any = program.groups().hasEmployers();
        this.shareOfFlow = shareOfFlow;
        this.shares = shares;
        byFlow = new long[any ? program.flowCount() : 0];
        byGroup = new long[any ? program.groupCount() : 0];
        byInterval = new long[any ? (program.calendar().intervalsPerWeek() + 1) * shares : 0];
    }

    /** Whether any council employs a group. */
    boolean any() {
        return any;
    }

    void clear() {
        Arrays.fill(byFlow, 0);
        Arrays.fill(byGroup, 0);
        Arrays.fill(byInterval, 0);
    }

    /** A replication begins. */
    void start() {
        councilOfGroup = councils.get(0);
    }

    /** A phase of the plan begins, in which groups may have other employers. */
    void begin(int phase) {
        councilOfGroup = councils.get(1 + phase);
    }

    /** The group answered a contact of the flow that arrived in this interval of the week or after the end; only where {@link #any}. */
    void answered(int flow, int interval, int group) {
        if (councilOfFlow[flow] == councilOfGroup[group]) {
            byFlow[flow]++;
            byGroup[group]++;
            byInterval[interval * shares + shareOfFlow[flow]]++;
        }
    }

    /** Adds what was counted for a flow, which had so many answers in all, to the row of a summary that begins at {@code at}. */
    void addFlow(int flow, long answered, long[] to, int at) {
        if (any) {
            add(byFlow[flow], answered, to, at);
        }
    }

    /** The same for a group. */
    void addGroup(int group, long answered, long[] to, int at) {
        if (any) {
            add(byGroup[group], answered, to, at);
        }
    }

    /** The same for a set of flows in an interval of the week. */
    void addShare(int interval, int share, long answered, long[] to, int at) {
        if (any) {
            add(byInterval[interval * shares + share], answered, to, at);
        }
    }

    private static void add(long own, long answered, long[] to, int at) {
        to[at + Count.ANSWERED_OWN] += own;
        to[at + Count.ANSWERED_WITH_EMPLOYERS] += answered;
    }
}
