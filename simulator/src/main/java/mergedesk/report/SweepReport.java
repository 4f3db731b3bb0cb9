package mergedesk.report;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.report.Sections.Section;
import mergedesk.results.Parts;
import mergedesk.results.SweepStudy;

/** report.html of a sweep; what {@link HtmlReport} says of bytes, escaping, readers and failures holds here too. Its size is bounded, however many points, factors and measures there are. */
public final class SweepReport {
    /** Name of the file in the folder of a sweep. */
    public static final String FILE_NAME = "report.html";

    private static final List<Section> SECTIONS = List.of(
            new Section("Title", "sweep-head.jte"),
            new Section("What the sweep shows", "sweep-found.jte"),
            new Section("Measure by measure", "sweep-measures.jte"),
            new Section("What was varied", "sweep-factors.jte"),
            new Section("How this was made", "sweep-made.jte"));

    private SweepReport() {}

    /** The whole page; {@code parts} is told what is missing from it. */
    public static String render(SweepStudy study, Parts parts) {
        return Templates.orPlain(parts, () -> Sections.render(study.title(), Stream.empty(), new SweepPage(study, parts), SECTIONS, parts));
    }
}
