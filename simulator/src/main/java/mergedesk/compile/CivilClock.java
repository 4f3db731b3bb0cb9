package mergedesk.compile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import mergedesk.scenario.TimeFrame;
import mergedesk.units.Ticks;

/**
 * Translates wall-clock times of one time zone to ticks. Tick 0 is the scenario's start.
 *
 * <p>A wall-clock time that a clock change skips stands for the moment of the change; one that comes twice for its first
 * coming. A civil day lasts from its first moment to the first moment of the next day; a day that its zone skipped
 * (Samoa, 30 December 2011) has length zero.
 */
final class CivilClock {
    private final ZoneRules rules;
    private final Instant zero;
    /** The stretch that was asked for last: millions of recorded times lie in a few of them. */
    private Even even = new Even(LocalDateTime.MAX, LocalDateTime.MIN, ZoneOffset.UTC);

    /** Wall-clock times from one up to another that have one offset, and no other. */
    private record Even(LocalDateTime from, LocalDateTime to, ZoneOffset offset) {
        boolean holds(LocalDateTime wall) {
            return !wall.isBefore(from) && wall.isBefore(to);
        }
    }

    CivilClock(ZoneId zone, LocalDateTime start) {
        this.rules = zone.getRules();
        this.zero = instant(start);
    }

    /** The tick of a wall-clock time, rounded down; negative before the start. */
    long tick(LocalDateTime wall) {
        return tick(instant(wall));
    }

    /** The tick at which a civil day begins. */
    long dayStart(LocalDate date) {
        return tick(date.atStartOfDay());
    }

    /**
     * Civil days, from one up to another, in which and at the ends of which the clock does not change: each is like all such days of its name. Holds {@code date} if
     * that is one.
     */
    EvenDays evenDays(LocalDate date) {
        LocalDateTime start = date.atStartOfDay();
        instant(start);
        if (!even.holds(start)) {
            return EvenDays.NONE;
        }
        LocalDate from = even.from.toLocalDate();
        LocalDate to = even.to.toLocalDate();
        return new EvenDays(
                even.from.equals(from.atStartOfDay()) ? from : from.plusDays(1), even.to.equals(to.atStartOfDay()) ? to.minusDays(1) : to);
    }

    /** Days from one up to another. */
    record EvenDays(LocalDate from, LocalDate to) {
        static final EvenDays NONE = new EvenDays(LocalDate.MAX, LocalDate.MIN);

        boolean holds(LocalDate date) {
            return !date.isBefore(from) && date.isBefore(to);
        }
    }

    /** The stretches of a civil day in order; empty when the zone skipped the day. */
    List<Stretch> stretches(LocalDate date) {
        List<Stretch> stretches = new ArrayList<>();
        Instant end = instant(date.plusDays(1).atStartOfDay());
        Instant from = instant(date.atStartOfDay());
        while (from.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(from);
            LocalDateTime wall = LocalDateTime.ofInstant(from, offset);
            Instant midnight = wall.toLocalDate().plusDays(1).atStartOfDay().toInstant(offset);
            Instant to = earlier(end, midnight);
            ZoneOffsetTransition change = rules.nextTransition(from);
            if (change != null) {
                to = earlier(to, change.getInstant());
            }
            stretches.add(new Stretch(tick(from), tick(to), wall.toLocalDate(), wall.toLocalTime()));
            from = to;
        }
        return stretches;
    }

    private Instant instant(LocalDateTime wall) {
        Even last = even;
        if (last.holds(wall)) {
            return wall.toInstant(last.offset);
        }
        if (rules.getValidOffsets(wall).size() == 1) {
            even = evenAround(wall);
        }
        return TimeFrame.moment(wall, rules);
    }

    private Even evenAround(LocalDateTime wall) {
        ZoneOffset offset = rules.getOffset(wall);
        Instant instant = wall.toInstant(offset);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        return new Even(
                before == null ? LocalDateTime.MIN : later(before.getDateTimeBefore(), before.getDateTimeAfter()),
                after == null ? LocalDateTime.MAX : earlier(after.getDateTimeBefore(), after.getDateTimeAfter()),
                offset);
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private long tick(Instant instant) {
        return Ticks.of(Duration.between(zero, instant));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /**
     * A part of a civil day in which the wall clock runs evenly and does not pass midnight: the whole day, unless the clock changes.
     *
     * @param fromTick its first tick
     * @param toTick the first tick after it
     * @param date what the calendar shows at fromTick; the civil day's own date but for changes a little after midnight
     * @param wall what the clock shows at fromTick
     */
    record Stretch(long fromTick, long toTick, LocalDate date, LocalTime wall) {
        /** Ticks from midnight to {@link #wall}. */
        long wallTicks() {
            return WallTime.ticks(wall);
        }
    }
}
