package mergedesk.report;

import java.util.List;
import java.util.Optional;

/**
 * report.html of a comparison as its template reads it: every text final, nothing escaped yet.
 *
 * @param headline the one sentence to take home
 * @param sentences what else differs
 */
public record ComparePage(
        String css,
        String title,
        String question,
        String headline,
        List<String> sentences,
        List<String> warnings,
        List<Grid> tables,
        Optional<Grid> equations,
        List<Side> sides,
        List<String> methods) {

    /** A or B. */
    public record Side(String letter, String name, String description, List<Fact> facts) {}
}
