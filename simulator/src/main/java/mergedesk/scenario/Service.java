package mergedesk.scenario;

import mergedesk.units.With;

/** What a contact is about, and the skill that it needs. */
public record Service(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name) implements With<Service> {
    /** A service. */
    public static Service named(String name) {
        return new Service(name);
    }
}
