package mergedesk.scenario.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Flow;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/**
 * Whether every flow has someone to take it and every group something to take.
 *
 * <p>A flow with routing rows is taken by the groups of its rows, any other by the groups of its desk that have its service as a skill. Groups
 * and flows that are at fault already are taken to fit, so that one typing mistake does not give two faults.
 */
final class CoverageCheck {
    private static final String EVERY = "";
    private static final int LISTED = 12;

    private final Scenario scenario;
    private final Places places;
    /** By desk and skill; a group without skills stands under {@link #EVERY}. */
    private final Map<String, Map<String, Skilled>> skilledByDesk = new HashMap<>();

    private final Map<String, Set<String>> servicesByDesk = new HashMap<>();
    private final Map<String, Set<String>> routedGroups = new HashMap<>();
    private final Set<String> groupsWithRow = new HashSet<>();
    private int groupsNoted;

    /** The groups of a desk that have a skill: the first of them, its number in the file, and whether any has agents. */
    private record Skilled(int number, String group, boolean staffed) {
        Skilled and(Skilled other) {
            return number < other.number
                    ? new Skilled(number, group, staffed || other.staffed)
                    : new Skilled(other.number, other.group, staffed || other.staffed);
        }
    }

    CoverageCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        for (RoutingRow row : scenario.routing()) {
            routedGroups.computeIfAbsent(row.flow(), flow -> new HashSet<>()).add(row.group());
            groupsWithRow.add(row.group());
        }
        scenario.groups().forEach(this::noteSkills);
        boolean flowsSound = true;
        for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
            servicesByDesk
                    .computeIfAbsent(flow.getValue().desk(), desk -> new TreeSet<>())
                    .add(String.valueOf(flow.getValue().service()));
            flowsSound &= namesSound("flows." + flow.getKey(), "service", "desk");
        }
        for (Map.Entry<String, Campaign> campaign : scenario.campaigns().entrySet()) {
            servicesByDesk
                    .computeIfAbsent(campaign.getValue().desk(), desk -> new TreeSet<>())
                    .add(String.valueOf(campaign.getValue().service()));
            groupsWithRow.addAll(campaign.getValue().groups());
            flowsSound &= namesSound("campaigns." + campaign.getKey(), "service", "desk");
        }
        boolean groupsSound =
                scenario.groups().keySet().stream().allMatch(id -> namesSound("groups." + id, "desk", "skills"));
        boolean rowsSound = places.sound("routing");
        if (groupsSound && rowsSound) {
            scenario.flows().forEach(this::checkFlow);
        }
        if (flowsSound && rowsSound) {
            scenario.groups().forEach(this::checkGroup);
        }
    }

    private void noteSkills(String id, AgentGroup group) {
        Map<String, Skilled> skilled = skilledByDesk.computeIfAbsent(group.desk(), desk -> new HashMap<>());
        Skilled one = new Skilled(groupsNoted++, id, mayHaveAgents(id, group));
        for (String skill : group.skills().isEmpty() ? List.of(EVERY) : group.skills()) {
            skilled.merge(skill, one, Skilled::and);
        }
    }

    private boolean namesSound(String path, String... keys) {
        for (String key : keys) {
            if (!places.sound(path + "." + key)) {
                return false;
            }
        }
        return true;
    }

    private void checkFlow(String id, Flow flow) {
        String path = "flows." + id;
        if (!namesSound(path, "service", "desk")) {
            return;
        }
        Set<String> routed = routedGroups.get(id);
        if (routed != null) {
            if (routed.stream()
                    .noneMatch(group -> mayHaveAgents(group, scenario.groups().get(group)))) {
                places.fault(
                        path + ".desk",
                        "no group can serve this flow: those of its routing rows have no agents",
                        "give one of them agents");
            }
            return;
        }
        Map<String, Skilled> skilled = skilledByDesk.getOrDefault(flow.desk(), Map.of());
        Skilled able = skilled.get(flow.service());
        Skilled every = skilled.get(EVERY);
        if (able == null && every == null) {
            places.fault(
                    path + ".desk",
                    "no group of desk " + flow.desk() + " can serve this flow: none has the skill " + flow.service(),
                    "add " + flow.service() + " to the skills of a group there, or write a routing row");
            return;
        }
        Skilled any = able == null ? every : every == null ? able : able.and(every);
        if (!any.staffed()) {
            places.fault(
                    path + ".desk",
                    "no group can serve this flow: " + any.group() + " never has an agent",
                    "give it agents");
        }
    }

    private boolean mayHaveAgents(String id, AgentGroup group) {
        if (group == null || !places.sound("groups." + id)) {
            return true;
        }
        boolean staffed = group.staffing() != null
                && (group.staffing().constant() != null
                        ? group.staffing().constant() > 0
                        : group.staffing().byDay().values().stream()
                                .anyMatch(day -> day.values().stream().anyMatch(n -> n > 0)));
        return staffed || group.shifts().stream().anyMatch(shift -> shift.agents() > 0);
    }

    private void checkGroup(String id, AgentGroup group) {
        String path = "groups." + id;
        if (groupsWithRow.contains(id) || !namesSound(path, "desk", "skills")) {
            return;
        }
        Set<String> needed = servicesByDesk.getOrDefault(group.desk(), Set.of());
        if (needed.isEmpty()) {
            places.fault(
                    path + ".desk",
                    "no flow comes to desk " + group.desk() + ", so its agents have nothing to do",
                    "send a flow there, or remove the group");
        } else if (!group.skills().isEmpty() && group.skills().stream().noneMatch(needed::contains)) {
            places.fault(
                    path + ".skills",
                    "the group has no skill that any flow of desk " + group.desk() + " needs",
                    needed.size() > LISTED ? "add one of their services" : "add one of " + String.join(", ", needed));
        }
    }
}
