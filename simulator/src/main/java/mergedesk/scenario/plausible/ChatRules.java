package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.CHATS_TOO_MANY;
import static mergedesk.scenario.NoteKind.CHATS_UNUSED;
import static mergedesk.scenario.NoteKind.CHAT_ONE_AT_A_TIME;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Chats;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;

/** Whether chats meet agents who have several at once, and these do more so than with fewer. */
final class ChatRules {
    private static final double ROUNDING = 1e-9;

    private final Scenario scenario;
    private final List<Finding> findings;
    private final Map<String, Set<String>> groupsOfFlow = new HashMap<>(); // by explicit rows
    private final Map<String, Map<String, AgentGroup>> severalAtDesk = new HashMap<>(); // groups with a rule for chats
    private final Set<String> used = new HashSet<>();

    ChatRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        for (RoutingRow row : scenario.routing()) {
            groupsOfFlow.computeIfAbsent(row.flow(), flow -> new HashSet<>()).add(row.group());
        }
        scenario.groups().forEach((id, group) -> {
            if (group.chats() != null) {
                severalAtDesk.computeIfAbsent(group.desk(), desk -> new HashMap<>()).put(id, group);
                findTooMany("groups." + id + ".chats", group.chats());
            }
        });
        scenario.flows().forEach((id, flow) -> {
            if (scenario.channels().get(flow.channel()).kind() == Channel.Kind.CHAT) {
                find(id, flow);
            }
        });
        scenario.groups().forEach((id, group) -> {
            if (group.chats() != null && !used.contains(id)) {
                findings.add(Finding.note(CHATS_UNUSED, "groups." + id + ".chats", "no chat comes to this group", "give a flow a channel of kind: chat, or remove it"));
            }
        });
    }

    private void find(String id, Flow flow) {
        Set<String> rows = groupsOfFlow.get(id);
        boolean any = false;
        if (rows != null) {
            for (String group : rows) {
                any |= take(group, scenario.groups().get(group).chats() != null);
            }
        } else {
            for (Map.Entry<String, AgentGroup> group : severalAtDesk.getOrDefault(flow.desk(), Map.of()).entrySet()) {
                any |= take(group.getKey(), group.getValue().takes(flow));
            }
        }
        if (!any) {
            findings.add(Finding.note(
                    CHAT_ONE_AT_A_TIME,
                    "flows." + id + ".channel",
                    "an agent has one of these chats at a time: no group that may take them has chats",
                    "write chats for the group, such as {most: 3, speed_by_load: [1, 0.8, 0.65]}"));
        }
    }

    private boolean take(String group, boolean several) {
        if (several) {
            used.add(group);
        }
        return several;
    }

    /** With how many chats at once an agent does less of all of them than with fewer: number × speed. */
    private void findTooMany(String path, Chats rule) {
        int bestNumber = 1;
        for (int number = 2; number <= rule.most(); number++) {
            double best = done(rule, bestNumber);
            double done = done(rule, number);
            if (done < best - ROUNDING) {
                findings.add(Finding.note(
                        CHATS_TOO_MANY,
                        path + ".speed_by_load",
                        "with " + number + " at once an agent does " + Said.number(done) + " times the work of one chat at full speed, and with " + bestNumber + " "
                                + Said.number(best) + " times",
                        "check the speeds, or write most: " + bestNumber));
                return;
            }
            bestNumber = done > best ? number : bestNumber;
        }
    }

    private static double done(Chats rule, int number) {
        return number * rule.speedByLoad().get(number - 1);
    }
}
