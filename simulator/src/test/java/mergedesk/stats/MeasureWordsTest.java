package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureWordsTest {
    @ParameterizedTest
    @CsvSource({
        "ASA, wait_mean_answered", "asa, wait_mean_answered", "AHT, handle_mean", "GoS, sl_answered_of_offered", "gos, sl_answered_of_offered", "GOS, sl_answered_of_offered",
        "FTE, fte", "fte, fte", "occupancy, occupancy", "occupancy_with_wrap_up, occupancy", "occupancy_with_wrap_up_to_last_event, occupancy_to_last_event"
    })
    void meanMeasures(String word, String id) {
        assertThat(MeasureWords.measure(word)).contains(Measure.byId(id).orElseThrow());
    }

    @Test
    void areIdentifiersAndAFewMore() {
        assertThat(MeasureWords.all().keySet()).startsWith(Measure.all().stream().map(Measure::id).toArray(String[]::new));
        Measure.all().forEach(measure -> assertThat(MeasureWords.measure(measure.id())).contains(measure));
        assertThat(MeasureWords.measure("nothing")).isEmpty();
    }

    /** Old identifiers are read, not written: no row of kpis.csv bears them. */
    @Test
    void oldIdentifiersAreNoMeasures() {
        assertThat(Measure.byId("occupancy_with_wrap_up")).isEmpty();
        assertThat(Measure.byId("occupancy_with_wrap_up_to_last_event")).isEmpty();
    }
}
