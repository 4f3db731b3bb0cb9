package mergedesk.bench;

import static mergedesk.bench.Goals.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.kernel.PendingQueue;
import mergedesk.peer.Contender;
import mergedesk.peer.Desk;
import mergedesk.stats.Erlang;

/** The table for people, in Markdown. */
final class Report {
    private static final double EVENTS_PER_CALL = 3
            - Erlang.steady(Desk.CALLS_PER_MINUTE, 1 / Desk.TALK_MINUTES, Desk.AGENTS, 1 / Desk.PATIENCE_MINUTES)
                    .orElseThrow()
                    .abandoned();

    private static final Map<String, String> DESK_NAMES = Map.of(
            Races.C,
            "C, event by event",
            "kernel",
            "**Mergedesk's kernel**, statistics of the table (P2)",
            "all_measures",
            "**Mergedesk's kernel**, every measure",
            "priority_queue",
            "hand-written Java on java.util.PriorityQueue",
            "ssj",
            "SSJ, Henriksen's list, own statistics",
            "dsol",
            "DSOL, own statistics",
            Races.COMMAND_LINE,
            "**`mergedesk run`**, a process, from a cold start (P3)",
            Races.DESK_WARMED,
            "the same file, warmed");
    private static final Map<String, String> YEAR_NAMES = new TreeMap<>(Map.of(
            Races.COMMAND_LINE, "`mergedesk run` of the Erlang-A desk, 5 million calls (P3)",
            Races.YEAR, "`mergedesk run` of the merged Cheshire desk, a year of every channel (P4)",
            Races.CALLS_YEAR, "the same desk, a year of calls alone",
            Races.DESK_WARMED, "the Erlang-A desk's file, warmed",
            Races.YEAR_WARMED, "the year of every channel, warmed",
            Races.CALLS_YEAR_WARMED, "the year of calls, warmed"));
    private static final Map<String, String> QUEUE_NAMES = Map.of(
            Races.C_LADDER,
            "C, ladder queue",
            Races.C_HEAP,
            "C, 4-ary heap, root replaced",
            Races.name(PendingQueue.EVENT_QUEUE),
            "**EventQueue** of the product",
            Races.name(PendingQueue.LADDER),
            "ladder queue in Java (not in the product)",
            Races.name(PendingQueue.POP_THEN_PUSH),
            "EventQueue's heap without its hole (rejected)",
            Races.name(PendingQueue.PRIORITY_QUEUE),
            "java.util.PriorityQueue",
            Races.name(PendingQueue.SSJ_SPLAY_TREE),
            "SSJ, splay tree",
            Races.name(PendingQueue.SSJ_HENRIKSEN),
            "SSJ, Henriksen's list",
            Races.name(PendingQueue.DSOL_TREE),
            "DSOL, red-black tree");

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private Report(Results results) {
        this.results = results;
    }

    static String markdown(Machine machine, Settings settings, Results results) {
        Report report = new Report(results);
        report.head(machine, settings);
        report.goals();
        report.desk();
        report.hold();
        report.list(Races.SAMPLERS, "One draw, its keyed bits included", "ns", "sampler");
        report.list(
                Races.ROUTING,
                "One call by number of councils at the desk, each with a queue and a group",
                "ns",
                "councils");
        report.list(Races.RECORDER, "One event by what is recorded", "ns", "measures");
        report.growth();
        return report.text.toString();
    }

    private void head(Machine machine, Settings settings) {
        text.append("# Benchmarks, %s, %s%n%n".formatted(machine.date(), machine.name()));
        machine.facts().forEach((fact, value) -> text.append("- %s: %s%n".formatted(fact, value)));
        text.append("""

                Processor time of the thread that simulates, unless said otherwise. Contenders take turns; a ratio is the median of %d rounds' ratios,
                in parentheses the lowest and the highest round; P7, P8 and P11 are run once. An event is an arrival, a start, an end of talk or of after-call
                work, an abandonment; until November 2026 ends of after-call work were not counted, and P4 and P8 came out lower by a quarter. Written by `./mvnw -Pbench verify%s
                """.formatted(
                        settings.rounds(),
                        (settings.only().isEmpty() ? "" : " -Dbench.only=" + String.join(",", settings.only()))
                                + (settings.quick() ? " -Dbench.quick`, a short run: good for a look, not for a claim." : "`.")));
    }

