package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.RunSummary;
import org.junit.jupiter.api.Test;

class GivenSumsTest {
    private static final int ROWS = 3;
    private static final int NOT_KNOWN = 2;

    /** Exact measures of some runs: each another number, and one that nobody knows. */
    private static List<RunSummary> runs() {
        List<RunSummary> runs = new ArrayList<>();
        for (int run = 0; run < 7; run++) {
            double[] given = new double[Measure.exactOnes().size() * ROWS];
            for (int i = 0; i < given.length; i++) {
                given[i] = i % ROWS == NOT_KNOWN && run == 3 ? Double.NaN : 1e6 + 10 * i + Math.floorMod(run * 37 + i * 11, 29) / 7.0;
            }
            runs.add(new RunSummary(run, new long[Count.COLUMNS], new short[0][], new int[0][], new int[0][]).withPlan(given, Map.of()));
        }
        return runs;
    }

    /** What is left when runs are no longer kept says what they say themselves; there is no value where any of them has none, or beyond the rows that have such measures. */
    @Test
    void sumsSayWhatTheRunsSay() {
        GivenSums sums = new GivenSums();
        runs().forEach(sums::add);
        Sample sample = new Sample(runs(), false);
        for (Measure measure : Measure.exactOnes()) {
            for (int row = 0; row < ROWS; row++) {
                Estimate kept = sample.estimate(measure, row);
                Estimate folded = sums.estimate(measure, row);
                assertThat(folded.isEmpty()).isEqualTo(kept.isEmpty()).isEqualTo(row == NOT_KNOWN);
                if (row != NOT_KNOWN) {
                    assertThat(folded.value()).isCloseTo(kept.value(), within(1e-9 * kept.value()));
                    assertThat(folded.halfWidth()).isCloseTo(kept.halfWidth(), within(1e-9 * kept.value())).isPositive();
                    assertThat(folded.n()).isEqualTo(7);
                    int at = Measure.exactOnes().indexOf(measure) * ROWS + row;
                    assertThat(kept.value()).isCloseTo(IntStream.range(0, 7).mapToDouble(run -> 1e6 + 10 * at + Math.floorMod(run * 37 + at * 11, 29) / 7.0).average().orElseThrow(), within(1e-6));
                }
            }
            assertThat(sums.estimate(measure, ROWS).isEmpty()).isTrue();
            assertThat(sample.estimate(measure, ROWS).isEmpty()).isTrue();
        }
    }
}
