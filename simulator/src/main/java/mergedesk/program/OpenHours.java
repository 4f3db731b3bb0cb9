package mergedesk.program;

import java.util.Arrays;
import mergedesk.units.Ticks;

/**
 * When work is due that is counted by opening hours. Knows the doors of a {@link Timetable} by its patterns of days, so that a longer horizon takes no more memory;
 * beyond the last day the last week repeats.
 *
 * <p>An <i>open day</i> is a civil day on which the desk is open for some time; its close is the last moment of that, midnight where the door stays open.
 */
public final class OpenHours {
    private static final int DAYS_PER_WEEK = 7;
    private static final long DAY_TICKS = 86_400 * Ticks.PER_SECOND;

    private final int desks;
    private final int[] patternOfDay;
    private final long[] dayStartTick;
    private final long[][] turns; // [pattern × desks + desk]: twice the ticks from the start of the day, and 1 for opening

    public OpenHours(Program program) {
        this(program.timetable(), program.calendar().dayStartTick(), program.deskCount());
    }

    /** The doors of so many desks on these days. */
    public OpenHours(Timetable timetable, long[] dayStartTick, int desks) {
        this.desks = desks;
        this.dayStartTick = dayStartTick;
        patternOfDay = timetable.patternOfDay();
        turns = new long[(timetable.patternOffset().length - 1) * desks][];
        Arrays.fill(turns, new long[0]);
        for (int pattern = 0; pattern < timetable.patternOffset().length - 1; pattern++) {
            for (int row = timetable.patternOffset()[pattern]; row < timetable.patternOffset()[pattern + 1]; row++) {
                if (timetable.action()[row] == Timetable.OPEN || timetable.action()[row] == Timetable.CLOSE) {
                    add(pattern * desks + timetable.subject()[row], timetable.ticks()[row] << 1 | (timetable.action()[row] == Timetable.OPEN ? 1 : 0));
                }
            }
        }
    }

    private void add(int place, long turn) {
        turns[place] = Arrays.copyOf(turns[place], turns[place].length + 1);
        turns[place][turns[place].length - 1] = turn;
    }

    /**
     * When something is due that begins now.
     *
     * @param notAfter civil day of {@code tick}, or one before it where days are counted no longer: behind the calendar
     * @param isOpen whether the desk is open at {@code tick}, all steps of that tick included; not asked behind the calendar, where doors do not turn any more and the last week repeats
     * @param clock a constant of {@link Deferred}
     * @param length ticks of that clock, or days; {@link Ticks#NEVER} is never due
     */
    public long due(int desk, int notAfter, long tick, boolean isOpen, int clock, long length) {
        if (length == Ticks.NEVER) {
            return Ticks.NEVER;
        }
        int day = dayOf(notAfter, tick);
        boolean open = day == notAfter ? isOpen : isOpen(desk, day, tick);
        return switch (clock) {
            case Deferred.ROUND_THE_CLOCK -> tick + length;
            case Deferred.WORKING_HOURS -> afterHours(desk, day, tick, open, length);
            case Deferred.WORKING_DAYS -> closeOf(desk, day, tick, open, length);
            default -> throw new IllegalArgumentException("clock " + clock);
        };
    }

    private long afterHours(int desk, int firstDay, long tick, boolean wasOpen, long length) {
        long at = tick;
        long left = length;
        boolean open = wasOpen;
        for (int day = firstDay, barren = 0; barren <= DAYS_PER_WEEK; day++) {
            long before = left;
            for (long turn : turns(desk, day)) {
                long next = start(day) + (turn >> 1);
                if (next > at || day > firstDay) {
                    if (open && left <= next - at) {
                        return at + left;
                    }
                    left -= open ? next - at : 0;
                    at = next;
                    open = (turn & 1) == 1;
                }
            }
            if (open && left <= start(day + 1) - at) {
                return at + left;
            }
            left -= open ? start(day + 1) - at : 0;
            at = start(day + 1);
            barren = left < before || day < patternOfDay.length ? 0 : barren + 1;
        }
        return Ticks.NEVER; // closed for good
    }

    private long closeOf(int desk, int firstDay, long tick, boolean wasOpen, long days) {
        long left = days + 1;
        boolean open = wasOpen;
        long at = tick;
        for (int day = firstDay, barren = 0; barren <= DAYS_PER_WEEK; day++) {
            long close = -1;
            for (long turn : turns(desk, day)) {
                long next = start(day) + (turn >> 1);
                if (next > at || day > firstDay) {
                    close = open && next > at ? next : close;
                    open = (turn & 1) == 1;
                    at = next;
                }
            }
            close = open ? start(day + 1) : close;
            left -= close >= 0 ? 1 : 0;
            if (left == 0) {
                return close;
            }
            at = start(day + 1);
            barren = close >= 0 || day < patternOfDay.length ? 0 : barren + 1;
        }
        return Ticks.NEVER; // closed for good
    }

    /** Whether the desk is open at a tick of the day, all steps of that tick included. */
    public boolean isOpen(int desk, int day, long tick) {
        for (int d = day; d >= 0; d--) {
            long[] ofDay = turns(desk, d);
            for (int i = ofDay.length - 1; i >= 0; i--) {
                if (start(d) + (ofDay[i] >> 1) <= tick) {
                    return (ofDay[i] & 1) == 1;
                }
            }
        }
        return false;
    }

    /** For how long the desk is open from a tick of the day, or of one after it, up to another. */
    public long openTicks(int desk, int notAfter, long from, long to) {
        int firstDay = dayOf(notAfter, from);
        long sum = 0;
        long at = from;
        boolean open = isOpen(desk, firstDay, from);
        for (int day = firstDay; at < to; day++) {
            for (long turn : turns(desk, day)) {
                long next = Math.min(to, start(day) + (turn >> 1));
                if (next > at) {
                    sum += open ? next - at : 0;
                    at = next;
                }
                open = start(day) + (turn >> 1) <= at ? (turn & 1) == 1 : open;
            }
            long next = Math.min(to, start(day + 1));
            sum += open ? next - at : 0;
            at = next;
        }
        return sum;
    }

    private int dayOf(int notAfter, long tick) {
        int day = notAfter;
        while (start(day + 1) <= tick) {
            day++;
        }
        return day;
    }

    private long[] turns(int desk, int day) {
        int days = patternOfDay.length;
        int pattern = patternOfDay[day < days ? day : days - DAYS_PER_WEEK + (day - days) % DAYS_PER_WEEK];
        return turns[pattern * desks + desk];
    }

    private long start(int day) {
        int days = patternOfDay.length;
        return day <= days ? dayStartTick[day] : dayStartTick[days] + (day - days) * DAY_TICKS;
    }
}
