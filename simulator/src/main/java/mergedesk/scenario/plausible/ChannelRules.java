package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.CHANNEL_UNUSED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Scenario;

/** Whether anything comes by the channels that groups take. */
final class ChannelRules {
    private final Scenario scenario;
    private final List<Finding> findings;

    ChannelRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        Map<String, Set<String>> channelsByDesk = new HashMap<>();
        scenario.flows().values().forEach(flow -> channelsByDesk.computeIfAbsent(flow.desk(), desk -> new HashSet<>()).add(flow.channel()));
        scenario.groups().forEach((id, group) -> {
            for (int i = 0; i < group.channels().size(); i++) {
                if (!channelsByDesk.getOrDefault(group.desk(), Set.of()).contains(group.channels().get(i))) {
                    findings.add(Finding.note(
                            CHANNEL_UNUSED,
                            "groups." + id + ".channels[" + i + "]",
                            "no flow of desk " + group.desk() + " comes by this channel",
                            "send one there, or remove the channel"));
                }
            }
        });
    }
}
