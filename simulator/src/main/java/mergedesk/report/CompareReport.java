package mergedesk.report;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.report.Sections.Section;
import mergedesk.results.Comparison;
import mergedesk.results.Parts;

/** report.html of a comparison; what {@link HtmlReport} says of bytes, escaping, readers and failures holds here too. */
public final class CompareReport {
    private static final List<Section> SECTIONS = List.of(
            new Section("Title", "compare-head.jte"),
            new Section("What the runs show", "compare-answers.jte"),
            new Section("Does it hold?", "compare-verdicts.jte"),
            new Section("Side by side", "compare-main.jte"),
            new Section("Council by council", "compare-councils.jte"),
            new Section("Application by application", "compare-applications.jte"),
            new Section("The models", "compare-models.jte"),
            new Section("Every difference", "compare-everything.jte"),
            new Section("How every measure is defined", "compare-measures.jte"),
            new Section("How this was made", "compare-made.jte"));

    private CompareReport() {}

    /** The whole page; {@code parts} is told what is missing from it. */
    public static String render(Comparison comparison, Parts parts) {
        return Templates.orPlain(
                parts,
                () -> Sections.render(
                        ComparePage.title(comparison),
                        Stream.concat(RunFacts.warnings(comparison), comparison.warnings().stream()),
                        new ComparePage(comparison, parts),
                        SECTIONS,
                        parts));
    }
}
