package mergedesk.experiment;

import static mergedesk.results.Study.Verdict.State.MET;
import static mergedesk.results.Study.Verdict.State.MISSED;
import static mergedesk.results.Study.Verdict.State.UNSURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Study;
import mergedesk.results.Study.Verdict.State;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static Estimate estimate(double value, double halfWidth) {
        return new Estimate(value, halfWidth, 20, Estimate.Method.RATIO);
    }

    @ParameterizedTest
    @CsvSource({
        "0.85, 0.02, true, MET", "0.75, 0.02, true, MISSED", "0.81, 0.02, true, UNSURE", "0.79, 0.02, true, UNSURE",
        "0.85, 0.02, false, MISSED", "0.75, 0.02, false, MET", "0.81, 0.02, false, UNSURE", "0.79, 0.02, false, UNSURE"
    })
    void judgesByTheWholeInterval(double value, double halfWidth, boolean atLeast, State expected) {
        assertThat(State.of(estimate(value, halfWidth), 0.8, atLeast)).isEqualTo(expected);
    }

    /** One replication says nothing about how sure it is. */
    @Test
    void isUnsureWithoutAnInterval() {
        assertThat(State.of(new Estimate(0.99, Double.NaN, 1, Estimate.Method.RATIO), 0.8, true)).isEqualTo(UNSURE);
        assertThat(State.of(new Estimate(0.1, Double.NaN, 1, Estimate.Method.RATIO), 0.8, true)).isEqualTo(UNSURE);
        assertThat(State.of(Estimate.EMPTY, 0.8, true)).isEqualTo(UNSURE);
    }

    /** "At most 0 blocked" is met when none ever is: the bound itself is inside. */
    @Test
    void meetsABoundThatItEqualsForCertain() {
        assertThat(State.of(estimate(0, 0), 0, false)).isEqualTo(MET);
        assertThat(State.of(estimate(1, 0), 1, true)).isEqualTo(MET);
        assertThat(State.of(estimate(0.5, 0), 1, true)).isEqualTo(MISSED);
    }

    private static final String YAML = """
            name: t
            time: {start: 2025-04-07T09:00, length: 2 h}
            councils: {east: {}}
            services: {tax: {}}
            flows:
              f: {council: east, service: tax, desk: west, volume: 90 / hour, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 1 min}}
            desks: {west: {}}
            groups: {g: {desk: west, employer: east, staffing: 4, cost: "£31,000 / year"}}
            """;

    private static ScenarioFile read(Path folder, Collection<String> targets) throws IOException {
        return ScenarioFile.read(Files.writeString(folder.resolve("t.yaml"), YAML + "targets: [" + String.join(", ", targets) + "]\n"), List.of());
    }

    private static String target(Measure measure, String place) {
        String bound = measure.unit() == Measure.Unit.SHARE ? "1 %" : measure.unit() == Measure.Unit.SECONDS ? "1 s" : "1";
        return "{measure: " + measure.id() + ", at_least: " + bound + (place.isEmpty() ? "" : ", " + place) + "}";
    }

    /** Every measure in every place: either check refuses the target, or the run gives it a value. */
    @Test
    void whatCheckAcceptsHasAValue(@TempDir Path folder) throws IOException {
        Set<String> accepted = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (Measure measure : Measure.all()) {
            for (String place : List.of("", "council: east", "service: tax", "desk: west", "group: g")) {
                String target = target(measure, place);
                (read(folder, List.of(target)).isSound() ? accepted : refused).add(target);
            }
        }
        assertThat(refused).contains(
                "{measure: wait_p90, at_least: 1 s, group: g}", "{measure: offered, at_least: 1, group: g}", "{measure: fte, at_least: 1, service: tax}");
        assertThat(accepted).contains("{measure: wait_p90, at_least: 1 s, desk: west}", "{measure: answered, at_least: 1, group: g}", "{measure: cost, at_least: 1}");
        Study study = Mergedesk.run(read(folder, accepted), new RunOptions(5, 1L, 1, ""), Watcher.NONE);
        assertThat(study.verdicts()).hasSameSizeAs(accepted).noneMatch(verdict -> verdict.estimate().isEmpty());
        assertThat(study.verdicts()).filteredOn(verdict -> verdict.measure().equals("cost")).hasSize(4).allMatch(verdict -> verdict.state() == MET);
    }

    /** There is no number for both together; before, east alone was judged. */
    @Test
    void twoPlacesAreRefused(@TempDir Path folder) throws IOException {
        List<String> places = List.of("council: east", "service: tax", "desk: west", "group: g");
        Measure answered = Measure.byId("answered").orElseThrow();
        for (String first : places) {
            for (String second : places) {
                if (!first.equals(second)) {
                    assertThat(read(folder, List.of(target(answered, first + ", " + second))).faults()).hasSize(1).first().asString().contains("a target speaks of one place");
                }
            }
        }
    }
}
