package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import mergedesk.kernel.Script;
import mergedesk.program.Blends;
import mergedesk.program.Deferred;
import org.junit.jupiter.api.Test;

/** What the Program says of deferred work. */
class DeferredTableTest {
    private static Deferred deferred(String time, String flow, String group) {
        return new Script()
                .time(time)
                .with("channels: {post: {kind: deferred}}")
                .with("bank_holidays: {region: england_and_wales}")
                .desk("desk", "opening: {mon-fri: 09:00-17:00}")
                .volume("letter", "channel: post, volume: 1 / day, work: {distribution: exponential, mean: 5 min}" + flow)
                .agents("team", "staffing: {mon-fri: {09:00: 2, 17:00: 0}}" + group)
                .compile()
                .deferred();
    }

    /** Good Friday and Easter Monday, 22 and 25 April 2011, lie between, and longer after the start than a week. */
    @Test
    void whatIsThereAtTheStartIsDueByTheCalendarOfTheWholeRun() {
        Deferred table = deferred(
                "start: 2011-04-11, length: 30 days", ", opening_backlog: {items: 1, oldest: 1 h}, respond_within: 10 working days, resolve_within: 80 working hours", "");
        assertThat(table.backlogRespondDueTick()).containsExactly(ticks("2011-04-11T00:00", "2011-04-27T17:00"));
        assertThat(table.backlogResolveDueTick()).containsExactly(ticks("2011-04-11T00:00", "2011-04-26T17:00"));
    }

    private static long ticks(String from, String to) {
        ZoneId zone = ZoneId.of("Europe/London");
        return 1_000_000 * (LocalDateTime.parse(to).atZone(zone).toEpochSecond() - LocalDateTime.parse(from).atZone(zone).toEpochSecond());
    }

    /** A table by time begins at 0, as the timetable has its steps; whoever has one has a rule, at all times. */
    @Test
    void sharesAndReservesMayVary() {
        Blends blends = deferred("start: 2011-04-11, length: 1 day", "", ", blend: {share: {mon: {\"10:00\": 40 %}}}").blends();
        assertThat(blends.share()).containsExactly(0);
        assertThat(blends.hasRule(0)).isTrue();
        assertThat(deferred("start: 2011-04-11, length: 1 day", "", ", blend: {reserve: {mon: {\"10:00\": 4}}}").blends().hasRule(0)).isTrue();
        assertThat(deferred("start: 2011-04-11, length: 1 day", "", ", blend: {reserve: 0}").blends().hasRule(0)).isFalse();
    }
}
