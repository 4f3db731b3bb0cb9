package mergedesk.cheshire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of the README on letters between calls: three rules, ten years each, with the same people. Where rows are others, the message has those to write. */
class EveryChannelTableTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "cheshire");
    private static final Scope ONE = Scope.desk("one");
    private static final double NEARLY_ALL = 0.9995;

    @Tag("nightly")
    @Test
    void isThatOfTheReadme() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        List<String> rows = new ArrayList<>();
        for (String blend : List.of("", "{reserve: 2}", "{park: true, hand_over: 1 min}")) {
            ScenarioFile file = ScenarioFile.read(FOLDER.resolve("channels.yaml"), sets(blend));
            Study study = Mergedesk.run(file, new RunOptions(10, null, 2, ""), Watcher.NONE);
            rows.add(row(study));
        }
        assertThat(rows).filteredOn(row -> !readme.contains(row)).as("rows to write, without their first cell, of %s", rows).isEmpty();
    }

    /** The rule, for each group of the one desk. */
    private static List<String> sets(String blend) {
        return Stream.of("county", "macclesfield", "vale_royal", "chester", "crewe_and_nantwich", "congleton", "ellesmere_port_and_neston", "floating").map(group -> "groups." + group + ".blend=" + blend).toList();
    }

    /** All but the first cell. */
    private static String row(Study study) {
        Estimate wait = study.estimate("wait_mean_answered", ONE);
        return String.format(Locale.ROOT, "| %s | %.1f s | %s | %s |", percent(study.estimate("sl_answered_of_offered", ONE)), wait.value(), share(study.estimate("resolution_within_target", ONE)), hours(study.estimate("response_mean_working", ONE)));
    }

    private static String percent(Estimate share) {
        return String.format(Locale.ROOT, "%.1f %% ± %.1f", 100 * share.value(), 100 * share.halfWidth());
    }

    private static String share(Estimate share) {
        return share.value() > NEARLY_ALL ? "all" : percent(share);
    }

    private static String hours(Estimate seconds) {
        double hours = seconds.value() / 3_600;
        return hours < 24 ? String.format(Locale.ROOT, "%.1f h", hours) : String.format(Locale.ROOT, "%.0f h ± %.0f", hours, seconds.halfWidth() / 3_600);
    }
}
