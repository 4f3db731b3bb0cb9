package mergedesk.report;

import java.util.List;
import java.util.Optional;
import mergedesk.report.chart.Chart;

/**
 * report.html of a study as its templates read it: every text final, nothing left to compute, nothing escaped yet.
 *
 * @param foundationSentence how many numbers are assumptions
 * @param deskChartsNote which desks are left out; empty when none is
 */
public record StudyPage(
        String css,
        String name,
        String question,
        String description,
        List<VerdictLine> verdicts,
        List<String> warnings,
        String foundationSentence,
        List<Tile> tiles,
        List<Chart> charts,
        List<DeskCharts> deskCharts,
        String deskChartsNote,
        List<Grid> tables,
        Optional<Grid> theory,
        Optional<Grid> assumptions,
        String assumptionsSummary,
        List<SourceItem> sources,
        Optional<Grid> equations,
        List<Fact> facts,
        List<String> methods) {

    /** A target's verdict; {@code mark} repeats the word as a sign, so that colour is never alone. */
    public record VerdictLine(String css, String mark, String word, String sentence) {}

    /** A key number. */
    public record Tile(String label, String value, String interval, String note) {}

    /** The charts of one desk. */
    public record DeskCharts(String name, List<Chart> charts) {}

    /** A source; {@code isLink} when its address may be followed. */
    public record SourceItem(String id, String title, String url, boolean isLink, String text) {}
}
