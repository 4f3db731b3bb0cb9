package mergedesk.scenario;

import mergedesk.units.With;

/** Random day-to-day factors, gamma distributed with mean 1; the three levels multiply. */
public record Busyness(
        @Meaning("One factor a day for all flows.") Level all,
        @Meaning("One factor a day for each council.") Level council,
        @Meaning("One factor a day for each service.") Level service) implements With<Busyness> {
    /** No day is busier than planned. */
    public static final Busyness NONE = new Busyness(null, null, null);

    /** Spread of one level. */
    public record Level(
            @Meaning(
                    value = "Coefficient of variation of the daily factor, such as 7 %.",
                    required = true,
                    form = Meaning.Form.RATIO)
            @Limits(above = 0, most = 10)
            double cv,

            @Meaning(value = "Correlation of a day's factor with the next day's, 0 to below 1.", byDefault = "0")
            @Limits(least = 0, below = 1)
            double autocorrelation) {}
}
