package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.BUSYNESS_LARGE;
import static mergedesk.scenario.NoteKind.EVENT_LARGE;
import static mergedesk.scenario.NoteKind.GROWTH_UNUSUAL;
import static mergedesk.scenario.NoteKind.VOLUME_APART;
import static mergedesk.scenario.NoteKind.VOLUME_PER_HEAD;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.Council;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Scenario;

/** How many call. */
final class VolumeRules {
    private static final double APART = 20;
    private static final int FEWEST_TO_COMPARE = 3;
    private static final double MOST_PER_HEAD = 10;
    private static final double LARGEST_GROWTH = 0.3;
    private static final double LARGEST_EVENT = 10;
    private static final double LARGEST_BUSYNESS = 0.5;

    private final Scenario scenario;
    private final List<Finding> findings;

    VolumeRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        findApart();
        findPerHead();
        scenario.flows().forEach((id, flow) -> {
            if (Math.abs(flow.growth()) > LARGEST_GROWTH) {
                findings.add(Finding.note(
                        GROWTH_UNUSUAL, "flows." + id + ".growth", "the volume changes by " + Said.percent(flow.growth()) + " in each year", "check whether a growth over several years was meant"));
            }
        });
        scenario.events().forEach((id, event) -> {
            double largest = event.shape().stream().mapToDouble(Double::doubleValue).max().orElse(0);
            if (largest > LARGEST_EVENT) {
                findings.add(Finding.note(
                        EVENT_LARGE, "events." + id + ".shape", "the event brings " + Said.number(largest) + " times a day's volume", "check whether percent was meant: 150 % more is 2.5"));
            }
        });
        if (scenario.busyness() != null) {
            findBusyness(scenario.busyness().all(), "all");
            findBusyness(scenario.busyness().council(), "council");
            findBusyness(scenario.busyness().service(), "service");
        }
    }

    private void findBusyness(Busyness.Level level, String key) {
        if (level != null && level.cv() > LARGEST_BUSYNESS) {
            findings.add(Finding.note(BUSYNESS_LARGE, "busyness." + key + ".cv", "days differ by " + Said.percent(level.cv()) + "; usual is 5 to 15 %", "check the number: 0.07 is 7 %"));
        }
    }

    /** Flows of one service and channel are compared with each other, because councils that merge have the same services. */
    private void findApart() {
        Map<String, Map<String, Double>> byService = new LinkedHashMap<>();
        scenario.flows().forEach((id, flow) -> {
            double volume = volume(flow);
            if (volume > 0) {
                byService.computeIfAbsent(flow.service() + "/" + flow.channel(), service -> new LinkedHashMap<>()).put(id, volume);
            }
        });
        byService.values().stream().filter(volumes -> volumes.size() >= FEWEST_TO_COMPARE).forEach(this::compare);
    }

    private void compare(Map<String, Double> volumes) {
        boolean isByHead = volumes.keySet().stream().allMatch(id -> council(scenario.flows().get(id)).population() != null);
        Map<String, Double> sizes = volumes.entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey,
                volume -> isByHead ? volume.getValue() / council(scenario.flows().get(volume.getKey())).population() : volume.getValue(),
                (first, second) -> first,
                LinkedHashMap::new));
        double[] sorted = sizes.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        sizes.forEach((id, size) -> {
            double usual = medianWithout(sorted, size);
            if (size > APART * usual || size < usual / APART) {
                String among = "what is usual among the " + (sizes.size() - 1) + " other flows of service " + scenario.flows().get(id).service() + (isByHead ? ", for each resident" : "");
                findings.add(Finding.note(
                        VOLUME_APART,
                        "flows." + id + "." + (scenario.flows().get(id).volume() != null ? "volume" : "volume_per_head"),
                        size > usual ? "this is " + Said.number(size / usual) + " times " + among : among + " is " + Said.number(usual / size) + " times this",
                        "check the number and its unit"));
            }
        });
    }

    /** The median of the others; of an even number of them the geometric mean of the middle two. */
    private static double medianWithout(double[] sorted, double size) {
        int own = Arrays.binarySearch(sorted, size);
        int low = (sorted.length - 2) / 2;
        int high = (sorted.length - 1) / 2;
        double lower = sorted[low < own ? low : low + 1];
        double upper = sorted[high < own ? high : high + 1];
        return Math.sqrt(lower * upper);
    }

    private void findPerHead() {
        Map<String, Double> byCouncil = new LinkedHashMap<>();
        scenario.flows().values().forEach(flow -> byCouncil.merge(flow.council(), volume(flow), Double::sum));
        byCouncil.forEach((id, volume) -> {
            Double population = scenario.councils().get(id).population();
            if (population != null && volume > MOST_PER_HEAD * population) {
                findings.add(Finding.note(
                        VOLUME_PER_HEAD,
                        "councils." + id + ".population",
                        "each resident calls " + Said.number(volume / population) + " times a year; English councils publish 0.27 to 1.72",
                        "check the population and the units of the volumes"));
            }
        });
    }

    /** Calls in a mean year; 0 of recorded arrivals. */
    private double volume(Flow flow) {
        if (flow.volume() != null) {
            return flow.volume().perMeanYear();
        }
        return flow.volumePerHead() == null ? 0 : flow.volumePerHead().perMeanYear() * council(flow).population();
    }

    private Council council(Flow flow) {
        return scenario.councils().get(flow.council());
    }
}
