package mergedesk.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mergedesk.api.ScenarioFile;
import mergedesk.dsol.reference.UsedKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the language has for channels, some scenario that ships shows in use. */
class ChannelKeysTest {
    private static final Set<String> SECTIONS = Set.of(
            "Blend", "Campaign", "Channel", "Chats", "Desk", "Distribution", "Flow", "Grades", "Hold", "Message", "OpeningBacklog", "Part", "Reassignment", "Reopening", "Retry",
            "SelfService", "Ticket", "TicketPriority");

    /** For who renames a flow, and no channel's. */
    private static final Set<String> NOT_OF_CHANNELS = Set.of("Flow.key");

    private static final UsedKeys language = new UsedKeys();

    @BeforeAll
    static void read() throws IOException {
        for (Path file : ShippedScenariosTest.scenarios()) {
            language.read(ScenarioFile.read(file, List.of()).scenario());
        }
    }

    @Test
    void everyKeyIsInSomeScenario() {
        assertThat(missing(language.keys(), language.used())).isEmpty();
    }

    @Test
    void everyWordOfAKeyIsInSomeScenario() {
        assertThat(language.words()).contains("Campaign.mode PREDICTIVE", "Desk.atClose DISCONNECT", "Blend.resume SAME", "Distribution.distribution TRIANGULAR");
        assertThat(missing(language.words(), language.usedWords())).isEmpty();
    }

    private static Set<String> missing(Set<String> there, Set<String> used) {
        Set<String> missing = new TreeSet<>(there);
        missing.removeIf(key -> !SECTIONS.contains(key.substring(0, key.indexOf('.'))));
        missing.removeAll(NOT_OF_CHANNELS);
        missing.removeAll(used);
        return missing;
    }
}
