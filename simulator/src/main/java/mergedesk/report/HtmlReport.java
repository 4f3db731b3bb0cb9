package mergedesk.report;

import java.util.List;
import java.util.stream.Stream;
import mergedesk.report.Sections.Section;
import mergedesk.results.Parts;
import mergedesk.results.Study;

/**
 * report.html of a study: one file without scripts that loads nothing, for screens of any width, light or dark, for
 * print and for screen readers.
 *
 * <p>The same study gives the same bytes on every machine and Java version. Everything from the scenario is escaped by
 * the templates (src/main/jte), which know whether they stand in text or in an attribute.
 *
 * <p>Never throws: a section that cannot be made is left out, and a note in the page says so.
 */
public final class HtmlReport {
    /** Name of the file in a result folder. */
    public static final String FILE_NAME = "report.html";

    private static final List<Section> SECTIONS = List.of(
            new Section("Title", "head.jte"),
            new Section("Does it hold?", "verdicts.jte"),
            new Section("Fitted", "fitted.jte"),
            new Section("Key numbers", "tiles.jte"),
            new Section("The plan", "plan.jte"),
            new Section("The model", "model.jte"),
            new Section("What it runs on", "estate.jte"),
            new Section("Charts", "charts.jte"),
            new Section("Channel by channel", "channels.jte"),
            new Section("Month by month", "months.jte"),
            new Section("The worst week", "worst-week.jte"),
            new Section("The week", "week.jte"),
            new Section("Desk by desk", "desk-charts.jte"),
            new Section("Results in numbers", "tables.jte"),
            new Section("Beside the formulas", "theory.jte"),
            new Section("What matters", "what-matters.jte"),
            new Section("What it rests on", "foundations.jte"),
            new Section("How this was made", "made.jte"));

    private HtmlReport() {}

    /** The whole page; {@code parts} is told what is missing from it. */
    public static String render(Study study, Parts parts) {
        return Templates.orPlain(
                parts,
                () -> Sections.render(
                        study.name(),
                        Stream.concat(RunFacts.warnings(study.manifest()), study.warnings().stream()),
                        new StudyPage(study, parts),
                        SECTIONS,
                        parts));
    }
}
