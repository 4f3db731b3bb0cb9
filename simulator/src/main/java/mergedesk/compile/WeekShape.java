package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.scenario.Profile;

/**
 * A profile as relative counts of any slot of the week.
 *
 * <p>A weight is the count of its whole span, spread evenly over it. The span ends at the next time listed for the day; the last one
 * lasts one interval, at most until midnight. A slot that a clock change repeats or cuts short has its share again, so that the same
 * wall-clock time has the same rate on every day. The flat shape has weight 1 for each tick.
 */
final class WeekShape {
    private final Map<DayOfWeek, List<Span>> spansByDay = new EnumMap<>(DayOfWeek.class);

    private WeekShape() {}

    static WeekShape flat() {
        WeekShape shape = new WeekShape();
        for (DayOfWeek day : DayOfWeek.values()) {
            shape.spansByDay.put(day, List.of(new Span(0, WallTime.DAY_TICKS, WallTime.DAY_TICKS)));
        }
        return shape;
    }

    static WeekShape of(Profile profile, long intervalTicks) {
        WeekShape shape = new WeekShape();
        profile.byDay().forEach((day, weights) -> shape.spansByDay.put(day, spans(weights, intervalTicks)));
        return shape;
    }

    /** The weight of each slot of a kind of day, in order. */
    double[] weights(DayKind kind) {
        return kind.slots().stream().mapToDouble(this::weight).toArray();
    }

    private double weight(DayKind.Slot slot) {
        double weight = 0;
        for (Span span : spansByDay.getOrDefault(slot.weekday(), List.of())) {
            weight += span.weightWithin(slot.wallTicks(), slot.wallEndTicks());
        }
        return weight;
    }

    private static List<Span> spans(Map<LocalTime, Double> weights, long intervalTicks) {
        List<Span> spans = new ArrayList<>();
        TreeMap<LocalTime, Double> sorted = new TreeMap<>(weights);
        sorted.forEach((time, weight) -> {
            long from = WallTime.ticks(time);
            LocalTime next = sorted.higherKey(time);
            long to = next == null ? Math.min(from + intervalTicks, WallTime.DAY_TICKS) : WallTime.ticks(next);
            spans.add(new Span(from, to, weight));
        });
        return spans;
    }

    /** A weight and the time of day over which it is spread. */
    private record Span(long fromTicks, long toTicks, double weight) {
        double weightWithin(long from, long to) {
            long overlap = Math.min(to, toTicks) - Math.max(from, fromTicks);
            return overlap <= 0 ? 0 : weight * (overlap / (double) (toTicks - fromTicks));
        }
    }
}
