package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets of several countries save them: what is understood, that it is told, and what is asked back. */
class CsvDialectsTest {
    @TempDir
    Path temporary;

    @Test
    void semicolonsTabsAndAStatedSeparator() {
        Map<DayOfWeek, Map<LocalTime, Integer>> expected =
                Map.of(DayOfWeek.MONDAY, Map.of(LocalTime.of(8, 0), 3, LocalTime.of(9, 0), 4), DayOfWeek.TUESDAY, Map.of(LocalTime.of(9, 0), 5));

        assertThat(staffing("time;mon;tue", "08:00;3;", "09:00;4;5")).isEqualTo(expected);
        assertThat(notes()).containsExactly("staffing.csv: understood as a table with cells divided by semicolons");
        assertThat(staffing("time\tmon\ttue", "08:00\t3\t", "09:00\t4\t5")).isEqualTo(expected);
        assertThat(notes()).containsExactly("staffing.csv: understood as a table with cells divided by tabs");
        assertThat(staffing("sep=;", "time;mon;tue", "08:00;3;", "09:00;4;5")).isEqualTo(expected);
        assertThat(staffing("time,mon,tue", "08:00,3,", "09:00,4,5")).isEqualTo(expected);
        assertThat(notes()).isEmpty();
    }

    @Test
    void whatSpreadsheetsLeaveBesideAndBelowATable() {
        assertThat(staffing("time,mon,,", "08:00,3,,", "09:00,4, ,", ",,,", ",,,"))
                .isEqualTo(Map.of(DayOfWeek.MONDAY, Map.of(LocalTime.of(8, 0), 3, LocalTime.of(9, 0), 4)));
        assertThat(faultsOf("staffing.csv", "time,mon,,", "08:00,3,,4"))
                .isEqualTo("staffing.csv:2: found 4 cells: the first line names 2 columns; check what divides the cells, and quotation marks");
    }

    @Test
    void capitalHeadingsAndTimesWithSeconds() {
        assertThat(staffing("Time,Mon", "8:00:00,3", "09:30:00,4"))
                .isEqualTo(Map.of(DayOfWeek.MONDAY, Map.of(LocalTime.of(8, 0), 3, LocalTime.of(9, 30), 4)));
        assertThat(faultsOf("staffing.csv", "time,mon", "08:00:30,3"))
                .isEqualTo("staffing.csv:2: time: found \"08:00:30\": this is not a time of day; write hours and minutes such as \"08:30\"");
    }

    @Test
    void decimalsWithACommaWhereTheFileShowsIt() {
        assertThat(volume("flow;volume;low;high", "calls;1.250,5 / day;1.000 / day;1.500 / day")).isEqualTo(1_250.5);
        assertThat(notes())
                .containsExactly(
                        "volumes.csv: understood as a table with cells divided by semicolons, decimals with a comma (1.250,5 / day is 1250.5 / day)");
        assertThat(folder().read().scenario().figures())
                .filteredOn(figure -> figure.path().equals("flows.calls.volume"))
                .extracting(figure -> figure.value() + ", " + figure.low() + ", " + figure.high())
                .containsExactly("1250.5 / day, 1000 / day, 1500 / day");
        assertThat(volume("flow;volume", "calls;1,250.5 / day")).isEqualTo(1_250.5);
        assertThat(volume("flow\tvolume", "calls\t1,250 / day")).describedAs("as the language has it").isEqualTo(1_250);
    }

