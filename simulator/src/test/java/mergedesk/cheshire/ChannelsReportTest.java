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
import org.junit.jupiter.api.Test;

/** The report of Cheshire's year with every channel, here of five weeks of it. */
class ChannelsReportTest {
    @Test
    void showsChannelsSideBySideAndTheBacklogThroughTheYear() {
        ScenarioFile file = ScenarioFile.read(Path.of("..", "scenarios", "councils", "cheshire", "channels.yaml"), List.of("time.length=35 days"));
        String html = HtmlReport.render(Mergedesk.run(file, new RunOptions(1, 1L, 1, "run"), Watcher.NONE), new Parts());
        String section = html.substring(html.indexOf("<h2 id=\"channels\">Channel by channel</h2>"), html.indexOf("</section>", html.indexOf("<h2 id=\"channels\">")));
        assertThat(section).contains("What each channel brings", "Work that waits on desks", "Backlog by week", "Oldest work by week");
        List<String> rows = Pattern.compile("<th scope=\"row\"[^>]*>([^<]*)</th>").matcher(section).results().map(row -> row.group(1)).toList();
        assertThat(rows).containsAll(Stream.of("Phone", "Email", "Web form", "Counter", "Chat", "Self-service, without an agent").toList());
        assertThat(html.split("<svg", -1).length - 1).isGreaterThan(5);
    }
}
