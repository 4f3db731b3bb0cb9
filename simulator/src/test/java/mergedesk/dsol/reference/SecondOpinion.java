package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.kernel.Both;
import mergedesk.kernel.Kernel;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Totals;
import mergedesk.observe.Trace;
import mergedesk.program.Program;
import mergedesk.units.Ticks;

/** Runs kernel and reference model on one Program and says where they differ first. */
public final class SecondOpinion {
    private static final int CONTEXT = 12;
    /** No interval is longer, so that abandonments that the kernel settles at the end of one have been written by then. */
    private static final long LONGEST_INTERVAL = 3_600 * Ticks.PER_SECOND;

    private final Program program;
    private final long seed;
    private final long replication;

    /** An opinion on one replication. */
    public SecondOpinion(Program program, long seed, long replication) {
        this.program = program;
        this.seed = seed;
        this.replication = replication;
    }

    /** A line of a trace, taken apart as far as sorting needs. */
    private record Line(long tick, int eventClass, String text) {
        static final Comparator<Line> ORDER =
                Comparator.comparingLong(Line::tick).thenComparingInt(Line::eventClass).thenComparing(Line::text);

        static Line of(String text) {
            int comma = text.indexOf(',');
            return new Line(Long.parseLong(text, 0, comma, 10), text.charAt(comma + 1) - '0', text);
        }
    }

    /**
     * The first difference between the traces up to {@code mostLines} lines of the reference and, when the run is over by then, between the
     * totals; empty when there is none.
     */
    public String difference(long mostLines) {
        List<Line> expected = new ArrayList<>();
        try (Reference reference = new Reference(program, seed, replication, line -> expected.add(Line.of(line)))) {
            reference.run(mostLines);
            boolean whole = reference.isOver();
            long endTick = whole ? Ticks.NEVER : reference.now();
            List<Line> found = new ArrayList<>();
            Map<String, Long> totals = runKernel(endTick, found);
            expected.removeIf(line -> line.tick() >= endTick);
            found.removeIf(line -> line.tick() >= endTick);
            String difference = firstDifference(expected, found);
            if (difference.isEmpty() && whole) {
                difference = firstDifference(reference.totals(), totals);
            }
            return difference;
        }
    }

