package mergedesk.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mergedesk.kernel.Script;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;

class RotaTest {
    private static final long MINUTE = 60_000_000;

    /** "minute: agents of each group" at each change, up to the end of the day. */
    private static List<String> course(Program program) {
        Rota rota = new Rota(program);
        List<String> lines = new ArrayList<>();
        while (rota.next() < 24 * 60 * MINUTE) {
            long tick = rota.next();
            rota.to(tick);
            StringBuilder line = new StringBuilder(tick / MINUTE + ":");
            int all = 0;
            for (int group = 0; group < program.groupCount(); group++) {
                line.append(' ').append(rota.agentsOf(group));
                all += rota.agentsOf(group);
            }
            assertThat(rota.agentsAt(0)).isEqualTo(all);
            lines.add(line + (rota.isOpen(0) ? "" : " closed"));
        }
        return lines;
    }

    private static Script day() {
        return new Script().time("start: 2011-01-03, length: 1 day").volume("calls", "volume: 60 / hour, work: {distribution: exponential, mean: 5 min}");
    }

    @Test
    void doorsAndStaffing() {
        Program program = day().desk("desk", "opening: {mon: 08:30-12:00}")
                .agents("a", "staffing: {mon: {\"08:00\": 2, \"09:00\": 3, \"12:00\": 0}}")
                .agents("none", "staffing: 0")
                .agents("b", "staffing: 4")
                .compile();
        assertThat(course(program)).containsExactly("480: 2 0 0 closed", "510: 2 0 4", "540: 3 0 4", "720: 0 0 0 closed");
    }

    /** Breaks that overlap follow one another; one that reaches beyond the shift ends with it; a second shift begins afresh. */
    @Test
    void shiftsAndBreaks() {
        Program program = day().agents("none", "staffing: 0")
                .agents("a", "shifts: [{agents: 2, days: [mon], start: \"08:00\", end: \"12:00\", breaks: [{at: \"09:00\", length: 20 min}, {at: \"09:10\", length: 10 min}]}]")
                .agents("b", "shifts: [{agents: 1, days: [mon], start: \"08:00\", end: \"10:00\", breaks: [{at: \"09:30\", length: 25 min}, {at: \"09:50\", length: 10 min}]}, "
                        + "{agents: 1, days: [mon], start: \"10:00\", end: \"13:00\"}]")
                .compile();
        assertThat(course(program))
                .containsExactly("0: 0 0 0", "480: 0 2 1", "540: 0 0 1", "550: 0 0 1", "560: 0 0 1", "570: 0 2 0", "590: 0 2 0", "595: 0 2 0", "600: 0 2 1", "605: 0 2 1", "720: 0 0 1", "780: 0 0 0");
    }

    @Test
    void findsTheGroupOfAnAgentAmongEmptyOnes() {
        Program program = day().agents("none", "staffing: 0")
                .agents("a", "staffing: 2")
                .agents("nobody", "staffing: 0")
                .agents("nor_here", "staffing: 0")
                .agents("b", "staffing: 1")
                .agents("last", "staffing: 0")
                .compile();
        Program.Groups groups = program.groups();
        assertThat(List.of(groups.groupOf(0), groups.groupOf(1), groups.groupOf(2))).containsExactly(1, 1, 4);
    }
}
