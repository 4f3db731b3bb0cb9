package mergedesk.scenario;

import mergedesk.units.With;

/** What contacts of a service need an application for. */
public record Need(
        @Meaning(value = "Share of the contacts that need it; which ones, chance decides, the same at all attempts.", byDefault = "100 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double share) implements With<Need> {
    /** All contacts need it. */
    public static final Need ALL = new Need(1);
}
