package mergedesk.report;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.report.text.ChanceText;
import mergedesk.report.text.DifferenceText;
import mergedesk.report.text.Measures;
import mergedesk.report.text.NumberText;
import mergedesk.report.text.OutageDayText;
import mergedesk.report.text.PostsText;
import mergedesk.report.text.TargetWait;
import mergedesk.report.text.ValueText;
import mergedesk.results.Comparison;
import mergedesk.results.Comparison.Difference;
import mergedesk.results.Comparison.Side;
import mergedesk.results.Parts;
import mergedesk.results.Scope;

/** What {@code compare} prints: plain text, at most 80 columns. */
public final class CompareSummary {
    private final ConsoleText text;

    private CompareSummary(Charset console) {
        text = new ConsoleText(console);
    }

    /**
     * The main differences of everything together of each side, what readers must know of them, whether targets hold, and last, where readers look first, the sentence to take home.
     *
     * @param console what the console can show; signs that it lacks are spelt in ASCII
     */
    public static String of(Comparison comparison, Charset console) {
        return new CompareSummary(console).comparison(comparison);
    }

    private String comparison(Comparison comparison) {
        Parts parts = new Parts();
        comparison.sides().forEach(side -> text.paragraph(side.letter() + ": " + side.name(), "   "));
        for (Side side : comparison.others()) {
            text.table(parts.make("Table", "", () -> "\n" + table(side, comparison.contacts()) + "\n"));
        }
        parts.make("Target wait", "", () -> TargetWait.explained(comparison.sides().stream().flatMap(side -> side.study().desks().stream())))
                .lines()
                .forEach(line -> text.paragraph(line, ""));
        RunFacts.warnings(comparison).forEach(text::note);
        comparison.warnings().forEach(text::note);
        parts.make("Verdicts on the targets", List.<String>of(), () -> verdicts(comparison)).forEach(verdict -> text.paragraph(verdict, "  "));
        boolean several = comparison.others().size() > 1;
        for (Side side : comparison.others()) {
            String headline = parts.make("Headline", "", () -> new DifferenceText(comparison, side).headline());
            String days = parts.make("Days of outages", "", () -> String.join(" ", new OutageDayText(comparison, side).sentences()));
            text.paragraph((several ? side.letter() + ": " : "") + (headline + " " + days).strip(), several ? "   " : "");
        }
        parts.failures().forEach(text::note);
        return text.finished();
    }

    private TextTable table(Side side, String contacts) {
        TextTable table = new TextTable("Measure", "A", side.letter(), side.letter() + " - A", text.spelt("±"), "n");
        for (Difference difference : ConsoleSummary.MEASURES.stream().flatMap(measure -> side.difference(measure, Scope.OVERALL).stream()).filter(difference -> !DifferenceText.isOfDays(side, difference)).toList()) {
            ValueText values = ValueText.of(difference.measure());
            String[] parts = text.parts(values.difference(difference.difference(), difference.base(), difference.value()));
            table.add(
                    Measures.title(difference.measure(), contacts),
                    text.spelt(values.text(difference.base())),
                    text.spelt(values.text(difference.value())),
                    parts[0],
                    parts[1],
                    NumberText.count(difference.difference().n()));
        }
        return table;
    }

    /** A line for each target. */
    private static List<String> verdicts(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        new CompareGrids(comparison).verdicts().ifPresent(grid -> grid.rows().forEach(row -> {
            List<String> sides = IntStream.range(0, comparison.sides().size()).mapToObj(side -> comparison.sides().get(side).letter() + " " + row.get(side + 1)).toList();
            lines.add(row.get(0) + ": " + String.join("; ", sides) + ".");
        }));
        lines.addAll(ChanceText.ofPlans(comparison));
        lines.addAll(PostsText.ofPlans(comparison));
        return lines;
    }
}
