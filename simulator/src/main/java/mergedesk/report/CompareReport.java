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
            new Section("What the runs show", "compare-verdict.jte"),
            new Section("Differences in numbers", "compare-tables.jte"),
            new Section("How every measure is defined", "compare-measures.jte"),
            new Section("How this was made", "compare-made.jte"));

    private CompareReport() {}

    /** The whole page; {@code parts} is told what is missing from it. */
    public static String render(Comparison comparison, Parts parts) {
        return Templates.orPlain(
                parts,
                () -> Sections.render(
                        comparison.a().name() + " against " + comparison.b().name(),
                        Stream.concat(RunFacts.warnings(comparison), comparison.warnings().stream()),
                        new ComparePage(comparison),
                        SECTIONS,
                        parts));
    }
}
