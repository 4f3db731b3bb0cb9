package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import mergedesk.scenario.ServiceTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals of solve, as people write them. */
class UntilTest {
    /** A share in per cent is that very decimal: 57 x 0.01 is more than 0.57. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "answer_rate >= 57 %, 0.57", "answer_rate>=0.57, 0.57", "wait_mean_all <= 1.5 min, 90", "wait_mean_all < 250 ms, 0.25", "wait_mean_all <= 30, 30", "wait_mean_all <= 0.5 h, 1800",
        "\"offered >= 12,000\", 12000", "\"cost <= £31,000.50\", 31000.5"
    })
    void readsBounds(String text, double bound) {
        assertThat(Until.parse(text).bound()).isEqualTo(bound);
    }

    /** Planners' words and old names are read; what is written is the identifier. */
    @ParameterizedTest
    @CsvSource({
        "ASA <= 30 s, wait_mean_answered <= 30 s", "aht <= 6 min, handle_mean <= 360 s", "GoS >= 80 %, sl_answered_of_offered >= 80 %", "backlog_oldest <= 48 h, backlog_oldest <= 2 days", "resolution_mean <= 90 h, resolution_mean <= 90 h", "resolution_mean <= 7260 s, resolution_mean <= 121 min", "FTE <= 12, fte <= 12",
        "occupancy_with_wrap_up <= 85 %, occupancy <= 85 %"
    })
    void understandsOtherWords(String text, String written) {
        assertThat(Until.parse(text).text()).isEqualTo(written);
    }

    @Test
    void refusesUnitsOfOtherMeasures() {
        assertThatThrownBy(() -> Until.parse("answer_rate >= 30 s")).isInstanceOf(WrongInput.class).hasMessageContaining("answer_rate is not measured in s");
        assertThatThrownBy(() -> Until.parse("wait_mean_all <= 80 %")).isInstanceOf(WrongInput.class).hasMessageContaining("wait_mean_all is not measured in %");
        assertThatThrownBy(() -> Until.parse("offered >= 3 min")).isInstanceOf(WrongInput.class).hasMessageContaining("offered is not measured in min");
        assertThatThrownBy(() -> Until.parse("wait_mean_all <= £3")).isInstanceOf(WrongInput.class).hasMessageContaining("is not measured in pounds");
        assertThatThrownBy(() -> Until.parse("wait_mean_all <= 0.1234567890123456 s")).isInstanceOf(WrongInput.class).hasMessageContaining("15 digits");
    }

    @Test
    void readsInWhatItMustHoldTimeAfterTime() {
        Until every = Until.parse("GoS >= 80 %  in every month ");
        assertThat(every.text()).isEqualTo("sl_answered_of_offered >= 80 % in every month");
        assertThat(every.bound()).isEqualTo(0.8);
        assertThat(Until.parse("wait_mean_all <= 30 in every week").every()).contains(ServiceTarget.Every.WEEK);
        assertThat(Until.parse("wait_mean_all <= 30").every()).isEmpty();
        assertThatThrownBy(() -> Until.parse("answer_rate >= 80 % in every year"))
                .isInstanceOf(WrongInput.class)
                .hasMessageEndingWith("there is no \"every year\"; write one of month, week, weekday, interval, phase");
    }

    @Test
    void refusesPeriodsThatTheRunDoesNotHave() {
        ScenarioFile hours = ScenarioFile.of("""
                name: A desk
                time: {start: 2025-04-07, length: 2 h, zone: UTC}
                councils: {town: {}}
                services: {tax: {}}
                flows: {calls: {council: town, service: tax, desk: desk, volume: 2 / min, work: {distribution: exponential, mean: 4 min}}}
                desks: {desk: {}}
                groups: {agents: {desk: desk, staffing: 10}}
                """, Path.of("desk.yaml"));
        assertThatThrownBy(() -> Until.parse("answer_rate >= 80 % in every month").in(hours)).isInstanceOf(WrongInput.class).hasMessageContaining("it has no whole month beside another");
        assertThatThrownBy(() -> Until.parse("fte <= 8 in every month").in(hours)).isInstanceOf(WrongInput.class).hasMessageContaining("not counted by month");
    }
}
