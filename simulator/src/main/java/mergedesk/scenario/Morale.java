package mergedesk.scenario;

import mergedesk.units.With;

/** What uncertainty does to people of whom some will have to go: an assumption, for which nobody publishes numbers. It is drawn person by person, anew in each replication. */
public record Morale(
        @Meaning(value = "Share of those employed who would leave of themselves within a year, beyond those who are replaced as usual.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, below = 1)
        double leave,

        @Meaning(value = "Share of weeks for which each of them is away ill, beyond what staffing allows for.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, below = 1)
        double away) implements With<Morale> {
    private static final double DAYS_PER_YEAR = 365.25;

    /** The constant rate a day at which people leave of whom so large a share has left after a year of 365.25 days. */
    double leavePerDay() {
        return -StrictMath.log1p(-leave) / DAYS_PER_YEAR;
    }

    /** Whether anything of it is drawn. */
    public boolean any() {
        return leave > 0 || away > 0;
    }
}
