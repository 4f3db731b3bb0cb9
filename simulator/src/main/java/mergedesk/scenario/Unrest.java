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

    /** The day on which somebody leaves, at the end of a week: at the highest rate of those that hold on a day, of which the probability is the quantile. Empty for whoever stays. */
    Optional<LocalDate> leaves(String group, double probability) {
        double left = -StrictMath.log1p(-probability);
        List<LocalDate> bounds = of(group).stream().flatMap(window -> Stream.of(window.from, window.to)).distinct().sorted().toList();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            LocalDate from = bounds.get(i);
            LocalDate to = bounds.get(i + 1);
            double perDay = of(group).stream().filter(window -> !window.from.isAfter(from) && !window.to.isBefore(to)).mapToDouble(window -> window.morale.leavePerDay()).max().orElse(0);
            double hazard = perDay * from.until(to, ChronoUnit.DAYS);
            if (left < hazard) {
                return Optional.of(from.plusDays((long) (left / perDay)).with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            }
            left -= hazard;
        }
        return Optional.empty();
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
