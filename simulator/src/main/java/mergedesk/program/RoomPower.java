package mergedesk.program;

/**
 * What the machines of each room draw, and the room itself. The kernel does not see it: power follows from the scenario alone, so that it is the same in every
 * replication.
 *
 * @param datacentre of each room
 * @param machines of each room: what its machines draw at their usual load, in milliwatts
 * @param overhead of each room: what it draws beside, at that load, in milliwatts
 * @param full of each room: what its machines draw at full load, in milliwatts
 * @param limit of each room: what its machines may draw at most, in milliwatts; {@link #NOT_GIVEN} when the scenario does not say
 * @param racksUsed of each room, in millionths of a rack
 * @param racks of each room, in millionths of a rack; {@link #NOT_GIVEN} when the scenario does not say
 * @param yearPence rent of each room; {@link #NOT_GIVEN} when the scenario does not say
 * @param milligramsPerKwh carbon dioxide of a kilowatt-hour
 */
public record RoomPower(
        int[] datacentre, long[] machines, long[] overhead, long[] full, long[] limit, long[] racksUsed, long[] racks, long[] yearPence, long milligramsPerKwh) {
    /** Instead of a limit or a rent. */
    public static final long NOT_GIVEN = -1;

    /** Of a scenario that says nothing of power. */
    public static final RoomPower NONE = new RoomPower(new int[0], new long[0], new long[0], new long[0], new long[0], new long[0], new long[0], new long[0], 0);

    /** Whether the scenario says anything of it. */
    public boolean any() {
        return datacentre.length > 0;
    }

    /** Whether any room has a rent. */
    public boolean hasRent() {
        for (long pence : yearPence) {
            if (pence != NOT_GIVEN) {
                return true;
            }
        }
        return false;
    }
}
