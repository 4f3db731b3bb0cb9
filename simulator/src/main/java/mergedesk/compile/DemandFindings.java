package mergedesk.compile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.program.Volumes;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.units.InCommon;

/**
 * Whether so many contacts are expected on a day that something must be wrong: events that multiply each other, growth over decades, a unit.
 *
 * <p>Before busyness, all flows together, recorded contacts included. Ten million a day are thirty times what the councils of a whole country get.
 */
final class DemandFindings {
    static final double MOST_A_DAY = 10_000_000;

    private final Scenario scenario;
    private final TimeAxis time;
    private final InCommon common;
    private final List<String> ids;
    private final Map<String, double[]> recorded = new LinkedHashMap<>(); // by traced flow: contacts by day

    DemandFindings(Scenario scenario, TimeAxis time, InCommon common) {
        this.scenario = scenario;
        this.time = time;
        this.common = common;
        this.ids = List.copyOf(scenario.flows().keySet());
    }

    /** A flow is recorded. */
    void add(String id, Replay replay) {
        recorded.put(id, recorded(replay));
    }

    private double[] recorded(Replay replay) {
        long[] starts = time.days().calendar().dayStartTick();
        double[] counts = new double[time.days().dates().size()];
        for (Replay.Block block : replay.blocks()) {
            int found = Arrays.binarySearch(starts, block.startTick());
            counts[found >= 0 ? found : -found - 2] += block.count();
        }
        return counts;
    }

    /** The first of the days with too many, as a fault; none when there is none. */
    List<Finding> all(Holidays holidays) {
        Phases phases = Phases.of(scenario, scenario, time, (written, any) -> written);
        Volumes volumes = common.of(DayVolumes.COMMON, new BareTables.From(phases.bare(common), time, holidays)).volumes().of(DayVolumes.totals(phases, time));
        double[] expected = new double[phases.scenarios().get(0).flows().size()]; // lanes, to which nobody comes first, behind all others
        for (int day = 0; day < time.days().dates().size(); day++) {
            volumes.layOut(day, expected);
            double total = 0;
            int largest = 0;
            for (int flow = 0; flow < ids.size(); flow++) {
                double[] counts = recorded.get(ids.get(flow));
                expected[flow] = counts == null ? expected[flow] : counts[day];
                total += expected[flow];
                largest = expected[flow] <= expected[largest] ? largest : flow;
            }
            if (!(total <= MOST_A_DAY)) {
                return List.of(fault(time.days().dates().get(day), total, ids.get(largest)));
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
                        : "check the unit of the volume, growth, season and events that fall together" + (scenario.plan().isEmpty() ? "" : ", and steps of the plan"));
    }

    private static String written(double count) {
        return Double.isInfinite(count) || Double.isNaN(count)
                ? "endlessly many"
                : String.format(Locale.ROOT, count < 1e12 ? "%,.0f" : "%.2g", count);
    }
}
