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
}
