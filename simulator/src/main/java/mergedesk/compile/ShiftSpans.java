package mergedesk.compile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mergedesk.scenario.Shift;
import mergedesk.units.Ticks;

/**
 * When the agents of one shift are present and due a break.
 *
 * <p>Start, end and breaks are wall-clock times, so that a night shift over a clock change lasts an hour less or more. A shift that began
 * before tick 0 and lasts beyond it starts at tick 0. A shift on a day off does not happen; one that starts the evening before does.
 * Shifts that follow one another without a gap are one.
 */
final class ShiftSpans {
    private final CivilClock clock;
    private final List<LocalDate> dates;
    private final Predicate<LocalDate> dayOff;

    /**
     * @param dates on which the shift may start, in order
     * @param dayOff dates on which it does not
     */
    ShiftSpans(CivilClock clock, List<LocalDate> dates, Predicate<LocalDate> dayOff) {
        this.clock = clock;
        this.dates = dates;
        this.dayOff = dayOff;
    }

    /** From a tick up to but excluding another. */
    record Span(long fromTick, long toTick) {
        long ticks() {
            return toTick - fromTick;
        }
    }

    /** Presence, in order, disjoint, none before tick 0. */
    List<Span> presence(Shift shift) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate date : startDates(shift)) {
            Span span = sinceStart(span(shift, date));
            int last = spans.size() - 1;
            if (span.ticks() <= 0) {
                continue;
            }
            if (last >= 0 && span.fromTick() <= spans.get(last).toTick()) {
                spans.set(
                        last,
                        new Span(
                                spans.get(last).fromTick(),
                                Math.max(spans.get(last).toTick(), span.toTick())));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    /** Breaks, in order of days and then of the list; of one under way at tick 0 what is left. Breaks outside the shift are left out. */
    List<Span> breaks(Shift shift) {
        List<Span> breaks = new ArrayList<>();
        for (LocalDate date : startDates(shift)) {
            Span presence = span(shift, date);
            for (Shift.Break pause : shift.breaks()) {
                boolean nextDay = pause.at().isBefore(shift.start());
                long at = clock.tick((nextDay ? date.plusDays(1) : date).atTime(pause.at()));
                Span span = sinceStart(new Span(at, at + Ticks.of(pause.length())));
                if (at >= presence.fromTick() && at < presence.toTick() && span.ticks() > 0) {
                    breaks.add(span);
                }
            }
        }
        return breaks;
    }

    private List<LocalDate> startDates(Shift shift) {
        return dates.stream()
                .filter(date -> shift.days().contains(date.getDayOfWeek()) && !dayOff.test(date))
                .toList();
    }

    private Span span(Shift shift, LocalDate date) {
        boolean nextDay = shift.overnight() || shift.end().equals(LocalTime.MIDNIGHT);
        return new Span(clock.tick(date.atTime(shift.start())), clock.tick((nextDay ? date.plusDays(1) : date).atTime(shift.end())));
    }

    private static Span sinceStart(Span span) {
        return new Span(Math.max(0, span.fromTick()), span.toTick());
    }
}
