package mergedesk.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;

/**
 * A flow that a plan moves to another desk is a flow at each: a <i>lane</i>, behind all flows, to which nobody comes for the first time, and to which contacts of the flow change. So each lane has one
 * desk for ever, and whatever counts by flow or desk need not know when it was.
 */
final class Lanes {
    private static final String AT = "@"; // in no identifier

    private Lanes() {}

    /** The scenario of each phase, with the same flows in all; {@code any}: whatever may hold some time, first what holds at first. */
    static List<Scenario> over(List<Scenario> phases, List<Scenario> any) {
        Map<String, TreeSet<String>> moves = new LinkedHashMap<>(); // further desks of flows
        any.get(0).flows().forEach((id, flow) -> {
            TreeSet<String> desks = any.stream().map(phase -> phase.flows().get(id).desk()).collect(Collectors.toCollection(TreeSet::new));
            desks.remove(flow.desk());
            if (!desks.isEmpty()) {
                moves.put(id, desks);
            }
        });
        return moves.isEmpty() ? phases : phases.stream().map(phase -> with(phase, phases.get(0), moves)).toList();
    }

    private static Scenario with(Scenario phase, Scenario first, Map<String, TreeSet<String>> moves) {
        Map<String, Flow> flows = new LinkedHashMap<>(phase.flows());
        List<RoutingRow> rows = phase.routing();
        moves.forEach((id, desks) -> {
            Flow flow = phase.flows().get(id);
            flows.put(id, flow.with(Flow::desk, first.flows().get(id).desk()));
            for (String desk : desks) {
                flows.put(id + AT + desk, flow.with(Flow::desk, desk).with(Flow::volume, new Rate(0, Rate.Per.YEAR)).with(Flow::volumePerHead, null).with(Flow::trace, null).with(Flow::selfService, null));
            }
        });
        List<RoutingRow> all = rows.stream()
                .flatMap(row -> moves.containsKey(row.flow())
                        ? Stream.concat(Stream.of(row), moves.get(row.flow()).stream().map(desk -> row.with(RoutingRow::flow, row.flow() + AT + desk)))
                        : Stream.of(row))
                .toList();
        return phase.with(Scenario::flows, flows).with(Scenario::routing, all);
    }

    /** The flow of which this is a lane; itself of any other. */
    static String flow(String lane) {
        return lane.contains(AT) ? lane.substring(0, lane.indexOf(AT)) : lane;
    }

    /** By number of flow, as what its contacts come and wait in the phase, which was {@code written} so. */
    static int[] now(Scenario written, Scenario first, Numbering numbers) {
        return numbers.flows().list().stream()
                .mapToInt(lane -> {
                    String id = flow(lane);
                    Flow flow = written.flows().get(id);
                    return flow == null || flow.desk().equals(first.flows().get(id).desk()) ? numbers.flows().of(id) : numbers.flows().of(id + AT + flow.desk());
                })
                .toArray();
    }
}
