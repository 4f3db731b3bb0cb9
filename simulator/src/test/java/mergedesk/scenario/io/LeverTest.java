package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which numbers can be moved, and how they are written when they are. */
class LeverTest {
    @TempDir
    Path temporary;

    @Test
    void knowsKindValueUnitAndPlace() {
        Folder folder = new Folder(temporary)
                .sound(10, "    volume: {value: \"12,000 / year\", range: [9000 / year, 14000 / year]}");

        assertThat(found(folder, "flows.calls.volume"))
                .isEqualTo(new Lever(
                        "flows.calls.volume",
                        Lever.Kind.RATE,
                        12_000,
                        "/ year",
                        folder.file("merged.yaml") + ":10:21"));
        assertThat(found(folder, "groups.team.staffing"))
                .isEqualTo(new Lever(
                        "groups.team.staffing",
                        Lever.Kind.WHOLE_NUMBER,
                        12,
                        "",
                        folder.file("merged.yaml") + ":13:39"));
        assertThat(found(folder, "flows.calls.work.mean").kind()).isEqualTo(Lever.Kind.TIME);
        assertThat(found(folder, "flows.calls.redials"))
                .isEqualTo(new Lever("flows.calls.redials", Lever.Kind.SHARE, 0, "%", "(default)"));
        assertThat(found(folder, "councils.north.population").kind()).isEqualTo(Lever.Kind.NUMBER);
    }

    @Test
    void findsNumbersInTablesListsAndCsvFiles() {
        Folder folder = new Folder(temporary)
                .with("volumes.csv", "flow,volume", "calls,7 / hour")
                .sound(
                        13,
                        "groups:",
                        "  team: {desk: main, staffing: {mon-fri: {\"08:30\": 10}}}",
                        "  more: {desk: main, shifts: [{agents: 4, start: 09:00, end: 17:00}]}");
        folder.with("csv.yaml", "extends: merged.yaml", "flows: {calls: {volume: {file: volumes.csv}}}");

        assertThat(found(folder, "groups.team.staffing.mon-fri.08:30").value()).isEqualTo(10);
        assertThat(found(folder, "groups.more.shifts[0].agents").kind()).isEqualTo(Lever.Kind.WHOLE_NUMBER);
        assertThat(folder.reader()
                        .hold(folder.file("csv.yaml"), List.of())
                        .lever("flows.calls.volume", List.of())
                        .lever())
                .isEqualTo(new Lever(
                        "flows.calls.volume", Lever.Kind.RATE, 7, "/ hour", folder.file("volumes.csv") + ":2"));
    }

    @Test
    void writesAnotherValueThatTheReaderReads() {
        Folder folder = new Folder(temporary).sound(0);

        String volume = found(folder, "flows.calls.volume").set(12.25);
        String agents = found(folder, "groups.team.staffing").set(15);

        assertThat(volume).isEqualTo("flows.calls.volume=12.25 / min");
        assertThat(agents).isEqualTo("groups.team.staffing=15");
        assertThat(folder.read(volume, agents)
                        .scenario()
                        .groups()
                        .get("team")
                        .staffing()
                        .constant())
                .isEqualTo(15);
        assertThatThrownBy(() -> found(folder, "groups.team.staffing").set(15.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other: found 15.5, but groups.team.staffing is a whole number");
    }

    @Test
    void saysWhyAPathCannotBeMoved() {
        Folder folder =
                new Folder(temporary).sound(13, "groups: {team: {desk: main, staffing: {mon-fri: {\"08:30\": 10}}}}");

        assertThat(problem(folder, "groups.team.staffing"))
                .isEqualTo(
                        "--vary groups.team.staffing: this is a table, not one number; name one number of it, such as groups.team.staffing.mon-fri.08:30");
        assertThat(problem(folder, "groups.teem.staffing"))
                .isEqualTo("--vary groups.teem.staffing: there is no \"teem\" here; did you mean 'team'?");
        assertThat(problem(folder, "flows.calls.desk"))
                .isEqualTo(
                        "--vary flows.calls.desk: this is not a number that can be moved; name a number such as groups.north.staffing or flows.tax.volume");
        assertThat(problem(folder, "desks.main.lines"))
                .isEqualTo(
                        "--vary desks.main.lines: the scenario has no value there; write one into the scenario first");
        assertThat(problem(folder, "a..b"))
                .isEqualTo("--vary a..b: this is not a path; write keys joined by dots, such as groups.north.staffing");
    }

    /** 12.345 / min would be asked back: it may be twelve thousand. */
    @Test
    void aVolumeWithThreeDecimalsIsWrittenSoThatItCanBeRead() {
        Folder folder = new Folder(temporary).sound(10, "    volume: 10 / min");
        Lever volume = found(folder, "flows.calls.volume");

        assertThat(volume.set(12.345)).isEqualTo("flows.calls.volume=12.3450 / min");
        assertThat(folder.read(volume.set(12.345)).scenario().flows().get("calls").volume().count()).isEqualTo(12.345);
    }

    private static Lever found(Folder folder, String path) {
        LeverReading reading = folder.reader().hold(folder.file("merged.yaml"), List.of()).lever(path, List.of());
        assertThat(reading.problems()).isEmpty();
        return reading.lever();
    }

    private static String problem(Folder folder, String path) {
        LeverReading reading = folder.reader().hold(folder.file("merged.yaml"), List.of()).lever(path, List.of());
        assertThat(reading.lever()).isNull();
        return reading.problems().get(0).format();
    }
}