    private Map<String, Long> runKernel(long endTick, List<Line> lines) {
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> {
            totals[0] = new Totals(state);
            return new Both(new Trace(state, line -> lines.add(Line.of(line.toString()))), totals[0]);
        });
        kernel.reset(seed, replication);
        kernel.runUntil(endTick == Ticks.NEVER ? endTick : endTick + LONGEST_INTERVAL + 1);
        return endTick == Ticks.NEVER ? totals(totals[0].finish()) : Map.of();
    }

    private static String firstDifference(List<Line> expected, List<Line> found) {
        expected.sort(Line.ORDER);
        found.sort(Line.ORDER);
        int same = 0;
        while (same < expected.size() && same < found.size() && expected.get(same).equals(found.get(same))) {
            same++;
        }
        if (same == expected.size() && same == found.size()) {
            return "";
        }
        return "traces differ from line " + same + " on (" + expected.size() + " and " + found.size() + " lines), after\n"
                + text(expected, same - CONTEXT, same) + "the reference has\n" + text(expected, same, same + CONTEXT)
                + "the kernel has\n" + text(found, same, same + CONTEXT);
    }

    private static String text(List<Line> lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        lines.subList(Math.min(lines.size(), Math.max(0, from)), Math.min(lines.size(), to))
                .forEach(line -> text.append("    ").append(line.text()).append('\n'));
        return text.toString();
    }

    private static String firstDifference(Map<String, Long> expected, Map<String, Long> found) {
        StringBuilder text = new StringBuilder();
        Map<String, Long> all = new TreeMap<>(expected);
        all.putAll(found);
        for (String name : all.keySet()) {
            long one = expected.getOrDefault(name, 0L);
            long other = found.getOrDefault(name, 0L);
            if (one != other) {
                text.append("    ").append(name).append(": the reference has ").append(one).append(", the kernel ").append(other).append('\n');
            }
        }
        return text.isEmpty() ? "" : "traces are the same, totals are not\n" + text;
    }

    /** The sums of all batches under the names that the reference gives them. */
    private Map<String, Long> totals(List<RunSummary> summaries) {
        Scopes scopes = new Scopes(program);
        Map<String, Long> totals = new TreeMap<>();
        for (RunSummary summary : summaries) {
            for (int flow = 0; flow < program.flowCount(); flow++) {
                int row = scopes.row(Scopes.Kind.FLOW, flow);
                String name = "flow " + flow + " ";
                FLOW_COLUMNS.forEach((column, of) -> totals.merge(name + column, summary.total(row, of), Long::sum));
            }
            for (int group = 0; group < program.groupCount(); group++) {
                int row = scopes.row(Scopes.Kind.GROUP, group);
                String name = "group " + group + " ";
                GROUP_COLUMNS.forEach((column, of) -> totals.merge(name + column, summary.total(row, of), Long::sum));
            }
        }
        return totals;
    }

    private static final Map<String, Integer> FLOW_COLUMNS = Map.ofEntries(
            Map.entry("offered", Count.OFFERED),
            Map.entry("tickets", Count.TICKETS),
            Map.entry("on_hold", Count.ON_HOLD),
            Map.entry("reassigned", Count.REASSIGNED),
            Map.entry("reopened", Count.REOPENED),
            Map.entry("closed", Count.CLOSED),
            Map.entry("answered", Count.ANSWERED),
            Map.entry("answered_own", Count.ANSWERED_OWN),
            Map.entry("abandoned", Count.ABANDONED),
            Map.entry("balked", Count.BALKED),
            Map.entry("blocked", Count.BLOCKED),
            Map.entry("turned_away", Count.TURNED_AWAY),
            Map.entry("retried", Count.RETRIED),
            Map.entry("delayed", Count.DELAYED),
            Map.entry("answered_within", Count.ANSWERED_WITHIN),
            Map.entry("abandoned_within", Count.ABANDONED_WITHIN),
            Map.entry("abandoned_short", Count.ABANDONED_SHORT),
            Map.entry("wait_answered", Count.WAIT_ANSWERED),
            Map.entry("wait_abandoned", Count.WAIT_ABANDONED),
            Map.entry("talk", Count.TALK),
            Map.entry("wrap", Count.WRAP),
            Map.entry("queue", Count.QUEUE),
            Map.entry("queue open", Count.QUEUE_OPEN),
            Map.entry("persons all", Count.PERSONS),
            Map.entry("persons answered", Count.PERSONS_ANSWERED),
            Map.entry("persons answered_within", Count.PERSONS_ANSWERED_WITHIN),
            Map.entry("persons abandoned", Count.PERSONS_ABANDONED),
            Map.entry("persons abandoned_within", Count.PERSONS_ABANDONED_WITHIN),
            Map.entry("persons abandoned_short", Count.PERSONS_ABANDONED_SHORT),
            Map.entry("persons blocked", Count.PERSONS_BLOCKED),
            Map.entry("persons turned_away", Count.PERSONS_TURNED_AWAY),
            Map.entry("dials", Count.DIALS),
            Map.entry("connects", Count.CONNECTS),
            Map.entry("mismatches", Count.MISMATCHES),
            Map.entry("contained", Count.SELF_SERVICE_CONTAINED),
            Map.entry("self_service_failed", Count.SELF_SERVICE_FAILED),
            Map.entry("incidents", Count.INCIDENTS),
            Map.entry("came_back", Count.CAME_BACK),
            Map.entry("disconnected", Count.DISCONNECTED),
            Map.entry("messages", Count.MESSAGES),
            Map.entry("persons messages", Count.PERSONS_MESSAGES),
            Map.entry("persons disconnected", Count.PERSONS_DISCONNECTED),
            Map.entry("left_in_chat", Count.LEFT_IN_CHAT),
            Map.entry("received", Count.RECEIVED),
            Map.entry("started", Count.STARTED),
            Map.entry("finished", Count.FINISHED),
            Map.entry("response", Count.RESPONSE),
            Map.entry("response_working", Count.RESPONSE_WORKING),
            Map.entry("response_due", Count.RESPONSE_DUE),
            Map.entry("response_within", Count.RESPONSE_WITHIN),
            Map.entry("resolution", Count.RESOLUTION),
            Map.entry("resolution_working", Count.RESOLUTION_WORKING),
            Map.entry("resolution_due", Count.RESOLUTION_DUE),
            Map.entry("resolution_within", Count.RESOLUTION_WITHIN),
            Map.entry("backlog", Count.BACKLOG));

    private static final Map<String, Integer> GROUP_COLUMNS = Map.ofEntries(
            Map.entry("answered", Count.ANSWERED),
            Map.entry("answered_own", Count.ANSWERED_OWN),
            Map.entry("answered_within", Count.ANSWERED_WITHIN),
            Map.entry("wait_answered", Count.WAIT_ANSWERED),
            Map.entry("talk", Count.TALK),
            Map.entry("wrap", Count.WRAP),
            Map.entry("scheduled", Count.SCHEDULED),
            Map.entry("scheduled open", Count.SCHEDULED_OPEN),
            Map.entry("busy open", Count.BUSY_OPEN),
            Map.entry("present", Count.PRESENT),
            Map.entry("talking", Count.TALKING),
            Map.entry("wrapping", Count.WRAPPING),
            Map.entry("scheduled after", Count.SCHEDULED_AFTER),
            Map.entry("present after", Count.PRESENT_AFTER),
            Map.entry("talking after", Count.TALKING_AFTER),
            Map.entry("wrapping after", Count.WRAPPING_AFTER),
            Map.entry("chats in hand", Count.CHATS),
            Map.entry("chatting", Count.CHATTING),
            Map.entry("chat places", Count.CHAT_PLACES),
            Map.entry("working", Count.WORKING),
            Map.entry("working after", Count.WORKING_AFTER));
}
