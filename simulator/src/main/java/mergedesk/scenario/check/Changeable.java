package mergedesk.scenario.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a step of a plan may change: keys of entries, by section. */
enum Changeable {
    /** Who is planned when, at any time. */
    STAFF(Map.of("groups", List.of("staffing", "shifts"), "campaigns", List.of("hours"), "channels", List.of("opening"))),
    /** Who may take whom, and where. */
    RULES(Map.of(
            "groups", List.of("desk", "employer", "skills", "channels", "domains", "speed"),
            "desks", List.of("lines", "queue_capacity", "home_first", "at_close", "answer_within"),
            "flows", List.of("desk", "priority", "patience", "balk", "retry"))),
    /** Who comes when, by day. */
    DEMAND(Map.of("desks", List.of("opening", "opens_on_bank_holidays"), "flows", List.of("volume", "volume_per_head", "profile", "season"))),
    /** What runs where, and how it fails. */
    ESTATE(Map.of(
            "applications", List.of("hosts", "needed", "standby", "standby_needed", "failover", "needs", "failures"),
            "hosts", List.of("room", "failures", "watts", "load", "racks"),
            "rooms", List.of("needs", "failures", "racks", "limit", "overhead", "rent", "closed"),
            "supplies", List.of("needs", "failures"),
            "links", List.of("needs", "failures")));

    /** The list of rows is changed as a whole. */
    static final String ROUTING = "routing";

    private final Map<String, List<String>> keys; // by section

    Changeable(Map<String, List<String>> keys) {
        this.keys = keys;
    }

    /** Whether a key, with its section and entry, is of what comes when by day: flows.north.volume. */
    static boolean isDemand(String key) {
        String[] words = key.split("\\.");
        return words.length == 3 && keys(words[0]).get(words[2]) == DEMAND;
    }

    /** The keys of entries of a section that a step may change; none of any other section. */
    static Map<String, Changeable> keys(String section) {
        Map<String, Changeable> all = new LinkedHashMap<>();
        for (Changeable kind : values()) {
            kind.keys.getOrDefault(section, List.of()).forEach(key -> all.put(key, kind));
        }
        return all;
    }
}
