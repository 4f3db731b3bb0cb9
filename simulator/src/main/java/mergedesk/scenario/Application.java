package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** Software that services need: where it runs and how it fails, what it carries, and how much slower it answers the more there is to do. */
public record Application(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning("Hosts on which it runs: [crm_a, crm_b].")
        List<String> hosts,

        @Meaning("How many of the hosts must be up; all when absent.") @Limits(least = 1, most = 100_000)
        Integer needed,

        @Meaning("Hosts that serve when too few of these are up: [crm_s]. They need failover beside them.")
        List<String> standby,

        @Meaning("How many of the standby must be up; all when absent.") @Limits(least = 1, most = 100_000)
        Integer standbyNeeded,

        @Meaning("How the standby comes to serve, and hosts again.")
        Failover failover,

        @Meaning("What hosts and standby may not have in common: room, or datacentre. Nothing is asked when absent.")
        Apart apart,

        @Meaning("Supplies and other applications without which it is down: [payments].")
        List<String> needs,

        @Meaning("How the software itself, or whoever supplies it, fails; never when absent.")
        Failures failures,

        @Meaning("Transactions that it carries at most: 40 / s. As fast as with nothing to do when absent.")
        @Limits(above = 0, most = 1e15)
        Rate capacity,

        @Meaning("How it slows with its load: the transactions of all contacts in service that need it ÷ capacity. Needed beside capacity.")
        Response response,

        @Meaning("Who calls because it is down; nobody when absent.")
        Incidents incidents) implements With<Application> {
    /** The same where nothing can take it down. */
    public Application neverDown() {
        return with(Application::hosts, List.of())
                .with(Application::needed, null)
                .with(Application::standby, List.of())
                .with(Application::standbyNeeded, null)
                .with(Application::failover, null)
                .with(Application::apart, null)
                .with(Application::needs, List.of())
                .with(Application::failures, null);
    }

    /** One that nothing can take down, and that is never slow. */
    public static Application named(String name) {
        return new Application(name, List.of(), null, List.of(), null, null, null, List.of(), null, null, null, null);
    }

    /** How far hosts and standby are apart. */
    public enum Apart {
        ROOM,
        DATACENTRE
    }
}
