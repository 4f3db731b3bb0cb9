package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.DrawnPrograms;
import mergedesk.compile.PlanDraws;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Tracing;
import mergedesk.observe.Scopes;
import mergedesk.program.Program;
import mergedesk.program.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated plans of which dates are drawn: each run is that of the scenario in which its dates are written, and is counted in the same places. */
class WildDrawnPlanTest {
    private static final Pattern STEP = Pattern.compile("(?m)^  (step\\d+): \\{on: ([^,]+), ");
    private static final int SEEDS = 50;
    private static final int MANY_SEEDS = 150;
    private static final int RUNS = 3;

    @TempDir
    private Path folder;

    @Test
    void eachRunGoesByItsOwnDates() throws IOException {
        assertSame(0, SEEDS);
    }

    @Tag("nightly")
    @Test
    void eachOfManyRunsGoesByItsOwnDates() throws IOException {
        assertSame(SEEDS, MANY_SEEDS);
    }

    private void assertSame(long first, long end) throws IOException {
        int drawn = 0;
        int moved = 0;
        for (long seed = first; seed < end; seed++) {
            ScenarioFile scenario = WildScenario.planned(seed, folder);
            String text = Files.readString(scenario.path());
            Path path = Files.writeString(scenario.path().resolveSibling("drawn.yaml"), STEP.matcher(text).replaceAll("  $1: {on: $2, slips: {distribution: uniform, low: 0 days, high: 2 days}, "));
            ScenarioFile file = ScenarioFile.read(path, List.of());
            if (!file.isSound()) { // steps that change the same
                continue;
            }
            drawn++;
            Programs programs = DrawnPrograms.of(file.scenario(), file.states(), ScenarioCompiler.compile(file.scenario()));
            List<Scopes.Row> rows = new Scopes(programs.planned()).rows();
            for (int replication = 0; replication < RUNS; replication++) {
                ScenarioFile fixed = fixed(file, text, seed, replication);
                boolean comesTooLate = fixed.scenario().turns().size() < scenario.scenario().turns().size();
                if (comesTooLate && !file.scenario().links().isEmpty()) { // ways to desks that nobody comes to are not told of there
                    continue;
                }
                moved += comesTooLate ? 1 : 0;
                Program program = programs.of(seed, replication);
                assertSame(trace(program, seed, replication), trace(ScenarioCompiler.compile(fixed.scenario()), seed, replication), "seed " + seed + ", replication " + replication + "\n" + Files.readString(path));
                assertThat(program.names().flows()).isEqualTo(programs.planned().names().flows());
                assertThat(program.names().groups()).isEqualTo(programs.planned().names().groups());
                assertThat(rows).hasSizeGreaterThanOrEqualTo(new Scopes(program).rows().size());
            }
        }
        assertThat(drawn).isGreaterThan((int) (end - first) / 4);
        assertThat(moved).isGreaterThan((int) (end - first) / 15);
    }

    private static void assertSame(List<String> found, List<String> expected, String of) {
        int first = 0;
        while (first < Math.min(found.size(), expected.size()) && found.get(first).equals(expected.get(first))) {
            first++;
        }
        assertThat(found.subList(first, Math.min(found.size(), first + 3))).as(of).isEqualTo(expected.subList(first, Math.min(expected.size(), first + 3)));
    }

    /** With the dates of a run; steps that come too late for it are left out. */
    private ScenarioFile fixed(ScenarioFile drawn, String text, long seed, int replication) throws IOException {
        Map<String, LocalDateTime> begins = new PlanDraws(drawn.scenario()).times(seed, replication).begins();
        String lines = text.lines().filter(line -> {
            Matcher step = STEP.matcher(line);
            return !step.find() || begins.get(step.group(1)).isBefore(drawn.scenario().time().ends());
        }).collect(Collectors.joining("\n"));
        String dated = STEP.matcher(lines).replaceAll(step -> "  " + step.group(1) + ": {on: " + begins.get(step.group(1)) + ", ");
        ScenarioFile fixed = ScenarioFile.read(Files.writeString(drawn.path().resolveSibling("fixed.yaml"), dated.stripTrailing().endsWith("plan:") ? dated.replace("plan:", "") : dated), List.of());
        assertThat(fixed.faults()).isEmpty();
        return fixed;
    }

    private static List<String> trace(Program program, long seed, int replication) {
        List<String> lines = new ArrayList<>();
        Tracing.trace(program, seed, replication, line -> lines.add(line.toString()));
        lines.sort(Comparator.comparingLong((String line) -> Long.parseLong(line.substring(0, line.indexOf(',')))).thenComparing(Comparator.naturalOrder())); // what is elided is told later
        return lines;
    }
}
