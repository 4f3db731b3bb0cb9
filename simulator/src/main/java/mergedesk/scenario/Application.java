package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** Software that services need, and where it runs. */
public record Application(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning("Hosts on which it runs: [crm_a, crm_b].")
        List<String> hosts,

        @Meaning("How many of the hosts must be up; all when absent.") @Limits(least = 1, most = 100_000)
        Integer needed,

        @Meaning("Supplies and other applications without which it is down: [payments].")
        List<String> needs,

        @Meaning("How the software itself, or whoever supplies it, fails; never when absent.")
        Failures failures) implements With<Application> {
    /** One that nothing can take down. */
    public static Application named(String name) {
        return new Application(name, List.of(), null, List.of(), null);
    }
}
