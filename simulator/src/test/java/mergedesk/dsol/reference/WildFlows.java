package mergedesk.dsol.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The flows of a {@link WildScenario}: who comes when, how long they talk, wait and stay away. */
final class WildFlows {
    private final Dice dice;
    private final Path folder;
    private final boolean grid;
    private final LocalDateTime start;
    private final int hours;
    private final List<String> letters = new ArrayList<>(); // flows of deferred work
    private final boolean chats;
    private final boolean asksDesk;
    private final boolean plain;
    private final WildApplications applications;

    /** {@code grid}: recorded arrivals and constant lengths, so that many things happen at the same tick; {@code asksDesk}: there is one for repairs; {@code plain}: no tickets. */
    WildFlows(Dice dice, Path folder, boolean grid, LocalDateTime start, int hours, boolean chats, boolean asksDesk, boolean plain, WildApplications applications) {
        this.applications = applications;
        this.plain = plain;
        this.dice = dice;
        this.folder = folder;
        this.grid = grid;
        this.start = start;
        this.hours = hours;
        this.chats = chats;
        this.asksDesk = asksDesk;
    }

    /** The names of the flows. */
    List<String> write(int councils, int services, int desks) throws IOException {
        List<String> names = new ArrayList<>();
        dice.line("flows:");
        for (int c = 0; c < councils; c++) {
            for (int s = 0; s < services; s++) {
                if (names.isEmpty() || dice.chance(0.7)) {
                    String name = "f" + c + s;
                    boolean deferred = dice.chance(plain ? 0.1 : 0.3);
                    names.add(name);
                    int desk = dice.below(desks);
                    String channel = deferred ? "email" : chats && dice.chance(0.5) ? "chat" : dice.pick("phone", "video", "room");
                    dice.line("  %s:\n    council: c%d\n    service: s%d\n    channel: %s\n    desk: d%d", name, c, s, channel, desk);
                    if (channel.equals("chat") && dice.chance(0.5)) {
                        dice.line("    patience_in_chat: %s", length(400));
                    }
                    if (desk == 0 && !deferred && dice.chance(0.3)) {
                        dice.line("    work_by_group: {g0: %s}", length(150)); // the first group is at the first desk
                    }
                    demand(name);
                    String needs = applications.ofFlow();
                    if (!needs.isEmpty()) {
                        dice.line("    needs: %s", needs);
                    }
                    if (dice.chance(0.2)) {
                        dice.line("    key: people/of/%s", name);
                    }
                    if (deferred) {
                        letters.add(name);
                        deferredWork(desks);
                        continue;
                    }
                    behaviour();
                    if (dice.chance(0.25)) {
                        String becomes = dice.chance(0.5) ? "" : ", becomes: " + names.get(dice.below(names.size()));
                        dice.line("    self_service: {channel: portal, tries: %d %%, contained: %d %%, delay: %s%s}", dice.pick(40, 100), dice.pick(0, 60), length(dice.pick(60, 1800)), becomes);
                    }
                }
            }
        }
        if (asksDesk) {
            dice.line("  upkeep:\n    council: c0\n    service: upkeep\n    channel: email\n    desk: d%d\n    volume: 0 / year\n    priority: %d", dice.below(desks), 1 + dice.below(3));
            dice.line("    work: {mean: 1 min, distribution: constant}%s", dice.pick("", "\n    respond_within: 20 min\n    resolve_within: 2 working hours"));
        }
        return names;
    }

    private void demand(String name) throws IOException {
        if (grid || dice.chance(0.2)) {
            trace(name);
            return;
        }
        if (dice.chance(0.2)) {
            dice.line("    volume_per_head: %d / year", 10 + dice.below(200));
        } else {
            dice.line("    volume: %d / h", 5 + dice.below(60));
        }
        dice.line("    profile: %s", dice.pick("flat", "peak", "week"));
        if (dice.chance(0.2)) {
            dice.line("    season: year\n    growth: %d %%", dice.pick(-20, 50));
        }
        if (dice.chance(0.2)) {
            dice.line("    basis: attempts\n    redials: 30 %%");
        }
    }

