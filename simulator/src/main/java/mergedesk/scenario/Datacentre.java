package mergedesk.scenario;

import mergedesk.units.With;

/** A site with machine rooms. */
public record Datacentre(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name) implements With<Datacentre> {
    /** A site. */
    public static Datacentre named(String name) {
        return new Datacentre(name);
    }
}
