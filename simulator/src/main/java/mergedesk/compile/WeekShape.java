package mergedesk.compile;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.scenario.Profile;
import mergedesk.scenario.WeeklyHours;

/**
 * How often contacts come, as a function of the wall-clock time of the week, in steps: 0 at midnight of each day unless a weight begins there.
 *
 * <p>A height holds until the next one of its day; the last until the desk's last closing of the day, until midnight where the desk is
 * closed by then (which the reader refuses but for deferred work). A total is spread evenly over the time for which its height would hold. The same wall-clock
 * time has the same height on every day, so that an hour that a clock change repeats has its contacts twice and a skipped hour none.
 *
 * @param heights heights by ticks since midnight; relative, of no unit
 */
record WeekShape(Map<DayOfWeek, TreeMap<Long, Double>> heights) {
    /** The same rate always. */
    static final WeekShape FLAT = flat();

    private static WeekShape flat() {
        Map<DayOfWeek, TreeMap<Long, Double>> heights = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            heights.put(day, new TreeMap<>(Map.of(0L, 1.0)));
        }
        return new WeekShape(heights);
    }

    /** A profile at a desk with these opening hours. */
    static WeekShape of(Profile profile, WeeklyHours opening) {
        Map<DayOfWeek, TreeMap<Long, Double>> heights = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            TreeMap<LocalTime, Double> weights = new TreeMap<>(profile.byDay().getOrDefault(day, Map.of()));
            heights.put(day, heights(profile.weights(), weights, closingTicks(opening, day)));
        }
        return new WeekShape(heights);
    }

    private static TreeMap<Long, Double> heights(
            Profile.Weights kind, TreeMap<LocalTime, Double> weights, long closingTicks) {
        TreeMap<Long, Double> heights = new TreeMap<>(Map.of(0L, 0.0));
        weights.forEach((time, weight) -> {
            long from = WallTime.ticks(time);
            LocalTime next = weights.higherKey(time);
            long to = next != null ? WallTime.ticks(next) : from < closingTicks ? closingTicks : WallTime.DAY_TICKS;
            heights.put(from, kind == Profile.Weights.TOTALS ? weight / (to - from) : weight);
            heights.put(to, 0.0);
        });
        return heights;
    }

    /** When the desk closes for the last time of the day; 0 when it does not open. */
    private static long closingTicks(WeeklyHours opening, DayOfWeek day) {
        return opening.byDay().getOrDefault(day, List.of()).stream()
                .mapToLong(range -> WallTime.endTicks(range.to()))
                .max()
                .orElse(0);
    }

    /** The pieces of constant height of a kind of day, in order; the first begins with the day, the last ends with it. */
    List<Piece> pieces(DayKind kind) {
        List<Piece> pieces = new ArrayList<>();
        for (DayKind.Part stretch : kind.stretches()) {
            TreeMap<Long, Double> ofDay = heights.get(stretch.weekday());
            long from = stretch.wallTicks();
            while (from < stretch.wallEndTicks()) {
                Long next = ofDay.higherKey(from);
                long to = next == null ? stretch.wallEndTicks() : Math.min(next, stretch.wallEndTicks());
                pieces.add(new Piece(
                        stretch.between(from, to).endTicks(),
                        ofDay.floorEntry(from).getValue() * (to - from)));
                from = to;
            }
        }
        return pieces;
    }

    /**
     * A part of a day in which contacts come at an even rate.
     *
     * @param endTicks ticks from the start of the day to the end of the piece
     * @param weight expected count in the piece, in the shape's own unit
     */
    record Piece(long endTicks, double weight) {}
}
