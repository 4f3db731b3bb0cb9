package mergedesk.dsol.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mergedesk.api.ScenarioFile;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Application;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;

/** Steps of a plan over a generated scenario: whatever a step may change, at any time of it. */
final class WildPlan {
    private static final int TRIES = 40;

    private final Dice dice;
    private final Scenario scenario;
    private final List<String> desks;

    private WildPlan(Random random, Scenario scenario) {
        dice = new Dice(random);
        this.scenario = scenario;
        desks = List.copyOf(scenario.desks().keySet());
    }

    /** The scenario with a plan behind it, in its file; null where none was found that is sound. */
    static ScenarioFile over(ScenarioFile scenario, Random random) throws IOException {
        String text = Files.readString(scenario.path());
        for (int tries = 0; tries < TRIES; tries++) {
            Files.writeString(scenario.path(), text + new WildPlan(random, scenario.scenario()).text());
            ScenarioFile planned = ScenarioFile.read(scenario.path(), List.of());
            if (planned.isSound()) {
                return planned;
            }
        }
        Files.writeString(scenario.path(), text);
        return null;
    }

    private String text() {
        long minutes = scenario.time().duration().toMinutes();
        dice.line("plan:");
        for (int n = 1 + dice.below(3); n > 0; n--) {
            LocalDateTime on = scenario.time().start().plusMinutes(dice.pick(1, 5, 30) * (long) dice.below((int) minutes / 30));
            boolean midnight = dice.chance(0.2);
            List<String> changes = new ArrayList<>();
            if (desks.size() > 1 && dice.chance(0.6)) {
                int from = dice.below(desks.size());
                move(changes, desks.get(from), desks.get((from + 1 + dice.below(desks.size() - 1)) % desks.size()));
            } else {
                groups(changes);
                flows(changes, midnight);
                routing(changes);
            }
            desks(changes, midnight);
            if (midnight && scenario.channels().containsKey("portal") && dice.chance(0.5)) {
                changes.add("channels: {portal: {opening: " + dice.pick("always", "{daily: 09:00-10:30}", "{sun: 01:00-01:10}") + "}}");
            }
            estate(changes);
            String down = scenario.rooms().isEmpty() || !dice.chance(0.4) ? "" : ", down: {" + dice.pick("hosts: [h0, h2]", "rooms: [room0]", "supplies: [feed1]", "hosts: [h1], rooms: [room1]") + ", lasts: " + (1 + dice.below(90)) + " min}";
            if (!changes.isEmpty() || !down.isEmpty()) {
                String lasts = dice.chance(0.3) ? ", lasts: " + (midnight ? "1 day" : 1 + dice.below(300) + " min") : "";
                dice.line("  step%d: {on: %s, change: {%s}%s%s}", n, midnight ? on.toLocalDate().plusDays(1) : on, String.join(", ", changes), down, lasts);
            }
        }
        return dice.toString();
    }

    /** All that began at one desk is at another from now on. */
    private void move(List<String> changes, String from, String to) {
        add("groups", scenario.groups().entrySet().stream().filter(group -> group.getValue().desk().equals(from)).map(group -> group.getKey() + ": {desk: " + to + "}").toList(), changes);
        add("flows", scenario.flows().entrySet().stream().filter(flow -> flow.getValue().desk().equals(from)).map(flow -> flow.getKey() + ": {desk: " + to + "}").toList(), changes);
    }

