package mergedesk.compile;

import java.util.List;
import java.util.stream.IntStream;
import mergedesk.scenario.PowerDraw;

/** What a machine draws at a load: a line through eleven points. */
final class PowerCurve {
    /** Steps of load, of 10 % each. */
    static final int STEPS = 10;

    /** Power without load as a share of full, where the scenario does not say. */
    static final double USUAL_IDLE = 0.45;

    /**
     * Where between idle (0) and full (1) a server is at loads of 0 %, 10 % to 100 %: for each load the median of 515 results of SPECpower_ssj2008 up to 13 June 2016, from a tenth of
     * the load on above the straight line, or near it. The middle half of all lies within 0.11 and 0.21 at 10 %, 0.41 and 0.55 at 50 %.
     */
    static final List<Double> USUAL_SHAPE = List.of(0.0, 0.146, 0.237, 0.321, 0.406, 0.488, 0.582, 0.682, 0.792, 0.904, 1.0);

    private PowerCurve() {}

    /** Watts at a load of 0 to 1. */
    static double watts(PowerDraw draw, double load) {
        List<Double> points = draw.curve().isEmpty() ? usual(draw.idle() == null ? USUAL_IDLE : draw.idle()) : draw.curve();
        double step = load * STEPS;
        int below = Math.min((int) step, STEPS - 1);
        double share = points.get(below) + (step - below) * (points.get(below + 1) - points.get(below));
        return draw.full().watts() * share;
    }

    private static List<Double> usual(double idle) {
        return IntStream.rangeClosed(0, STEPS).mapToObj(i -> idle + (1 - idle) * USUAL_SHAPE.get(i)).toList();
    }
}
