package mergedesk.scenario;

import mergedesk.units.With;

/** What a room draws for cooling, batteries and light: fixed, whatever its machines do, and in proportion to what they draw. */
public record Overhead(
        @Meaning(value = "Drawn day and night, however little the machines do.", byDefault = "0 W") @Limits(least = 0, most = 1e8)
        Watts fixed,

        @Meaning(value = "Drawn for each watt of the machines: 40 % is 0.4 W.", byDefault = "0 %", form = Meaning.Form.RATIO) @Limits(least = 0, most = 10)
        double share) implements With<Overhead> {
    /** 60 % of what the machines draw: a PUE of 1.6. */
    public static final Overhead USUAL = new Overhead(Watts.NONE, 0.6);
}
