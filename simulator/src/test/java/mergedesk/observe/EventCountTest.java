package mergedesk.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import mergedesk.kernel.Both;
import mergedesk.kernel.Kernel;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import mergedesk.units.Ticks;
import org.junit.jupiter.api.Test;

/** The size of a run, against its trace. */
class EventCountTest {
    private static final Set<String> EVENTS = Set.of("offered", "turned_away", "answered", "talk_ended", "wrap_ended", "abandoned", "balked");

    @Test
    void countsWhatTheTraceShows() {
        Program program = Script.everything("length: 5 days, end: drain").compile();
        List<String> happened = new ArrayList<>();
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> new Both(new Trace(state, line -> happened.add(line.toString().split(",")[2])), totals[0] = new Totals(state)));
        kernel.reset(7, 1);
        kernel.runUntil(Ticks.NEVER);
        happened.removeIf(event -> !EVENTS.contains(event));

        // Ends of after-call work are of one flow of three.
        assertThat(Collections.frequency(happened, "wrap_ended")).isBetween(1, Collections.frequency(happened, "talk_ended") / 2);
        assertThat(EventCount.of(program, RunSummary.sum(totals[0].finish())::total)).isEqualTo(happened.size());
    }

    /** Letters are put back for calls and breaks, tickets wait for others, go from group to group and come back. */
    @Test
    void countsDeferredWork() {
        Program program = new Script()
                .time("start: 2011-01-03, length: 2 days")
                .with("channels: {phone: , post: {kind: deferred}}")
                .volume("call", "volume: 10 / h, work: {distribution: exponential, mean: 3 min}")
                .volume("letter", "channel: post, volume: 5 / h, work: {distribution: exponential, mean: 5 min}, opening_backlog: {items: 20}")
                .volume("ticket", "channel: post, volume: 5 / h, work: {distribution: exponential, mean: 5 min}, ticket: {reopen: {chance: 30 %, after: {distribution: exponential, mean: 1 h}}, "
                        + "closes_after: 2 h, holds: [{chance: 40 %, length: {distribution: exponential, mean: 20 min}}], reassign: [{from: first, to: second, chance: 40 %}]}")
                .agents("first", "shifts: [{agents: 2, days: daily, start: 08:00, end: 18:00, breaks: [{at: 12:00, length: 30 min}]}], blend: {park: true}")
                .agents("second", "staffing: 2")
                .compile();
        Set<String> pieces = Set.of("received", "started", "parked", "resumed", "finished", "held", "hold_ended", "reassigned", "reopened", "closed");
        List<String> happened = new ArrayList<>();
        Totals[] totals = new Totals[1];
        Kernel kernel = new Kernel(program, state -> new Both(new Trace(state, line -> {
            String[] columns = line.toString().split(",");
            if (EVENTS.contains(columns[2]) || (pieces.contains(columns[2]) && Long.parseLong(columns[0]) < program.horizon().endTick())) {
                happened.add(columns[2]);
            }
        }), totals[0] = new Totals(state)));
        kernel.reset(7, 1);
        kernel.runUntil(Ticks.NEVER);

        assertThat(happened).containsAll(pieces);
        assertThat(EventCount.of(program, RunSummary.sum(totals[0].finish())::total)).isEqualTo(happened.size());
    }
}
