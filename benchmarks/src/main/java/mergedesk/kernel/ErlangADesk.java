package mergedesk.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.program.Names;
import mergedesk.program.Program;

/** The desk that the C reference simulates, as a Program: 10 calls/min, 50 agents, talk 5 min, patience 3 min, all exponential. */
public final class ErlangADesk {
    private static final long MINUTE = 60_000_000L;
    private static final int HOURS = 24;

    private ErlangADesk() {}

    /** A run of whole days with about this many calls; drains. */
    public static Program withCalls(long calls) {
        return days((int) (calls / 14_400));
    }

    private static Program days(int days) {
        long end = days * HOURS * 60 * MINUTE;
        long[] dayStart = new long[days + 1];
        Arrays.setAll(dayStart, d -> d * HOURS * 60 * MINUTE);
        int[] dayKind = new int[days];
        Arrays.setAll(dayKind, d -> d % 7);
        int week = 7 * HOURS;
        int[] kindOffset = IntStream.rangeClosed(0, 7).map(k -> k * HOURS).toArray();
        long[] start = new long[week];
        long[] stop = new long[week];
        Arrays.setAll(start, i -> i % HOURS * 60 * MINUTE);
        Arrays.setAll(stop, i -> (i % HOURS + 1) * 60 * MINUTE);
        double[] expected = new double[days];
        Arrays.fill(expected, 14_400);
        double[] cumulative = new double[HOURS + 1];
        Arrays.setAll(cumulative, i -> i / (double) HOURS);
        int[] work = new int[week];
        Arrays.fill(work, 1);
        int[] patience = new int[week];
        Arrays.fill(patience, 2);
        return new Program(
                new Program.Calendar(week, dayStart, dayKind, kindOffset, start, stop, IntStream.range(0, week).toArray(), 0),
                new Program.Horizon(end, false, 0, end, end),
                new Program.Demand(new long[] {42}, expected, new int[days], new int[] {0, HOURS + 1}, cumulative, new int[] {-1, -1, -1},
                        new long[0], new double[0], new double[0], new int[] {0, 0}, new long[0], new long[0], new int[0]),
                new Program.Lengths(new int[] {Program.Lengths.NEVER, Program.Lengths.EXPONENTIAL, Program.Lengths.EXPONENTIAL},
                        new double[] {0, 5 * MINUTE, 3 * MINUTE}, new double[3], new double[3], new int[4], new double[0]),
                new Program.Contacts(new int[1], new int[1], work, patience, new int[] {-1}, new double[1], new double[1], new int[] {-1},
                        new int[1], new int[1]),
                new Program.Desks(new int[] {Integer.MAX_VALUE}, new long[] {20_000_000}, new long[] {5_000_000}, new boolean[] {true}),
                new Program.Groups(new int[] {0, 50}, new int[1], new double[] {1}, new boolean[1]),
                new Program.Routing(new int[1], new int[1], new int[] {1}, new int[] {0, 1}, new int[1], new long[1], new int[] {1},
                        new int[] {0, 1}, new int[1], new long[1], new int[1]),
                new Program.Timetable(new long[] {0, 0}, new int[] {Program.Timetable.OPEN, Program.Timetable.STAFF}, new int[2],
                        new long[] {0, 50}),
                new Names(List.of("council"), List.of("service"), List.of("phone"), List.of("desk"), List.of("group"), List.of("flow"),
                        IntStream.range(0, week).mapToObj(Integer::toString).toList(), new int[1], new int[1], new int[] {-1}, new long[1]));
    }
}
