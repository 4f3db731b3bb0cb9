package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mergedesk.program.Chats;
import mergedesk.program.Program;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Shift;
import mergedesk.scenario.Staffing;

/**
 * Agents, numbered group by group: as many as the group's table of staffing ever needs, or the sum of its shifts in the order of the list.
 */
final class GroupTable {
    private GroupTable() {}

    /** {@code firstAgent}: the same in each phase; what else there is to say of groups is that of one. */
    static Program.Groups of(Map<String, AgentGroup> groups, int[] firstAgent, Numbering numbers) {
        int serviceCount = numbers.services().size();
        int[] desk = new int[groups.size()];
        int[] employer = new int[groups.size()];
        double[] speed = new double[groups.size() * serviceCount];
        boolean[] byShift = new boolean[groups.size()];
        List<AgentGroup> list = List.copyOf(groups.values());
        List<String> services = numbers.services().list();
        for (int g = 0; g < list.size(); g++) {
            AgentGroup group = list.get(g);
            byShift[g] = isByShift(group);
            desk[g] = numbers.desks().of(group.desk());
            employer[g] = employer(group, numbers);
            for (int service = 0; service < serviceCount; service++) {
                speed[g * serviceCount + service] = group.speed().getOrDefault(services.get(service), 1.0);
            }
        }
        return new Program.Groups(firstAgent, desk, employer, speed, byShift, chats(list));
    }

    /** The first agent of each group, and behind the last: enough in each phase. */
    static int[] firstAgent(Phases phases) {
        List<String> ids = List.copyOf(phases.scenarios().get(0).groups().keySet());
        int[] firstAgent = new int[ids.size() + 1];
        for (int g = 0; g < ids.size(); g++) {
            firstAgent[g + 1] = Math.addExact(firstAgent[g], phases.group(ids.get(g)).mapToInt(GroupTable::agents).max().orElseThrow());
        }
        return firstAgent;
    }

    /** The council that employs a group. */
    static int employer(AgentGroup group, Numbering numbers) {
        return group.employer() == null ? Program.Groups.NO_EMPLOYER : numbers.councils().of(group.employer());
    }

    private static Chats chats(List<AgentGroup> groups) {
        int[] most = new int[groups.size()];
        int[] callsWith = new int[groups.size()];
        int[] offset = new int[groups.size() + 1];
        List<Double> speed = new ArrayList<>();
        for (int g = 0; g < most.length; g++) {
            mergedesk.scenario.Chats rule = groups.get(g).chats();
            if (rule != null) {
                most[g] = rule.most();
                callsWith[g] = rule.callsWith();
                speed.addAll(rule.speedByLoad());
            }
            if (offset[g] == speed.size()) {
                speed.add(1.0);
            }
            offset[g + 1] = speed.size();
        }
        return new Chats(most, callsWith, offset, speed.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Whether agents of the group have shifts of their own. */
    static boolean isByShift(AgentGroup group) {
        return !group.shifts().isEmpty();
    }

    private static int agents(AgentGroup group) {
        if (isByShift(group)) {
            return group.shifts().stream().mapToInt(Shift::agents).sum();
        }
        Staffing staffing = group.staffing();
        if (staffing.constant() != null) {
            return staffing.constant();
        }
        return staffing.byDay().values().stream()
                .flatMap(byTime -> byTime.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
