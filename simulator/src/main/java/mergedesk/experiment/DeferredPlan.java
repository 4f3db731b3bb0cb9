package mergedesk.experiment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mergedesk.program.Program;

/**
 * Deferred work that comes, and the time that agents have for it beside people.
 *
 * <p>Of some groups it is too much when what only they may do, for people and of deferred work, is more than they can: so whoever helps at several desks is asked for all of their work, and work
 * that others could do is left out.
 */
final class DeferredPlan {
    private final Program program;
    private final PieceWork work;
    private final int[] flows;
    private final BitSet[] groups; // which may take some part of it, of each of these
    private final double[] seconds;
    private final Set<BitSet> told = new HashSet<>();

    /** More comes than those groups have time for that may do it, or whose other work these may do. */
    record Shortage(BitSet groups, double comes, double left) {
        double missing() {
            return comes - left;
        }
    }

    DeferredPlan(Program program, MeanLengths means) {
        this.program = program;
        work = new PieceWork(program, means);
        flows = IntStream.range(0, program.flowCount()).filter(program::isDeferred).toArray();
        groups = IntStream.of(flows).mapToObj(this::groupsOf).toArray(BitSet[]::new);
        seconds = new double[flows.length];
    }

    private BitSet groupsOf(int flow) {
        Program.Rows rows = program.routing().groupsOfQueue();
        int queue = program.routing().queueOfFlow()[flow];
        BitSet all = new BitSet();
        Arrays.stream(rows.partner(), rows.offset()[queue], rows.offset()[queue + 1]).forEach(all::set);
        if (program.tickets().concerns(flow)) {
            Arrays.stream(program.tickets().reassignTo(), program.tickets().reassignOffset()[flow], program.tickets().reassignOffset()[flow + 1]).forEach(all::set);
        }
        return all;
    }

    /** What comes in the stretch in progress. */
    void take(ExpectedCalls expected, int day, int row, long from, long to, long wallTicks) {
        for (int i = 0; i < flows.length; i++) {
            expected.pass(flows[i], from);
            seconds[i] += expected.number(flows[i], day, row, from, to) * work.seconds(flows[i], wallTicks);
        }
    }

    /**
     * Whether more comes to the desk than there is time for, of the groups of which most is missing; not what was told of another desk.
     *
     * @param time what each group can do, in seconds; NaN where nobody looked
     * @param live work for people, by the groups that may do it
     */
    Optional<Shortage> shortage(int desk, double[] time, Map<BitSet, Double> live) {
        return candidates(desk, live.keySet()).stream()
                .map(some -> shortage(some, time, live))
                .filter(shortage -> shortage.missing() > 0)
                .max(Comparator.comparingDouble(Shortage::missing))
                .filter(shortage -> told.add(shortage.groups()));
    }

    /** Groups of which it is asked: those for each flow of the desk, for all of them, and with these all whose work for people these may do. */
    private Set<BitSet> candidates(int desk, Set<BitSet> live) {
        Set<BitSet> asked = new LinkedHashSet<>();
        BitSet all = new BitSet();
        for (int i = 0; i < flows.length; i++) {
            if (program.contacts().flowDesk()[flows[i]] == desk) {
                asked.add(groups[i]);
                all.or(groups[i]);
            }
        }
        asked.add((BitSet) all.clone());
        int before;
        do {
            before = all.cardinality();
            live.stream().filter(all::intersects).forEach(all::or);
        } while (all.cardinality() > before);
        asked.add(all);
        return asked;
    }

    private Shortage shortage(BitSet some, double[] time, Map<BitSet, Double> live) {
        double left = some.stream().mapToDouble(group -> time[group]).sum();
        left -= live.entrySet().stream().filter(entry -> isInside(entry.getKey(), some)).mapToDouble(Map.Entry::getValue).sum();
        double comes = IntStream.range(0, flows.length).filter(i -> isInside(groups[i], some)).mapToDouble(i -> seconds[i]).sum();
        return new Shortage(some, comes, Double.isNaN(left) ? left : Math.max(0, left));
    }

    private static boolean isInside(BitSet some, BitSet others) {
        BitSet outside = (BitSet) some.clone();
        outside.andNot(others);
        return outside.isEmpty();
    }
}
