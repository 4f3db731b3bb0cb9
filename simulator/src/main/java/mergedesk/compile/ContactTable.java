package mergedesk.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import mergedesk.program.Program;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Scenario;
import mergedesk.units.Ticks;

/** How each flow's contacts behave: work, patience, after-call work, balking, trying again. */
final class ContactTable {
    private static final int NONE = -1;

    private final Numbering numbers;
    private final LengthTable lengths;
    private final Scenario scenario;
    private final List<Flow> flows;
    private final Map<String, Channel> channels;

    ContactTable(Scenario scenario, Numbering numbers, LengthTable lengths) {
        this.scenario = scenario;
        this.flows = List.copyOf(scenario.flows().values());
        this.channels = scenario.channels();
        this.numbers = numbers;
        this.lengths = lengths;
    }

    Program.Contacts compile() {
        Program.ByTime work = byTime(Flow::work);
        Program.ByTime patience = byTime(Flow::patience);
        return new Program.Contacts(
                flows.stream().mapToInt(flow -> numbers.desks().of(flow.desk())).toArray(),
                scenario.flows().keySet().stream().mapToLong(lane -> Ticks.of(Lanes.answerWithin(lane, scenario))).toArray(),
                flows.stream()
                        .mapToInt(flow -> numbers.services().of(flow.service()))
                        .toArray(),
                flows.stream().mapToInt(flow -> channels.isEmpty() ? Program.Contacts.LIVE : kind(channels.get(flow.channel()).kind())).toArray(),
                work,
                workByGroup(),
                patience,
                flows.stream().mapToInt(flow -> numberOf(flow.afterCall())).toArray(),
                flows.stream().mapToInt(flow -> numberOf(flow.patienceInChat())).toArray(),
                flows.stream().mapToDouble(Flow::balk).toArray(),
                BalkTable.of(flows),
                MessageTable.of(flows, numbers),
                flows.stream()
                        .mapToDouble(
                                flow -> flow.retry() == null ? 0 : flow.retry().probability())
                        .toArray(),
                flows.stream()
                        .mapToInt(flow -> flow.retry() == null
                                ? NONE
                                : lengths.number(flow.retry().delay()))
                        .toArray(),
                flows.stream().mapToInt(flow -> retryLimit(flow.retry())).toArray(),
                flows.stream().mapToInt(flow -> retryAfter(flow.retry())).toArray());
    }

    private int numberOf(Distribution distribution) {
        return distribution == null ? NONE : lengths.number(distribution);
    }

    private static int kind(Channel.Kind kind) {
        return switch (kind) {
            case LIVE -> Program.Contacts.LIVE;
            case COUNTER -> Program.Contacts.COUNTER;
            case CHAT -> Program.Contacts.CHAT;
            case DEFERRED -> Program.Contacts.DEFERRED;
            case SELF_SERVICE -> throw new IllegalArgumentException("no desk serves a self-service channel");
        };
    }

    /** Without a distribution: endless. By time: each part from its own time of day on, the last of the day also before the first. */
    private Program.ByTime byTime(Function<Flow, Distribution> lengthOf) {
        List<Integer> offsets = new ArrayList<>(List.of(0));
        List<Long> fromTicks = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Flow flow : flows) {
            steps(lengthOf.apply(flow)).forEach((from, number) -> {
                fromTicks.add(from);
                numbers.add(number);
            });
            offsets.add(numbers.size());
        }
        return new Program.ByTime(ints(offsets), fromTicks.stream().mapToLong(Long::longValue).toArray(), ints(numbers));
    }

    private Program.ByGroup workByGroup() {
        int[] offsets = new int[flows.size() + 1];
        List<Integer> groups = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int flow = 0; flow < flows.size(); flow++) {
            TreeMap<Integer, Integer> byGroup = new TreeMap<>();
            ownWork(flows.get(flow)).forEach((group, work) -> byGroup.put(numbers.groups().of(group), lengths.number(work)));
            groups.addAll(byGroup.keySet());
            rows.addAll(byGroup.values());
            offsets[flow + 1] = rows.size();
        }
        return new Program.ByGroup(offsets, ints(groups), ints(rows));
    }

    private static Map<String, Distribution> ownWork(Flow flow) {
        return flow.ticket() == null ? flow.workByGroup() : flow.ticket().workByGroup();
    }

    private TreeMap<Long, Integer> steps(Distribution distribution) {
        TreeMap<Long, Integer> steps = new TreeMap<>();
        if (distribution == null || distribution.byTime().isEmpty()) {
            steps.put(0L, distribution == null ? lengths.never() : lengths.number(distribution));
            return steps;
        }
        new TreeMap<>(distribution.byTime()).forEach((time, part) -> steps.put(WallTime.ticks(time), lengths.number(part)));
        steps.putIfAbsent(0L, steps.lastEntry().getValue());
        steps.entrySet().removeIf(step -> step.getValue().equals(before(steps, step.getKey())));
        return steps;
    }

    /** The number that held just before a step; null for the first of the day. */
    private static Integer before(TreeMap<Long, Integer> steps, long ticks) {
        Map.Entry<Long, Integer> lower = steps.lowerEntry(ticks);
        return lower == null ? null : lower.getValue();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int retryLimit(Retry retry) {
        if (retry == null) {
            return 0;
        }
        return retry.limit() == null ? Integer.MAX_VALUE : retry.limit();
    }

    private static int retryAfter(Retry retry) {
        if (retry == null) {
            return 0;
        }
        int bits = 0;
        for (Retry.Failure failure : retry.after()) {
            bits |= switch (failure) {
                case ABANDONED -> Program.Contacts.AFTER_ABANDONED;
                case BLOCKED -> Program.Contacts.AFTER_BLOCKED;
                case TURNED_AWAY -> Program.Contacts.AFTER_TURNED_AWAY;
                case DISCONNECTED -> Program.Contacts.AFTER_DISCONNECTED;
            };
        }
        return bits;
    }
}
