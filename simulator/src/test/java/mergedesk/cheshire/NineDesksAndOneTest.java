package mergedesk.cheshire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mergedesk.api.ScenarioFile;
import mergedesk.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sizes Cheshire's nine desks and the one desk by the same rule, and shows how the saving depends on volume and on the service asked for.
 *
 * <p>The rule is that of {@link Sizing#cheapest}. The one desk has to give the service that the nine gave.
 */
class NineDesksAndOneTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "cheshire");
    private static final List<LocalTime> STARTS =
            List.of(LocalTime.of(8, 30), LocalTime.of(12, 0), LocalTime.of(14, 0), LocalTime.of(16, 0));
    private static final double[] HOURS = {3.5, 2, 2, 1};
    private static final double[] TARGETS = {0.6, 0.7, 0.8, 0.9};
    private static final double[] VOLUMES = {0.7, 1, 1.35};
    private static final int REPLICATIONS = 3;

    private static Scenario unmerged;
    private static Scenario merged;

    @BeforeAll
    static void read() {
        unmerged = ScenarioFile.read(FOLDER.resolve("unmerged.yaml"), List.of()).scenario();
        merged = ScenarioFile.read(FOLDER.resolve("merged.yaml"), List.of()).scenario();
    }

    @Test
    void theReadmesAgentHoursAreThoseOfTheTables() throws IOException {
        assertThat(hours(unmerged)).isEqualTo(527.0);
        assertThat(hours(merged)).isEqualTo(407.5);
        Scenario halved =
                ScenarioFile.read(FOLDER.resolve("halved.yaml"), List.of()).scenario();
        assertThat(hours(halved)).isEqualTo(527.0 / 2);
        assertThat(Files.readString(FOLDER.resolve("README.md"))).contains("527", "407.5", "263.5");
    }

    /** Agent-hours of a working day. */
    private static double hours(Scenario scenario) {
        return scenario.groups().keySet().stream()
                .map(group -> table(scenario, group))
                .mapToDouble(agents -> {
                    double hours = 0;
                    for (int block = 0; block < HOURS.length; block++) {
                        hours += HOURS[block] * agents[block];
                    }
                    return hours;
                })
                .sum();
    }

    private static int[] table(Scenario scenario, String group) {
        var staffing = scenario.groups().get(group).staffing();
        return STARTS.stream()
                .mapToInt(start -> staffing.constant() != null
                        ? staffing.constant()
                        : staffing.byDay().get(DayOfWeek.MONDAY).get(start))
                .toArray();
    }

    /** Prints the README's table of savings, and holds the tables in the files against the rule. About five minutes on two cores. */
    @Test
    @Tag("nightly")
    void savingsByVolumeAndService() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| volume | each desk answers within 45 s at least | nine desks | one desk | saved |");
        rows.add("|---|---|---|---|---|");
        for (double volume : VOLUMES) {
            Map<String, Sizing> nine = nine(volume);
            Sizing one = one(volume);
            for (double target : TARGETS) {
                rows.add(row(volume, target, nine, one));
            }
            if (volume == 1) {
                assertThat(nine)
                        .allSatisfy((desk, sizing) -> assertThat(
                                        sizing.cheapest(0.8).hours())
                                .as(desk)
                                .isCloseTo(hoursOf(desk), within(1.01)));
            }
        }
        Files.write(Path.of("target", "cheshire.md"), rows);
        rows.forEach(System.out::println);
    }

    private static double hoursOf(String desk) {
        int[] agents = table(unmerged, desk);
        return 3.5 * agents[0] + 2 * agents[1] + 2 * agents[2] + agents[3];
    }

    private static String row(double volume, double target, Map<String, Sizing> nine, Sizing one) {
        List<Sizing.Desk> desks =
                nine.values().stream().map(sizing -> sizing.cheapest(target)).toList();
        double hours = desks.stream().mapToDouble(Sizing.Desk::hours).sum();
        double share = desks.stream().mapToDouble(Sizing.Desk::answered).sum()
                / desks.stream().mapToDouble(Sizing.Desk::offered).sum();
        Sizing.Desk pooled = one.cheapest(share);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f %% | %.1f %%, %.1f agent-hours | %.1f %%, %.1f agent-hours | %.1f agent-hours, %.0f %% |",
                volume,
                100 * target,
                100 * share,
                hours,
                100 * pooled.share(),
                pooled.hours(),
                hours - pooled.hours(),
                100 * (1 - pooled.hours() / hours));
    }

    private static Map<String, Sizing> nine(double volume) {
        Map<String, Sizing> desks = new LinkedHashMap<>();
        for (String desk : unmerged.desks().keySet()) {
            List<String> alone = new ArrayList<>(people(volume));
            unmerged.flows().forEach((key, flow) -> {
                if (!flow.desk().equals(desk)) {
                    alone.add("flows." + key + "=");
                }
            });
            unmerged.desks().keySet().stream()
                    .filter(other -> !other.equals(desk))
                    .forEach(other -> {
                        alone.add("desks." + other + "=");
                        alone.add("groups." + other + "=");
                    });
            // A small desk's agents grow a little slower than its calls.
            int[] guess = scaled(table(unmerged, desk), 0.12 + 0.88 * volume);
            desks.put(desk, Sizing.of(scenario("unmerged.yaml", alone, "groups." + desk), guess, -3, 7, REPLICATIONS));
        }
        return desks;
    }

    private static Sizing one(double volume) {
        List<String> pooled = new ArrayList<>(people(volume));
        merged.groups().keySet().stream()
                .filter(group -> !group.equals("floating"))
                .forEach(group -> pooled.add("groups." + group + "="));
        int[] agents = new int[STARTS.size()];
        merged.groups().keySet().forEach(group -> {
            int[] part = table(merged, group);
            Arrays.setAll(agents, block -> agents[block] + part[block]);
        });
        int[] guess = scaled(agents, 0.04 + 0.96 * volume);
        return Sizing.of(scenario("merged.yaml", pooled, "groups.floating"), guess, -7, 13, REPLICATIONS);
    }

    private static int[] scaled(int[] agents, double factor) {
        return Arrays.stream(agents)
                .map(n -> Math.max(4, (int) Math.round(n * factor)))
                .toArray();
    }

    private static Sizing.Staffed scenario(String file, List<String> sets, String group) {
        return staffing -> {
            List<String> all = new ArrayList<>(sets);
            all.add(group + ".staffing=" + staffing);
            return ScenarioFile.read(FOLDER.resolve(file), all);
        };
    }

    /** More or fewer residents, and so more or fewer calls. */
    private static List<String> people(double factor) {
        List<String> sets = new ArrayList<>();
        unmerged.councils()
                .forEach((key, council) ->
                        sets.add("councils." + key + ".population=" + Math.round(council.population() * factor)));
        return sets;
    }
}
