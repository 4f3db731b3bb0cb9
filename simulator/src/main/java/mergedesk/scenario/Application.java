package mergedesk.scenario;

import mergedesk.units.With;

/** Software that services need: what it carries, and how much slower it answers the more there is to do. */
public record Application(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning("Transactions that it carries at most: 40 / s. As fast as with nothing to do when absent.")
        @Limits(above = 0, most = 1e15)
        Rate capacity,

        @Meaning("How it slows with its load: the transactions of all contacts in service that need it ÷ capacity. Needed beside capacity.")
        Response response) implements With<Application> {
    /** One that is never slow. */
    public static Application named(String name) {
        return new Application(name, null, null);
    }
}
