package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that finds its own number of replications looks at half a year, and its target at each month. */
class PeriodPrecisionTest {
    private static final String YAML = """
            name: Six months
            time: {start: 2026-01-01, length: 6 months}
            councils: {north: {}}
            services: {tax: {}}
            profiles: {day: {mon-fri: {"09:00": 1, "17:00": 0}}}
            flows: {f: {council: north, service: tax, desk: east, volume: 80 / week, profile: day, work: {distribution: exponential, mean: 10 min}, patience: {distribution: exponential, mean: 4 min}}}
            desks: {east: {opening: {mon-fri: "09:00-17:00"}}}
            groups: {e: {desk: east, staffing: 1}}
            targets: [{measure: sl_answered_of_offered, at_least: BOUND %, every: month}]
            """;

    @TempDir
    Path folder;

    private Study run(String bound, Integer replications) throws IOException {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("desk.yaml"), YAML.replace("BOUND", bound)), List.of());
        assertThat(file.faults()).isEmpty();
        return Mergedesk.run(file, new RunOptions(replications, 1L, 2, ""), Watcher.NONE);
    }

    private static List<String> told(Study study) {
        return study.warnings().stream().filter(warning -> warning.startsWith("The first target asks for every month")).toList();
    }

    @Test
    void whoHasNotSaidHowManyIsToldHowManyWouldDo() throws IOException {
        Study clear = run("5", null);
        Verdict worst = clear.verdicts().get(0);
        assertThat(worst.state()).isEqualTo(Verdict.State.MET);
        assertThat(told(clear)).as("sure as it is").isEmpty();
        String bound = String.format(Locale.ROOT, "%.2f", 100 * worst.estimate().value());

        Study unsure = run(bound, null);

        Verdict verdict = unsure.verdicts().get(0);
        double half = verdict.estimate().halfWidth();
        assertThat(half).isGreaterThan(0.012);
        assertThat(told(unsure)).singleElement().asString().contains("known to ± " + String.format(Locale.ROOT, "%.1f", 100 * half) + " points only");
        int needed = Integer.parseInt(told(unsure).get(0).replaceAll(".*--replications ([0-9]+) would give about ± 1 point.*", "$1"));
        double exact = verdict.estimate().n() * half * half / 1e-4;
        assertThat((double) needed).isBetween(exact, 1.1 * exact + 1);
        assertThat(told(run(bound, 20))).as("somebody has said how many").isEmpty();
        assertThat(run(bound, needed).verdicts().get(0).estimate().halfWidth()).as("Student's t is smaller, s may be larger").isBetween(0.007, 0.013);
    }
}
