package mergedesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.cli.Desk.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --trace}: what it replaces, and what it never touches. */
class TraceFileTest {
    private static final String HEADING = "tick,class,event,contact,agent\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void write() {
        desk = new Desk(folder);
    }

    @Test
    void replacesAnOlderTraceAndAnEmptyFileAndNothingBesideThem() throws IOException {
        desk.write("tr.csv", HEADING + "1,3,offered,0:0:0:0,\n");
        desk.write("tr.csv.part", "somebody's");
        desk.write("empty.csv", "");

        assertThat(trace("tr.csv").out()).endsWith("\nTrace:  tr.csv\n");
        assertThat(trace("empty.csv").code()).isZero();

        assertThat(desk.text("tr.csv"))
                .startsWith(HEADING)
                .hasLineCount(desk.text("empty.csv").split("\n").length);
        assertThat(desk.text("tr.csv").lines().count()).isGreaterThan(100);
        assertThat(desk.text("tr.csv.part")).isEqualTo("somebody's");
        assertThat(desk.content().keySet())
                .filteredOn(name -> !name.startsWith("r"))
                .containsExactlyInAnyOrder("", "desk.yaml", "tr.csv", "tr.csv.part", "empty.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter.txt", "almost.csv", "link.csv", "dangling.csv", "folder"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void refusesWhatIsNoTraceOfOurs(String name) throws IOException {
        desk.write("letter.txt", "Dear Sir or Madam,");
        desk.write("almost.csv", HEADING.replace(",agent", ""));
        Files.createDirectory(desk.path("folder"));
        Files.createSymbolicLink(desk.path("link.csv"), Path.of("letter.txt"));
        Files.createSymbolicLink(desk.path("dangling.csv"), Path.of("nowhere/x.csv"));
        List<String> before = everything();

        Ended ended = trace(name);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo("--trace: " + name + ": "
                        + switch (name) {
                            case "folder" -> "is a folder; name a file\n";
                            case "dangling.csv" ->
                                "is a link that leads nowhere, to nowhere/x.csv; delete it or choose another name\n";
                            default ->
                                "is there already and holds something else; choose another name, or move that file away\n";
                        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void refusesTheScenarioAndWhatItIsMadeOf() throws IOException {
        desk.write("base.yaml", Desk.YAML);
        desk.write("week.csv", "weekday,agents\nmon-sun,10\n");
        desk.write("desk.yaml", "extends: base.yaml\nname: Derived\n");
        List<String> before = everything();

        for (String name : List.of("desk.yaml", "base.yaml", "../" + folder.getFileName() + "/desk.yaml")) {
            assertThat(trace(name).err()).endsWith("is a file of the scenario; choose another name\n");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r/trace.csv", "r/deep/trace.csv", "r", "r-incomplete/trace.csv", "older/trace.csv"})
    void refusesAPlaceInAResultFolder(String name) throws IOException {
        assertThat(desk.call("run", desk.file("desk.yaml"), "--replications", "2", "--out", desk.file("older"))
                        .code())
                .isZero();
        List<String> before = everything();

        Ended ended = trace(name);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("--trace: " + name + ": lies in ").endsWith("; name a file beside it\n");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void followsALinkToAnOlderTraceAndSaysSo() throws IOException {
        Files.createDirectory(desk.path("real"));
        desk.write("real/tr.csv", HEADING);
        Files.createSymbolicLink(desk.path("tr.csv"), Path.of("real/tr.csv"));

        Ended ended = trace("tr.csv");

        assertThat(ended.out()).endsWith("\nTrace:  real/tr.csv\n");
        assertThat(desk.path("tr.csv")).isSymbolicLink();
        assertThat(desk.text("real/tr.csv")).hasSizeGreaterThan(1_000);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such devices")
    void writesToDevicesAsTheyAre() throws Exception {
        Path pipe = desk.path("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(trace("pipe").code()).isZero();
        assertThat(read.get(60, TimeUnit.SECONDS)).startsWith(HEADING).hasSizeGreaterThan(1_000);
        assertThat(Files.isRegularFile(pipe)).isFalse();

        Ended nothing = desk.call(run("/dev/null"));
        assertThat(nothing.out()).endsWith("\nTrace:  /dev/null\n");
        assertThat(nothing.code()).isZero();

        Ended printed = desk.call(run("/dev/stdout"));
        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .contains("\nReport: r/report.html\n" + HEADING)
                .doesNotContain("Trace:");
        Ended told = desk.call(run("/dev/stderr"));
        assertThat(told.code()).isZero();
        assertThat(told.err()).isEqualTo(printed.out().substring(printed.out().indexOf(HEADING)));
    }

    /** In a Java of its own, whose streams are files: what was in them stays, and what comes after them too. */
    @ParameterizedTest
    @ValueSource(strings = {"/dev/stderr", "/dev/fd/1", "/proc/thread-self/fd/2", "fds/2"})
    @EnabledOnOs(OS.LINUX)
    void writesToTheStreamBehindAName(String name) throws Exception {
        Files.createSymbolicLink(desk.path("fds"), Path.of("/dev/fd"));
        assertThat(desk.start(Map.of(), run(name)).waitFor()).as(desk.text("err.txt")).isZero();
        Files.delete(desk.path("fds"));
        String all = desk.text("out.txt") + desk.text("err.txt");
        assertThat(all).startsWith("A desk\n").contains("\nReport: ", "\n" + HEADING.strip()).doesNotContain("Trace: ");
        assertThat(desk.text(name.endsWith("1") ? "out.txt" : "err.txt")).contains(HEADING);
    }

    /** The shell's own way of opening a file: to replace it would leave the shell with a file that has no name. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAFileThatIsOpenUnderItsNumber() throws IOException {
        desk.write("open.csv", "");
        try (FileInputStream open = new FileInputStream(desk.path("open.csv").toFile());
                Stream<Path> numbers = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.getFD().valid()).isTrue();
            Path number = numbers.filter(link -> leadsTo(link, desk.path("open.csv"))).findFirst().orElseThrow();
            Ended ended = desk.call(run(number.toString()));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).isEqualTo("--trace: " + number + ": leads to a file that is open already, open.csv; name that file itself\n");
        }
        assertThat(desk.path("open.csv")).isEmptyFile();
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.isSameFile(link, file);
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    @DisabledOnOs(
            value = {OS.WINDOWS, OS.MAC},
            disabledReason = "has no such device")
    void saysThatADeviceIsFull() {
        Ended ended = desk.call(run("/dev/full"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("mergedesk: /dev/full: No space left on device\n");
        assertThat(ended.out()).contains("Report: ");
    }

    @Test
    void leavesNothingWhenItIsStopped() throws IOException {
        Console console = new Console(StandardCharsets.UTF_8, System.in, System.out, System.err);
        Outputs outputs = new Outputs(console, List.of());
        Sink sink = outputs.file("--trace", desk.path("deep/tr.csv"), HEADING.strip())
                .orElseThrow();
        outputs.requireAll();
        List<String> before = everything();
        TraceContent content = new TraceContent(ScenarioFile.read(desk.path("desk.yaml"), List.of()), 1L, stopping());

        assertThatThrownBy(() -> sink.write(content)).isInstanceOf(CancellationException.class);

        assertThat(everything()).isEqualTo(before);
    }

    private static Watcher stopping() {
        return new Watcher() {
            @Override
            public void planned(double more) {}

            @Override
            public void advanced(double replications) {}

            @Override
            public boolean stopped() {
                return true;
            }
        };
    }

    private Ended trace(String name) {
        return desk.call(run(desk.file(name)));
    }

    private String[] run(String trace) {
        return new String[] {
            "run", desk.file("desk.yaml"), "--replications", "2", "--out", desk.file("r"), "--trace", trace
        };
    }

    /** Every name with what it is and holds. */
    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted()
                    .map(path -> {
                        try {
                            return path + (Files.isRegularFile(path) ? ": " + Files.readString(path) : "");
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