    private void deferredWork(int desks) {
        boolean ticket = dice.chance(0.5) && !plain;
        if (!ticket && dice.chance(0.1)) {
            dice.line("    priority: %d", 1 + dice.below(3));
        }
        dice.line("    work: %s", dice.chance(0.2) ? byTime(600) : length(600));
        if (dice.chance(0.6)) {
            dice.line("    respond_within: %s", dice.pick("90 min", "2 working hours", "0 working days", "1 working day"));
        }
        if (dice.chance(0.6)) {
            dice.line("    resolve_within: %s", dice.pick("6 h", "4 working hours", "9.5 working hours", "2 working days"));
        }
        if (ticket) {
            ticket(desks);
        }
        if (dice.chance(0.5)) {
            dice.line("    opening_backlog: {items: %d, oldest: %s}", dice.below(12), dice.pick("0 s", "7 h", "3 days"));
        }
    }

    private void ticket(int desks) {
        boolean byGroup = false;
        dice.line("    ticket:");
        if (dice.chance(0.7)) {
            dice.line(dice.chance(0.5) ? "      priority: {1: 20 %%, 3: 50 %%, 4: 30 %%}" : "      impact: {high: 20 %%, medium: 50 %%, low: 30 %%}\n      urgency: {high: 40 %%, low: 60 %%}");
        }
        if (dice.chance(0.5)) {
            dice.line("      by_priority: {1: {respond_within: 10 min, resolve_within: %s, work: %s, people: %d}, 3: {resolve_within: %s, people: 2}}", dice.pick("1 h", "1 working hour"), length(300), 1 + dice.below(4), dice.pick("5 h", "3 working hours", "1 working day"));
        }
        if (dice.chance(0.7)) {
            String second = dice.chance(0.5) ? ", {chance: 30 %, length: " + length(7200) + "}" : "";
            dice.line("      holds: [{chance: %d %%, after: %s, length: %s}%s]", dice.pick(20, 60, 100), length(200), length(dice.pick(600, 20_000)), second);
        }
        if (desks > 1 && dice.chance(0.6)) { // so that there are two groups or more
            dice.line(
                    "      reassign: [{from: g0, to: g1, chance: %d %%}, {from: g1, to: g0, chance: 40 %%}%s]",
                    dice.pick(10, 50, 80), desks > 2 ? ", {from: g0, to: g2, chance: 20 %}, {from: g2, to: g1, chance: 30 %}" : "");
            dice.line("      most_reassignments: %d", dice.pick(0, 1, 5));
            byGroup = dice.chance(0.4);
        }
        if (dice.chance(0.5)) {
            dice.line("      reopen: {chance: %d %%, after: %s}", dice.pick(10, 60), length(dice.pick(900, 10_000)));
        }
        if (dice.chance(0.5)) {
            dice.line("      closes_after: %s", dice.pick("20 min", "2 h", "2 working hours", "0 working days"));
        }
        if (byGroup) {
            dice.line("      work_by_group: {g1: %s}", length(200));
        }
    }

    private void behaviour() {
        if (dice.chance(0.4)) {
            dice.line("    priority: %d", 1 + dice.below(3));
        }
        dice.line("    work: %s", dice.chance(0.2) ? byTime(300) : length(300));
        if (dice.chance(0.5)) {
            dice.line("    after_call: %s", length(60));
        }
        if (dice.chance(0.8)) {
            dice.line("    patience: %s", dice.chance(0.2) ? byTime(120) : length(120));
        }
        if (dice.chance(0.3)) {
            dice.line("    balk: %d %%", dice.pick(5, 30, 100));
        }
        if (dice.chance(0.3)) {
            dice.line("    balk_at: {%d: %d %%, %d: %d %%}", dice.below(3), dice.pick(0, 20, 60), 4 + dice.below(9), dice.pick(5, 100));
        }
        if (dice.chance(0.25)) {
            String becomes = letters.isEmpty() ? "" : ", becomes: " + letters.get(dice.below(letters.size()));
            dice.line("    message: {after: %d s, share: %d %%%s}", dice.pick(0, 10, 30, 60), dice.pick(30, 100), becomes);
        }
        if (dice.chance(0.5)) {
            boolean endless = dice.chance(0.2);
            int probability = endless ? dice.pick(20, 60) : dice.pick(20, 60, 100);
            String delay = length(dice.pick(30, 600, 7200));
            boolean atOnce = delay.contains("at_zero: 100 %") || delay.contains("mean: 0 s");
            dice.line(
                    "    retry: {probability: %d %%, delay: %s%s%s}",
                    probability,
                    delay,
                    endless ? (atOnce ? ", limit: 50" : "") : ", limit: " + (1 + dice.below(5)),
                    dice.pick("", "", ", after: [abandoned]", ", after: [blocked, turned_away]", ", after: [turned_away]", ", after: [disconnected]", ", after: [disconnected, blocked]"));
        }
    }

