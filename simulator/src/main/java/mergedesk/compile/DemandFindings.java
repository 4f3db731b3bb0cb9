package mergedesk.compile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;

/**
 * Whether so many contacts are expected on a day that something must be wrong: events that multiply each other, growth over decades, a unit.
 *
 * <p>Before busyness, all flows together, recorded contacts included. Ten million a day are thirty times what the councils of a whole country get.
 */
final class DemandFindings {
    static final double MOST_A_DAY = 10_000_000;

    private final Scenario scenario;
    private final TimeAxis time;
    private final DayVolumes volumes;
    private final double[] total;
    /** Largest of any flow on the day, and whose it is. */
    private final double[] largest;
    private final String[] largestFlow;

    DemandFindings(Scenario scenario, TimeAxis time, Holidays holidays) {
        this.scenario = scenario;
        this.time = time;
        this.volumes = new DayVolumes(scenario, time, new Shapes(scenario.profiles(), time.days()), holidays);
        int days = time.days().dates().size();
        total = new double[days];
        largest = new double[days];
        largestFlow = new String[days];
    }

    /** Adds a flow; {@code replay} is null when it has a volume. */
    void add(String id, Flow flow, Replay replay) {
        double[] expected = replay == null ? volumes.of(flow) : recorded(replay);
        for (int day = 0; day < total.length; day++) {
            total[day] += expected[day];
            if (!(expected[day] <= largest[day])) {
                largest[day] = expected[day];
                largestFlow[day] = id;
            }
        }
    }

    private double[] recorded(Replay replay) {
        long[] starts = time.days().calendar().dayStartTick();
        double[] counts = new double[total.length];
        for (Replay.Block block : replay.blocks()) {
            int found = Arrays.binarySearch(starts, block.startTick());
            counts[found >= 0 ? found : -found - 2] += block.count();
        }
        return counts;
    }

    /** The first of the days with too many, as a fault; none when there is none. */
    List<Finding> all() {
        for (int day = 0; day < total.length; day++) {
            if (!(total[day] <= MOST_A_DAY)) {
                return List.of(fault(time.days().dates().get(day), total[day], largestFlow[day]));
            }
        }
        return List.of();
    }

    private Finding fault(LocalDate date, double count, String id) {
        Flow flow = scenario.flows().get(id);
        String key = flow.trace() != null ? "trace" : flow.volume() != null ? "volume" : "volume_per_head";
        return Finding.fault(
                "flows." + id + "." + key,
                "on " + date + " " + written(count) + " contacts are expected, and a day has 10,000,000 at most, all flows together",
                flow.trace() != null
                        ? "check the counts of the file"
                        : "check the unit of the volume, growth, season and events that fall together");
    }

    private static String written(double count) {
        return Double.isInfinite(count) || Double.isNaN(count)
                ? "endlessly many"
                : String.format(Locale.ROOT, count < 1e12 ? "%,.0f" : "%.2g", count);
    }
}
