package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** Whether and when a person who was not served tries again. */
public record Retry(
        @Meaning(value = "Chance of trying again, after each failure.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double probability,

        @Meaning(value = "Time until the next attempt; without a limit, 1 s or more on average.", required = true)
        Distribution delay,

        @Meaning("Attempts after the first, at most; unlimited when absent.") @Limits(least = 0, most = 1000)
        Integer limit,

        @Meaning(value = "Failures after which people try again.", byDefault = "[abandoned, blocked, turned_away, disconnected]")
        List<Failure> after) implements With<Retry> {
    /** After every kind of failure, as often as it takes. */
    public static Retry of(double probability, Distribution delay) {
        return new Retry(probability, delay, null, List.of(Failure.values()));
    }

    /** Ways of not being served; a balker counts as abandoned. */
    public enum Failure {
        ABANDONED,
        BLOCKED,
        TURNED_AWAY,
        /** Cut off when the desk closed. */
        DISCONNECTED
    }
}
