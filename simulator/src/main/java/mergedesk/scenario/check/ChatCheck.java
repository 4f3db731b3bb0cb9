package mergedesk.scenario.check;

import java.util.List;
import mergedesk.scenario.Chats;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.tree.Places;

/** How agents share themselves between chats, and how long people stay in one. */
final class ChatCheck {
    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    ChatCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        scenario.groups().forEach((id, group) -> {
            String path = "groups." + id + ".chats";
            if (group.chats() != null && places.sound(path)) {
                checkRule(group.chats(), path);
            }
        });
        scenario.flows().forEach((id, flow) -> {
            distributions.checkTimeless(flow.patienceInChat(), "flows." + id + ".patience_in_chat");
        });
    }

    private void checkRule(Chats rule, String path) {
        List<Double> speeds = rule.speedByLoad();
        if (rule.callsWith() > rule.most()) {
            places.fault(path + ".calls_with", "an agent never has more than " + rule.most() + " chats", "write " + rule.most() + " or less");
        } else if (speeds.isEmpty() && rule.most() > 1) {
            places.fault(path, "how fast each chat goes is not said", "add speed_by_load, the speed of each with 1, 2, … contacts in hand: " + example(rule.most()));
        } else if (!speeds.isEmpty() && (speeds.size() < rule.most() || speeds.size() > Math.max(rule.most(), rule.callsWith() + 1))) {
            places.fault(
                    path + ".speed_by_load",
                    speeds.size() + (speeds.size() == 1 ? " speed" : " speeds") + " for at most " + rule.most() + (rule.most() == 1 ? " chat" : " chats"),
                    "write one speed for each number of contacts in hand: " + example(rule.most()));
        }
        for (int i = 1; i < speeds.size(); i++) {
            if (speeds.get(i) > speeds.get(i - 1)) {
                places.fault(
                        path + ".speed_by_load[" + i + "]",
                        "each chat would go faster the more there are",
                        "write " + Numbers.plain(speeds.get(i - 1)) + " or less");
            }
        }
    }

    /** 1, 0.8, 0.65, and so on down. */
    private static String example(int most) {
        List<String> speeds = List.of("1", "0.8", "0.65", "0.55", "0.5");
        return "[" + String.join(", ", speeds.subList(0, Math.min(most, speeds.size()))) + (most > speeds.size() ? ", …]" : "]");
    }
}
