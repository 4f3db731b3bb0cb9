package mergedesk.compile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.Desk;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;

/**
 * A flow that a plan moves to another desk, or whose desk gets another target wait, is a flow in each of these: a <i>lane</i>, behind all flows, to which nobody comes for the first time, and to which
 * contacts of the flow change. So each lane has one desk and one target wait for ever, and whatever counts by flow or desk need not know when it was.
 */
final class Lanes {
    private static final String AT = "@"; // in no identifier

    private Lanes() {}

    /** The scenario of each phase, with the same flows in all; {@code any}: whatever may hold some time, first what holds at first. */
    static List<Scenario> over(List<Scenario> phases, List<Scenario> any) {
        if (any.size() == 1) {
            return phases;
        }
        Map<String, TreeSet<String>> moves = new LinkedHashMap<>(); // of flows, where else they are
        any.get(0).flows().forEach((id, flow) -> {
            TreeSet<String> others = any.stream().map(phase -> place(phase, id, any.get(0))).collect(Collectors.toCollection(TreeSet::new));
            others.remove(flow.desk());
            if (!others.isEmpty()) {
                moves.put(id, others);
            }
        });
        return moves.isEmpty() ? phases : phases.stream().map(phase -> with(phase, phases.get(0), moves)).toList();
    }

    private static Scenario with(Scenario phase, Scenario first, Map<String, TreeSet<String>> moves) {
        Map<String, Flow> flows = new LinkedHashMap<>(phase.flows());
        List<RoutingRow> rows = phase.routing();
        moves.forEach((id, others) -> {
            Flow flow = phase.flows().get(id);
            flows.put(id, flow.with(Flow::desk, first.flows().get(id).desk()));
            for (String other : others) {
                flows.put(id + AT + other, flow.with(Flow::desk, other.split(AT)[0]).with(Flow::volume, new Rate(0, Rate.Per.YEAR)).with(Flow::volumePerHead, null).with(Flow::trace, null).with(Flow::selfService, null));
            }
        });
        List<RoutingRow> all = rows.stream()
                .flatMap(row -> moves.containsKey(row.flow())
                        ? Stream.concat(Stream.of(row), moves.get(row.flow()).stream().map(other -> row.with(RoutingRow::flow, row.flow() + AT + other)))
                        : Stream.of(row))
                .toList();
        Map<String, Desk> desks = new LinkedHashMap<>(phase.desks());
        desks.replaceAll((id, desk) -> desk.with(Desk::answerWithin, first.desks().get(id).answerWithin()));
        return phase.with(Scenario::flows, flows).with(Scenario::routing, all).with(Scenario::desks, desks);
    }

    /** Where a flow is in a phase: its desk, with the target wait if that is not the desk's first; nobody waits for deferred work. */
    private static String place(Scenario phase, String id, Scenario first) {
        Flow flow = phase.flows().get(id);
        Duration within = phase.desks().get(flow.desk()).answerWithin();
        return phase.isDeferred(flow) || within.equals(first.desks().get(flow.desk()).answerWithin()) ? flow.desk() : flow.desk() + AT + within;
    }

    /** The target wait of a lane. */
    static Duration answerWithin(String lane, Scenario phase) {
        String[] words = lane.split(AT);
        return words.length > 2 ? Duration.parse(words[2]) : phase.desks().get(phase.flows().get(lane).desk()).answerWithin();
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
                    String place = written.flows().containsKey(id) ? place(written, id, first) : null;
                    return place == null || place.equals(first.flows().get(id).desk()) ? numbers.flows().of(id) : numbers.flows().of(id + AT + place);
                })
                .toArray();
    }
}