    private void trace(String name) throws IOException {
        StringBuilder csv = new StringBuilder();
        if (dice.chance(0.3)) {
            csv.append("start,count\n");
            int minutes = dice.pick(15, 15, 60, 95);
            LocalDateTime first = start.minusMinutes(dice.pick(0, 20));
            for (int row = 0; row * minutes < hours * 60; row++) {
                csv.append(first.plusMinutes((long) minutes * row)).append(',').append(dice.below(dice.chance(0.1) ? 60 : 12)).append('\n');
            }
            dice.line("    trace: {counts_file: %s.csv%s}", name, dice.chance(0.5) ? ", interval: " + minutes + " min" : "");
        } else {
            int step = dice.pick(10, 60, 300);
            csv.append("time\n");
            for (int second = 0; second < hours * 3600; second += step) {
                for (int n = dice.below(3) * dice.below(3) * dice.below(step < 60 ? 2 : 3); n > 0; n--) {
                    csv.append(start.plusSeconds(second)).append('\n');
                }
            }
            dice.line("    trace: {times_file: %s.csv}", name);
        }
        Files.writeString(folder.resolve(name + ".csv"), csv);
    }

    private String byTime(int seconds) {
        return "{by_time: {\"00:00\": " + length(seconds) + ", \"10:07\": " + length(seconds / 2) + ", \"14:30\": " + length(2 * seconds) + "}}";
    }

    private String length(int seconds) {
        String zero = dice.chance(0.15) ? ", at_zero: " + dice.pick(10, 50, 100) + " %" : dice.chance(0.1) ? ", shift: 10 s" : "";
        int onGrid = 10 * Math.max(1, dice.below(seconds / 5));
        if (grid && dice.chance(0.8)) {
            return "{distribution: constant, mean: " + (dice.chance(0.05) ? 0 : onGrid) + " s" + zero + "}";
        }
        return switch (dice.below(12)) {
            case 0 -> "{distribution: constant, mean: " + onGrid + " s" + zero + "}";
            case 1 -> "{distribution: exponential, mean: " + seconds + " s" + zero + "}";
            case 2 -> "{distribution: lognormal, mean: " + seconds + " s, cv: 140 %" + zero + "}";
            case 3 -> "{distribution: gamma, mean: " + seconds + " s, cv: " + dice.pick(50, 200) + " %" + zero + "}";
            case 4 -> "{distribution: weibull, mean: " + seconds + " s, shape: " + dice.pick("0.7", "2") + zero + "}";
            case 5 -> "{distribution: erlang, mean: " + seconds + " s, phases: 3" + zero + "}";
            case 6 -> "{distribution: uniform, low: 0 s, high: " + 2 * seconds + " s" + zero + "}";
            case 7 -> "{distribution: hyperexponential, branches: [{share: 30 %, mean: " + seconds + " s}, {share: 70 %, mean: 10 s}]" + zero + "}";
            case 8 -> "{distribution: triangular, low: 5 s, likely: " + (5 + seconds / 4) + " s, high: " + (5 + 2 * seconds) + " s" + zero + "}";
            case 9 -> "{low: 5 s, likely: " + (5 + seconds / 2) + " s, high: " + (5 + 3 * seconds) + " s" + zero + "}";
            case 10 -> "{mixture: [{share: 20 %, length: " + length(seconds) + "}, {share: 80 %, length: " + length(2 * seconds) + "}]" + zero + "}";
            default -> "{distribution: empirical, values: [0 s, 10 s, " + seconds + " s, " + seconds + " s, " + 3 * seconds + " s]" + zero + "}";
        };
    }
}
