package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mergedesk.report.HtmlReport;
import mergedesk.results.Parts;
import mergedesk.results.Study;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the report of a planned run shows and says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanReportTest {
    private static final String PLANNED = TwoDesks.of("start: 2027-01-01, length: 3 months", 52000).replace("services: {tax: }", "services: {tax: {needs: {crm: }}}")
            + """
            groups: {a_team: {desk: north, staffing: 4}, b_team: {desk: south, staffing: 3}}
            applications: {crm: {failures: {every: {mean: 10 days}, repair: {mean: 4 h}}}}
            plan:
              systems: {name: Systems move, on: 2027-01-29T18:00, down: {applications: [crm], lasts: 4 h}}
              desks: {name: Desks merge, on: 2027-01-11, after: [systems], change: {flows: {b_calls: {desk: north}}, groups: {b_team: {desk: north, staffing: 1}}}}
              help: {name: Help comes, after: [desks], delay: 2 weeks, lasts: 10 days, change: {groups: {a_team: {staffing: 6}}}}
            """;
    private Study study;
    private String page;

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        ScenarioFile file = ScenarioFile.read(Files.writeString(folder.resolve("planned.yaml"), PLANNED), List.of());
        assertThat(file.faults()).isEmpty();
        study = Mergedesk.run(file, new RunOptions(3, 1L, 2, "test"), Watcher.NONE);
        page = HtmlReport.render(study, new Parts()).replace('\u00a0', ' ');
    }

    /** Who comes, who is there, who waits, what works and what callers get stand over each other, with the steps through all of them. */
    @Test
    void theWayIsDrawnWithItsSteps() {
        Matcher drawing = Pattern.compile("(?s)<svg[^>]*timeline.*?</svg>").matcher(page);
        assertThat(drawing.find()).isTrue();
        String chart = drawing.group();
        List<String> panels = List.of("Contacts offered", "Agents scheduled, mean while open", "People waiting, mean while open", "Open time in which what contacts need is down", "Answered within the target wait");
        assertThat(chart).contains(panels.stream().map(panel -> ">" + panel + "<").toList());
        assertThat(chart).contains(">1, 2<", ">3<", ">4<");
    }

    /** Dates of the plan are fixed, and one of them waited. */
    @Test
    void saysWhatWaitedForWhat() {
        assertThat(page).contains("29 Jan 2027, 18:00").contains("planned for 11 Jan 2027, waited for Systems move").contains("until 22 Feb 2027, 18:00").doesNotContain("2027-01-11T").doesNotContain("2027-02-22T");
    }

    /** The first page names the worst week also where nothing is asked for; verdicts name theirs. */
    @Test
    void theFirstPageNamesTheWorstWeek() {
        assertThat(page).containsPattern("so there is no verdict\\. The worst of \\d+ weeks was the week of \\d+ \\w+ 2027( \\(in part\\))?: of its contacts \\d[^<]* were answered in time\\.</p>");
    }
}
