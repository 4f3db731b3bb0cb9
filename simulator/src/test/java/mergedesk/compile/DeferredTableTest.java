package mergedesk.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import mergedesk.kernel.Script;
import mergedesk.program.Blends;
import mergedesk.program.Deferred;
import mergedesk.units.Ticks;
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

    /** Of seven 1.4, 3.5 and 2.1: the largest remainder is that of the second. */
    @Test
    void oldTicketsHavePrioritiesInTheirShares() {
        assertThat(DeferredTable.shuffled(new double[] {0.2, 0.5, 0.3}, 7)).containsExactly(1, 2, 1, 0, 1, 2, 1);
        assertThat(IntStream.of(DeferredTable.shuffled(new double[] {0.07, 0.93}, 100)).filter(sort -> sort == 0).count()).isEqualTo(7);
        assertThat(DeferredTable.shuffled(new double[] {0.5, 0.5}, 1)).containsExactly(0);
        assertThat(DeferredTable.shuffled(new double[] {1}, 0)).isEmpty();
        Deferred table = deferred(
                "start: 2011-04-11, length: 1 day",
                ", resolve_within: 100 h, opening_backlog: {items: 4, oldest: 4 h}, ticket: {priority: {2: 25 %, 3: 75 %}, by_priority: {2: {respond_within: 2 h, resolve_within: 10 h}}}",
                "");
        assertThat(table.backlogSort()).containsExactly(2, 1, 2, 2);
        assertThat(table.backlogTick()).containsExactly(hours(-4), hours(-3), hours(-2), hours(-1));
        assertThat(table.backlogRespondDueTick()).containsExactly(Ticks.NEVER, hours(-1), Ticks.NEVER, Ticks.NEVER);
        assertThat(table.backlogResolveDueTick()).containsExactly(hours(96), hours(7), hours(98), hours(99));
    }

    private static long hours(int hours) {
        return hours * 3_600_000_000L;
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
