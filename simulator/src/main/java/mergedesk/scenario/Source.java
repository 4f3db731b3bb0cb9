package mergedesk.scenario;

import java.util.Map;
import mergedesk.units.With;

/** Where numbers come from: a document, a page, a log. */
public record Source(
        @Meaning(value = "Name of the document or page.", required = true)
        String title,

        @Meaning("Address of the page.") String url,
        @Meaning("Date or period the source speaks of.") String date,

        @Meaning("Numbered facts in our words; a figure cites one as source.fact, such as S1.4.")
        Map<String, String> facts) implements With<Source> {
    /** A source without facts. */
    public static Source titled(String title) {
        return new Source(title, null, null, Map.of());
    }
}
