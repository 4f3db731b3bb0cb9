package mergedesk.scenario.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Flow;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/**
 * Whether every flow to which anybody can come has someone to take it, and every group something to take.
 *
 * <p>A flow with routing rows is taken by the groups of its rows, any other by the groups of its desk that have its service as a skill and take its channel. Groups
 * and flows that are at fault already are taken to fit, so that one typing mistake does not give two faults.
 */
final class CoverageCheck {
    private static final String EVERY = "";
    private static final int LISTED = 12;

    private final Scenario scenario;
    private final Places places;
    /** By desk, skill and channel; a group without skills, or without channels, stands under {@link #EVERY}. */
    private final Map<String, Map<Kind, Able>> ableByDesk = new HashMap<>();

    private final Map<String, Set<String>> skillsByDesk = new HashMap<>();
    private final Map<String, Set<String>> servicesByDesk = new HashMap<>();
    private final Map<String, Set<String>> channelsByDesk = new HashMap<>();
    /** What comes to a desk, by service and by any service; the calls of campaigns under {@link #EVERY} channel. */
    private final Map<String, Set<Kind>> neededByDesk = new HashMap<>();
    private final Map<String, Set<String>> routedGroups = new HashMap<>();
    private final Set<String> groupsWithRow = new HashSet<>();
    private int groupsNoted;

    private record Kind(String service, String channel) {}

    /** The groups of a desk that can serve a kind of contacts: the first of them, its number in the file, and whether any has agents. */
    private record Able(int number, String group, boolean staffed) {
        Able and(Able other) {
            return number < other.number
                    ? new Able(number, group, staffed || other.staffed)
                    : new Able(other.number, other.group, staffed || other.staffed);
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
        scenario.groups().forEach(this::noteGroup);
        boolean flowsSound = true;
        for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
            String desk = flow.getValue().desk();
            noteNeed(desk, String.valueOf(flow.getValue().service()), String.valueOf(flow.getValue().channel()));
            channelsByDesk.computeIfAbsent(desk, none -> new TreeSet<>()).add(String.valueOf(flow.getValue().channel()));
            flowsSound &= namesSound("flows." + flow.getKey(), "service", "desk", "channel");
        }
        for (Map.Entry<String, Campaign> campaign : scenario.campaigns().entrySet()) {
            noteNeed(campaign.getValue().desk(), String.valueOf(campaign.getValue().service()), EVERY);
            groupsWithRow.addAll(campaign.getValue().groups());
            flowsSound &= namesSound("campaigns." + campaign.getKey(), "service", "desk");
        }
        boolean groupsSound =
                scenario.groups().keySet().stream().allMatch(id -> namesSound("groups." + id, "desk", "skills", "channels"));
        boolean rowsSound = places.sound("routing");
        if (groupsSound && rowsSound) {
            Set<String> comers = Comers.of(scenario);
            scenario.flows().forEach((id, flow) -> {
                if (comers.contains(id)) {
                    checkFlow(id, flow);
                }
            });
        }
        if (flowsSound && rowsSound) {
            scenario.groups().forEach(this::checkGroup);
        }
    }

    private void noteNeed(String desk, String service, String channel) {
        servicesByDesk.computeIfAbsent(desk, none -> new TreeSet<>()).add(service);
        Set<Kind> needed = neededByDesk.computeIfAbsent(desk, none -> new HashSet<>());
        needed.add(new Kind(service, channel));
        needed.add(new Kind(EVERY, channel));
    }

    private void noteGroup(String id, AgentGroup group) {
        Map<Kind, Able> able = ableByDesk.computeIfAbsent(group.desk(), desk -> new HashMap<>());
        Able one = new Able(groupsNoted++, id, mayHaveAgents(id, group));
        for (String skill : orEvery(group.skills())) {
            skillsByDesk.computeIfAbsent(group.desk(), desk -> new HashSet<>()).add(skill);
            for (String channel : orEvery(group.channels())) {
                able.merge(new Kind(skill, channel), one, Able::and);
            }
        }
    }

    private static List<String> orEvery(List<String> names) {
        return names.isEmpty() ? List.of(EVERY) : names;
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
        if (!namesSound(path, "service", "desk", "channel")) {
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
        Optional<Able> able = able(flow);
        if (able.isEmpty() && scenario.groups().values().stream().noneMatch(group -> flow.desk().equals(group.desk()))) {
            places.fault(path + ".desk", "no group works at desk " + flow.desk() + ", so nobody can serve this flow", "give the desk a group, send the flow to another desk, or write a routing row");
        } else if (able.isEmpty()) {
            Set<String> skills = skillsByDesk.getOrDefault(flow.desk(), Set.of());
            boolean skilled = skills.contains(EVERY) || skills.contains(flow.service());
            places.fault(
                    path + ".desk",
                    "no group of desk " + flow.desk() + " can serve this flow: "
                            + (skilled ? "none with the skill " + flow.service() + " takes the channel " + flow.channel() : "none has the skill " + flow.service()),
                    "add " + (skilled ? flow.channel() + " to the channels" : flow.service() + " to the skills") + " of a group there, or write a routing row");
        } else if (!able.get().staffed()) {
            places.fault(
                    path + ".desk",
                    "no group can serve this flow: " + able.get().group() + " never has an agent",
                    "give it agents");
        }
    }

    private Optional<Able> able(Flow flow) {
        Map<Kind, Able> able = ableByDesk.getOrDefault(flow.desk(), Map.of());
        return Stream.of(
                        new Kind(flow.service(), flow.channel()),
                        new Kind(flow.service(), EVERY),
                        new Kind(EVERY, flow.channel()),
                        new Kind(EVERY, EVERY))
                .map(able::get)
                .filter(Objects::nonNull)
                .reduce(Able::and);
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
        if (groupsWithRow.contains(id) || !namesSound(path, "desk", "skills", "channels") || !mayHaveAgents(id, group)) {
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
        } else if (!group.channels().isEmpty() && Stream.concat(Stream.of(EVERY), group.channels().stream()).noneMatch(channel -> isNeeded(group, channel))) {
            List<String> channels = channelsByDesk.getOrDefault(group.desk(), Set.of()).stream().filter(channel -> isNeeded(group, channel)).toList();
            places.fault(
                    path + ".channels",
                    "no flow of desk " + group.desk() + " that the group has the skill for comes by a channel that it takes",
                    channels.size() > LISTED ? "add one of their channels" : "add one of " + String.join(", ", channels));
        }
    }

    /** Whether anything comes by the channel for which the group has the skill. */
    private boolean isNeeded(AgentGroup group, String channel) {
        Set<Kind> needed = neededByDesk.getOrDefault(group.desk(), Set.of());
        return orEvery(group.skills()).stream().anyMatch(skill -> needed.contains(new Kind(skill, channel)));
    }
}
