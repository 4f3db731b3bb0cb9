package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.kernel.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Busy desks that close while agents with a chat in hand are about to go, home or on a break, and others wait, some for groups that may take them later. */
class ClosingChatsTest {
    @ParameterizedTest
    @ValueSource(strings = {"serve", "keep", "disconnect"})
    void areTheSame(String atClose) {
        Script script = new Script()
                .time("start: 2025-04-07, length: 10 days")
                .with("councils: {north: , south: }")
                .with("channels: {phone: , chat: {kind: chat}}")
                .desk("desk", "opening: {daily: 09:00-17:00}, home_first: 10 min, at_close: " + atClose)
                .volume("a", "channel: chat, volume: 25 / h, work: {distribution: exponential, mean: 15 min}, patience: {distribution: exponential, mean: 30 min}")
                .volume("b", "council: south, channel: chat, volume: 20 / h, work: {distribution: exponential, mean: 15 min}, patience: {distribution: exponential, mean: 1 h}")
                .volume("calls", "volume: 6 / h, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 20 min}")
                .agents("ours", "employer: north, staffing: {daily: {\"09:00\": 4, \"16:50\": 1}}, chats: {most: 3, speed_by_load: [1, 0.8, 0.65], calls_with: 1}")
                .agents("theirs", "employer: south, chats: {most: 2, speed_by_load: [1, 0.7]}, shifts: [{agents: 4, days: daily, start: \"09:00\", end: \"17:00\", "
                        + "breaks: [{at: \"16:52\", length: 8 min}]}]");
        assertThat(new SecondOpinion(script.compile(), 7, 0).difference(60_000)).isEmpty();
    }
}
