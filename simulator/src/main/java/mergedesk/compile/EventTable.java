package mergedesk.compile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.program.Volumes;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Flow;

/** The dated events that lie in the calendar and concern a flow, see {@link Volumes}: factors by day, and flows. */
final class EventTable {
    private final List<Flow> all;
    private final List<Integer> days = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>(List.of(0));
    private final List<Double> factors = new ArrayList<>();
    private final List<int[]> flows = new ArrayList<>();
    private final Map<Concern, int[]> flowsByConcern = new LinkedHashMap<>();

    private record Concern(List<String> councils, List<String> services) {}

    EventTable(List<Flow> flows, Collection<DatedEvent> events, List<LocalDate> dates) {
        all = flows;
        events.forEach(event -> add(event, dates));
    }

    private void add(DatedEvent event, List<LocalDate> dates) {
        int[] concerned = flowsByConcern.computeIfAbsent(new Concern(event.councils(), event.services()), concern -> concerned(event));
        int found = Collections.binarySearch(dates, event.start());
        int first = found >= 0 ? found : -found - 1;
        for (int day = first; concerned.length > 0 && day < dates.size(); day++) {
            long since = ChronoUnit.DAYS.between(event.start(), dates.get(day));
            if (since >= event.shape().size()) {
                break;
            }
            factors.add(event.shape().get((int) since));
        }
        if (factors.size() > offsets.get(offsets.size() - 1)) {
            days.add(first);
            offsets.add(factors.size());
            flows.add(concerned);
        }
    }

    private int[] concerned(DatedEvent event) {
        int[] numbers = new int[all.size()];
        int found = 0;
        for (int flow = 0; flow < numbers.length; flow++) {
            if (concerns(event, all.get(flow))) {
                numbers[found++] = flow;
            }
        }
        return Arrays.copyOf(numbers, found);
    }

    /** Whether an event changes the volume of a flow. */
    static boolean concerns(DatedEvent event, Flow flow) {
        return (event.councils().isEmpty() || event.councils().contains(flow.council()))
                && (event.services().isEmpty() || event.services().contains(flow.service()));
    }

    int[] days() {
        return ints(days);
    }

    int[] offsets() {
        return ints(offsets);
    }

    double[] factors() {
        return factors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int[] flowOffsets() {
        int[] flowOffsets = new int[flows.size() + 1];
        for (int event = 0; event < flows.size(); event++) {
            flowOffsets[event + 1] = Math.addExact(flowOffsets[event], flows.get(event).length);
        }
        return flowOffsets;
    }

    int[] flows() {
        return flows.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
