package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mergedesk.api.ScenarioFile;
import mergedesk.compile.ScenarioCompiler;
import mergedesk.experiment.Tracing;
import mergedesk.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five lines that the guide adds for email do what is said beside them. */
class EmailOfTheGuideTest {
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    @TempDir
    Path folder;

    private Program program() throws IOException {
        for (Document.Block block : Document.read(Document.TOP.resolve("simulator/docs/guide.md")).blocks()) {
            if (block.fileName() != null) {
                Files.writeString(folder.resolve(block.fileName()), block.content());
            }
        }
        return ScenarioCompiler.compile(ScenarioFile.read(folder.resolve("email.yaml"), List.of()).scenario());
    }

    /** The desk opens from Monday to Friday, from 08:30 to 17:00. */
    @Test
    void someComesAtNightAndWaitsTillMorning() throws IOException {
        Program program = program();
        Map<String, LocalDateTime> came = new HashMap<>();
        Map<String, LocalDateTime> begun = new HashMap<>();
        Tracing.trace(program, 1, 0, line -> {
            String[] columns = line.toString().split(",");
            LocalDateTime at = LocalDateTime.parse("2025-04-07T00:00").plus(Long.parseLong(columns[0]), ChronoUnit.MICROS);
            switch (columns[2]) {
                case "received" -> came.put(columns[3], at);
                case "started" -> begun.put(columns[3], at);
                default -> { }
            }
        });

        List<String> atNight = begun.keySet().stream().filter(piece -> isNight(came.get(piece))).toList();
        assertThat(atNight).hasSizeGreaterThan(came.size() / 2).hasSizeLessThan(came.size() * 3 / 4); // 15.5 of 24 hours
        assertThat(atNight).allSatisfy(piece -> assertThat(begun.get(piece).toLocalTime()).isBetween(OPENS, CLOSES));
        assertThat(begun.values()).noneMatch(EmailOfTheGuideTest::isNight);
    }

    private static boolean isNight(LocalDateTime at) {
        return at.toLocalTime().isBefore(OPENS) || !at.toLocalTime().isBefore(CLOSES);
    }
}
