package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mergedesk.results.OutageCost;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

/** What the table of outages' costs says in a sentence, of rows made by hand. */
class OutageCostTextTest {
    /** One after the other, the dearest first. */
    private static String said(Estimate... late) {
        Estimate hours = new Estimate(20, 4, 6, Estimate.Method.MEAN);
        Estimate none = new Estimate(0, 1, 6, Estimate.Method.PAIRED);
        List<OutageCost.Row> rows = IntStream.range(0, late.length).mapToObj(i -> new OutageCost.Row("a" + i, hours, none, none, late[i], none)).toList();
        Study study = StudyFixture.small().with(Study::outageCost, Optional.of(new OutageCost(rows, 6, 0, true)));
        return new OutageCostText(study).grid().orElseThrow().note().replace('\u00a0', ' ');
    }

    private static Estimate late(double value, double halfWidth) {
        return new Estimate(value, halfWidth, 6, Estimate.Method.PAIRED);
    }

    @Test
    void namesTheFirstThatChanceDoesNotExplain() {
        assertThat(said(late(300, 400), late(111, 22))).startsWith("An hour without a1 is among the dearest: 111 ± 22 more people are not answered in time.");
        assertThat(said(late(300, 20), late(111, 22))).startsWith("An hour without a0 is the dearest: 300 ± 20 more");
        assertThat(said(late(111, 22))).startsWith("An hour without a0 is the dearest: ");
        assertThat(said(late(111, 22), late(90, Double.NaN))).as("nobody knows the other").startsWith("An hour without a0 is among the dearest: ");
    }

    /** With six replications two intervals at once are 1.23 times as wide as one, and three 1.37 times. */
    @Test
    void holdsForAllRowsTogether() {
        assertThat(said(late(100, 75), late(6, 2))).startsWith("An hour without a0 is among the dearest");
        assertThat(said(late(100, 75), late(1, 2), late(0, 2))).startsWith("None keeps so many people from being answered in time that these runs can tell it from chance.");
    }
}
