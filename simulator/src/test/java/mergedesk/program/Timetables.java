package mergedesk.program;

/** Programs with a timetable that no compiler writes. */
public final class Timetables {
    /** An action that does not exist. */
    public static final int UNKNOWN = 99;

    private Timetables() {}

    /** The program, but all that is planned is an unknown action at a tick of its first day. */
    public static Program broken(Program p, long tick) {
        long ticks = tick - p.calendar().dayStartTick()[0];
        Timetable timetable = new Timetable(
                new int[p.calendar().dayCount()],
                new int[] {0, 1},
                new long[] {ticks},
                new int[] {UNKNOWN},
                new int[1],
                new int[] {1},
                new long[1],
                p.calendar().dayStartTick()[1]);
        return new Program(
                p.calendar(),
                p.horizon(),
                p.demand(),
                p.lengths(),
                p.contacts(),
                p.desks(),
                p.groups(),
                p.routing(),
                timetable,
                p.pay(),
                p.names());
    }
}
