package mergedesk.scenario;

import mergedesk.units.With;

/** People who repair what fails, one failure at a time each, whoever failed first. */
public record RepairCrew(
        @Meaning(value = "Repairs under way at once, at most.", required = true) @Limits(least = 1, most = 10_000)
        int crews) implements With<RepairCrew> {}
