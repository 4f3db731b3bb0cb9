package mergedesk.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.random.NormalCorrelation;
import mergedesk.scenario.Busyness;
import mergedesk.scenario.Flow;

/**
 * The random day factors: one for all flows, one for each council, one for each service, as far as the scenario has the level.
 *
 * <p>A factor's gamma shape is 1 / cv², its key hash("busyness", level, name). A level with cv 0 has no factors. Recorded arrivals have
 * none either: they are as busy as they were.
 */
final class BusynessFactors {
    private static final int LEVELS = 3;
    private static final int NONE = -1;

    private final List<Long> keys = new ArrayList<>();
    private final List<Busyness.Level> levels = new ArrayList<>();
    private final int firstAll;
    private final int firstCouncil;
    private final int firstService;
    private final Numbering numbers;

    /**
     * @param busyness null: no factors
     */
    BusynessFactors(Busyness busyness, Numbering numbers) {
        this.numbers = numbers;
        firstAll = add(busyness == null ? null : busyness.all(), "all", List.of(""));
        firstCouncil = add(
                busyness == null ? null : busyness.council(),
                "council",
                numbers.councils().list());
        firstService = add(
                busyness == null ? null : busyness.service(),
                "service",
                numbers.services().list());
    }

    /** Factors of each flow, see {@link mergedesk.program.Program.Demand#flowFactors}. */
    int[] ofFlows(List<Flow> flows) {
        int[] factors = new int[flows.size() * LEVELS];
        Arrays.fill(factors, NONE);
        for (int f = 0; f < flows.size(); f++) {
            Flow flow = flows.get(f);
            if (flow.trace() == null) {
                factors[f * LEVELS] = firstAll;
                factors[f * LEVELS + 1] =
                        number(firstCouncil, numbers.councils().of(flow.council()));
                factors[f * LEVELS + 2] =
                        number(firstService, numbers.services().of(flow.service()));
            }
        }
        return factors;
    }

    long[] keys() {
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    double[] shapes() {
        return levels.stream().mapToDouble(BusynessFactors::shape).toArray();
    }

    /** Of the normal numbers behind the factors, so that the factors have the autocorrelation that the scenario asks for. */
    double[] correlations() {
        Map<Busyness.Level, Double> known = new LinkedHashMap<>();
        return levels.stream()
                .mapToDouble(
                        level -> known.computeIfAbsent(level, l -> NormalCorrelation.of(shape(l), l.autocorrelation())))
                .toArray();
    }

    private static double shape(Busyness.Level level) {
        return 1 / (level.cv() * level.cv());
    }

    private int add(Busyness.Level level, String levelName, List<String> names) {
        if (level == null || level.cv() == 0) {
            return NONE;
        }
        int first = keys.size();
        for (String name : names) {
            keys.add(NameHash.of("busyness", levelName, name));
            levels.add(level);
        }
        return first;
    }

    private static int number(int first, int offset) {
        return first == NONE ? NONE : first + offset;
    }
}
