package mergedesk.scenario;

import java.util.Map;
import mergedesk.units.With;

/** What a contact is about, and the skill that it needs. */
public record Service(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning("Applications that contacts need, by application: {crm: {share: 80 %}}..")
        Map<String, Need> needs,

        @Meaning("Security domain: only groups with a clearance for it may serve, whatever their skills. Everybody may when absent.")
        String domain) implements With<Service> {
    /** A service that needs nothing. */
    public static Service named(String name) {
        return new Service(name, Map.of(), null);
    }
}
