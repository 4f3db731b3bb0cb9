package mergedesk.scenario;

import mergedesk.units.With;

/** Where the power comes from. */
public record Electricity(
        @Meaning(value = "Greenhouse gas of a kilowatt-hour, such as 207 g / kWh: UK generation by the government's conversion factors for company reporting 2023; about 450 g in 2013.", byDefault = "207 g / kWh")
        @Limits(least = 0, most = 2000)
        CarbonFactor carbon) implements With<Electricity> {
    /** That of the United Kingdom. */
    public static final Electricity USUAL = new Electricity(new CarbonFactor(207));
}
