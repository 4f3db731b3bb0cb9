package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import mergedesk.results.Answer;
import mergedesk.results.Answer.Trial;
import mergedesk.results.Scope;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;

class AnswerSummaryTest {
    private static final Measure LEVEL = Measure.byId("sl_answered_of_offered").orElseThrow();

    private static Trial trial(String value, double level, double confidence, double missed) {
        return new Trial(value, 10, true, new Estimate(level, 0.034, 10, Estimate.Method.RATIO), confidence, missed, level >= 0.8);
    }

    private static List<String> sentences(Trial beyond) {
        return AnswerSummary.sentences(new Answer(
                "groups.agents.staffing", "sl_answered_of_offered >= 80 % in every month", LEVEL, Optional.of(Scope.Kind.MONTH), true,
                Optional.of(trial("4", 0.837, 0.999, 0)), Optional.of(beyond), List.of(), List.of(beyond), true, ""));
    }

    /** Of twelve months none may surely miss it, and still all of them not surely keep it. */
    @Test
    void doesNotCallMissedWhatNoPeriodSurelyMisses() {
        assertThat(sentences(trial("3", 0.785, 0.066, 0)).get(1).replace('\u00a0', ' ')).isEqualTo("With 3 these runs do not tell whether it is met (78.5 % ± 3.4).");
        assertThat(sentences(trial("2", 0.7, 0, 0.98)).get(1)).isEqualTo("With 2 it is missed (confidence 98.0 %).");
    }

    /** Runs make nothing certain; what follows from the scenario is, and what cannot be is not. */
    @Test
    void onlyWhatFollowsFromTheScenarioIsCertain() {
        assertThat(sentences(trial("2", 0.7, 0, 0.99951)).get(1)).isEqualTo("With 2 it is missed (confidence > 99.9 %).");
        assertThat(sentences(trial("2", 0.7, 0, 1)).get(1)).isEqualTo("With 2 it is missed (confidence > 99.9 %).");
        assertThat(sentences(trial("2", 0.7, 0, 0.9994)).get(1)).isEqualTo("With 2 it is missed (confidence 99.9 %).");
    }
}
