package mergedesk.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Estate;
import mergedesk.program.Program;

/**
 * Which desks are open, and how long any desk of a scope is.
 *
 * <p>Scopes of the same desks share one count. A change of a door touches the sets of which the desk is one, an end of an interval all sets.
 */
final class OpenTime {
    private final int afterEnd;
    private final int[] setOfRow; // of rows before those of intervals
    private final int[][] setsOfDesk;
    private final boolean[] open; // by desk
    private final int[] openDesks; // by set
    private final long[] sinceTick; // by set: up to when it has been counted
    private final long[] ticks; // by set, in the window
    private final long[] byInterval; // [interval of the week × sets + set]

    OpenTime(Program program, Scopes scopes) {
        afterEnd = program.calendar().intervalsPerWeek();
        List<Set<Integer>> desks = desksOfRows(program, scopes);
        Map<Set<Integer>, Integer> sets = new LinkedHashMap<>();
        sets.put(desks.get(0), 0);
        setOfRow = desks.stream().mapToInt(of -> sets.computeIfAbsent(of, next -> sets.size())).toArray();
        setsOfDesk = new int[program.deskCount()][];
        List<List<Integer>> found = new ArrayList<>();
        for (int desk = 0; desk < setsOfDesk.length; desk++) {
            found.add(new ArrayList<>());
        }
        sets.forEach((of, set) -> of.forEach(desk -> found.get(desk).add(set)));
        Arrays.setAll(setsOfDesk, desk -> found.get(desk).stream().mapToInt(Integer::intValue).toArray());
        open = new boolean[program.deskCount()];
        openDesks = new int[sets.size()];
        sinceTick = new long[sets.size()];
        ticks = new long[sets.size()];
        byInterval = new long[afterEnd * sets.size()];
    }

    private static List<Set<Integer>> desksOfRows(Program program, Scopes scopes) {
        List<Set<Integer>> desks = new ArrayList<>();
        for (int row = 0; row < scopes.row(Kind.INTERVAL, 0); row++) {
            desks.add(new TreeSet<>());
        }
        for (int desk = 0; desk < program.deskCount(); desk++) {
            desks.get(scopes.row(Kind.OVERALL, 0)).add(desk);
            desks.get(scopes.row(Kind.DESK, desk)).add(desk);
        }
        addUsers(program.estate(), scopes, desks);
        program.plan().phases().forEach(phase -> addUsers(phase.estate(), scopes, desks));
        for (int flow = 0; flow < program.flowCount(); flow++) {
            for (int row : scopes.rowsOfFlow(flow)) {
                desks.get(row).add(program.contacts().flowDesk()[flow]);
            }
        }
        for (int group = 0; group < program.groupCount(); group++) {
            for (int row : scopes.rowsOfGroup(group)) {
                desks.get(row).add(program.groups().desk()[group]);
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
