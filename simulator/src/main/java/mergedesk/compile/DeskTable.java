package mergedesk.compile;

import java.util.Collection;
import mergedesk.program.Program;
import mergedesk.scenario.Desk;
import mergedesk.units.Ticks;

/** Doors and lines. */
final class DeskTable {
    private DeskTable() {}

    static Program.Desks of(Collection<Desk> desks) {
        boolean[] servesAtClose = new boolean[desks.size()];
        int d = 0;
        for (Desk desk : desks) {
            servesAtClose[d++] = desk.atClose() == Desk.AtClose.SERVE;
        }
        return new Program.Desks(
                desks.stream()
                        .mapToInt(desk -> desk.lines() == null ? Integer.MAX_VALUE : desk.lines())
                        .toArray(),
                desks.stream().mapToLong(desk -> Ticks.of(desk.answerWithin())).toArray(),
                desks.stream().mapToLong(desk -> Ticks.of(desk.shortAbandon())).toArray(),
                servesAtClose);
    }
}