    @Test
    void thousandsOrDecimalsAreAskedBackWhereTheFileDoesNotShowIt() {
        String doubt = ": this may be a number with decimals, or one with thousands; write it without thousands, and decimals with a point";

        assertThat(faultsOf("volumes.csv", "flow;volume", "calls;1,250 / day"))
                .isEqualTo("volumes.csv:2: volume of calls: found \"1,250 / day\"" + doubt);
        assertThat(faultsOf("volumes.csv", "flow;volume", "calls;1.250 / day"))
                .isEqualTo("volumes.csv:2: volume of calls: found \"1.250 / day\"" + doubt);
        assertThat(faultsOf("volumes.csv", "flow,volume", "calls,1.250 / day"))
                .isEqualTo(
                        "volumes.csv:2: volume of calls: found \"1.250 / day\": this may be a number with a decimal point, or one with thousands; write \"1,250 / day\" or \"1.25 / day\"");
    }

    @Test
    void lengthsWithDecimalCommas() {
        folder().with("waits.csv", "seconds;", "61,5;", "1.250,25;")
                .sound(11, "    work: {distribution: empirical, file: waits.csv}");

        assertThat(folder().faults()).isEmpty();
        assertThat(folder().read().scenario().flows().get("calls").work().values())
                .containsExactly(Duration.ofMillis(61_500), Duration.ofMillis(1_250_250));
    }

    @Test
    void theDayFirstWhereTheFileShowsIt() {
        assertThat(times("time", "04/04/2011 8:30", "13/04/2011 09:00:30"))
                .containsExactly(LocalDateTime.of(2011, 4, 4, 8, 30), LocalDateTime.of(2011, 4, 13, 9, 0, 30));
        assertThat(notes())
                .containsExactly(
                        "times.csv: understood as a table with the day before the month (13/04/2011 09:00:30 is 2011-04-13 09:00:30)");
        assertThat(times("time", "5.4.2011", "2011/04/07 10:00"))
                .containsExactly(LocalDateTime.of(2011, 4, 5, 0, 0), LocalDateTime.of(2011, 4, 7, 10, 0));
    }

    @Test
    void dayOrMonthIsAskedBackWhereTheFileDoesNotShowIt() {
        folder().sound(10, "    trace: {times_file: times.csv}");

        assertThat(folder().with("times.csv", "time", "04/05/2011 08:30").faults())
                .isEqualTo(
                        "times.csv:2: time: found \"04/05/2011 08:30\": this may be a day and a month, or a month and a day; write year-month-day such as 2011-12-31");
        assertThat(folder().with("times.csv", "time", "04/13/2011 08:30").faults())
                .isEqualTo(
                        "times.csv:2: time: found \"04/13/2011 08:30\": a date begins with its year; write year-month-day such as 2011-12-31");
        assertThat(folder().with("times.csv", "time", "13/04/2011 08:30", "31/02/2011").faults())
                .isEqualTo(
                        "times.csv:3: time: found \"2011-02-31\": this is not a date of the calendar; write year-month-day such as 2011-04-04");
    }

    /** What spreadsheets call Unicode text: two bytes a letter, with a mark or without one, either byte first. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false", "UTF-16BE, false"})
    void twoBytesALetter(String charset, boolean marked) throws Exception {
        String text = (marked ? "\uFEFF" : "") + "flow\tvolume\tsource\r\ncalls\t10 / min\tCaf\u00e9\r\n";
        Files.write(temporary.resolve("volumes.csv"), text.getBytes(Charset.forName(charset)));
        folder().sound(10, "    volume: {file: volumes.csv}");
        folder().with("sourced.yaml", "extends: merged.yaml", "sources: {Caf\u00e9: {title: A table}}");

        Reading reading = folder().readFile("sourced.yaml");

        assertThat(folder().faultsOf(reading)).isEmpty();
        assertThat(reading.scenario().figures()).anyMatch(figure -> "Caf\u00e9".equals(figure.source()));
        assertThat(reading.noted()).extracting(note -> note.place().rule()).containsExactly("understood as a table with cells divided by tabs, UTF-16 letters");
    }

    /** A letter of two bytes that ends in the middle, or half of a pair of letters. */
    @ParameterizedTest
    @ValueSource(strings = {"66006C006F007700090076006F006C0075006D0065000A0063", "FEFF0066006C006F0077002C0076006F006C0075006D0065000AD8000031"})
    void brokenTwoBytesAreNoText(String bytes) throws Exception {
        Files.write(temporary.resolve("volumes.csv"), HexFormat.of().parseHex(bytes));
        folder().sound(10, "    volume: {file: volumes.csv}");
        assertThat(folder().faultsOf(folder().readFile("merged.yaml"))).contains("this is a binary file, not text in UTF-8");
    }

