package mergedesk.scenario;

import mergedesk.units.With;

/** A machine on which applications run. */
public record Host(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Room in which it stands.", required = true)
        String room,

        @Meaning("How the machine fails; never when absent.")
        Failures failures,

        @Meaning("Electrical power that it draws; when any host has it, all need it.")
        PowerDraw watts,

        @Meaning(value = "How busy it is on average, which says what it draws (assumption, 10 to 50 %).", byDefault = "30 %", form = Meaning.Form.SHARE) @Limits(least = 0, most = 1)
        double load,

        @Meaning(value = "Space that it takes in racks: 0.05 is two of about forty places.", byDefault = "0.05") @Limits(least = 0, most = 1e5)
        double racks) implements With<Host> {
    /** A machine that never fails by itself. */
    public static Host in(String room) {
        return new Host(null, room, null, null, 0.3, 0.05);
    }
}
