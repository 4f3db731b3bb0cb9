package mergedesk.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** log.csv and profile.csv of scenarios/councils/tickets follow from the incident log; {@code -DwriteTickets=true} writes them anew. */
class IncidentLogTest {
    private static final Path FOLDER = Path.of("..", "scenarios", "councils", "tickets");
    private static final LocalDate FIRST = LocalDate.of(2016, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2016, 4, 16);
    private static final LocalDate END = LocalDate.of(2016, 6, 1);

    @Test
    void theFilesAreWhatTheLogSays() throws IOException {
        IncidentLog log = IncidentLog.read();
        List<String> facts = new ArrayList<>(List.of("half,fact,value"));
        facts.addAll(log.facts("first", FIRST, SECOND));
        facts.addAll(log.facts("second", SECOND, END));
        compare("log.csv", facts);
        compare("profile.csv", log.profile(FIRST, SECOND));
    }

    private static void compare(String name, List<String> lines) throws IOException {
        if (Boolean.getBoolean("writeTickets")) {
            Files.writeString(FOLDER.resolve(name), String.join("\n", lines) + "\n");
        }
        assertThat(Files.readAllLines(FOLDER.resolve(name))).as(name + "; -DwriteTickets=true writes it").isEqualTo(lines);
    }
}
