package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Estate;
import mergedesk.program.Plan;
import mergedesk.program.Program;

/**
 * Which desks are open, and how long any desk of a scope is.
 *
 * <p>Scopes of the same desks, in each phase of the plan, share one count. A change of a door touches the sets of which the desk is one, an end of an interval all sets.
 */
final class OpenTime {
    private final int afterEnd;
    private final int[] setOfRow; // of rows before those of intervals
    private final List<Phase> phases; // the first being what holds at first
    private int[][] setsOfDesk; // now
    private final boolean[] open; // by desk
    private final int[] openDesks; // by set
    private final long[] sinceTick; // by set: up to when it has been counted
    private final long[] ticks; // by set, in the window
    private final long[] byInterval; // [interval of the week × sets + set]

    /**
     * What holds from a step of the plan on.
     *
     * @param changed sets that have other desks than before
     * @param desks of each of these
     */
    private record Phase(int[][] setsOfDesk, int[] changed, int[][] desks) {}

    OpenTime(Program program, Scopes scopes) {
        afterEnd = program.calendar().intervalsPerWeek();
        List<List<Set<Integer>>> desks = new ArrayList<>(); // by phase and row
        desks.add(desksOfRows(program, scopes, null));
        program.plan().phases().forEach(phase -> desks.add(desksOfRows(program, scopes, phase)));
        Map<List<Set<Integer>>, Integer> sets = new LinkedHashMap<>(); // the desks of one in each phase
        setOfRow = IntStream.range(0, desks.get(0).size())
                .map(row -> sets.computeIfAbsent(desks.stream().map(of -> of.get(row)).toList(), next -> sets.size()))
                .toArray();
        List<List<Set<Integer>>> inOrder = List.copyOf(sets.keySet());
        phases = IntStream.range(0, desks.size()).mapToObj(phase -> phase(phase, inOrder, program.deskCount())).toList();
        setsOfDesk = phases.get(0).setsOfDesk;
        open = new boolean[program.deskCount()];
        openDesks = new int[sets.size()];
        sinceTick = new long[sets.size()];
        ticks = new long[sets.size()];
        byInterval = new long[afterEnd * sets.size()];
    }

    private static Phase phase(int phase, List<List<Set<Integer>>> sets, int desks) {
        List<List<Integer>> ofDesk = new ArrayList<>();
        for (int desk = 0; desk < desks; desk++) {
            ofDesk.add(new ArrayList<>());
        }
        for (int set = 0; set < sets.size(); set++) {
            for (int desk : sets.get(set).get(phase)) {
                ofDesk.get(desk).add(set);
            }
        }
        int[] changed = IntStream.range(0, phase == 0 ? 0 : sets.size()).filter(set -> !sets.get(set).get(phase).equals(sets.get(set).get(phase - 1))).toArray();
        return new Phase(
                ofDesk.stream().map(OpenTime::ints).toArray(int[][]::new),
                changed,
                IntStream.of(changed).mapToObj(set -> ints(sets.get(set).get(phase))).toArray(int[][]::new));
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** By row; {@code phase}: null for what holds at first. */
    private static List<Set<Integer>> desksOfRows(Program program, Scopes scopes, Plan.Phase phase) {
        List<Set<Integer>> desks = new ArrayList<>();
        for (int row = 0; row < scopes.row(Kind.INTERVAL, 0); row++) {
            desks.add(new TreeSet<>());
        }
        for (int desk = 0; desk < program.deskCount(); desk++) {
            desks.get(scopes.row(Kind.OVERALL, 0)).add(desk);
            desks.get(scopes.row(Kind.DESK, desk)).add(desk);
        }
        addUsers(phase == null ? program.estate() : phase.estate(), scopes, desks);
        for (int flow = 0; flow < program.flowCount(); flow++) {
            int now = phase == null ? program.plan().laneOf(flow) : phase.rules().flow()[flow];
            int[] rows = now == flow ? scopes.rowsOfFlow(flow) : new int[] {scopes.row(Kind.FLOW, flow)};
            for (int row : rows) {
                desks.get(row).add(program.contacts().flowDesk()[flow]);
            }
        }
        Program.Groups groups = phase == null ? program.groups() : phase.rules().groups();
        for (int group = 0; group < program.groupCount(); group++) {
            for (int row : scopes.rowsOfGroup(group, groups.desk()[group], groups.employer()[group])) {
                desks.get(row).add(groups.desk()[group]);
            }
        }
        return desks;
    }

    private static void addUsers(Estate estate, Scopes scopes, List<Set<Integer>> desks) {
        Estate.Lists usedAt = estate.applications().usedAt();
        for (int row = scopes.row(Kind.APPLICATION, 0); row < scopes.row(Kind.ROOM, 0); row++) {
            int application = row - scopes.row(Kind.APPLICATION, 0);
            for (int i = usedAt.offset()[application]; i < usedAt.offset()[application + 1]; i++) {
                desks.get(row).add(usedAt.of()[i]);
            }
        }
    }

    /** A replication begins: all doors are closed. */
    void start() {
        setsOfDesk = phases.get(0).setsOfDesk;
        Arrays.fill(open, false);
        Arrays.fill(openDesks, 0);
        Arrays.fill(sinceTick, 0);
    }

    /** Forgets what was counted, but not which doors are open. */
    void clear() {
        Arrays.fill(ticks, 0);
        Arrays.fill(byInterval, 0);
    }

    boolean isOpen(int desk) {
        return open[desk];
    }

    /** Whether any desk of the row's scope is open; not for rows of intervals. */
    boolean isAnyOpen(int row) {
        return openDesks[setOfRow[row]] > 0;
    }

    /** The desk is open from {@code tick} on, or closed, in the interval, or pseudo-interval, in progress. */
    void turn(int desk, boolean isOpen, int interval, long tick) {
        if (open[desk] == isOpen) {
            return;
        }
        open[desk] = isOpen;
        for (int set : setsOfDesk[desk]) {
            count(set, interval, tick);
            openDesks[set] += isOpen ? 1 : -1;
        }
    }

    /** A phase of the plan begins, in which scopes may have other desks: all has been counted up to now. */
    void begin(int phase) {
        Phase next = phases.get(1 + phase);
        setsOfDesk = next.setsOfDesk;
        for (int i = 0; i < next.changed.length; i++) {
            openDesks[next.changed[i]] = (int) IntStream.of(next.desks[i]).filter(desk -> open[desk]).count();
        }
    }

    /** Counts up to {@code tick} for the interval, or pseudo-interval, in progress. */
    void close(int interval, long tick) {
        for (int set = 0; set < ticks.length; set++) {
            count(set, interval, tick);
        }
    }

    private void count(int set, int interval, long tick) {
        if (openDesks[set] > 0 && interval < afterEnd) {
            ticks[set] += tick - sinceTick[set];
            byInterval[interval * ticks.length + set] += tick - sinceTick[set];
        }
        sinceTick[set] = tick;
    }

    /** Time in which any desk of the row's scope was open; not for rows of intervals. */
    long ofRow(int row) {
        return ticks[setOfRow[row]];
    }

    /** The same within an interval of the week. */
    long ofInterval(int interval, int row) {
        return byInterval[interval * ticks.length + setOfRow[row]];
    }
}
