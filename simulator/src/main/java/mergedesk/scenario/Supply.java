package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** What several rooms or applications have in common, so that they fail together: a power feed, a cooling plant, a carrier, a supplier. */
public record Supply(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "What it is, for reports; it changes nothing.", byDefault = "other")
        Kind kind,

        @Meaning("Other supplies without which it is down: a cooling plant needs a power feed.")
        List<String> needs,

        @Meaning("How it fails; never when absent.")
        Failures failures) implements With<Supply> {
    /** What a supply is. */
    public enum Kind {
        POWER,
        COOLING,
        NETWORK,
        SUPPLIER,
        OTHER
    }

    /** One that never fails. */
    public static Supply named(String name) {
        return new Supply(name, Kind.OTHER, List.of(), null);
    }
}
