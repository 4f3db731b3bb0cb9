package mergedesk.scenario.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Application;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Incidents;
import mergedesk.scenario.Rate;
import mergedesk.scenario.RepairCrew;
import mergedesk.scenario.Scenario;

/** To which flows anybody can come: by themselves, about an outage or a repair, or from another flow to which anybody can come. Who tries again has come before. */
final class Comers {
    private Comers() {}

    static Set<String> of(Scenario scenario) {
        Set<String> flows = new HashSet<>();
        scenario.flows().forEach((id, flow) -> {
            if (!isEmpty(flow)) {
                flows.add(id);
            }
        });
        for (Application application : scenario.applications().values()) {
            Incidents incidents = application == null ? null : application.incidents();
            if (incidents != null) {
                flows.addAll(incidents.users().keySet());
                flows.addAll(incidents.surge().keySet());
            }
        }
        scenario.repairCrews().values().stream().map(RepairCrew::flow).forEach(flows::add);
        return withFollowing(flows, scenario.flows());
    }

    /** Whether it is said that none come; what is not said is at fault already. */
    private static boolean isEmpty(Flow flow) {
        Rate volume = flow.volume() == null ? flow.volumePerHead() : flow.volume();
        return volume != null && volume.count() == 0 && flow.trace() == null && flow.openingBacklog() == null;
    }

    private static Set<String> withFollowing(Set<String> flows, Map<String, Flow> all) {
        Deque<String> open = new ArrayDeque<>(flows.stream().filter(all::containsKey).toList());
        while (!open.isEmpty()) {
            Flow flow = all.get(open.pop());
            String message = flow.message() == null ? null : flow.message().becomes();
            String failed = flow.selfService() == null ? null : flow.selfService().becomes();
            for (String next : new String[] {message, failed}) {
                if (next != null && flows.add(next) && all.containsKey(next)) {
                    open.push(next);
                }
            }
        }
        return flows;
    }
}
