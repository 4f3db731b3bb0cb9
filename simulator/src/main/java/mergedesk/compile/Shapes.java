package mergedesk.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Program;
import mergedesk.scenario.Profile;
import mergedesk.scenario.WeeklyHours;

/**
 * Numbers the shapes of a week, one for each profile at desks of the same hours, and the shapes of a day, one for each shape of a week and
 * kind of day that occur together, in order of first use.
 *
 * <p>The profile flat is built in; week 0 is its. A day on which a week has no weight takes the flat shape; its expected count is zero.
 */
final class Shapes {
    private static final String FLAT = "flat";
    private static final int FLAT_WEEK = 0;

    private final Map<String, Profile> profiles;
    private final Days days;
    private final List<WeekShape> weeks = new ArrayList<>(List.of(WeekShape.FLAT));
    private final Map<AtDesk, Integer> weekNumbers = new LinkedHashMap<>();
    private final Map<Use, Integer> numbers = new LinkedHashMap<>();
    private final Map<Use, Double> weights = new LinkedHashMap<>();
    private final List<List<WeekShape.Piece>> curves = new ArrayList<>();

    Shapes(Map<String, Profile> profiles, Days days) {
        this.profiles = profiles;
        this.days = days;
    }

    /** The number of a profile's week at a desk with these opening hours. */
    int week(String profile, WeeklyHours opening) {
        return profile.equals(FLAT)
                ? FLAT_WEEK
                : weekNumbers.computeIfAbsent(new AtDesk(profile, opening), this::numberOf);
    }

    private int numberOf(AtDesk use) {
        Profile profile = profiles.get(use.profile());
        if (profile == null) {
            throw new IllegalArgumentException("No profile " + use.profile());
        }
        weeks.add(WeekShape.of(profile, use.opening()));
        return weeks.size() - 1;
    }

    /** Weight of a whole day of a kind. Range: 0 or more, in the week's own unit. */
    double dayWeight(int week, int kind) {
        return weights.computeIfAbsent(new Use(week, kind), use -> sum(pieces(use)));
    }

    /** The number of the shape of a day of a kind. */
    int number(int week, int kind) {
        Integer known = numbers.get(new Use(week, kind));
        if (known != null) {
            return known;
        }
        Use shape = new Use(dayWeight(week, kind) > 0 ? week : FLAT_WEEK, kind);
        Integer number = numbers.get(shape);
        if (number == null) {
            number = curves.size();
            curves.add(pieces(shape));
            numbers.put(shape, number);
        }
        numbers.put(new Use(week, kind), number);
        return number;
    }

    /** First row of each shape, see {@link Program.Demand#shapeOffset}. */
    int[] offsets() {
        int[] offsets = new int[curves.size() + 1];
        for (int shape = 0; shape < curves.size(); shape++) {
            offsets[shape + 1] = offsets[shape] + curves.get(shape).size() + 1;
        }
        return offsets;
    }

    /** Points of all shapes in time. */
    long[] ticks() {
        long[] ticks = new long[offsets()[curves.size()]];
        int row = 0;
        for (List<WeekShape.Piece> curve : curves) {
            ticks[row++] = 0;
            for (WeekShape.Piece piece : curve) {
                ticks[row++] = piece.endTicks();
            }
        }
        return ticks;
    }

    /** Points of all shapes in shares of the day's count. */
    double[] cumulative() {
        double[] cumulative = new double[offsets()[curves.size()]];
        int row = 0;
        for (List<WeekShape.Piece> curve : curves) {
            double total = sum(curve);
            double before = 0;
            cumulative[row++] = 0;
            for (WeekShape.Piece piece : curve) {
                before += piece.weight();
                cumulative[row++] = before / total;
            }
        }
        return cumulative;
    }

    private List<WeekShape.Piece> pieces(Use use) {
        return weeks.get(use.week()).pieces(days.kind(use.kind()));
    }

    private static double sum(List<WeekShape.Piece> pieces) {
        double sum = 0;
        for (WeekShape.Piece piece : pieces) {
            sum += piece.weight();
        }
        return sum;
    }

    private record AtDesk(String profile, WeeklyHours opening) {}

    private record Use(int week, int kind) {}
}
