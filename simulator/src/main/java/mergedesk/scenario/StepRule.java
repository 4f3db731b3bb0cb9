package mergedesk.scenario;

import java.time.LocalDateTime;
import mergedesk.units.With;

/** By what results of a run a step of the plan is decided: at the end of a calendar month, on contacts by when their wait ends. */
public record StepRule(
        @Meaning(value = "The target that must have been missed, in each of the months by itself: {measure: sl_answered_of_offered, at_least: 70 %, council: west}.", required = true)
        ServiceTarget missed,

        @Meaning(value = "In how many whole months in a row; those in which nobody comes neither count nor end a row.", byDefault = "1")
        @Limits(least = 1, most = 120)
        int months) implements With<StepRule> {
    private static final int LAST_YEAR = 100_000; // beyond every calendar

    /** The first moment at which it can be decided, where results count from {@code from} on: the end of so many whole months. */
    public LocalDateTime earliest(LocalDateTime from) {
        LocalDateTime month = from.toLocalDate().withDayOfMonth(1).atStartOfDay();
        int more = months + (month.isBefore(from) ? 1 : 0);
        return month.getYear() > LAST_YEAR ? LocalDateTime.MAX : month.plusMonths(more);
    }
}
