package mergedesk.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways to infer from a log how many agents were there in each hour: rule 7 of scenarios/traces/README.md. */
enum AgentsByHour {
    PRESENCE_15("presence, gaps up to 15 min", 15),
    PRESENCE_10("presence, gaps up to 10 min", 10),
    PRESENCE_30("presence, gaps up to 30 min", 30),
    /** Too many: who took one call counts for the hour. */
    DISTINCT("distinct servers in the hour", 0),
    /** Too few: nobody is ever idle. */
    BUSY("busy time only", 0);

    private static final int HOUR = 3600;

    final String words;
    private final long gapSeconds;

    AgentsByHour(String words, int gapMinutes) {
        this.words = words;
        gapSeconds = gapMinutes * 60L;
    }

    /** A stretch of time of one agent, in seconds. */
    private record Stretch(long from, long to) {}

    /** Agents by hour of the month. */
    int[] of(CallLog log) {
        int hours = log.firstDay().lengthOfMonth() * 24;
        Map<String, List<Stretch>> services = log.calls().stream()
                .filter(CallLog.Call::hasAgent)
                .collect(Collectors.groupingBy(
                        CallLog.Call::server, Collectors.mapping(call -> new Stretch(call.start(), call.start() + call.talk()), Collectors.toList())));
        long[] seconds = new long[hours];
        for (List<Stretch> own : services.values()) {
            switch (this) {
                case DISTINCT -> hoursTouched(own).forEach(hour -> add(new Stretch((long) hour * HOUR, (hour + 1L) * HOUR), seconds));
                case BUSY -> own.forEach(stretch -> add(stretch, seconds));
                default -> joined(own).forEach(stretch -> add(stretch, seconds));
            }
        }
        int[] agents = new int[hours];
        for (int hour = 0; hour < hours; hour++) {
            agents[hour] = (int) Math.floorDiv(seconds[hour] + HOUR / 2, (long) HOUR);
        }
        return agents;
    }

    private static Set<Integer> hoursTouched(List<Stretch> stretches) {
        Set<Integer> hours = new HashSet<>();
        for (Stretch stretch : stretches) {
            for (long hour = stretch.from / HOUR; hour * HOUR <= stretch.to; hour++) {
                hours.add((int) hour);
            }
        }
        return hours;
    }

    private List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        stretches.stream().sorted(Comparator.comparingLong(Stretch::from)).forEach(next -> {
            Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && next.from - last.to <= gapSeconds) {
                joined.set(joined.size() - 1, new Stretch(last.from, Math.max(last.to, next.to)));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }

    private static void add(Stretch stretch, long[] seconds) {
        for (long hour = stretch.from / HOUR; hour * HOUR < stretch.to && hour < seconds.length; hour++) {
            seconds[(int) hour] += Math.min(stretch.to, (hour + 1) * HOUR) - Math.max(stretch.from, hour * HOUR);
        }
    }
}
