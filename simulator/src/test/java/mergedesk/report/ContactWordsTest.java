package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mergedesk.api.Mergedesk;
import mergedesk.api.RunOptions;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.Parts;
import mergedesk.results.Study;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables call those who come: callers call, visitors visit, and of both together nobody says either. */
class ContactWordsTest {
    private static Study run(String... channels) {
        StringBuilder flows = new StringBuilder();
        for (String channel : channels) {
            flows.append("  by_%s: {council: c, service: s, channel: %s, desk: d, volume: 100 / day, work: {distribution: constant, mean: 1 min}}\n".formatted(channel, channel));
        }
        String yaml = """
                name: t
                time: {start: 2026-03-02, length: 1 day}
                councils: {c: }
                services: {s: }
                channels: {phone: , room: {kind: counter}, chat: {kind: chat}, post: {kind: deferred}}
                desks: {d: }
                groups: {g: {desk: d, staffing: 2}}
                flows:
                """ + flows;
        return Mergedesk.run(ScenarioFile.of(yaml, Path.of("t.yaml")), new RunOptions(2, 1L, 1, "run"), Watcher.NONE);
    }

    @ParameterizedTest
    @CsvSource({"phone, Calls", "room, Visits", "chat, Chats", "phone room, Contacts", "room chat, Contacts", "room post, Visits"})
    void titlesSayWhatPeopleDo(String channels, String word) {
        Study study = run(channels.split(" "));
        assertThat(ConsoleSummary.of(study, StandardCharsets.UTF_8)).contains("\n" + word + " offered ", "\n" + word + " answered ", "\n" + word + " abandoned ");
        List<Grid> tables = new StudyPage(study, new Parts()).tables();
        assertThat(tables).anySatisfy(table -> assertThat(table.rows()).anySatisfy(row -> assertThat(row.get(0)).isEqualTo(word + " offered")));
    }
}
