package mergedesk.scenario;

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
import mergedesk.units.With;

/** When the scenario starts, how long it lasts and how a run ends. */
public record TimeFrame(
        @Meaning(value = "Local date, or date and time, at which the simulation starts.", required = true)
        LocalDateTime start,

        @Meaning(value = "Time zone of all wall-clock times.", byDefault = "Europe/London")
        ZoneId zone,

        @Meaning(value = "Horizon: for example 8 h, 28 days, 12 months, 1 year.", required = true)
        CalendarSpan length,

        @Meaning(
                value =
                        "Length of the intervals by which results are reported: 15, 30 or 60 min. Changes nothing that happens.",
                byDefault = "30 min")
        Duration interval,

        @Meaning(
                value =
                        "drain: arrivals stop at the end and the system empties, doors and staff as planned; cut: steady state, contacts that arrive between warm-up and end count.",
                byDefault = "drain")
        End end,

        @Meaning(value = "Time at the start that is simulated but not counted (with end: cut).", byDefault = "0 s")
        Duration warmUp,

        @Meaning(
                value =
                        "With end: cut, the number of batches that a replication's window is divided into; 1: each replication is one observation. They are joined to 30 where they divide: prefer 30, 60, 120.",
                byDefault = "1")
        @Limits(least = 1, most = 10_000)
        int batches) implements With<TimeFrame> {
    /** No clock is put forward or back by as much. */
    private static final Duration MARGIN = Duration.ofDays(2);

    /** Half-hours of London's clock, and a run that empties. */
    public static TimeFrame of(LocalDateTime start, CalendarSpan length) {
        return new TimeFrame(start, ZoneId.of("Europe/London"), length, Duration.ofMinutes(30), End.DRAIN, Duration.ZERO, 1);
    }

    /**
     * How long the run lasts, from start to end. A length in days, weeks, months or years is civil: 28 days end at the same time on the wall clock, even over a
     * clock change. A length in hours or less is exact.
     */
    public Duration duration() {
        ZoneRules rules = zone.getRules();
        return length.unit().isDateBased()
                ? Duration.between(moment(start, rules), moment(length.endFrom(start), rules))
                : length.unit().getDuration().multipliedBy(length.amount());
    }

    /** The first day that is all after a moment. */
    public static LocalDate firstWholeDay(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate() : moment.toLocalDate().plusDays(1);
    }

    /** What the wall clock shows from when on results count. */
    public LocalDateTime counted() {
        return start.plus(warmUp);
    }

    /** What the wall clock shows when the run ends. */
    public LocalDateTime ends() {
        return start.atZone(zone).plus(duration()).toLocalDateTime();
    }

    /**
     * The moment at which the wall clock shows a date and time: of two the first. One that a clock change skips stands for the moment of the change.
     */
    public static Instant moment(LocalDateTime wall, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return offsets.isEmpty() ? rules.getTransition(wall).getInstant() : wall.toInstant(offsets.get(0));
    }

    /** The changes of the clock that it may show between two times, in order; a few before and after them, too. */
    public static List<ZoneOffsetTransition> changes(LocalDateTime from, LocalDateTime to, ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant end = moment(to, rules).plus(MARGIN);
        ZoneOffsetTransition next = rules.nextTransition(moment(from, rules).minus(MARGIN));
        while (next != null && next.getInstant().isBefore(end)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }

    /** How a run ends. */
    public enum End {
        DRAIN,
        CUT
    }
}
