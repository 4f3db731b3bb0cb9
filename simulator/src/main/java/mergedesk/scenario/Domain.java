package mergedesk.scenario;

import mergedesk.units.With;

/** A security domain: what only agents with a clearance may see, such as health records. */
public record Domain(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name) implements With<Domain> {}
