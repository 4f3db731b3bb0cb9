package mergedesk.report;

import mergedesk.results.Study;

/**
 * report.html of a study: one file without scripts that loads nothing, for screens of any width, light or dark, for
 * print and for screen readers.
 *
 * <p>The same study gives the same bytes on every machine and Java version. Everything from the scenario is escaped by
 * the templates (src/main/jte), which know whether they stand in text or in an attribute.
 */
public final class HtmlReport {
    /** Name of the file in a result folder. */
    public static final String FILE_NAME = "report.html";

    private HtmlReport() {}

    /** The whole page. */
    public static String render(Study study) {
        return Templates.render("study.jte", new StudyPageMaker(study).page());
    }
}
