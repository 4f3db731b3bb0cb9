package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    /** Another family with a number of its own says all; nothing of what is below stays, which it may not use or nobody meant. */
    @Test
    void replacesAnotherFamily() {
        Distribution exponential = Distribution.exponential(Duration.ofMinutes(8));
        for (String below : new String[] {
            "{distribution: lognormal, mean: 5 min, cv: 1, at_zero: 10 %, shift: 1 min}",
            "{distribution: erlang, mean: 5 min, phases: 3}",
            "{distribution: weibull, mean: 5 min, shape: 2}",
            "{distribution: uniform, low: 1 min, high: 2 min}",
            "{distribution: empirical, values: [1 min, 2 min]}",
            "{distribution: hyperexponential, branches: [{share: 100 %, mean: 1 min}]}",
            "{distribution: triangular, low: 1 min, likely: 2 min, high: 9 min}",
            JUDGED, MIXTURE, BY_TIME}) {
            assertThat(work(below, "{distribution: exponential, mean: 8 min}")).as(below).isEqualTo(exponential);
            assertThat(work(below, "{distribution: triangular, low: 1 min, likely: 3 min, high: 9 min}")).as(below)
                    .isEqualTo(Distribution.judged(Shape.TRIANGULAR, Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(9)));
        }
        assertThat(work(FAMILY, "{distribution: empirical, values: [1 min, 2 min]}")).isEqualTo(Distribution.empirical(List.of(Duration.ofMinutes(1), Duration.ofMinutes(2))));
    }

    /** What a file took away by hand, when it had to, it may still take away. */
    @Test
    void takesAwayWhatNobodyKeeps() {
        assertThat(work("{distribution: lognormal, mean: 5 min, cv: 1}", "{distribution: exponential, mean: 8 min, cv: }")).isEqualTo(Distribution.exponential(Duration.ofMinutes(8)));
    }

    /** The word alone keeps what the family uses. */
    @Test
    void keepsWhatAnotherFamilyUses() {
        assertThat(work("{distribution: lognormal, mean: 5 min, cv: 1, shift: 20 s}", "{distribution: constant}"))
                .isEqualTo(Distribution.of(Shape.CONSTANT, Duration.ofMinutes(5)).with(Distribution::shift, Duration.ofSeconds(20)));
        assertThat(work("{distribution: lognormal, mean: 5 min, cv: 0.7}", "{distribution: gamma}")).isEqualTo(Distribution.of(Shape.GAMMA, Duration.ofMinutes(5), 0.7));
        assertThat(work(JUDGED, "{distribution: uniform}").likely()).isNull();
    }

    /** A hyperexponential is said by branches or by mean and cv. */
    @Test
    void changesTheWayOfAHyperexponential() {
        String branches = "{distribution: hyperexponential, branches: [{share: 100 %, mean: 1 min}]}";
        String mean = "{distribution: hyperexponential, mean: 5 min, cv: 2}";
        assertThat(work(branches, mean)).isEqualTo(Distribution.of(Shape.HYPEREXPONENTIAL, Duration.ofMinutes(5), 2));
        assertThat(work(mean, branches).branches()).hasSize(1);
        assertThat(work(mean, "{branches: [{share: 100 %, mean: 1 min}]}").mean()).isNull();
        assertThat(work(mean, "{cv: 3}").cv()).isEqualTo(3);
    }

    /** Where a mean alone is enough, it says all over a length that has no mean. */
    @Test
    void replacesWhatHasNoMeanByAMean() {
        String scenario = "rooms: {r: {failures: {every: %s, repair: {mean: 1 h}}}}";
        for (String below : new String[] {"{low: 1 h, likely: 2 h, high: 9 h}", "{distribution: uniform, low: 1 h, high: 2 h}", "{mixture: [{share: 100 %, length: {distribution: constant, mean: 1 h}}]}"}) {
            Folder folder = new Folder(temporary).sound(0).with("estate.yaml", "extends: merged.yaml", "datacentres: {d: }", "room_defaults: {datacentre: d, failures: {every: " + below + "}}", scenario.formatted("{mean: 30 h}"));
            Reading reading = folder.readFile("estate.yaml");
            assertThat(folder.faultsOf(reading)).as(below).isEmpty();
            assertThat(reading.scenario().rooms().get("r").failures().every()).isEqualTo(Distribution.of(null).with(Distribution::mean, Duration.ofHours(30)));
        }
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
