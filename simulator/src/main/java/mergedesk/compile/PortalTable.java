package mergedesk.compile;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mergedesk.program.Portals;
import mergedesk.scenario.Flow;
import mergedesk.scenario.SelfService;

/** What people try before they come to a desk. */
final class PortalTable {
    private PortalTable() {}

    static Portals of(Map<String, Flow> flows, Numbering numbers, LengthTable lengths) {
        List<Flow> list = List.copyOf(flows.values());
        return new Portals(
                numbers.portals().size(),
                list.stream().mapToInt(flow -> flow.selfService() == null ? Portals.NONE : numbers.portals().of(flow.selfService().channel())).toArray(),
                chances(list, SelfService::tries),
                chances(list, SelfService::contained),
                list.stream().mapToInt(flow -> flow.selfService() == null ? -1 : lengths.number(flow.selfService().delay())).toArray(),
                IntStream.range(0, list.size()).map(flow -> becomes(list.get(flow), flow, numbers)).toArray());
    }

    private static double[] chances(List<Flow> flows, ToDoubleFunction<SelfService> chance) {
        return flows.stream().mapToDouble(flow -> flow.selfService() == null ? 0 : chance.applyAsDouble(flow.selfService())).toArray();
    }

    private static int becomes(Flow flow, int own, Numbering numbers) {
        return flow.selfService() == null || flow.selfService().becomes() == null ? own : numbers.flows().of(flow.selfService().becomes());
    }
}
