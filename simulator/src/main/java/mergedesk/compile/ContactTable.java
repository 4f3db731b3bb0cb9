package mergedesk.compile;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.program.Program;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Retry;

/** How each flow's contacts behave: work, patience, after-call work, balking, trying again. */
final class ContactTable {
    private static final int NONE = -1;

    private final Numbering numbers;
    private final LengthTable lengths;
    private final int intervalsPerWeek;
    private final List<Flow> flows;

    ContactTable(Map<String, Flow> flows, Numbering numbers, LengthTable lengths, int intervalsPerWeek) {
        this.flows = List.copyOf(flows.values());
        this.numbers = numbers;
        this.lengths = lengths;
        this.intervalsPerWeek = intervalsPerWeek;
    }

    Program.Contacts compile() {
        int[] work = new int[flows.size() * intervalsPerWeek];
        int[] patience = new int[flows.size() * intervalsPerWeek];
        for (int f = 0; f < flows.size(); f++) {
            fill(work, f * intervalsPerWeek, flows.get(f).work());
            fill(patience, f * intervalsPerWeek, flows.get(f).patience());
        }
        return new Program.Contacts(
                flows.stream().mapToInt(flow -> numbers.desks().of(flow.desk())).toArray(),
                flows.stream()
                        .mapToInt(flow -> numbers.services().of(flow.service()))
                        .toArray(),
                work,
                patience,
                flows.stream()
                        .mapToInt(flow -> flow.afterCall() == null ? NONE : lengths.number(flow.afterCall()))
                        .toArray(),
                flows.stream().mapToDouble(Flow::balk).toArray(),
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

    /** Without a distribution: endless. By time: what the wall clock at the interval's start says, the last of the day before the first. */
    private void fill(int[] table, int from, Distribution distribution) {
        if (distribution == null || distribution.byTime().isEmpty()) {
            int number = distribution == null ? lengths.never() : lengths.number(distribution);
            Arrays.fill(table, from, from + intervalsPerWeek, number);
            return;
        }
        TreeMap<LocalTime, Integer> numberByTime = new TreeMap<>();
        new TreeMap<>(distribution.byTime()).forEach((time, part) -> numberByTime.put(time, lengths.number(part)));
        int intervalsPerDay = intervalsPerWeek / 7;
        for (int interval = 0; interval < intervalsPerWeek; interval++) {
            long minutes = 1_440L * (interval % intervalsPerDay) / intervalsPerDay;
            Map.Entry<LocalTime, Integer> entry = numberByTime.floorEntry(LocalTime.MIDNIGHT.plusMinutes(minutes));
            table[from + interval] = (entry == null ? numberByTime.lastEntry() : entry).getValue();
        }
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
            };
        }
        return bits;
    }
}
