package mergedesk.scenario;

import java.time.Duration;
import mergedesk.units.With;

/** One permission: this group may take this flow, from a waiting time on. */
public record RoutingRow(
        @Meaning(value = "Flow.", required = true) String flow,

        @Meaning(value = "Group that may take it.", required = true)
        String group,

        @Meaning(value = "Only contacts that have waited this long.", byDefault = "0 s")
        Duration after,

        @Meaning(value = "An arriving contact takes an idle agent of the lowest rank.", byDefault = "1")
        @Limits(least = 1, most = 1000)
        int rank,

        @Meaning(
                value =
                        "A freed agent takes contacts of the lowest preference first, then by priority, then the longest wait.",
                byDefault = "1")
        @Limits(least = 1, most = 1000)
        int preference) implements With<RoutingRow> {
    /** From the beginning, with the first rank and preference. */
    public static RoutingRow of(String flow, String group) {
        return new RoutingRow(flow, group, Duration.ZERO, 1, 1);
    }
}
