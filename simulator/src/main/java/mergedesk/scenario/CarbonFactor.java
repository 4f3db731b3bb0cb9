package mergedesk.scenario;

/** Greenhouse gas of a unit of electricity, in grams of carbon dioxide that do the same, a kilowatt-hour: as 207 g / kWh. */
public record CarbonFactor(double gramsPerKwh) {}
