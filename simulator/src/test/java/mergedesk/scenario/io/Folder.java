package mergedesk.scenario.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mergedesk.scenario.text.KnownMeasure;
import mergedesk.scenario.text.KnownMeasure.Subject;
import mergedesk.scenario.text.Numbers;
import mergedesk.scenario.text.Times;

/** A folder with scenario files for one test. */
public final class Folder {
    private static final Set<String> EVERYWHERE = Set.of("council", "service", "desk", "group");
    private static final Set<String> CONTACTS = Set.of("council", "service", "desk");
    private static final Map<String, Set<String>> BY_MONTH = Map.of("month", Set.of("overall", "council", "service", "desk", "group"), "interval", Set.of("overall", "desk"));
    private static final Set<String> STAFF = Set.of("council", "desk", "group");

    public static final Map<String, KnownMeasure> MEASURES = Map.of(
            "sl_answered_of_offered", new KnownMeasure("sl_answered_of_offered", Numbers.SHARE, 1, CONTACTS, BY_MONTH, Subject.CONTACTS, Optional.empty()),
            "occupancy_scheduled", new KnownMeasure("occupancy_scheduled", Numbers.SHARE, Double.POSITIVE_INFINITY, STAFF, Map.of(), Subject.AGENTS, Optional.empty()),
            "wait_mean_all", new KnownMeasure("wait_mean_all", Times.SECONDS, Double.POSITIVE_INFINITY, CONTACTS, BY_MONTH, Subject.CONTACTS, Optional.empty()),
            "offered", new KnownMeasure("offered", Numbers.NUMBER, Double.POSITIVE_INFINITY, CONTACTS, BY_MONTH, Subject.CONTACTS, Optional.empty()),
            "answered", new KnownMeasure("answered", Numbers.NUMBER, Double.POSITIVE_INFINITY, EVERYWHERE, BY_MONTH, Subject.CONTACTS, Optional.empty()),
            "cost", new KnownMeasure("cost", Numbers.NUMBER, Double.POSITIVE_INFINITY, STAFF, Map.of(), Subject.MONEY, Optional.empty()));

    /** The least that is a scenario; faults are made by changing it. */
    public static final List<String> SOUND = List.of(
            "name: A desk",
            "time: {start: 2011-04-04, length: 28 days}",
            "councils: {north: {population: 100000}}",
            "services: {tax: }",
            "flows:",
            "  calls:",
            "    council: north",
            "    service: tax",
            "    desk: main",
            "    volume: 10 / min",
            "    work: {distribution: exponential, mean: 5 min}",
            "desks: {main: {opening: {mon-fri: 08:00-18:00}}}",
            "groups: {team: {desk: main, staffing: 12}}");

    /** A scenario with every key. */
    public static final String FULL = """
            mergedesk: 1
            name: Everything
            question: Does it cope?
            description: |
              Two lines
              of text.
            time: {start: "2011-04-04 08:00", zone: Europe/Paris, length: 12 months, interval: 15 min, end: cut, warm_up: 1 day, batches: 20}
            sources:
              S1: {title: A report, url: "https://example.org", facts: {4: "Nine desks became one."}}
              U3: {title: A table}
            councils: {north: {name: The North, population: {value: 120000, range: [110000, 130000], source: U3}}}
            services: {tax: {name: Council tax}, ict: }
            channels: {phone: {kind: live}, web: {kind: chat}}
            flows:
              calls:
                council: north
                service: tax
                desk: main
                basis: attempts
                volume: {value: "120,000 / year", range: ["100,000 / year", "140,000 / year"], source: "S1.4, U3", status: judged}
                redials: 15 %
                work: {distribution: lognormal, mean: 290 s, cv: 140 %}
                after_call: {distribution: erlang, mean: 1 min, phases: 2, at_zero: 10 %}
                patience:
                  by_time:
                    00:00: {distribution: weibull, mean: 3 min, shape: 0.8}
                    "12:00": {distribution: hyperexponential, branches: [{share: 30 %, mean: 20 s}, {share: 70 %, mean: 5 min}]}
                growth: -2 %
                balk: 5 %
                priority: 2
                profile: week
                season: billing
                retry: {probability: 50 %, delay: {mixture: [{share: 30 %, length: {low: 1 min, likely: 2 min, high: 1 h}}, {share: 70 %, length: {distribution: uniform, low: 1 min, high: 1 h, shift: 5 s}}]}, limit: 3, after: [blocked]}
              other: {council: north, service: ict, channel: web, patience_in_chat: {distribution: exponential, mean: 20 min}, desk: main, volume_per_head: 0.1 / year, work: {distribution: constant, mean: 500 ms}, key: old_name,
                      retry: {probability: 1 %, delay: {distribution: gamma, mean: 1 day, cv: 0.5}}}
            profiles:
              week:
                value: {mon-fri: {09:00: 7.5, "09:30": 3}}
                source: U3
            seasons: {billing: {mar: 1.3}}
            desks: {main: {name: Main desk, opening: always, opens_on_bank_holidays: true, lines: 40, home_first: 30 s, at_close: keep}}
            groups:
              team:
                desk: main
                employer: north
                skills: [tax]
                shifts: [{agents: 4, days: "sat, sun", start: 08:30, end: "24:00", breaks: [{at: 12:00, length: 30 min}]}]
                speed: {tax: 1.25}
                cost: £31,000 / year
              night: {desk: main, skills: [ict], chats: {most: 3, speed_by_load: [1, 0.8, 0.65], calls_with: 1}, staffing: {mon-fri: {08:30: 10, "12:00": 8}}}
            routing: [{flow: calls, group: team, after: 10 s, rank: 2}]
            events: {missed_bins: {start: 2011-10-03, shape: [1.5, 1.2], councils: [north], services: [tax]}}
            bank_holidays: {region: england_and_wales, dates: [2011-04-29], volume: 10 %, profile: flat, catch_up: [1.3, 1.1]}
            busyness: {all: {cv: 7 %, autocorrelation: 0.3}, service: {cv: 0.05}}
            targets: [{measure: sl_answered_of_offered, at_least: 80 %}, {measure: wait_mean_all, at_most: 30 s, desk: main}]
            runs: {replications: 30, seed: 42}
            """;

    private final Path path;

    public Folder(Path path) {
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    public Folder with(String name, String... lines) {
        try {
            // Half a character becomes a question mark, as editors would have it.
            Files.write(path.resolve(name), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** merged.yaml: the sound scenario with {@code line} (counted from 1) replaced by other lines, or these added when the line is 0. */
    Folder sound(int line, String... lines) {
        List<String> all = new ArrayList<>(SOUND);
        if (line > 0) {
            all.remove(line - 1);
            all.addAll(line - 1, Arrays.asList(lines));
        } else {
            all.addAll(Arrays.asList(lines));
        }
        return with("merged.yaml", all.toArray(String[]::new));
    }

    public Reading read(String... sets) {
        return readFile("merged.yaml", sets);
    }

    Reading readFile(String name, String... sets) {
        return reader().read(path.resolve(name), List.of(sets));
    }

    public ScenarioReader reader() {
        return new ScenarioReader(MEASURES);
    }

    /** The faults, one a line, file names without the folder. */
    public String faults(String... sets) {
        return faultsOf(read(sets));
    }

    String faultsOf(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.format().replace(path + "/", ""))
                .collect(Collectors.joining("\n"));
    }
}
