package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The groups of a {@link WildScenario}: numbers by interval, or shifts with breaks. */
final class WildStaff {
    private static final int MOST_AGENTS = 4;
    private static final int MINUTES_PER_DAY = 1440;

    private final List<String> names = new ArrayList<>();
    private final List<Integer> deskOfGroup = new ArrayList<>();
    private final Dice dice;
    private final boolean chats;

    WildStaff(Dice dice, boolean chats) {
        this.dice = dice;
        this.chats = chats;
    }

    /** A group at this desk, of those that have been written. */
    String at(int desk) {
        List<String> there = names.stream().filter(name -> deskOfGroup.get(names.indexOf(name)) == desk).toList();
        return there.get(dice.below(there.size()));
    }

    /** The names of the groups. */
    List<String> write(int councils, int services, int desks) {
        dice.line("groups:");
        for (int d = 0; d < desks; d++) {
            for (int g = 1 + dice.below(3); g > 0; g--) {
                String name = "g" + names.size();
                names.add(name);
                deskOfGroup.add(d);
                dice.line("  %s:\n    desk: d%d", name, d);
                if (dice.chance(0.6)) {
                    dice.line("    employer: c%d", dice.below(councils));
                }
                if (dice.chance(0.3)) {
                    dice.line("    skills: [s%d]", dice.below(services));
                }
                if (dice.chance(0.8)) {
                    dice.line("    domains: [health]");
                }
                if (dice.chance(0.2)) {
                    dice.line("    channels: [%s]", dice.pick("phone, video", "email, phone", "room, chat, video", "chat, phone, room", "video, email, room, phone"));
                }
                if (dice.chance(0.4)) {
                    dice.line("    speed: {s%d: %s}", dice.below(services), dice.pick("0.5", "1.25", "2", "1.7"));
                }
                if (chats && dice.chance(0.7)) {
                    dice.line("    chats: {%s}", dice.pick(
                            "most: 1", "most: 1, speed_by_load: [0.9], calls_with: 1", "most: 2, speed_by_load: [1, 0.7]", "most: 3, speed_by_load: [1, 0.8, 0.65], calls_with: 1",
                            "most: 3, speed_by_load: [1, 1, 0.37], calls_with: 3", "most: 5, speed_by_load: [1, 0.9, 0.7, 0.6, 0.5], calls_with: 2"));
                }
                blend();
                presence();
            }
        }
        return names;
    }

    /** Rules that may contradict the rest are refused and drawn again. */
    private void blend() {
        if (!dice.chance(0.5)) {
            return;
        }
        boolean parks = dice.chance(0.4);
        dice.line(
                "    blend: {park: %s%s%s%s%s%s%s}",
                parks,
                dice.chance(0.3) ? ", hand_over: " + dice.pick(10, 45, 300) + " s" : "",
                dice.chance(0.3) ? ", reserve: " + (dice.chance(0.3) ? "{mon-fri: " + table() + "}" : dice.below(3)) : "",
                dice.chance(0.2) ? ", below_occupancy: " + dice.pick(30, 50, 100) + " %" : "",
                dice.chance(0.2) ? ", below_queue: " + (1 + dice.below(3)) : "",
                !parks && dice.chance(0.3) ? ", share: " + (dice.chance(0.5) ? "{daily: {\"00:00\": " + dice.pick(20, 60) + " %, \"10:10\": 0 %, \"11:30\": 34 %, \"16:40\": 100 %}}" : dice.pick(34, 50, 100) + " %") : "",
                dice.chance(0.1) ? ", resume: same" : "");
    }

    private void presence() {
        switch (dice.below(3)) {
            case 0 -> dice.line("    staffing: %d", 1 + dice.below(MOST_AGENTS));
            case 1 -> dice.line("    staffing: %s", dice.chance(0.7) ? "{daily: " + table() + "}" : "{mon-fri: " + table() + ", sun: " + table() + "}");
            default -> {
                dice.line("    shifts:");
                for (int n = 1 + dice.below(3); n > 0; n--) {
                    shift();
                }
            }
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("{\"00:00\": " + dice.below(MOST_AGENTS));
        for (int at = 10 * (1 + dice.below(20)); at < MINUTES_PER_DAY; at += 10 * (1 + dice.below(20))) {
            table.append(String.format(Locale.ROOT, ", \"%s\": %d", clock(at), dice.below(MOST_AGENTS)));
        }
        return table.append('}').toString();
    }

    private void shift() {
        int from = 30 * dice.below(40);
        int length = 30 * (1 + dice.below(20));
        boolean overnight = from + length > MINUTES_PER_DAY;
        StringBuilder breaks = new StringBuilder();
        for (int n = dice.below(4); n > 0; n--) {
            breaks.append(breaks.isEmpty() ? "" : ", ")
                    .append("{at: \"").append(clock(from + 10 * dice.below(length / 10))).append("\", length: ")
                    .append(dice.pick(5, 10, 30, 120)).append(" min}");
        }
        dice.line(
                "      - {agents: %d, days: %s, start: \"%s\", end: \"%s\"%s, breaks: [%s]}",
                1 + dice.below(2), dice.pick("daily", "daily", "mon-fri", "[sat, sun, tue]"), clock(from), clock(from + length), overnight ? ", overnight: true" : "", breaks);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60 % 24, minute % 60);
    }
}
