package mergedesk.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.Blend;
import mergedesk.scenario.WeeklyShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares and reserves that vary by time are read, refused, moved and written as other numbers are. */
class BlendByTimeTest {
    private static final String DESK = """
            name: Blend
            time: {start: 2025-04-07, length: 1 week}
            councils: {north: {}}
            services: {tax: {}}
            channels: {post: {kind: deferred}}
            flows: {letters: {council: north, service: tax, channel: post, desk: main, volume: 1 / day, work: {distribution: constant, mean: 1 min}}}
            desks: {main: {}}
            groups: {team: {desk: main, staffing: 4, blend: {%s}}}
            """;

    @TempDir
    Path folder;

    private Path file(String blend) throws IOException {
        return Files.writeString(folder.resolve("desk.yaml"), DESK.formatted(blend));
    }

    private Reading read(String blend) throws IOException {
        return new ScenarioReader(Map.of()).read(file(blend), List.of());
    }

    private Blend blend(String blend) throws IOException {
        return read(blend).scenario().groups().get("team").blend();
    }

    @Test
    void isReadFromATableOrAFile() throws IOException {
        Files.writeString(folder.resolve("share.csv"), "time,mon,tue\n08:00,10 %,20 %\n12:00,,50 %\n");
        assertThat(blend("share: 20 %, reserve: 3").share()).isEqualTo(WeeklyShare.of(0.2));
        assertThat(blend("share: {file: share.csv}").share().byDay())
                .isEqualTo(Map.of(
                        DayOfWeek.MONDAY, Map.of(LocalTime.of(8, 0), 0.1),
                        DayOfWeek.TUESDAY, Map.of(LocalTime.of(8, 0), 0.2, LocalTime.of(12, 0), 0.5)));
        assertThat(blend("reserve: {mon: {09:00: 2}}").reserve().byDay()).isEqualTo(Map.of(DayOfWeek.MONDAY, Map.of(LocalTime.of(9, 0), 2)));
    }

    @Test
    void isRefusedWhereItMeansNothing() throws IOException {
        assertThat(read("share: {mon: {09:00: 120 %, 10:00: 0.5}}, reserve: {mon: {09:00: -1}}").problems())
                .extracting(problem -> problem.toString().replaceFirst("^.*desk.yaml:", ""))
                .containsExactly(
                        "8:71: groups.team.blend.share.mon.09:00: found \"120 %\": the value is too large; write 100 % or less",
                        "8:85: groups.team.blend.share.mon.10:00: found \"0.5\": a share needs a percent sign; write \"50 %\"",
                        "8:115: groups.team.blend.reserve.mon.09:00: found \"-1\": the value cannot be negative; write 0 or more");
    }

    @Test
    void canBeMoved() throws IOException {
        Path table = file("share: {mon: {09:00: 40 %}}");
        assertThat(lever(table, "groups.team.blend.share.mon.09:00").set(25)).isEqualTo("groups.team.blend.share.mon.09:00=25 %");
        assertThat(lever(file("share: 40 %, reserve: 2"), "groups.team.blend.share").kind()).isEqualTo(Lever.Kind.SHARE);
        assertThat(lever(file("share: 40 %, reserve: 2"), "groups.team.blend.reserve").kind()).isEqualTo(Lever.Kind.WHOLE_NUMBER);
    }

    private static Lever lever(Path file, String path) {
        return new ScenarioReader(Map.of()).hold(file, List.of()).lever(path, List.of()).lever();
    }

    @Test
    void isWrittenAsItIsRead() throws IOException {
        for (String blend : List.of("share: 12.5 %", "share: {mon: {09:00: 12.5 %}}, reserve: {tue: {10:00: 2}}")) {
            Reading first = read(blend);
            Path again = Files.writeString(folder.resolve("again.yaml"), ScenarioWriter.yaml(first.scenario(), Map.of()));
            assertThat(new ScenarioReader(Map.of()).read(again, List.of()).scenario().groups()).isEqualTo(first.scenario().groups());
        }
    }
}
