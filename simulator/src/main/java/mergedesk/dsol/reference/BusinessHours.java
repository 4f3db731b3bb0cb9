package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;
import mergedesk.program.Deferred;
import mergedesk.program.Program;
import mergedesk.program.Timetable;
import mergedesk.units.Ticks;

/** When a desk is open, civil day by civil day, and when work is due that is counted so. Behind the calendar its last seven days repeat, each of 24 hours. */
final class BusinessHours {
    private static final long DAY = 24 * 3_600 * Ticks.PER_SECOND;
    private static final int LONGEST_CLOSURE_DAYS = 8;

    /** A part of a civil day in which the desk is open. */
    private record Opening(long from, long to) {}

    private final Program program;
    private final int desk;
    private final List<List<Opening>> days = new ArrayList<>();
    private boolean openAtMidnight; // after the last of these days

    BusinessHours(Program program, int desk) {
        this.program = program;
        this.desk = desk;
    }

    private long start(int day) {
        int last = program.calendar().dayCount();
        return program.calendar().dayStartTick()[Math.min(day, last)] + Math.max(0, day - last) * DAY;
    }

    private List<Opening> openings(int day) {
        while (days.size() <= day) {
            days.add(nextDay(days.size()));
        }
        return days.get(day);
    }

    private List<Opening> nextDay(int day) {
        Timetable timetable = program.timetable();
        int of = day;
        while (of >= program.calendar().dayCount()) {
            of -= 7;
        }
        List<Opening> openings = new ArrayList<>();
        long since = openAtMidnight ? start(day) : -1;
        int pattern = timetable.patternOfDay()[of];
        for (int row = timetable.patternOffset()[pattern]; row < timetable.patternOffset()[pattern + 1]; row++) {
            boolean concerned = timetable.subject()[row] == desk;
            long tick = start(day) + timetable.ticks()[row];
            if (concerned && timetable.action()[row] == Timetable.OPEN) {
                since = tick;
                openAtMidnight = true;
            } else if (concerned && timetable.action()[row] == Timetable.CLOSE) {
                openings.add(new Opening(since, tick));
                openAtMidnight = false;
            }
        }
        if (openAtMidnight) {
            openings.add(new Opening(since, start(day + 1)));
        }
        openings.removeIf(opening -> opening.from == opening.to);
        return openings;
    }

    /** When work is due that came at a tick of the day. */
    long due(int day, long tick, int clock, long length) {
        if (length == Ticks.NEVER) {
            return Ticks.NEVER;
        }
        return switch (clock) {
            case Deferred.ROUND_THE_CLOCK -> tick + length;
            case Deferred.WORKING_HOURS -> afterOpenTime(day, tick, length);
            default -> closeOfDay(day, tick, (int) length);
        };
    }

    private long afterOpenTime(int first, long tick, long length) {
        long used = 0;
        int closed = 0;
        for (int day = first; closed < LONGEST_CLOSURE_DAYS; day++) {
            for (Opening opening : openings(day)) {
                long from = Math.max(tick, opening.from);
                if (from < opening.to) {
                    if (length <= used + opening.to - from) {
                        return from + length - used;
                    }
                    used += opening.to - from;
                }
            }
            closed = openings(day).isEmpty() && day >= program.calendar().dayCount() ? closed + 1 : 0;
        }
        return Ticks.NEVER;
    }

    private long closeOfDay(int first, long tick, int further) {
        List<Long> closes = new ArrayList<>();
        int closed = 0;
        for (int day = first; closed < LONGEST_CLOSURE_DAYS; day++) {
            List<Opening> openings = openings(day);
            if (!openings.isEmpty() && openings.get(openings.size() - 1).to > tick) {
                closes.add(openings.get(openings.size() - 1).to);
            }
            if (closes.size() == further + 1) {
                return closes.get(further);
            }
            closed = openings.isEmpty() && day >= program.calendar().dayCount() ? closed + 1 : 0;
        }
        return Ticks.NEVER;
    }

    /** For how long the desk was open from tick 0 up to a tick. */
    long openTicks(long tick) {
        long sum = 0;
        for (int day = 0; start(day) < tick; day++) {
            for (Opening opening : openings(day)) {
                sum += Math.max(0, Math.min(tick, opening.to) - Math.max(0, opening.from));
            }
        }
        return sum;
    }
}