    private void goals() {
        List<Goals.Row> rows = Goals.of(results);
        if (rows.isEmpty()) {
            return;
        }
        table(
                "Goals",
                List.of("", "what", "measured", "goal", "first step", "verdict"),
                rows.stream()
                        .map(row -> List.of(
                                row.id(),
                                row.what(),
                                row.measured(),
                                row.goal(),
                                row.firstStep(),
                                row.verdict().words()))
                        .toList());
    }

    private void desk() {
        Race.Outcome desk = results.races().get(Races.DESK);
        if (desk == null) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (String who : desk.samples().keySet()) {
            if (DESK_NAMES.containsKey(who)) {
                rows.add(List.of(
                        DESK_NAMES.get(who),
                        number(1e3 / (desk.cpuNanos(who) * EVENTS_PER_CALL)),
                        over(desk, who, Races.C),
                        over(desk, who, Races.name(Contender.SSJ)),
                        over(desk, who, Races.name(Contender.DSOL)),
                        over(desk, who, Races.name(Contender.PRIORITY_QUEUE)),
                        Double.isNaN(desk.bytes(who)) ? "" : number(desk.bytes(who))));
            }
        }
        table(
                "The Erlang-A desk: 10 calls/min, 50 agents, talk 5 min, patience 3 min",
                List.of("", "M calls/s", "× C", "× SSJ", "× DSOL", "× PriorityQueue", "bytes/event"),
                rows);
        text.append(
                "\nBytes per event include the summary that a run leaves. Threads of the collector and the compiler are not counted, which favours those who allocate.\n");
        year(desk);
    }

    private void year(Race.Outcome desk) {
        List<List<String>> rows = YEAR_NAMES.entrySet().stream()
                .map(row -> List.of(
                        row.getValue(),
                        number(1e3 / desk.cpuNanos(row.getKey())),
                        number(1e3 / desk.wallNanos(row.getKey()))))
                .toList();
        table(
                "A desk and a year, in events",
                List.of("", "M events/s", "by wall time, start and report included"),
                rows);
    }

    private static String over(Race.Outcome race, String who, String other) {
        return race.has(other) ? number(race.speedOver(who, other)) : "";
    }

    private void hold() {
        List<Race.Outcome> races = Races.SIZES.stream()
                .map(size -> results.races().get(Races.HOLD + size))
                .filter(race -> race != null)
                .toList();
        if (races.isEmpty()) {
            return;
        }
        List<String> heading = new ArrayList<>(List.of(""));
        races.forEach(race ->
                heading.add("%,d".formatted(Integer.parseInt(race.race().substring(Races.HOLD.length())))));
        List<List<String>> rows = new ArrayList<>();
        for (String who : races.get(0).samples().keySet()) {
            List<String> row = new ArrayList<>(List.of(QUEUE_NAMES.get(who)));
            for (Race.Outcome race : races) {
                row.add(!race.has(who) ? "" : number(race.cpuNanos(who)) + ratio(race, who));
            }
            rows.add(row);
        }
        table("Hold model: ns per event by number pending (time over C's ladder)", heading, rows);
    }

    private static String ratio(Race.Outcome race, String who) {
        return race.has(Races.C_LADDER) ? " (" + number(1 / race.speedOver(who, Races.C_LADDER)) + ")" : "";
    }

    private void list(String race, String title, String unit, String what) {
        Race.Outcome outcome = results.races().get(race);
        if (outcome != null) {
            table(
                    title,
                    List.of(what, unit, "bytes"),
                    outcome.samples().keySet().stream()
                            .map(who -> List.of(
                                    who.replace('_', ' '), number(outcome.cpuNanos(who)), number(outcome.bytes(who))))
                            .toList());
        }
    }

    private void growth() {
        if (results.growth().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        results.growth().forEach((axis, points) -> points.forEach(point -> rows.add(List.of(
                point.times() + " × " + axis.unit(),
                "%,d".formatted(point.events()),
                number(point.nanos()),
                number(point.liveBytes() / (double) (1 << 20))))));
        table("Growth, one axis at a time, warmed (P11)", List.of("", "events of a replication", "ns/event", "MB live at its end"), rows);
    }

    private void table(String title, List<String> heading, List<List<String>> rows) {
        text.append("\n## ").append(title).append("\n\n");
        row(heading);
        text.append("|---".repeat(heading.size())).append("|\n");
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
