package mergedesk.scenario;

import mergedesk.units.With;

/** How steps of a plan slip together. */
public record Slips(
        @Meaning(
                value = "How far steps slip together: 0 % each by itself, 100 % all at the same point of their ranges. Correlation of the normal numbers behind the slips of any two steps.",
                byDefault = "0 %",
                form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double correlation) implements With<Slips> {
    /** Each by itself. */
    public static final Slips USUAL = new Slips(0);
}
