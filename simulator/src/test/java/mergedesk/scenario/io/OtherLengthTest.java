package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import mergedesk.scenario.Distribution;
import mergedesk.scenario.Distribution.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A length that an extending file, or an entry beside defaults, says in another way than what stands below. */
class OtherLengthTest {
    private static final String FAMILY = "{distribution: exponential, mean: 5 min}";
    private static final String JUDGED = "{low: 1 min, likely: 2 min, high: 9 min}";
    private static final String MIXTURE = "{mixture: [{share: 100 %, length: " + FAMILY + "}]}";
    private static final String BY_TIME = "{by_time: {\"08:00\": " + JUDGED + "}}";

    @TempDir
    Path temporary;

    private Distribution work(String below, String above) {
        Folder folder = new Folder(temporary).sound(11, "    work: " + below).with("other.yaml", "extends: merged.yaml", "flows: {calls: {work: " + above + "}}");
        Reading reading = folder.readFile("other.yaml");
        assertThat(folder.faultsOf(reading)).isEmpty();
        return reading.scenario().flows().get("calls").work();
    }

    @Test
    void replacesIt() {
        for (String below : new String[] {FAMILY, JUDGED, MIXTURE, BY_TIME}) {
            assertThat(work(below, FAMILY)).isEqualTo(Distribution.exponential(Duration.ofMinutes(5)));
            assertThat(work(below, JUDGED)).isEqualTo(Distribution.judged(null, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(9)));
            assertThat(work(below, MIXTURE).family()).isEqualTo(Shape.MIXTURE);
            assertThat(work(below, BY_TIME).byTime()).hasSize(1);
        }
    }

    @Test
    void changesPartsOfWhatIsSaidInTheSameWay() {
        assertThat(work(JUDGED, "{likely: 3 min}")).isEqualTo(Distribution.judged(null, Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(9)));
        assertThat(work(JUDGED, "{distribution: triangular}")).isEqualTo(Distribution.judged(Shape.TRIANGULAR, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(9)));
        assertThat(work(FAMILY, "{shift: 20 s}").shift()).isEqualTo(Duration.ofSeconds(20));
        assertThat(work(FAMILY, "{distribution: constant}")).isEqualTo(Distribution.of(Shape.CONSTANT, Duration.ofMinutes(5)));
    }

    @Test
    void goesOverDefaultsAlike() {
        Folder folder = new Folder(temporary).sound(9, "    desk: main", "    after_call: " + FAMILY, "    patience: " + FAMILY);
        folder.with("main.yaml", "extends: merged.yaml", "flow_defaults: {after_call: " + JUDGED + ", patience: " + BY_TIME + "}");
        Reading reading = folder.readFile("main.yaml");
        assertThat(folder.faultsOf(reading)).isEmpty();
        assertThat(reading.scenario().flows().get("calls").patience()).isEqualTo(Distribution.exponential(Duration.ofMinutes(5)));
    }
}
