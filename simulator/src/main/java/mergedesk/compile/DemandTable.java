package mergedesk.compile;

import java.time.LocalDate;
import java.util.List;
import mergedesk.program.Program;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WeeklyHours;

/** Who comes when: expected counts and shapes by day, busyness, recorded arrivals. */
final class DemandTable {
    private final Scenario scenario;
    private final Numbering numbers;
    private final TimeAxis time;
    private final Holidays holidays;
    private final Shapes shapes;
    private final List<Flow> flows;

    DemandTable(Scenario scenario, Numbering numbers, TimeAxis time, Holidays holidays) {
        this.scenario = scenario;
        this.numbers = numbers;
        this.time = time;
        this.holidays = holidays;
        this.shapes = new Shapes(scenario.profiles(), time.days());
        this.flows = List.copyOf(scenario.flows().values());
    }

    Program.Demand compile() {
        int[] dayShape = dayShapes();
        BusynessFactors busyness = new BusynessFactors(scenario.busyness(), numbers);
        TraceBlocks traces = new TraceBlocks();
        flows.forEach(flow -> traces.add(blocks(flow)));
        return new Program.Demand(
                FlowKeys.of(scenario.flows()),
                dayExpected(),
                dayShape,
                shapes.offsets(),
                shapes.ticks(),
                shapes.cumulative(),
                busyness.ofFlows(flows),
                busyness.keys(),
                busyness.shapes(),
                busyness.correlations(),
                traces.offsets(),
                traces.startTicks(),
                traces.endTicks(),
                traces.counts());
    }

    private List<Replay.Block> blocks(Flow flow) {
        if (flow.trace() == null) {
            return List.of();
        }
        DeskHours hours = new DeskHours(scenario.desks().get(flow.desk()), time.clock(), holidays);
        return Replay.of(flow.trace(), hours, time).blocks();
    }

    private double[] dayExpected() {
        int dayCount = time.days().dates().size();
        DayVolumes volumes = new DayVolumes(scenario, time, shapes, holidays);
        double[] expected = new double[flows.size() * dayCount];
        for (int f = 0; f < flows.size(); f++) {
            if (flows.get(f).trace() == null) {
                System.arraycopy(volumes.of(flows.get(f)), 0, expected, f * dayCount, dayCount);
            }
        }
        return expected;
    }

    private int[] dayShapes() {
        List<LocalDate> dates = time.days().dates();
        int[] dayShape = new int[flows.size() * dates.size()];
        int next = 0;
        for (Flow flow : flows) {
            WeeklyHours opening = scenario.desks().get(flow.desk()).opening();
            int ordinary = shapes.week(flow.profile(), opening);
            int holiday = holidays.profile() == null ? ordinary : shapes.week(holidays.profile(), opening);
            for (LocalDate date : dates) {
                dayShape[next++] = dayShape(ordinary, holiday, date);
            }
        }
        return dayShape;
    }

    /** A holiday's shape is that of its own profile, where that has weight on the weekday. */
    private int dayShape(int ordinary, int holiday, LocalDate date) {
        int kind = time.days().kindOf(date);
        boolean special = holiday != ordinary && holidays.contains(date) && shapes.dayWeight(holiday, kind) > 0;
        return shapes.number(special ? holiday : ordinary, kind);
    }
}
