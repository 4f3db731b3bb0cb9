package mergedesk.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mergedesk.api.Mergedesk;
import mergedesk.api.SweepFile;
import mergedesk.api.SweepResults;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the answers in scenarios/sweeps/README.md, and of those that the guide has of them, is that of its sweep, to its last digit: runs are the same everywhere. */
@Tag("nightly")
class SweepAnswersTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "sweeps");
    private static final String LEVEL = "sl_answered_of_offered";

    @TempDir
    Path out;

    private final String answers = Readme.of(FOLDER.resolve("README.md")).text();
    private final String guide = Readme.of(Path.of("docs", "guide.md")).text();

    private SweepResults sweep(String name) {
        SweepFile file = SweepFile.read(FOLDER.resolve(name));
        assertThat(file.faults()).isEmpty();
        return Mergedesk.sweep(file, out);
    }

    private static Estimate at(SweepResults results, String measure, Predicate<SweepResults.Point> which) {
        return results.estimates(measure).entrySet().stream().filter(point -> which.test(point.getKey())).map(Map.Entry::getValue).collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
            assertThat(found).hasSize(1);
            return found.get(0);
        }));
    }

    private static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", 100 * share);
    }

    /** As the text has it: {@code 81.1 % ± 1.1}. */
    private static String share(Estimate estimate, int digits) {
        return percent(estimate.value(), digits) + " % ± " + percent(estimate.halfWidth(), digits);
    }

    @Test
    void volumesThatWereGuessed() {
        SweepResults results = sweep("cheshire-volumes.yaml");

        assertThat(answers).contains(
                "has three floating agents and answers " + share(cheshire(results, 100, 100, 3), 1) + " of a year's calls within 45 s",
                "With a tenth more calls per head it is " + share(cheshire(results, 110, 100, 3), 1) + ", and even nine floating agents (" + Math.round(fte(results, 9) - fte(results, 3)) + " FTE more) bring it only to "
                        + share(cheshire(results, 110, 100, 9), 1) + ": six are not enough (" + share(cheshire(results, 110, 100, 6), 1) + ")",
                "With a tenth more calls and a tenth longer talks nine reach " + percent(cheshire(results, 110, 110, 9).value(), 1) + " %",
                "A tenth fewer calls give " + percent(cheshire(results, 90, 100, 3).value(), 1) + " %",
                "Volume moves the service level most, talk times and floating agents about half as much");
        assertThat(guide).contains(
                "With three of them it answers " + share(cheshire(results, 100, 100, 3), 1) + " of a year's calls within 45 s; with a tenth more calls per head " + share(cheshire(results, 110, 100, 3), 1)
                        + ", and then even nine bring it only to " + share(cheshire(results, 110, 100, 9), 1));
        double volume = moved(results, "volume");
        assertThat(moved(results, "talk") / volume).isBetween(0.4, 0.6);
        assertThat(moved(results, "floating") / volume).isBetween(0.4, 0.6);
    }

    private static Estimate cheshire(SweepResults results, int volume, int talk, int floating) {
        return at(results, LEVEL, point -> point.value("volume") == volume && point.value("talk") == talk && point.value("floating") == floating);
    }

    private static double fte(SweepResults results, int floating) {
        return at(results, "fte", point -> point.value("volume") == 100 && point.value("talk") == 100 && point.value("floating") == floating).value();
    }

    /** Between the highest and the lowest of the means over the points of each of its values. */
    private static double moved(SweepResults results, String factor) {
        Map<Double, Double> means = results.estimates(LEVEL).entrySet().stream().collect(Collectors.groupingBy(point -> point.getKey().value(factor), Collectors.averagingDouble(point -> point.getValue().value())));
        double[] sorted = means.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length - 1] - sorted[0];
    }

    @Test
    void boroughsThatShare() {
        SweepResults results = sweep("cluster-size.yaml");

        TreeMap<Double, Double> fewest = new TreeMap<>(); // agents by boroughs
        results.estimates(LEVEL).forEach((point, level) -> {
            if (level.value() - level.halfWidth() >= 0.8) {
                fewest.merge(point.value("boroughs"), point.value("agents"), Math::min);
            }
        });
        double[] boroughs = fewest.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] each = fewest.entrySet().stream().mapToDouble(size -> size.getValue() / size.getKey()).toArray();
        double saved = each[0] - each[5];
        assertThat(boroughs).containsExactly(1, 2, 4, 8, 16, 32);
        assertThat(answers).contains(
                "every second number) | " + fewest.values().stream().map(agents -> Long.toString(Math.round(agents))).collect(Collectors.joining(" | ")) + " |",
                "| agents of each borough | " + Arrays.stream(each).mapToObj(SweepAnswersTest::short2).collect(Collectors.joining(" | ")) + " |",
                "Sharing saves " + percent(saved / each[0], 0) + " % at most, and four boroughs have two thirds of it, eight four fifths",
                "each doubling saves " + percent(1 - each[5] / each[4], 0) + " to " + percent(1 - each[4] / each[3], 0) + " % of the agents",
                percent(at(results, "occupancy", point -> point.value("boroughs") == 32 && point.value("agents") == fewest.get(32.0)).value(), 0) + " % of it with 32 boroughs");
        assertThat(guide).contains(Math.round(fewest.get(1.0)) + " for one borough, " + short2(each[1]) + " each for two, " + short2(each[2]) + " for four, " + short2(each[5]) + " for thirty-two");
        assertThat((each[0] - each[2]) / saved).isBetween(0.62, 0.71);
        assertThat((each[0] - each[3]) / saved).isBetween(0.75, 0.85);
    }

    /** Two digits, without zeros at the end. */
    private static String short2(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceFirst("\\.?0+$", "");
    }

    @Test
    void roomsOrAgents() {
        SweepResults results = sweep("outage-staffing.yaml");

        assertThat(answers).contains(
                "is there for " + share(rooms(results, "availability", "nine", 3), 2) + " of the time with nine rooms, " + share(rooms(results, "availability", "two", 3), 2) + " with two and standbys, "
                        + share(rooms(results, "availability", "one", 3), 2) + " with one",
                "within 45 s is " + percent(rooms(results, LEVEL, "nine", 3).value(), 1) + ", " + percent(rooms(results, LEVEL, "two", 3).value(), 1) + " and " + percent(rooms(results, LEVEL, "one", 3).value(), 1)
                        + " % with three floating agents. Three more agents bring it to " + percent(rooms(results, LEVEL, "two", 6).value(), 0) + " %");
        assertThat(guide).contains(
                "is there for " + share(rooms(results, "availability", "nine", 3), 2) + " of the time with nine rooms, and for " + share(rooms(results, "availability", "one", 3), 2) + " with one; three more agents bring the service level from "
                        + percent(rooms(results, LEVEL, "nine", 3).value(), 0) + " % to " + percent(rooms(results, LEVEL, "nine", 6).value(), 0) + " %");
        assertThat(percent(rooms(results, LEVEL, "nine", 6).value(), 0)).isEqualTo(percent(rooms(results, LEVEL, "one", 6).value(), 0)).isEqualTo("90");
    }

    private static Estimate rooms(SweepResults results, String measure, String number, int floating) {
        return at(results, measure, point -> point.text("rooms").endsWith("rooms-" + number + ".yaml") && point.value("floating") == floating);
    }
}
