package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** From when to when which steps make people of which groups leave, or be away; where several do, the worst of them counts. */
final class Unrest {
    private final List<Window> windows = new ArrayList<>();

    private record Window(String step, String group, LocalDate from, LocalDate to, Morale morale) {}

    /** A week, or the part of it that counts: in it people of a group are away with such a share, because of a step. {@code number}: weeks since that of 1 January 1970. */
    record Week(long number, String step, String group, LocalDate from, LocalDate to, double share) {
        private Week with(Week other) {
            Week worse = share < other.share ? other : this;
            return new Week(number, worse.step, group, from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to, worse.share);
        }
    }

    /** From the first day up to the last, which does not count. */
    void add(String step, String group, LocalDate from, LocalDate to, Morale morale) {
        windows.add(new Window(step, group, from, to, morale));
    }

    private List<Window> of(String group) {
        return windows.stream().filter(window -> window.group.equals(group)).toList();
    }

    /** Days one after the other on which people of a group leave at the same rate. */
    private record Stretch(LocalDate from, long days, double perDay) {}

    private List<Stretch> stretches(String group) {
        List<Window> of = of(group);
        List<LocalDate> bounds = of.stream().flatMap(window -> Stream.of(window.from, window.to)).distinct().sorted().toList();
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            LocalDate from = bounds.get(i);
            LocalDate to = bounds.get(i + 1);
            double perDay = of.stream().filter(window -> !window.from.isAfter(from) && !window.to.isBefore(to)).mapToDouble(window -> window.morale.leavePerDay()).max().orElse(0);
            stretches.add(new Stretch(from, from.until(to, ChronoUnit.DAYS), perDay));
        }
        return stretches;
    }

    /**
     * For a probability the day on which somebody of a group leaves, at the end of a week: the quantile, at the highest rate of those that hold on a day. Empty for whoever stays.
     */
    DoubleFunction<Optional<LocalDate>> leaving(String group) {
        List<Stretch> stretches = stretches(group);
        return probability -> {
            double left = -StrictMath.log1p(-probability);
            for (Stretch stretch : stretches) {
                double hazard = stretch.perDay * stretch.days;
                if (left < hazard) {
                    return Optional.of(stretch.from.plusDays((long) (left / stretch.perDay)).with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
                }
                left -= hazard;
            }
            return Optional.empty();
        };
    }

    /** Weeks of a group in which people may be away, before a day, in order. */
    Collection<Week> weeks(String group, LocalDate end) {
        TreeMap<Long, Week> weeks = new TreeMap<>();
        for (Window window : of(group)) {
            LocalDate to = window.to.isBefore(end) ? window.to : end;
            LocalDate monday = window.from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            for (; window.morale.away() > 0 && monday.isBefore(to); monday = monday.plusWeeks(1)) {
                LocalDate next = monday.plusWeeks(1);
                long number = Math.floorDiv(monday.toEpochDay() + 3, 7L);
                weeks.merge(number, new Week(number, window.step, group, monday.isBefore(window.from) ? window.from : monday, next.isBefore(to) ? next : to, window.morale.away()), Week::with);
            }
        }
        return weeks.values();
    }
}
