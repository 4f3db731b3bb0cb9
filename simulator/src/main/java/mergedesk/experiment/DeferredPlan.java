package mergedesk.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
    private double[] time = {};
    private final Map<Integer, List<Burden>> byFirstGroup = new HashMap<>(); // burdens by the lowest number of their groups
    private final Map<Integer, List<BitSet>> liveOfGroup = new HashMap<>(); // groups that share work for people with this one
    private final Map<Integer, List<BitSet>> groupsOfDesk = new HashMap<>(); // for each flow of deferred work of the desk
    private final Set<BitSet> told = new HashSet<>();

    /** Work that only these groups may do. */
    private record Burden(BitSet groups, double liveSeconds, double deferredSeconds) {}

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
        groups = IntStream.of(flows).mapToObj(flow -> groupsOf(program, flow)).toArray(BitSet[]::new);
        seconds = new double[flows.length];
    }

    /** Whoever may take some part of a flow's work. */
    static BitSet groupsOf(Program program, int flow) {
        BitSet all = new BitSet();
        IntStream.of(program.routing().groupsOf(flow)).forEach(all::set);
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
     * All has come.
     *
     * @param time what each group can do, in seconds; NaN where nobody looked
     * @param live work for people, by the groups that may do it
     */
    void close(double[] time, Map<BitSet, Double> live) {
        this.time = time;
        if (flows.length == 0) {
            return;
        }
        live.forEach((some, work) -> {
            add(new Burden(some, work, 0));
            some.stream().forEach(group -> liveOfGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(some));
        });
        for (int i = 0; i < flows.length; i++) {
            add(new Burden(groups[i], 0, seconds[i]));
            groupsOfDesk.computeIfAbsent(program.contacts().flowDesk()[flows[i]], desk -> new ArrayList<>()).add(groups[i]);
        }
    }

    private void add(Burden burden) {
        byFirstGroup.computeIfAbsent(burden.groups().nextSetBit(0), group -> new ArrayList<>()).add(burden);
    }

    /** Whether more comes to the desk than there is time for, of the groups of which most is missing; not what was told of another desk. */
    Optional<Shortage> shortage(int desk) {
        return candidates(groupsOfDesk.getOrDefault(desk, List.of())).stream()
                .map(this::shortage)
                .filter(shortage -> shortage.missing() > 0)
                .max(Comparator.comparingDouble(Shortage::missing))
                .filter(shortage -> told.add(shortage.groups()));
    }

    /** Groups of which it is asked: those for each flow, for all of them, and with these all whose work for people these may do. */
    private Set<BitSet> candidates(List<BitSet> ofFlows) {
        Set<BitSet> asked = new LinkedHashSet<>(ofFlows);
        BitSet all = new BitSet();
        ofFlows.forEach(all::or);
        asked.add((BitSet) all.clone());
        BitSet looked = new BitSet();
        for (int group = all.nextSetBit(0); group >= 0; group = next(all, looked)) {
            looked.set(group);
            liveOfGroup.getOrDefault(group, List.of()).forEach(all::or);
        }
        asked.add(all);
        return asked;
    }

    private static int next(BitSet all, BitSet looked) {
        BitSet left = (BitSet) all.clone();
        left.andNot(looked);
        return left.nextSetBit(0);
    }

    private Shortage shortage(BitSet some) {
        double left = 0;
        double comes = 0;
        for (int group = some.nextSetBit(0); group >= 0; group = some.nextSetBit(group + 1)) {
            left += time[group];
            for (Burden burden : byFirstGroup.getOrDefault(group, List.of())) {
                boolean inside = isInside(burden.groups(), some);
                left -= inside ? burden.liveSeconds() : 0;
                comes += inside ? burden.deferredSeconds() : 0;
            }
        }
        return new Shortage(some, comes, Double.isNaN(left) ? left : Math.max(0, left));
    }

    private static boolean isInside(BitSet some, BitSet others) {
        BitSet outside = (BitSet) some.clone();
        outside.andNot(others);
        return outside.isEmpty();
    }
}
