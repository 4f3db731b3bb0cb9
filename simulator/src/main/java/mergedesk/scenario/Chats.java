package mergedesk.scenario;

import java.util.Arrays;
import java.util.List;
import mergedesk.units.With;

/** How agents of a group share themselves between chats. */
public record Chats(
        @Meaning(value = "Chats at once of an agent, at most.", required = true) @Limits(least = 1, most = 20)
        int most,

        @Meaning("Speed of each chat while the agent has one, two, … contacts in hand: [1, 0.8, 0.65] for at most three. The last holds for more. Needed where most is 2 or more.")
        @Limits(least = 0.01, most = 1)
        List<Double> speedByLoad,

        @Meaning(
                value =
                        "A call, or a visitor at the counter, is for agents with at most so many chats; these go on beside it, and no chat begins during it.",
                byDefault = "0")
        @Limits(least = 0, most = 20)
        int callsWith) implements With<Chats> {
    /** At most so many chats as there are speeds, and calls for agents without any. */
    public static Chats of(double... speedByLoad) {
        return new Chats(speedByLoad.length, Arrays.stream(speedByLoad).boxed().toList(), 0);
    }
}