    @Test
    void windowsCharacterSet() throws Exception {
        Files.write(
                temporary.resolve("volumes.csv"),
                "flow,volume,source\ncalls,10 / min,Caf\u00e9\n".getBytes(Charset.forName("windows-1252")));
        folder().sound(10, "    volume: {file: volumes.csv}");
        folder().with("sourced.yaml", "extends: merged.yaml", "sources: {Caf\u00e9: {title: A table}}");

        Reading reading = folder().readFile("sourced.yaml");

        assertThat(folder().faultsOf(reading)).isEmpty();
        assertThat(reading.noted()).extracting(note -> note.place().rule()).containsExactly("understood as a table with Windows-1252 letters");
    }

    @Test
    void countsTheRowsThatAreNotListed() {
        String[] lines = new String[321];
        java.util.Arrays.fill(lines, "x,1");
        lines[0] = "time,mon";

        assertThat(faultsOf("staffing.csv", lines).lines())
                .hasSize(21)
                .last()
                .isEqualTo("staffing.csv:22: 300 further rows from here on have faults and are not listed; mend these first");
        lines[300] = "08:00,3";
        assertThat(faultsOf("staffing.csv", lines)).endsWith(":22: 299 further rows from here on have faults and are not listed; mend these first");
    }

    @Test
    void doesNotTakeAFlowThatIsThereForOneThatIsMissing() {
        folder().with("volumes.csv", "flow,volume", "calls,10 / min", "west_tax,5 / min")
                .sound(
                        10,
                        "    volume: {file: volumes.csv}",
                        "    work: {distribution: exponential, mean: 5 min}",
                        "  call: {council: north, service: tax, desk: main, volume: {file: volumes.csv}, work: {distribution: exponential, mean: 5 min}}",
                        "  calls2:",
                        "    council: north",
                        "    service: tax",
                        "    desk: main",
                        "    volume: 1 / min");

        assertThat(folder().faults())
                .isEqualTo("""
                merged.yaml:12:67: flows.call.volume: found "volumes.csv": the file has no row for the flow "call"; write west_tax
                volumes.csv:3: flow: found "west_tax": the scenario has no such flow; write one of call, calls2""");
    }

    private Folder folder() {
        return new Folder(temporary);
    }

    private List<String> notes() {
        return folder().read().noted().stream()
                .map(note -> note.place().format())
                .map(note -> note.replace(temporary + "/", ""))
                .toList();
    }

    private String faultsOf(String file, String... lines) {
        folder().with(file, lines);
        if (file.equals("staffing.csv")) {
            folder().sound(13, "groups: {team: {desk: main, staffing: {file: staffing.csv}}}");
        } else {
            folder().sound(10, "    volume: {file: " + file + "}");
        }
        return folder().faults();
    }

    private Map<DayOfWeek, Map<LocalTime, Integer>> staffing(String... lines) {
        assertThat(faultsOf("staffing.csv", lines)).isEmpty();
        return folder().read().scenario().groups().get("team").staffing().byDay();
    }

    private double volume(String... lines) {
        assertThat(faultsOf("volumes.csv", lines)).isEmpty();
        return folder().read().scenario().flows().get("calls").volume().count();
    }

    private List<LocalDateTime> times(String... lines) {
        folder().with("times.csv", lines).sound(10, "    trace: {times_file: times.csv}");
        assertThat(folder().faults()).isEmpty();
        return folder().read().scenario().flows().get("calls").trace().times();
    }
}
