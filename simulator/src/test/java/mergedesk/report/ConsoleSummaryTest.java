package mergedesk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleSummaryTest {
    static List<Charset> consoles() {
        return List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, Charset.forName("IBM437"));
    }

    @ParameterizedTest
    @MethodSource("consoles")
    void fitsEightyColumnsAndTheConsole(Charset console) {
        Stream.of(
                        ConsoleSummary.of(StudyFixture.merged(), console),
                        ConsoleSummary.of(StudyFixture.small(), console),
                        ConsoleSummary.of(StudyFixture.large(), console),
                        CompareSummary.of(ComparisonFixture.merging(), console))
                .flatMap(String::lines)
                .forEach(line -> {
                    assertThat(line.length()).as(line).isLessThanOrEqualTo(TextTable.WIDTH);
                    assertThat(console.newEncoder().canEncode(line)).as(line).isTrue();
                });
    }

    @Test
    void showsMeasuresVerdictsAndNotes() {
        assertThat(ConsoleSummary.of(StudyFixture.merged(), StandardCharsets.US_ASCII))
                .startsWith("One desk for nine Cheshire councils\n\nMeasure  ")
                .containsPattern("\nCalls offered +1,203,300 +4,800 +60\n")
                .contains(
                        "\nMet: 83.1 % +/- 0.9 of contacts were answered within 20 s; at least 80 % was\n  asked for. Below the target over all of the time: Vale Royal 76.4 % +/- 1.3,\n  Macclesfield 77.6 % +/- 1.3.\n")
                .contains("\nNote: The half-width of the first target");
    }

    @Test
    void showsWhichAssumptionsMatter() {
        assertThat(ConsoleSummary.of(StudyFixture.merged(), StandardCharsets.US_ASCII))
                .contains("\nAnswered within T, of offered, changed by one number at a time:\n\nWhat matters")
                .containsPattern("\nTalk time, 15 flows +230 s +\\+6.1 \\+/- 0.4 +300 s +-9.4 \\+/- 0.4\n")
                .containsPattern("\nCalls, 15 flows +each +\\+2.0 \\+/- 0.4 +each +-2.1 \\+/- 0.4\n");
    }

    @Test
    void longTitlesGiveWayToNumbers() {
        TextTable table = new TextTable("Measure", "Value");
        table.add("x".repeat(100), "1,234");
        assertThat(table.toString().lines()).allMatch(line -> line.length() == TextTable.WIDTH);
        assertThat(table.toString()).contains("xxx...  1,234\n");
    }
}
