package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.observe.Scopes.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
    @ParameterizedTest
    @CsvSource({
        "sl_answered_of_offered, 0.8, 80 %", "sl_answered_of_offered, 0.8333333, 83.3333 %", "wait_mean_all, 30, 30 s", "offered, 1200, 1200", "fte, 7.5, 7.5",
        "cost, 1000000, 1000000"
    })
    void valuesAreWrittenAsTheUserWould(String id, double value, String text) {
        assertThat(Measure.byId(id).orElseThrow().unit().written(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "offered, OVERALL COUNCIL SERVICE CHANNEL DESK FLOW INTERVAL", "answered, OVERALL COUNCIL SERVICE CHANNEL DESK GROUP FLOW INTERVAL",
        "occupancy, OVERALL COUNCIL DESK GROUP INTERVAL", "wait_p90, OVERALL COUNCIL SERVICE CHANNEL DESK FLOW",
        "fte, OVERALL COUNCIL DESK GROUP"
    })
    void existsInItsScopes(String id, String kinds) {
        Measure measure = Measure.byId(id).orElseThrow();
        List<String> found = Stream.of(Kind.values()).filter(measure::existsFor).map(Kind::name).toList();
        assertThat(found).containsExactlyInAnyOrder(kinds.split(" "));
    }

    @Test
    void allHaveIdentifiersOfTheirOwn() {
        assertThat(Measure.all()).hasSizeGreaterThan(40).allSatisfy(measure -> assertThat(Measure.byId(measure.id())).contains(measure));
        assertThat(Measure.byId("nothing")).isEmpty();
    }

    /** The column {@code method} of kpis.csv, which measures.md explains. */
    @Test
    void methodsHaveTheirWords() {
        assertThat(Stream.of(Estimate.Method.values()).map(Estimate.Method::id))
                .containsExactly("none", "exact", "mean", "ratio_of_totals", "pooled_quantile", "batch_mean", "batch_ratio_of_totals", "batch_pooled_quantile",
                        "paired_difference");
    }
}
