package mergedesk.scenario.check;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether contacts of a security domain have agents, and nobody is named for them who has no clearance. */
final class DomainCheck {
    private final Scenario scenario;
    private final Places places;

    DomainCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        if (scenario.services().values().stream().noneMatch(service -> service.domain() != null)) {
            return;
        }
        Set<String> routed = scenario.routing().stream().map(RoutingRow::flow).filter(Objects::nonNull).collect(Collectors.toSet());
        for (int i = 0; i < scenario.routing().size(); i++) {
            String flow = scenario.routing().get(i).flow();
            refuse(scenario.routing().get(i).group(), scenario.flows().containsKey(flow) ? scenario.flows().get(flow).service() : null, "routing[" + i + "].group");
        }
        scenario.campaigns().forEach((id, campaign) -> {
            for (int i = 0; i < campaign.groups().size(); i++) {
                refuse(campaign.groups().get(i), campaign.service(), "campaigns." + id + ".groups[" + i + "]");
            }
            if (campaign.groups().isEmpty() && places.sound("campaigns." + id)) {
                requireCleared(scenario.groups().values().stream().filter(group -> group.isFor(campaign.desk(), campaign.service())).toList(), campaign.service(), "campaigns." + id + ".service");
            }
        });
        scenario.flows().forEach((id, flow) -> {
            if (flow.ticket() != null) {
                for (int i = 0; i < flow.ticket().reassign().size(); i++) {
                    refuse(flow.ticket().reassign().get(i).to(), flow.service(), "flows." + id + ".ticket.reassign[" + i + "].to");
                }
            }
            boolean mayNeed = flow.service() != null && scenario.services().containsKey(flow.service()) && scenario.services().get(flow.service()).domain() != null;
            if (mayNeed && !routed.contains(id) && flow.desk() != null && places.sound("flows." + id)) {
                requireCleared(scenario.groups().values().stream().filter(group -> group.takes(flow)).toList(), flow.service(), "flows." + id + ".service");
            }
        });
    }

    private void refuse(String group, String service, String path) {
        AgentGroup named = group == null ? null : scenario.groups().get(group);
        if (named != null && service != null && scenario.services().containsKey(service) && !scenario.isCleared(named, service)) {
            String domain = scenario.services().get(service).domain();
            places.fault(path, "the group has no clearance for " + domain + ", the domain of " + service, "add it to groups." + group + ".domains, or name another group");
        }
    }

    /** Those who have the skill: that there are any is another question. */
    private void requireCleared(List<AgentGroup> able, String service, String path) {
        if (!able.isEmpty() && scenario.services().containsKey(service) && able.stream().noneMatch(group -> scenario.isCleared(group, service))) {
            String domain = scenario.services().get(service).domain();
            places.fault(path, "of the groups that could serve it none has a clearance for " + domain + ", the domain of " + service, "add " + domain + " to the domains of one of them");
        }
    }
}
