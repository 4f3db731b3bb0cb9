package mergedesk.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.Program;
import mergedesk.program.RoomPower;
import mergedesk.stats.Power;

/** Power by scope: of each room, and added up by datacentre and overall. */
final class PowerTable {
    private final Power[] byRow;

    PowerTable(Program program, Scopes scopes) {
        byRow = new Power[scopes.rows().size()];
        Arrays.fill(byRow, Power.NONE);
        RoomPower power = program.power();
        if (!power.any()) {
            return;
        }
        int[] rooms = IntStream.range(0, power.datacentre().length).toArray();
        byRow[scopes.row(Kind.OVERALL, 0)] = sum(power, rooms);
        for (int room : rooms) {
            byRow[scopes.row(Kind.ROOM, room)] = sum(power, room);
        }
        IntStream.of(rooms).boxed().collect(Collectors.groupingBy(room -> power.datacentre()[room]))
                .forEach((datacentre, there) -> byRow[scopes.row(Kind.DATACENTRE, datacentre)] = sum(power, there.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static Power sum(RoomPower power, int... rooms) {
        boolean rentKnown = IntStream.of(rooms).allMatch(room -> power.yearPence()[room] != RoomPower.NOT_GIVEN);
        return new Power(
                IntStream.of(rooms).mapToLong(room -> power.machines()[room]).sum(),
                IntStream.of(rooms).mapToLong(room -> power.overhead()[room]).sum(),
                power.milligramsPerKwh(),
                rentKnown ? IntStream.of(rooms).mapToLong(room -> power.yearPence()[room]).sum() : Power.NOT_KNOWN);
    }

    /** The power of a row of the scopes; none where rooms do not count, such as in a service. */
    Power of(int row) {
        return byRow[row];
    }
}
