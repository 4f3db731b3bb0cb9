package mergedesk.scenario;

import mergedesk.units.With;

/** A machine on which applications run. */
public record Host(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Room in which it stands.", required = true)
        String room,

        @Meaning("How the machine fails; never when absent.")
        Failures failures) implements With<Host> {
    /** A machine that never fails by itself. */
    public static Host in(String room) {
        return new Host(null, room, null);
    }
}
