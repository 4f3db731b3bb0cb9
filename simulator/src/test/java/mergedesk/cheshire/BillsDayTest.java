package mergedesk.cheshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Comparison;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What scenarios/councils/cheshire says of the day of the tax bills, for one year: the outage falls on that day, and a second room takes most of it away. */
class BillsDayTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "cheshire");
    private static final double HOUR_SECONDS = 3_600;

    private static ScenarioFile file(String name) {
        ScenarioFile file = ScenarioFile.read(FOLDER.resolve(name), List.of());
        assertThat(file.faults()).isEmpty();
        return file;
    }

    @Test
    @Tag("nightly")
    void aSecondRoomTakesMostOfTheOutageAway() {
        Comparison comparison = Mergedesk.compare(List.of(file("merged.yaml"), file("bills-day-two.yaml"), file("bills-day-one.yaml")), new RunOptions(1, null, 1, ""), Watcher.NONE);

        double two = comparison.others().get(0).difference("abandoned", Scope.OVERALL).orElseThrow().difference().value();
        double one = comparison.others().get(1).difference("abandoned", Scope.OVERALL).orElseThrow().difference().value();
        assertThat(one).isBetween(1_000.0, 2_000.0);
        assertThat(two).isBetween(0.0, one / 2);

        Study study = comparison.others().get(1).study();
        assertThat(study.estimate("outages", Scope.application("highways")).value()).isEqualTo(1);
        assertThat(study.estimate("downtime", Scope.application("highways")).value()).isEqualTo(4 * HOUR_SECONDS);
        assertThat(study.estimate("availability_open", Scope.application("highways")).value()).isBetween(0.998, 0.9985);
    }
}
