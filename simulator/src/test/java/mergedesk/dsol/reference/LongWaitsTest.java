package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.kernel.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that outlast intervals, batches, the horizon and the calendar, in a queue in which nobody notices who gives up: endless and finite patience side by side. */
class LongWaitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "length: 3 days",
                "length: 20 h, interval: 60 min",
                "length: 3 days, end: cut, interval: 15 min",
                "length: 3 days, end: cut, warm_up: 9 h, batches: 7",
                "length: 7 h, end: cut, warm_up: 6 h, batches: 13"
            })
    void areTheSame(String time) {
        Script script = new Script()
                .time("start: 2025-04-07, " + time)
                .volume("hours", "volume: 12 / h, work: {distribution: exponential, mean: 10 min}, patience: {distribution: exponential, mean: 3 h, at_zero: 2 %}")
                .volume("minutes", "volume: 12 / h, work: {distribution: exponential, mean: 10 min}, patience: {distribution: exponential, mean: 10 min}")
                .volume("days", "volume: 3 / h, work: {distribution: exponential, mean: 10 min}, patience: {distribution: constant, mean: 2 days}")
                .volume("endless", "volume: 3 / h, work: {distribution: exponential, mean: 10 min}")
                .agents("team", "staffing: {daily: {\"00:00\": 1, \"08:00\": 4, \"20:00\": 1}}");
        assertThat(new SecondOpinion(script.compile(), 7, 0).difference(60_000)).isEmpty();
    }
}
