package mergedesk.dsol.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import mergedesk.api.ScenarioFile;

/**
 * Small scenarios with everything in them, some of it absurd: several desks, groups, skills, shifts, breaks, delays, lines, retries, priorities,
 * changes of the clock and days off. {@link WildCoverageTest} holds the list.
 *
 * <p>Half of them live on a coarse grid: recorded arrivals, lengths and plans at multiples of a few seconds, so that many things happen at the
 * same tick and the order of equal times is put to the test.
 */
public final class WildScenario {
    /** A zone and a time: an ordinary day, a Sunday, a bank holiday, or shortly before the clock changes by an hour, by half an hour, or a day is left out. */
    private static final String[] STARTS = {
        "Europe/London 2011-01-04T00:00",
        "Europe/London 2011-06-08T07:45",
        "Europe/London 2011-02-06T09:00",
        "Europe/London 2011-04-21T12:00",
        "Europe/London 2011-08-29T06:00",
        "Europe/London 2011-03-26T20:00",
        "Europe/London 2011-10-29T21:30",
        "Australia/Lord_Howe 2011-04-02T22:00",
        "Australia/Lord_Howe 2011-10-01T18:00",
        "Pacific/Apia 2011-12-29T14:00",
        "UTC 2012-02-28T16:00"
    };

    /** For a while, so that most who come are let in. */
    private static final String OFTEN_CLOSED = "{daily: [\"00:00-08:15\", \"08:30-12:10\", \"12:20-20:00\", \"20:30-24:00\"]}";

    private final Dice dice;
    private final Path folder;
    private final boolean grid;
    private final boolean cut;
    private final int hours;
    private final String zone;
    private final LocalDateTime start;
    private final int councils;
    private final int services;
    private final int desks;
    private final boolean chats;
    private final boolean plain;

    /** {@code plain}: without what a plan cannot change the desk of yet. */
    private WildScenario(Random random, Path folder, boolean plain) {
        this.plain = plain;
        this.folder = folder;
        dice = new Dice(random);
        grid = dice.chance(0.5);
        cut = dice.chance(0.4);
        hours = 2 + dice.below(dice.chance(0.3) ? 40 : 10);
        String[] begin = dice.pick(STARTS).split(" ");
        zone = begin[0];
        start = LocalDateTime.parse(begin[1]);
        councils = 1 + dice.below(3);
        services = 1 + dice.below(3);
        desks = (plain ? 2 : 1) + dice.below(plain ? 2 : 3);
        chats = dice.chance(0.4);
    }

    /** The scenario of a seed, written to {@code folder/wild.yaml} and the files beside it. What the reader refuses is drawn again. */
    public static ScenarioFile of(long seed, Path folder) throws IOException {
        return of(new Random(seed), folder, false);
    }

    /** The same of plain desks with a plan. */
    static ScenarioFile planned(long seed, Path folder) throws IOException {
        Random random = new Random(seed);
        for (int tries = 0; tries < 50; tries++) {
            ScenarioFile scenario = of(random, folder, true);
            ScenarioFile planned = WildPlan.over(scenario, random);
            if (planned != null) {
                return planned;
            }
        }
        throw new IllegalStateException("no sound plan");
    }

    private static ScenarioFile of(Random random, Path folder, boolean plain) throws IOException {
        for (int tries = 0; ; tries++) {
            Path file = folder.resolve("wild.yaml");
            Files.writeString(file, new WildScenario(random, folder, plain).text());
            ScenarioFile scenario = ScenarioFile.read(file, List.of());
            if (scenario.isSound()) {
                return scenario;
            }
            if (tries == 1_000) {
                throw new IllegalStateException("no sound scenario: " + scenario.faults());
            }
        }
    }

    private String text() throws IOException {
        dice.line("name: Wild");
        time();
        dice.line("councils:");
        for (int c = 0; c < councils; c++) {
            dice.line("  c%d: {name: Council %d, population: %d}", c, c, 1_000 * (1 + dice.below(9)));
        }
        WildEstate estate = new WildEstate(dice, grid, start.toLocalDate());
        WildApplications applications = new WildApplications(dice, estate);
        estate.write(applications.count(), desks);
        applications.services(services);
        dice.line(
                "channels: {phone: , video: , room: {kind: counter}, chat: {kind: chat}, email: {kind: deferred}, portal: {kind: self_service%s%s}}",
                dice.pick("", ", opening: {daily: 06:30-11:10}", ", opening: {mon-fri: 00:00-24:00}"),
                applications.ofPortal());
        List<String> flows = new WildFlows(dice, folder, grid, start, hours, chats, estate.asksDesk(), plain, applications).write(councils, services, desks);
        applications.write(flows);
        desks();
        WildStaff staff = new WildStaff(dice, chats);
        List<String> groups = staff.write(councils, services, desks);
        if (!plain) {
            new WildCampaigns(dice, grid).write(councils, services, desks, staff);
        }
        routing(flows, groups, estate.asksDesk());
        dice.line("profiles:\n  peak: {daily: {\"00:00\": 1, \"07:00\": 0, \"08:10\": 5, \"09:00\": 9, \"12:00\": 0, \"13:00\": 3, \"22:00\": 1, \"23:07\": 0}}");
        dice.line("  week: {mon-thu: {\"00:00\": 2, \"09:00\": 8}, fri: {\"00:00\": 5}, sat: {\"10:00\": 1, \"14:40\": 0}}");
        dice.line("seasons:\n  year: {jan: 1.4, apr: 0.7, oct: 0.5}");
        calendar();
        return dice.toString();
    }

