package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;

/** Applications of a generated scenario, and the services that need them. */
final class WildApplications {
    private final Dice dice;
    private final WildEstate estate;
    private final int applications;

    WildApplications(Dice dice, WildEstate estate) {
        this.dice = dice;
        this.estate = estate;
        applications = dice.chance(0.5) ? 0 : 1 + dice.below(3);
    }

    /** How many there are. */
    int count() {
        return applications;
    }

    /** Services, and what they need. */
    void services(int services) {
        dice.line("domains: {health: }\nservices:");
        for (int s = 0; s < services; s++) {
            List<String> needs = new ArrayList<>();
            for (int a = 0; a < applications; a++) {
                if (dice.chance(0.6)) {
                    needs.add("a" + a + ": {" + String.join(", ", need()) + "}");
                }
            }
            dice.line("  s%d: {name: Thing %d, needs: {%s}%s}", s, s, String.join(", ", needs), dice.chance(0.1) ? ", domain: health" : "");
        }
        if (estate.asksDesk()) {
            dice.line("  upkeep: {}");
        }
    }

    void write(List<String> flows) {
        if (applications > 0) {
            dice.line("applications:");
        }
        for (int a = 0; a < applications; a++) {
            List<String> keys = estate.keysOf(a);
            if (dice.chance(0.8)) {
                keys.add(String.format("capacity: %d / min, response: {transactions: 1 / min%s}", 2 + dice.below(12), dice.pick("", ", slowest: 1.6", ", slowest: 3")));
            }
            if (dice.chance(0.7) && keys.stream().noneMatch(key -> key.startsWith("failures"))) {
                keys.add("failures: {every: " + length(dice.pick(600, 3_000)) + ", repair: " + length(dice.pick(20, 200, 1_500)) + "}");
            }
            if (dice.chance(0.5)) {
                keys.add("incidents: {" + String.join(", ", incidents(flows)) + "}");
            }
            dice.line("  a%d: {%s}", a, String.join(", ", keys));
        }
    }

    private List<String> incidents(List<String> flows) {
        List<String> keys = new ArrayList<>();
        boolean users = dice.chance(0.7);
        if (users) {
            keys.add("users: {" + dice.pick(flows.toArray(String[]::new)) + ": " + dice.pick(5, 60) + "}");
            keys.add("delay: " + length(dice.pick(30, 600)));
            keys.add("calls: " + dice.pick("30 %", "100 %"));
            keys.add(dice.pick("working: always", "working: {daily: 07:10-19:45}", "after_recovery: call"));
            if (dice.chance(0.4)) {
                keys.add("announcement: {after: " + dice.pick(0, 60, 300) + " s, lowers: " + dice.pick("40 %", "100 %") + "}");
            }
        }
        if (!users || dice.chance(0.4)) {
            keys.add("surge: {" + dice.pick(flows.toArray(String[]::new)) + ": " + dice.pick("2 / min", "20 / h") + "}");
        }
        if (dice.chance(0.3)) {
            keys.add("parent_ticket: {after: " + dice.pick(0, 60, 300) + " s, work: " + length(20) + "}");
        }
        return keys;
    }

    /** What a flow needs beside its service; nothing most often. */
    String ofFlow() {
        return applications > 0 && dice.chance(0.2) ? "{a" + dice.below(applications) + ": {" + String.join(", ", need()) + "}}" : "";
    }

    private List<String> need() {
        List<String> keys = new ArrayList<>();
        if (dice.chance(0.6)) {
            keys.add("share: " + dice.pick("70 %", "20 %"));
        }
        if (dice.chance(0.8)) {
            String whenDown = dice.pick("slower", "pauses", "goes_on", "comes_back");
            String deferred = dice.pick("held", "held", "slower", "pauses", "goes_on");
            keys.add("when_down: " + whenDown + ", deferred: " + deferred);
            if (whenDown.equals("comes_back")) {
                keys.add("told: " + length(dice.pick(10, 40)) + ", after: " + length(dice.pick(60, 900)));
            }
            if (whenDown.equals("slower") || deferred.equals("slower")) {
                keys.add("speed: " + dice.pick("30 %", "75 %"));
            }
        }
        return keys;
    }

    private String length(int seconds) {
        return "{distribution: " + dice.pick("exponential", "constant") + ", mean: " + seconds + " s}";
    }

    /** What self-service needs. */
    String ofPortal() {
        return dice.chance(0.4) && applications > 0 ? ", needs: [a" + dice.below(applications) + "]" : "";
    }
}
