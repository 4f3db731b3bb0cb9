package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.scenario.tree.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of CSV files name the file, the line and the column. */
class CsvFaultsTest {
    @TempDir
    Path temporary;

    @Test
    void fileThatCannotBeRead() throws Exception {
        Folder folder = staffing("time,mon", "08:00,3")
                .sound(13, "groups: {team: {desk: main, staffing: {file: staffng.csv}}}");
        assertThat(folder.faults())
                .isEqualTo(
                        "merged.yaml:13:46: groups.team.staffing.file: found \"staffng.csv\": there is no such file; did you mean 'staffing.csv'?");

        assertThat(staffing("").faults())
                .isEqualTo(
                        "merged.yaml:13:46: groups.team.staffing.file: found \"staffing.csv\": the file is empty; begin it with a line of column names: time");

        Files.write(
                temporary.resolve("staffing.csv"), "time,mon\n08:00,\u0081\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(folder.sound(13, STAFFING).faults())
                .isEqualTo(
                        "merged.yaml:13:46: groups.team.staffing.file: found \"staffing.csv\": this is a binary file, not text in UTF-8; save it as UTF-8 text");

        assertThat(staffing("time,mon", "08:00,\u0000").faults()).contains("this is a binary file");

        try (RandomAccessFile file =
                new RandomAccessFile(temporary.resolve("staffing.csv").toFile(), "rw")) {
            file.setLength(300L << 20);
        }
        assertThat(folder.faults())
                .endsWith("the file has 300 MB, more than the 256 MB that are read; check that it is the right file");
    }

    @Test
    void columns() {
        assertThat(staffing("tme,mon,mon", "08:00,3,4").faults()).isEqualTo("""
                staffing.csv:1: tme: this column is not known; did you mean 'time'?
                staffing.csv:1: mon: the column stands here a second time; keep one of the two
                staffing.csv:1: time: this column is missing; the first line names the columns time""");
    }

    @Test
    void cells() {
        assertThat(staffing("time,mon,tue", "08:00,3,x", ",1,2", "09:10am,1,2", "08:00,4,", "10:00,1")
                        .faults())
                .isEqualTo("""
                staffing.csv:2: tue: found "x": a whole number is needed here; write a number such as 12
                staffing.csv:3: time: the cell is empty; write a value such as 08:30
                staffing.csv:4: time: found "09:10am": this is not a time of day; write hours and minutes such as "08:30"
                staffing.csv:5: time: found "08:00": this time stands here a second time; keep one of the two rows
                staffing.csv:6: found 2 cells: the first line names 3 columns; check what divides the cells, and quotation marks""");
    }

    @Test
    void keyBesideFile() {
        Folder folder = staffing("time,mon", "08:00,3")
                .sound(13, "groups: {team: {desk: main, staffing: {file: staffing.csv, mon: 3}}}");

        assertThat(folder.faults())
                .isEqualTo(
                        "merged.yaml:13:60: groups.team.staffing.mon: this key cannot stand here; write {file: name.csv} alone");
    }

    @Test
    void volumes() {
        Folder folder = new Folder(temporary)
                .with(
                        "volumes.csv",
                        "flow,volume,low,high,source",
                        "cals,10 / min,,,",
                        "calls,10,,,",
                        "calls,11 / min,,,")
                .sound(10, "    volume: {file: volumes.csv}");
        assertThat(folder.faults())
                .isEqualTo(
                        "volumes.csv:4: flow: found \"calls\": this flow stands here a second time; name each flow once");

        folder.with("volumes.csv", "flow,volume,low,high,source", "calls,10,,,");
        assertThat(folder.faults())
                .isEqualTo(
                        "volumes.csv:2: volume of calls: found \"10\": a volume needs to say per what; write \"10 / year\" or \"10 / day\"");

        folder.with("volumes.csv", "flow,volume,low,high,source", "cals,10 / min,,,");
        assertThat(folder.faults()).isEqualTo("""
                merged.yaml:10:20: flows.calls.volume: found "volumes.csv": the file has no row for the flow "calls"; did you mean 'cals'?
                volumes.csv:2: flow: found "cals": the scenario has no such flow; did you mean 'calls'?""");

        folder.with("volumes.csv", "flow,volume,low,high,source", "calls,10 / min,11 / min,12 / min,S9");
        assertThat(folder.faults()).isEqualTo("""
                volumes.csv:2: flows.calls.volume: found "10 / min": the value is outside its range 11 / min to 12 / min; widen the range or correct the value
                volumes.csv:2: flows.calls.volume.source: found "S9": there is no source "S9"; list it under sources: with a title""");

        folder.with("volumes.csv", "flow,volume,low,high,source", "calls,10 / min,11 / min,,");
        assertThat(folder.faults())
                .isEqualTo(
                        "volumes.csv:2: flows.calls.volume: found nothing: the key has no value; write a value such as \"10 / min\", or remove the key");
    }

    @Test
    void traces() {
        Folder folder = new Folder(temporary)
                .with("counts.csv", "start,count", "2011-04-04 25:00,3", "2011-04-04 08:00,-1", "2011-04-04 08:30,1.5")
                .sound(10, "    trace: {counts_file: counts.csv}");
        assertThat(folder.faults()).isEqualTo("""
                counts.csv:2: start: found "2011-04-04 25:00": this is not a date and time of the calendar; write 2011-04-04 or "2011-04-04 08:00"
                counts.csv:3: count: found "-1": the value cannot be negative; write 0 or more
                counts.csv:4: count: found "1.5": a whole number is needed here; write a number such as 12""");
    }

    private String traceFaults(String trace, String... rows) {
        List<String> lines = new ArrayList<>(List.of("start,count"));
        lines.addAll(List.of(rows));
        return new Folder(temporary)
                .with("counts.csv", lines.toArray(String[]::new))
                .with("none.csv", "time")
                .sound(10, "    trace: {" + trace + "}")
                .faults();
    }

    @Test
    void lengthOfCountedIntervals() {
        String row = "2011-04-04 08:00,1";
        assertThat(traceFaults("counts_file: counts.csv, interval: 0 s", row))
                .isEqualTo(
                        "merged.yaml:10:48: flows.calls.trace.interval: found \"0 s\": an interval cannot be empty; write its length, such as 30 min");
        assertThat(traceFaults("counts_file: counts.csv, interval: 25 h", row))
                .isEqualTo(
                        "merged.yaml:10:48: flows.calls.trace.interval: found \"25 h\": a counted interval is at most a day long; give counts by the day or by shorter intervals");
        assertThat(traceFaults("counts_file: counts.csv", row))
                .isEqualTo(
                        "merged.yaml:10:26: flows.calls.trace.counts_file: found \"counts.csv\": one row does not show how long its interval is; write interval: 30 min beside it");
        assertThat(traceFaults("counts_file: counts.csv", row, "2011-04-11 08:00,1"))
                .isEqualTo(
                        "merged.yaml:10:26: flows.calls.trace.counts_file: found \"counts.csv\": most rows are 168 h apart, and a counted interval is at most a day long; give counts by the day or by shorter intervals");
        assertThat(traceFaults("counts_file: counts.csv"))
                .isEqualTo(
                        "merged.yaml:10:26: flows.calls.trace.counts_file: found \"counts.csv\": the file has no rows; give a flow that nobody calls a volume of 0 / year");
        assertThat(traceFaults("times_file: none.csv, interval: 30 min"))
                .isEqualTo(
                        "merged.yaml:10:25: flows.calls.trace.times_file: found \"none.csv\": the file has no rows; give a flow that nobody calls a volume of 0 / year");
        assertThat(traceFaults("counts_file: counts.csv, interval: 7 min", row)).isEmpty();
        assertThat(traceFaults("counts_file: counts.csv", row, "2011-04-05 08:00,1"))
                .isEmpty();
    }

    @Test
    void countedIntervalsThatOverlap() {
        String rule = "the interval from 2011-04-04T08:30 is 30 min long and goes on beyond this start";
        assertThat(traceFaults(
                        "counts_file: counts.csv",
                        "2011-04-04 08:00,1",
                        "2011-04-04 08:30,1",
                        "2011-04-04 08:45,1",
                        "2011-04-04 09:15,1"))
                .isEqualTo("counts.csv:4: start: found \"2011-04-04T08:45\": " + rule
                        + "; give all intervals one length, or say another beside the file: interval: 15 min");
        assertThat(traceFaults("counts_file: counts.csv, interval: 30 min", "2011-04-04 08:45,1", "2011-04-04 08:30,1"))
                .isEqualTo("counts.csv:2: start: found \"2011-04-04T08:45\": " + rule
                        + "; give all intervals one length, or say another beside the file: interval: 15 min");
    }

    /** The desk is open from 08:00 to 18:00 on weekdays. */
    @Test
    void gapsBetweenCountedIntervals() {
        assertThat(traceFaults(
                        "counts_file: counts.csv",
                        "2011-04-04 08:00,1",
                        "2011-04-04 08:30,1",
                        "2011-04-04 10:00,1",
                        "2011-04-04 10:30,1"))
                .isEqualTo(
                        "counts.csv:4: start: found \"2011-04-04T10:00\": no row says how many came from 09:00 to 10:00; "
                                + "write a row for every interval, with a count of 0 where nobody came");
        assertThat(traceFaults(
                        "counts_file: counts.csv, interval: 15 min",
                        "2011-04-04 07:00,1",
                        "2011-04-04 07:45,1",
                        "2011-04-04 18:00,1",
                        "2011-04-04 19:00,1",
                        "2011-04-05 17:45,1"))
                .describedAs("from 08:00 the desk is open")
                .isEqualTo(
                        "counts.csv:4: start: found \"2011-04-04T18:00\": no row says how many came from 08:00 to 18:00; "
                                + "write a row for every interval, with a count of 0 where nobody came");
        assertThat(traceFaults("counts_file: counts.csv, interval: 30 min", "2011-04-09 09:00,1", "2011-04-09 12:00,1"))
                .describedAs("on a Saturday it is closed")
                .isEmpty();
    }

    @Test
    void recordedTimesThatTheClocksLeftOut() {
        String rule =
                "there was no such time: the clocks went from 01:00 to 02:00; check in which zone the file was written";
        assertThat(traceFaults(
                        "counts_file: counts.csv", "2011-03-27 00:00,1", "2011-03-27 01:00,0", "2011-03-27 02:00,1"))
                .isEmpty();
        Folder open = new Folder(temporary)
                .with("open.yaml", "extends: merged.yaml", "desks: {main: {opening: always}}")
                .with(
                        "counts.csv",
                        "start,count",
                        "2011-03-27 00:00,1",
                        "2011-03-27 02:00,1",
                        "2011-03-27 03:00,1",
                        "2011-03-27 05:00,1",
                        "2011-03-27 06:00,1")
                .sound(10, "    trace: {counts_file: counts.csv}");
        assertThat(open.faultsOf(open.readFile("open.yaml")))
                .isEqualTo(
                        "counts.csv:5: start: found \"2011-03-27T05:00\": no row says how many came from 04:00 to 05:00; write a row for every interval, with a count of 0 where nobody came");
        assertThat(traceFaults(
                        "counts_file: counts.csv",
                        "2011-03-27 00:30,1",
                        "2011-03-27 01:00,1",
                        "2011-03-27 01:30,2",
                        "2011-03-27 02:00,2"))
                .isEqualTo("counts.csv:3: start: found \"2011-03-27T01:00\": " + rule
                        + "\ncounts.csv:4: start: found \"2011-03-27T01:30\": " + rule);
        assertThat(traceFaults("counts_file: counts.csv, interval: 60 min", "2011-03-27 01:30,2"))
                .describedAs("half of it is left")
                .isEmpty();
        assertThat(new Folder(temporary)
                        .with("times.csv", "time", "2011-03-27 02:00", "2011-03-27 01:59:59.5", "2011-10-30 01:30")
                        .sound(10, "    trace: {times_file: times.csv}")
                        .faults())
                .isEqualTo("times.csv:3: time: found \"2011-03-27T01:59:59.500\": " + rule);
    }

    @Test
    void keysThatARecordingHasInItAlready() {
        Folder folder = new Folder(temporary)
                .with("times.csv", "time", "2011-04-04 08:00")
                .with("more.yaml", "extends: merged.yaml", "seasons: {year: {mar: 2}}")
                .sound(
                        10,
                        "    trace: {times_file: times.csv}",
                        "    basis: attempts",
                        "    redials: 10 %",
                        "    profile: flat",
                        "    season: year",
                        "    growth: 5 %");
        String advice = ": recorded contacts come as they were recorded; remove it, or give a volume";
        assertThat(folder.faultsOf(folder.readFile("more.yaml")))
                .isEqualTo(String.join(
                        "\n",
                        "merged.yaml:11:12: flows.calls.basis: found \"attempts\": recorded contacts come as they were recorded, each as a person's first attempt; "
                                + "leave redials out of the file and remove basis, or give a volume",
                        "merged.yaml:12:14: flows.calls.redials: found \"10 %\"" + advice,
                        "merged.yaml:13:14: flows.calls.profile: found \"flat\"" + advice,
                        "merged.yaml:14:13: flows.calls.season: found \"year\"" + advice,
                        "merged.yaml:15:13: flows.calls.growth: found \"5 %\"" + advice));
    }

    @Test
    void exactTimesHaveNoInterval() {
        assertThat(new Folder(temporary)
                        .with("times.csv", "time", "2011-04-04 08:00")
                        .sound(10, "    trace: {times_file: times.csv, interval: 30 min}")
                        .faults())
                .isEqualTo(
                        "merged.yaml:10:46: flows.calls.trace.interval: found \"30 min\": exact times have no interval; remove it");
    }

    @Test
    void stopsAtTheTwentiethRowThatDoesNotFit() {
        String[] rows = IntStream.range(0, 50)
                .mapToObj(i -> LocalDateTime.of(2011, 4, 4, 8, 0).plusMinutes(10L * i) + ",1")
                .toArray(String[]::new);
        assertThat(traceFaults("counts_file: counts.csv, interval: 30 min", rows)
                        .lines())
                .hasSize(21)
                .last()
                .isEqualTo("counts.csv:23: 29 further rows from here on have faults and are not listed; mend these first");
    }

    @Test
    void tooManyRowsAndTooLongLines() throws Exception {
        Folder folder = new Folder(temporary)
                .with("waits.csv", "seconds" + "\n".repeat(5_000_000) + "1")
                .sound(11, "    work: {distribution: empirical, file: waits.csv}");
        assertThat(folder.faults())
                .isEqualTo(
                        "waits.csv:5000001: the file has more than 5,000,000 rows; aggregate it into counts per interval");

        folder.with("waits.csv", "seconds", ",".repeat(1_000_001));
        assertThat(folder.faults())
                .isEqualTo(
                        "merged.yaml:11:43: flows.calls.work.file: found \"waits.csv\": a line has more than 1,000,000 characters; check that it is the right file");
    }

    @Test
    void fileAroundWhichASourceIsCited() {
        Folder folder = new Folder(temporary)
                .with("volumes.csv", "flow,volume", "calls,10 / min")
                .sound(10, "    volume: {value: {file: volumes.csv}, source: S1, status: planned}");
        assertThat(folder.faults())
                .isEqualTo(
                        "merged.yaml:10:50: flows.calls.volume.source: found \"S1\": there is no source \"S1\"; list it under sources: with a title");

        folder.with("sourced.yaml", "extends: merged.yaml", "sources: {S1: {title: A table}}");
        assertThat(folder.readFile("sourced.yaml").scenario().figures())
                .filteredOn(figure -> figure.path().equals("flows.calls.volume"))
                .extracting(figure -> figure.value() + ", " + figure.source() + ", " + figure.status())
                .containsExactly("10 / min, S1, PLANNED");
    }

    @Test
    void intervalCountedTwice() {
        Folder folder = new Folder(temporary)
                .with("counts.csv", "start,count", "2011-04-04 08:30,1", "2011-04-04 08:00,1", "2011-04-04 08:30,1")
                .sound(10, "    trace: {counts_file: counts.csv}");

        assertThat(folder.faults())
                .isEqualTo(
                        "counts.csv:4: start: found \"2011-04-04T08:30\": this interval stands here a second time; add up the counts");
    }

    @Test
    void endOfTheDay() {
        assertThat(staffing("time,mon", "08:00,3", "24:00,4").faults())
                .isEqualTo(
                        "staffing.csv:3: time: found \"24:00\": nothing begins at the end of the day; write 00:00 under the next day");
    }

    @Test
    void digitsOfOtherScripts() {
        assertThat(staffing("time,mon", "٠٨:٠٠,3", "09:00,٣").faults()).isEqualTo("""
                staffing.csv:2: time: found "٠٨:٠٠": this is not a time of day; write hours and minutes such as "08:30"
                staffing.csv:3: mon: found "٣": a whole number is needed here; write a number such as 12""");

        Folder folder = new Folder(temporary)
                .with("waits.csv", "seconds", "٦٠", "60", "-1", "3155760001", "1e3")
                .sound(11, "    work: {distribution: empirical, file: waits.csv}");
        assertThat(folder.faults()).isEqualTo("""
                waits.csv:2: seconds: found "٦٠": this is not a number of seconds; write one such as 61.5
                waits.csv:4: seconds: found "-1": a time cannot be negative; check the column
                waits.csv:5: seconds: found "3155760001": the time is longer than 100 years; check the unit
                waits.csv:6: seconds: found "1e3": this is not a number of seconds; write one such as 61.5""");
    }

    @Test
    void byteOrderMark() {
        assertThat(staffing("\uFEFFtime,mon", "08:00,3").faults()).isEmpty();
        assertThat(staffing("\uFEFF\"time\",\"mon\"", "\"08:00\",\"3\"").faults())
                .isEmpty();
        assertThat(staffing("\uFEFF").faults()).contains("the file is empty");
    }

    private static final String STAFFING = "groups: {team: {desk: main, staffing: {file: staffing.csv}}}";

    private Folder staffing(String... lines) {
        return new Folder(temporary).with("staffing.csv", lines).sound(13, STAFFING);
    }
}
