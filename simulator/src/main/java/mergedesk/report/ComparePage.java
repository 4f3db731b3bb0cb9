package mergedesk.report;

import java.util.List;

/**
 * report.html of a comparison as its template reads it: every text final, nothing escaped yet.
 *
 * @param headline the one sentence to take home
 * @param sentences what else differs
 * @param equations null when no measure is described
 */
public record ComparePage(
        String css,
        String title,
        String question,
        String headline,
        List<String> sentences,
        List<String> warnings,
        List<Grid> tables,
        Grid equations,
        List<Side> sides,
        List<String> methods) {

    /** A or B. */
    public record Side(String letter, String name, String description, List<Fact> facts) {}
}
