package mergedesk.scenario;

import mergedesk.units.With;

/** A partner of the shared service. */
public record Council(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "Residents; used by volume_per_head.", form = Meaning.Form.COUNT) @Limits(above = 0, most = 1e9)
        Double population) implements With<Council> {
    /** A council whose population does not matter. */
    public static Council named(String name) {
        return new Council(name, null);
    }
}
