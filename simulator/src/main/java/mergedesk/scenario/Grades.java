package mergedesk.scenario;

import mergedesk.units.With;

/** Shares of tickets by how far they reach or how soon they are needed. Together 100 %. */
public record Grades(
        @Meaning(value = "Share of high.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double high,

        @Meaning(value = "Share of medium.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double medium,

        @Meaning(value = "Share of low.", byDefault = "0 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double low) implements With<Grades> {}