    private void groups(List<String> changes) {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<String, AgentGroup> group : scenario.groups().entrySet()) {
            List<String> keys = new ArrayList<>();
            if (dice.chance(0.3)) {
                keys.add("desk: " + dice.pick(desks.toArray(String[]::new)));
            }
            if (dice.chance(0.3) && group.getValue().shifts().isEmpty()) {
                keys.add("staffing: " + dice.pick("0", "1", "3", "{daily: {\"00:00\": 1, \"09:10\": 3, \"11:40\": 1, \"18:00\": 2}}"));
            } else if (dice.chance(0.3) && !group.getValue().shifts().isEmpty()) {
                keys.add("shifts: [{agents: 1, days: daily, start: \"07:30\", end: \"15:20\", breaks: [{at: \"10:00\", length: 20 min}]}, {agents: 2, days: mon-sun, start: \"09:10\", end: \"23:50\"}]");
            }
            if (dice.chance(0.2)) {
                keys.add("skills: " + dice.pick("[]", "[s0]"));
            }
            if (dice.chance(0.2)) {
                keys.add("speed: {s0: " + dice.pick("0.5", "1", "1.3") + "}");
            }
            if (dice.chance(0.2) && group.getValue().employer() != null) {
                keys.add("employer: " + dice.pick(scenario.councils().keySet().toArray(String[]::new)));
            }
            if (dice.chance(0.1) && !scenario.domains().isEmpty()) {
                keys.add("domains: " + dice.pick("[]", "[health]"));
            }
            if (!keys.isEmpty()) {
                entries.add(group.getKey() + ": {" + String.join(", ", keys) + "}");
            }
        }
        add("groups", entries, changes);
    }

    private void flows(List<String> changes, boolean midnight) {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<String, Flow> flow : scenario.flows().entrySet()) {
            boolean deferred = scenario.isDeferred(flow.getValue());
            List<String> keys = new ArrayList<>();
            if (dice.chance(0.4) && !deferred) {
                keys.add("desk: " + dice.pick(desks.toArray(String[]::new)));
            }
            if (dice.chance(0.2)) {
                keys.add("priority: " + (1 + dice.below(3)));
            }
            if (dice.chance(0.2) && !deferred) {
                keys.add("patience: {distribution: exponential, mean: " + dice.pick(20, 120, 600) + " s}");
            }
            if (dice.chance(0.2) && !deferred) {
                keys.add("balk: " + dice.pick(0, 30) + " %");
            }
            if (dice.chance(0.2) && !deferred) {
                keys.add("retry: {probability: " + dice.pick(0, 60) + " %, limit: 2, delay: {distribution: constant, mean: 300 s}, after: [abandoned, turned_away, disconnected, blocked]}");
            }
            if (dice.chance(0.3) && midnight && flow.getValue().volume() != null) {
                keys.add("volume: " + dice.pick("0 / year", "20 / h", "50 / h"));
            }
            if (!keys.isEmpty()) {
                entries.add(flow.getKey() + ": {" + String.join(", ", keys) + "}");
            }
        }
        add("flows", entries, changes);
    }

    private void desks(List<String> changes, boolean midnight) {
        List<String> entries = new ArrayList<>();
        for (String desk : desks) {
            List<String> keys = new ArrayList<>();
            if (dice.chance(0.2)) {
                keys.add("answer_within: " + dice.pick(5, 40, 200) + " s");
            }
            if (dice.chance(0.2)) {
                keys.add("lines: " + (1 + dice.below(8)));
            }
            if (dice.chance(0.2)) {
                keys.add("queue_capacity: " + dice.below(6));
            }
            if (dice.chance(0.2)) {
                keys.add("home_first: " + dice.pick(0, 15, 80) + " s");
            }
            if (dice.chance(0.2)) {
                keys.add("at_close: " + dice.pick("serve", "keep", "disconnect"));
            }
            if (dice.chance(0.3) && midnight) {
                keys.add("opening: " + dice.pick("always", "{daily: 08:00-17:30}", "{daily: [\"07:00-12:10\", \"13:00-22:00\"]}"));
            }
            if (!keys.isEmpty()) {
                entries.add(desk + ": {" + String.join(", ", keys) + "}");
            }
        }
        add("desks", entries, changes);
    }

    private void estate(List<String> changes) {
        if (scenario.rooms().isEmpty()) {
            return;
        }
        if (dice.chance(0.5)) {
            add("hosts", scenario.hosts().keySet().stream().filter(host -> dice.chance(0.5)).map(host -> host + ": {" + dice.pick("room: room0", "room: room1", failures(), failures()) + "}").toList(), changes);
        }
        if (dice.chance(0.3)) {
            add("rooms", scenario.rooms().keySet().stream().filter(room -> dice.chance(0.5)).map(room -> room + ": {" + dice.pick("closed: true", "closed: false", "needs: [feed1]", "needs: [feed0, feed1]", failures()) + "}").toList(), changes);
        }
        if (dice.chance(0.3)) {
            add("supplies", List.of("feed1: {" + dice.pick("needs: []", "needs: [feed0]", failures()) + "}"), changes);
        }
        if (dice.chance(0.6)) {
            add("applications", scenario.applications().keySet().stream().filter(application -> dice.chance(0.6)).map(application -> application + ": {" + String.join(", ", ofApplication(application)) + "}").toList(), changes);
        }
    }

    private List<String> ofApplication(String id) {
        List<String> keys = new ArrayList<>();
        Application now = scenario.applications().get(id);
        if (!now.hosts().isEmpty() && dice.chance(0.7)) {
            keys.add("hosts: " + dice.pick("[h1]", "[h3]", "[h0, h3]") + ", needed: 1");
        }
        if (!now.standby().isEmpty() && dice.chance(0.7)) {
            keys.add("standby: " + dice.pick("[h2]", "[h2, h1]") + ", standby_needed: 1");
        }
        if (now.failover() != null && dice.chance(0.5)) {
            keys.add("failover: {takes: {mean: " + dice.pick(5, 300) + " s}, during: " + dice.pick("{}", "{repair: waits, standby: cannot}", "{standby: may_fail}") + "}");
        }
        if (dice.chance(0.3)) {
            keys.add(failures());
        }
        return keys;
    }

    private String failures() {
        return "failures: " + dice.pick("", "{every: {mean: " + dice.pick(300, 4_000) + " s}, repair: {mean: " + dice.pick(60, 900) + " s}}");
    }

    private void routing(List<String> changes) {
        if (!dice.chance(0.2)) {
            return;
        }
        List<String> rows = new ArrayList<>();
        for (String flow : scenario.flows().keySet()) {
            if (dice.chance(0.5)) {
                rows.add("{flow: " + flow + ", group: " + dice.pick(scenario.groups().keySet().toArray(String[]::new)) + ", after: " + dice.pick(0, 0, 20, 60) + " s, rank: " + (1 + dice.below(2)) + "}");
            }
        }
        changes.add("routing: [" + String.join(", ", rows) + "]");
    }

    private static void add(String section, List<String> entries, List<String> changes) {
        if (!entries.isEmpty()) {
            changes.add(section + ": {" + String.join(", ", entries) + "}");
        }
    }
}
