package mergedesk.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is meant by words that are none of ours. */
class SuggestionTest {
    @Test
    void knowsWhatPlannersAlsoSay() {
        assertThat(Suggestion.of("backlog", List.of("backlog_age_mean", "backlog_end", "backlog_mean"), "")).isEqualTo("did you mean 'backlog_end'?");
        assertThat(Suggestion.of("Walk-in", List.of("live", "counter"), "")).isEqualTo("did you mean 'counter'?");
    }

    /** Only where ours is asked for, and a word that is nearer elsewhere stays so. */
    @Test
    void saysNothingOfItElsewhere() {
        assertThat(Suggestion.of("max", List.of("flows", "desks"), "")).isEqualTo("write one of flows, desks");
        assertThat(Suggestion.of("modes", List.of("mode", "likely"), "")).isEqualTo("did you mean 'mode'?");
    }
}
