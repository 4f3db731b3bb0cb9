package mergedesk.compile;

import java.util.List;
import mergedesk.program.Program;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.units.InCommon;

/** Who comes when: expected counts and shapes by day, busyness, recorded arrivals; bare of amounts. */
final class DemandTable {
    private final BareTables.From from;
    private final Scenario scenario;
    private final Numbering numbers;
    private final InCommon common;
    private final List<Flow> flows;

    DemandTable(BareTables.From from, Numbering numbers, InCommon common) {
        this.from = from;
        this.scenario = from.phases().scenarios().get(0);
        this.numbers = numbers;
        this.common = common;
        this.flows = List.copyOf(scenario.flows().values());
    }

    Program.Demand compile() {
        DayVolumes volumes = common.of(DayVolumes.COMMON, from);
        Shapes shapes = volumes.shares().shapes();
        BusynessFactors busyness = new BusynessFactors(scenario.busyness(), numbers);
        TraceBlocks traces = new TraceBlocks();
        flows.forEach(flow -> traces.add(blocks(flow)));
        return new Program.Demand(
                FlowKeys.of(scenario.flows()),
                volumes.volumes(),
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
        DeskHours hours = DeskHours.ofFlow(scenario, flow, from.time().clock(), from.holidays());
        return Replay.of(flow.trace(), hours, from.time()).blocks();
    }
}
