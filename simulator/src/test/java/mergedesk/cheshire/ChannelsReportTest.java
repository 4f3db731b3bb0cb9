package mergedesk.cheshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.report.HtmlReport;
import mergedesk.results.Parts;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The report of Cheshire's year with every channel: channels side by side, and the backlog at the end of each week, which begins on Monday. */
class ChannelsReportTest {
    private static final int WEEKS_OF_YEAR = 53;

    @Test
    void showsFiveWeeks() {
        assertShows(6, "time.length=35 days"); // parts of the first and the last
    }

    /** Half a minute where others use the machine. */
    @Tag("nightly")
    @Test
    void showsTheYear() {
        assertShows(WEEKS_OF_YEAR);
    }

    private static void assertShows(int weeks, String... sets) {
        ScenarioFile file = ScenarioFile.read(Path.of("..", "scenarios", "councils", "cheshire", "channels.yaml"), List.of(sets));
        Study study = Mergedesk.run(file, new RunOptions(1, 1L, 1, "run"), Watcher.NONE);
        String html = HtmlReport.render(study, new Parts());
        String section = html.substring(html.indexOf("<h2 id=\"channels\">Channel by channel</h2>"), html.indexOf("</section>", html.indexOf("<h2 id=\"channels\">")));
        assertThat(section).contains("What each channel brings", "Work that waits on desks", "Oldest work by week");
        List<String> rows = Pattern.compile("<th scope=\"row\"[^>]*>([^<]*)</th>").matcher(section).results().map(row -> row.group(1)).toList();
        assertThat(rows).containsAll(Stream.of("Phone", "Email", "Web form", "Counter", "Chat", "Self-service, without an agent").toList());
        assertThat(html.split("<svg", -1).length - 1).isGreaterThan(5);

        String backlog = section.substring(section.indexOf("<table", section.indexOf("Backlog by week")));
        List<Double> shown = Pattern.compile("<td[^>]*>([^<]*)</td>").matcher(backlog.substring(0, backlog.indexOf("</table>"))).results().map(cell -> Double.parseDouble(cell.group(1).replace(",", ""))).toList();
        List<Double> counted = study.by(Scope.Kind.WEEK, "backlog_end", Scope.OVERALL).stream().map(week -> week.estimate().value()).toList();
        assertThat(shown).hasSize(weeks).isEqualTo(counted);
        assertThat(counted.get(weeks - 1)).isEqualTo(study.estimate("backlog_end", Scope.OVERALL).value());
    }
}