    private void time() {
        dice.line("time:\n  start: %s\n  zone: %s", start, zone);
        dice.line("  length: %s", hours > 20 && dice.chance(0.5) ? dice.pick("1 day", "2 days") : hours + " h");
        dice.line("  interval: %s", dice.pick("15 min", "30 min", "60 min"));
        if (cut) {
            dice.line("  end: cut\n  warm_up: %d min\n  batches: %d", dice.below(Math.min(hours, 20) * 30), 1 + dice.below(4));
        }
    }

    private void calendar() {
        if (dice.chance(0.2)) {
            dice.line("events:\n  storm: {start: %s, shape: [2.5, 0.4]%s}", start.toLocalDate(), dice.chance(0.5) ? ", services: [s0]" : "");
        }
        if (dice.chance(0.25)) {
            dice.line(
                    "bank_holidays: {%svolume: %d %%%s, catch_up: %s}",
                    dice.chance(0.5) ? "region: england_and_wales, " : "dates: [" + start.toLocalDate().plusDays(dice.below(2)) + "], ",
                    dice.pick(0, 40, 100),
                    dice.chance(0.5) ? ", profile: peak" : "",
                    dice.pick("[]", "[2]", "[1.3, 1.1]"));
        }
        if (dice.chance(0.4)) {
            dice.line("busyness:");
            String[] levels = dice.pick(new String[] {"all"}, new String[] {"council"}, new String[] {"all", "council", "service"});
            for (String level : levels) {
                dice.line("  %s: {cv: 30 %%, autocorrelation: %s}", level, dice.pick("0", "0.6"));
            }
        }
    }

    private void desks() {
        dice.line("desks:");
        for (int d = 0; d < desks; d++) {
            dice.line(
                    "  d%d: {answer_within: %d s, short_abandon: %d s, opening: %s%s%s%s%s%s%s%s%s}",
                    d,
                    10 * dice.below(4),
                    5 * dice.below(3),
                    dice.pick("always", "always", "always", OFTEN_CLOSED, OFTEN_CLOSED, "{daily: 08:00-17:30}", "{daily: [\"07:00-12:10\", \"13:00-22:00\"]}", "{mon-fri: 09:00-20:00, sat: 10:00-12:00}"),
                    dice.chance(0.5) ? ", opens_on_bank_holidays: true" : "",
                    dice.chance(0.4) ? ", lines: " + (1 + dice.below(8)) : "",
                    dice.chance(0.4) ? ", home_first: " + dice.pick(10, 30, 95) + " s" : "",
                    dice.chance(0.7) ? ", at_close: " + dice.pick("serve", "keep", "disconnect", "disconnect") : "",
                    dice.chance(0.5) ? ", deferred_order: " + dice.pick("priority", "arrival") : "",
                    dice.chance(0.3) ? ", last_entry: " + dice.pick(10, 60, 100) + " min" : "",
                    dice.chance(0.5) && !plain ? ", ticket_machine: false" : "",
                    dice.chance(0.15) ? ", queue_capacity: " + dice.below(6) : "");
        }
    }

    private void routing(List<String> flows, List<String> groups, boolean asksDesk) {
        List<String> rows = new ArrayList<>();
        for (String flow : flows) {
            if (dice.chance(0.3)) {
                for (int n = 1 + dice.below(4); n > 0; n--) {
                    rows.add(String.format(
                            Locale.ROOT,
                            "  - {flow: %s, group: %s, after: %d s, rank: %d, preference: %d}",
                            flow,
                            groups.get(dice.below(groups.size())),
                            dice.pick(0, 0, 10, 30, 60),
                            1 + dice.below(3),
                            1 + dice.below(3)));
                }
            }
        }
        if (asksDesk) {
            rows.add("  - {flow: upkeep, group: " + groups.get(dice.below(groups.size())) + "}");
        }
        if (!rows.isEmpty()) {
            dice.line("routing:\n%s", String.join("\n", rows));
        }
    }
}
