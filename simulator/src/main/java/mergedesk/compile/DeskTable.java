package mergedesk.compile;

import java.util.Collection;
import mergedesk.program.Program;
import mergedesk.scenario.Desk;
import mergedesk.units.Ticks;

/** Doors and lines. */
final class DeskTable {
    private DeskTable() {}

    static Program.Desks of(Collection<Desk> desks) {
        boolean[] ticketMachine = new boolean[desks.size()];
        int number = 0;
        for (Desk desk : desks) {
            ticketMachine[number++] = desk.ticketMachine();
        }
        return new Program.Desks(
                desks.stream().mapToInt(desk -> limit(desk.lines())).toArray(),
                desks.stream().mapToInt(desk -> limit(desk.queueCapacity())).toArray(),
                desks.stream().mapToLong(desk -> Ticks.of(desk.shortAbandon())).toArray(),
                ticketMachine,
                desks.stream().mapToInt(desk -> atClose(desk.atClose())).toArray());
    }

    private static int limit(Integer most) {
        return most == null ? Integer.MAX_VALUE : most;
    }

    private static int atClose(Desk.AtClose atClose) {
        return switch (atClose) {
            case SERVE -> Program.Desks.SERVE;
            case KEEP -> Program.Desks.KEEP;
            case DISCONNECT -> Program.Desks.DISCONNECT;
        };
    }
}
