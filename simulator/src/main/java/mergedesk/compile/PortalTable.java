package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mergedesk.program.Portals;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.SelfService;

/** What people try before they come to a desk. */
final class PortalTable {
    private PortalTable() {}

    static Portals of(Scenario scenario, Numbering numbers, LengthTable lengths) {
        List<Flow> list = List.copyOf(scenario.flows().values());
        int[] offset = new int[numbers.portals().size() + 1];
        List<Integer> needs = new ArrayList<>();
        for (int portal = 0; portal < offset.length - 1; portal++) {
            scenario.channels().get(numbers.portals().list().get(portal)).needs().stream().map(numbers.applications()::of).distinct().sorted().forEach(needs::add);
            offset[portal + 1] = needs.size();
        }
        return new Portals(
                numbers.portals().size(),
                offset,
                needs.stream().mapToInt(Integer::intValue).toArray(),
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
