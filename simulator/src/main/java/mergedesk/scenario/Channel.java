package mergedesk.scenario;

import mergedesk.units.With;

/** How a contact comes. Live channels wait on the line for an agent. */
public record Channel(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(value = "live: the person waits for an agent.", byDefault = "live")
        Kind kind) implements With<Channel> {
    /** A live channel. */
    public static Channel named(String name) {
        return new Channel(name, Kind.LIVE);
    }

    /** Whether the person waits. */
    public enum Kind {
        LIVE
    }
}
