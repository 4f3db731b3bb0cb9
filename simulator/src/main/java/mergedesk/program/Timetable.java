package mergedesk.program;

import mergedesk.units.Ticks;

/**
 * Everything that happens at a planned time: doors, staffing, shifts and breaks. Steps of a civil day are a <i>pattern</i>; days that are alike share one, and agents who do
 * the same share a row of it, so that neither the horizon nor the number of agents makes this larger.
 *
 * <p>Rows of a pattern are sorted by tick, then by order of this list of actions, then by subject. All are of event class staffing.
 *
 * @param patternOfDay pattern of each civil day
 * @param patternOffset rows of each pattern
 * @param ticks ticks from the start of the civil day; the first day has no step before tick 0
 * @param action what: a constant of this class
 * @param subject which desk, group, agent, self-service or campaign; where several do the same, the first of them
 * @param subjects how many do so: that one and those with the next numbers, one after the other
 * @param value how many agents, how long a break, or what share
 * @param endTick steps at or after this tick are left out, those on days that are not over included
 */
public record Timetable(
        int[] patternOfDay,
        int[] patternOffset,
        long[] ticks,
        int[] action,
        int[] subject,
        int[] subjects,
        long[] value,
        long endTick) {
    /** The desk {@code subject} opens. */
    public static final int OPEN = 0;
    /** The desk {@code subject} closes. */
    public static final int CLOSE = 1;
    /** Agent {@code subject} is not available from now on: ill, on leave, in a meeting. All are available at the start. */
    public static final int AWAY = 2;
    /** Group {@code subject} has {@code value} millionths of those at work for deferred work. */
    public static final int SHARE = 3;
    /** Group {@code subject} leaves {@code value} agents idle for people when one takes deferred work up. */
    public static final int RESERVE = 4;
    /** Group {@code subject} is to have {@code value} agents present, or as many as are available. */
    public static final int STAFF = 5;
    /** Agent {@code subject} starts a shift. */
    public static final int SHIFT_START = 6;
    /** Agent {@code subject} is due a break of {@code value} ticks. */
    public static final int BREAK = 7;
    /** Agent {@code subject} ends the shift. */
    public static final int SHIFT_END = 8;
    /** Agent {@code subject} is available again. */
    public static final int BACK = 9;
    /** The desk {@code subject}, which is open, lets nobody new in until it opens again. */
    public static final int LAST_ENTRY = 10;

    /** Self-service {@code subject} becomes available. */
    public static final int PORTAL_OPEN = 11;
    /** Self-service {@code subject} is not available from now on. */
    public static final int PORTAL_CLOSE = 12;
    /** Campaign {@code subject} may call. */
    public static final int CAMPAIGN_START = 13;
    /** Campaign {@code subject} makes no new calls from now on. */
    public static final int CAMPAIGN_STOP = 14;

    /** Instead of a desk. */
    public static final int NO_DESK = -1;

    /** The desk that a step with this action is about; {@link #NO_DESK} where it is about self-service or a campaign. */
    public static int desk(int action, int subject, Program.Groups groups) {
        return switch (action) {
            case OPEN, CLOSE, LAST_ENTRY -> subject;
            case PORTAL_OPEN, PORTAL_CLOSE, CAMPAIGN_START, CAMPAIGN_STOP -> NO_DESK;
            case STAFF, SHARE, RESERVE -> groups.desk()[subject];
            case AWAY, SHIFT_START, BREAK, SHIFT_END, BACK -> groups.desk()[groups.groupOf(subject)];
            default -> throw new IllegalArgumentException("timetable action " + action);
        };
    }

    /** The same for groups with other numbers of agents, of whom as large a part is there. */
    public Timetable of(Program.Groups was, Program.Groups now) {
        if (was == now) {
            return this;
        }
        int[] subjects = subject.clone();
        long[] values = value.clone();
        for (int row = 0; row < action.length; row++) {
            switch (action[row]) {
                case STAFF -> values[row] = was.part(subject[row], value[row], now);
                case AWAY, SHIFT_START, BREAK, SHIFT_END, BACK -> {
                    int group = was.groupOf(subject[row]);
                    subjects[row] += now.firstAgent()[group] - was.firstAgent()[group];
                }
                default -> {} // no agents
            }
        }
        return new Timetable(patternOfDay, patternOffset, ticks, action, subjects, this.subjects, values, endTick);
    }

    /**
     * All steps in order of time, one subject at a time: it stands at the first, and goes on with {@link #next}. Allocates nothing.
     */
    public static final class Walk {
        private final Timetable table;
        private final long[] dayStartTick;
        private int day;
        private int row;
        private int ofRow; // subjects of the row that have been passed
        private long tick;

        public Walk(Program program) {
            this(program.timetable(), program.calendar().dayStartTick());
        }

        /** The steps of a timetable on days that begin at these ticks. */
        public Walk(Timetable table, long[] dayStartTick) {
            this.table = table;
            this.dayStartTick = dayStartTick;
            restart();
        }

        /** Goes back to the first step. */
        public void restart() {
            day = 0;
            row = table.patternOffset[table.patternOfDay[0]];
            ofRow = 0;
            stand();
        }

        /** Goes on to the next step. */
        public void next() {
            if (++ofRow == table.subjects[row]) {
                ofRow = 0;
                row++;
                stand();
            }
        }

        /** Finds the day of the row, and the tick. */
        private void stand() {
            while (row == table.patternOffset[table.patternOfDay[day] + 1]) {
                day++;
                if (day == table.patternOfDay.length) {
                    tick = Ticks.NEVER;
                    return;
                }
                row = table.patternOffset[table.patternOfDay[day]];
            }
            tick = dayStartTick[day] + table.ticks[row];
            if (tick >= table.endTick) {
                tick = Ticks.NEVER;
            }
        }

        /** When the step is due; NEVER behind the last, where it has nothing else. */
        public long tick() {
            return tick;
        }

        /** What happens. */
        public int action() {
            return table.action[row];
        }

        /** To which desk, group or agent. */
        public int subject() {
            return table.subject[row] + ofRow;
        }

        /** How many agents, how long a break, or what share. */
        public long value() {
            return table.value[row];
        }
    }
}
