package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mergedesk.report.StudyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What may be written where. That nothing is lost by a crash: {@link CrashTest}. */
class ResultFolderTest {
    private static final Origin ORIGIN = Origin.study(Path.of("desk.yaml"), List.of());

    @TempDir
    private Path folder;

    @Test
    void studyFolderHoldsReportNumbersAndManifest() throws IOException {
        Path target = folder.resolve("deep/results");
        StudyFolder.write(ask(target), StudyFixture.small(), Map.of("report.html", "<p>ü</p>"));
        assertThat(names(target)).containsExactly("kpis.csv", "manifest.json", "report.html");
        assertThat(target.resolve("report.html")).hasContent("<p>ü</p>");
        assertThat(Files.readString(target.resolve("manifest.json")))
                .contains("\"kind\" : \"mergedesk-study\"", "\"wallSeconds\" : 12.3", "\"seed\" : 20140401", "sha256");
        assertThat(names(target.getParent())).containsExactly("results");
    }

    @Test
    void replacesAnOlderResultAndKeepsWhatOthersPutThere() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        Files.writeString(target.resolve("notes.txt"), "mine");
        Path kept = write(target, "new").get(0);
        assertThat(content(target)).isEqualTo("new");
        assertThat(names(target)).containsExactly("a.txt", "b.txt", "manifest.json");
        assertThat(names(kept)).containsExactly("notes.txt");
        assertThat(write(target, "newer")).isEmpty();
        assertThat(names(kept)).containsExactly("notes.txt");
    }

    /** Killed between its two moves, a command leaves the older result beside its name; then somebody else takes the name. */
    @Test
    void whatWasThereBeforeStaysBesideAStrangerWhoTookTheName() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        Path before = folder.resolve("results.mergedesk-0123456789abcdef.before");
        Files.move(target, before);
        Files.writeString(folder.resolve("results.mergedesk-0123456789abcdef.lock"), "");
        Files.writeString(Files.createDirectory(target).resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> ask(target)).hasMessageContaining("not a result of Mergedesk");
        assertThat(content(before)).isEqualTo("old");
        assertThat(target.resolve("notes.txt")).hasContent("mine");

        Files.delete(target.resolve("notes.txt"));
        Files.delete(target);
        ask(target);
        assertThat(content(target)).isEqualTo("old");
        assertThat(names(folder)).containsExactly("results");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(600)
    void aPipeOrALinkOfALocksNameIsNobodysLock() throws Exception {
        Path target = folder.resolve("results");
        Path strangers = Files.writeString(folder.resolve("strangers"), "theirs");
        Path pipe = folder.resolve("results.mergedesk-0123456789abcdef.lock");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path link = Files.createSymbolicLink(folder.resolve("results.mergedesk-0123456789abcde0.lock"), strangers);

        write(target, "new");

        assertThat(content(target)).isEqualTo("new");
        assertThat(pipe).exists();
        assertThat(link).isSymbolicLink();
        assertThat(strangers).hasContent("theirs");
    }

    /** What a command leaves that was killed after somebody's notes had been kept, and while another older result was put there. */
    @Test
    void aNameThatKeepsOthersFilesIsNotInTheWay() throws IOException {
        Path target = folder.resolve("results");
        write(target, "older");
        Files.writeString(target.resolve("notes.txt"), "mine too");
        Files.move(target, folder.resolve("results.mergedesk-0123456789abcdef.before"));
        write(target, "old");
        Files.writeString(Files.createDirectory(folder.resolve("results.mergedesk-0123456789abcdef.replaced")).resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve("results.mergedesk-0123456789abcdef.lock"), "");

        write(target, "new");

        assertThat(content(target)).isEqualTo("new");
        assertThat(names(folder))
                .containsExactly("results", "results.mergedesk-0123456789abcdef.replaced", "results.mergedesk-0123456789abcdef.replaced-2");
        assertThat(folder.resolve("results.mergedesk-0123456789abcdef.replaced/notes.txt")).hasContent("mine");
        assertThat(names(folder.resolve("results.mergedesk-0123456789abcdef.replaced-2"))).containsExactly("notes.txt");
    }

    /** Another command puts its result there between our two moves, again and again, each with somebody's notes. */
    @Test
    void whoComesBetweenTheMovesIsReplacedToo() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        Files.writeString(target.resolve("notes.txt"), "0");
        int[] times = new int[1];
        ResultFolder asked = ResultFolder.ask(
                Meddling.disk((method, path) -> {
                    if (method.equals("move") && path.toString().endsWith(".writing") && times[0] < 3) {
                        times[0]++;
                        write(target, "quick");
                        Files.writeString(target.resolve("notes.txt"), "" + times[0]);
                    }
                }),
                target,
                ORIGIN,
                List.of());
        List<Path> kept = asked.write(true, files("slow"), "slow", Map.of(), List.of()).kept();

        assertThat(content(target)).isEqualTo("slow");
        assertThat(kept).extracting(path -> Files.readString(path.resolve("notes.txt"))).containsExactly("0", "1", "2", "3");
        assertThat(names(folder)).hasSize(5);
    }

    /** Leftovers that cannot be tidied, here because their lock's name says that a file is ours that is none, are nobody's hindrance. */
    @Test
    void whatCannotBeTidiedIsNotInTheWay() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        Files.writeString(folder.resolve("results.mergedesk-0123456789abcdef.lock"), "");
        Files.createDirectory(folder.resolve("results.mergedesk-0123456789abcdef.writing"));
        Disk refusing = Meddling.disk((method, path) -> {
            if (path.toString().endsWith("0123456789abcdef.writing")) {
                throw new FileSystemException(path.toString(), null, "Operation not permitted");
            }
        });
        ResultFolder.ask(refusing, target, ORIGIN, List.of()).write(true, files("new"), "new", Map.of(), List.of());
        assertThat(content(target)).isEqualTo("new");
        ask(target);
        assertThat(names(folder)).containsExactly("results");
    }

    @Test
    void namesThatEndInDotsAreThoseOfTheFolder() throws IOException {
        Path target = folder.resolve("results");
        Files.createDirectories(folder.resolve("other/deep"));
        for (String name : List.of("results/.", "results/./.", "other/../results/.", "./results", "results/")) {
            ResultFolder.Written written = ask(folder.resolve(name)).write(false, files(name), name, Map.of(), List.of());
            assertThat(Place.of(written.folder())).as(name).isEqualTo(Place.of(folder.resolve("results-incomplete")));
            assertThat(content(folder.resolve("results-incomplete"))).isEqualTo(name);
            write(folder.resolve(name), name);
            assertThat(content(target)).isEqualTo(name);
            assertThat(names(folder)).containsExactly("other", "results", "results-incomplete");
            assertThat(names(target)).containsExactly("a.txt", "b.txt", "manifest.json");
        }
        Files.createDirectories(folder.resolve("there"));
        assertThat(Place.of(ask(folder.resolve("there/deep/..")).write(false, files("x"), "x", Map.of(), List.of()).folder()))
                .isEqualTo(Place.of(folder.resolve("there-incomplete")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
    void keepsWhoMayReadIt() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        for (String mode : List.of("rwx------", "rwxrwxr-x", "r-xr-x---")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            write(target, "new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo(mode.replace("r-xr", "rwxr"));
        }
        assertThat(names(folder)).containsExactly("results");
    }

    /** To look whether it can be replaced, nobody takes a result away. */
    @Test
    void theQuestionLeavesTheOlderResultInItsPlace() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        FragileDisk disk = FragileDisk.sound();
        ResultFolder.ask(disk, target, ORIGIN, List.of());
        assertThat(disk.log()).hasSizeGreaterThan(5).noneMatch(change -> change.kind() == FragileDisk.Change.Kind.MOVE);
        assertThat(content(target)).isEqualTo("old");
        assertThat(names(folder)).containsExactly("results");
    }

    /** As with a folder that another file system is mounted on. */
    @Test
    void aFolderThatCannotBeMovedIsRefused() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        Disk mounted = Meddling.disk((method, path) -> {
            if (method.equals("requireMovable")) {
                throw new FileSystemException(path.toString(), null, "Device or resource busy");
            }
        });
        assertThatThrownBy(() -> ResultFolder.ask(mounted, target, ORIGIN, List.of()))
                .hasMessageContaining("cannot be moved, as results need to replace an older one (Device or resource busy); name a folder in it");
        assertThat(names(folder)).containsExactly("results");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Path target = Files.createDirectory(folder.resolve("results"));
        write(target, "new");
        assertThat(content(target)).isEqualTo("new");
    }

    @Test
    void nothingStaysOfTheQuestion() throws IOException {
        ask(folder.resolve("a/b/results"));
        assertThat(names(folder)).isEmpty();
        write(folder.resolve("results"), "old");
        ask(folder.resolve("results"));
        assertThat(content(folder.resolve("results"))).isEqualTo("old");
        assertThat(names(folder)).containsExactly("results");
    }

    @Test
    void anIncompleteResultGoesAsideUnderANameThatSaysSo() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        ResultFolder.Written written = ask(target).write(false, files("part"), "part", Map.of(), List.of());
        assertThat(written.folder()).isEqualTo(folder.resolve("results-incomplete"));
        assertThat(content(written.folder())).isEqualTo("part");
        assertThat(content(target)).isEqualTo("old");
        ask(target).write(false, files("more"), "more", Map.of(), List.of());
        assertThat(content(written.folder())).isEqualTo("more");
        assertThat(names(folder)).containsExactly("results", "results-incomplete");
    }

    @Test
    void anotherScenariosResultIsNotReplaced() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        for (Origin other : List.of(
                Origin.study(Path.of("other/desk.yaml"), List.of()),
                Origin.study(Path.of("desk.yaml"), List.of("desks.one.lines=40")),
                Origin.comparison(List.of(Path.of("desk.yaml"), Path.of("b.yaml")), List.of(), List.of()),
                Origin.answer(Path.of("desk.yaml"), List.of(), "groups.a.staffing", "answer_rate >= 90 %"))) {
            assertThatThrownBy(() -> ResultFolder.ask(target, other, List.of()))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("results: holds another result, of run "
                            + Path.of("desk.yaml").toAbsolutePath())
                    .hasMessageContaining("--out");
        }
        assertThat(content(target)).isEqualTo("old");
        assertThat(Origin.study(Path.of("x/../desk.yaml"), List.of("a.b = 3 / min")))
                .isEqualTo(Origin.study(Path.of("desk.yaml"), List.of("a.b=3/min")));
    }

    @Test
    void aProjectMayBeMovedWithItsResults() throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        Path scenario = Files.writeString(project.resolve("desk.yaml"), "name: A desk");
        ResultFolder.ask(project.resolve("out/results"), Origin.study(scenario, List.of()), List.of())
                .write(true, files("old"), "old", Map.of(), List.of());
        assertThat(Files.readString(project.resolve("out/results/manifest.json"))).contains("\"../desk.yaml\"");

        Path moved = Files.move(project, folder.resolve("moved"));
        Origin origin = Origin.study(moved.resolve("desk.yaml"), List.of());
        ResultFolder.ask(moved.resolve("out/results"), origin, List.of())
                .write(true, files("new"), "new", Map.of(), List.of());

        assertThat(content(moved.resolve("out/results"))).isEqualTo("new");
        assertThat(names(moved.resolve("out"))).containsExactly("results");
    }

    @Test
    void aResultThatDoesNotSayWhatItIsOfIsNotReplaced() throws IOException {
        Path target = Files.createDirectory(folder.resolve("results"));
        Files.writeString(target.resolve("manifest.json"), "{\"kind\": \"mergedesk-study\", \"files\": {}}");
        assertThatThrownBy(() -> ask(target)).hasMessageContaining("holds another result, of an older version");
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Path target = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(target.resolve("chapter1.txt"), "ten years of work");
        assertThatThrownBy(() -> write(target, "new"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("thesis")
                .hasMessageContaining("not a result of Mergedesk; nothing was written")
                .hasMessageContaining("--out");
        Files.writeString(target.resolve("manifest.json"), "{\"kind\": \"web-app\"}");
        assertThatThrownBy(() -> ask(target)).hasMessageContaining("not a result of Mergedesk");
        Files.writeString(target.resolve("manifest.json"), "no JSON");
        assertThatThrownBy(() -> ask(target)).hasMessageContaining("not a result of Mergedesk");
        assertThat(names(target)).containsExactly("chapter1.txt", "manifest.json");
        assertThat(names(folder)).containsExactly("thesis");
    }

    @Test
    void refusesAFileTheRootAndTheFolderOneIsIn() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "text");
        assertThatThrownBy(() -> ask(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> ask(file.resolve("deep/er"))).hasMessageContaining("results is a file, not a folder");
        assertThatThrownBy(() -> ask(folder.getRoot())).hasMessageContaining("a folder of their own");
        for (String here : List.of("", ".", "..", "src/..")) {
            assertThatThrownBy(() -> ask(Path.of(here)))
                    .hasMessageContaining("is the folder you are in, or one above it");
        }
    }

    @Test
    void refusesAFolderThatHoldsTheScenario() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        Path scenario = Files.writeString(target.resolve("desk.yaml"), "name: mine");
        assertThatThrownBy(() -> ResultFolder.ask(target, ORIGIN, List.of(scenario)))
                .hasMessageContaining("holds " + scenario + ", which is read");
        assertThat(scenario).exists();
    }

    @Test
    void refusesANameThatTheDiskDoesNotTake() throws IOException {
        assertThatThrownBy(() -> ask(folder.resolve("a/" + "x".repeat(240)))).isInstanceOf(FileSystemException.class);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
    void aLinkStaysALinkAndLeadsSomewhere() throws IOException {
        Path real = Files.createDirectories(folder.resolve("disk/results"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(content(real)).isEqualTo("new");
        assertThat(names(folder)).containsExactly("disk", "link");
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> ask(dangling)).hasMessageContaining("is a link that leads nowhere");
    }

    @Test
    void aManifestCannotMakeUsDeleteFilesElsewhere() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "keep");
        Path target = folder.resolve("results");
        write(target, "old");
        Path manifest = target.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"a.txt\"", "\"../precious.txt\"")
                        .replace(
                                "\"b.txt\"",
                                "\"" + precious.toAbsolutePath().toString().replace("\\", "\\\\") + "\""));
        assertThat(write(target, "new")).isNotEmpty();
        assertThat(precious).hasContent("keep");
    }

    @Test
    void aLivingRunIsNotTidiedAway() throws IOException {
        Path target = folder.resolve("results");
        ResultFolder slow = ResultFolder.ask(overtaking(target), target, ORIGIN, List.of());
        slow.write(true, files("slow"), "slow", Map.of(), List.of());
        assertThat(content(target)).isEqualTo("slow");
        assertThat(names(folder)).containsExactly("results");
    }

    /** A disk on which a quicker command takes the name each time somebody is about to force a manifest. */
    private static Disk overtaking(Path target) {
        return Meddling.disk((method, path) -> {
            if (method.equals("force") && path.endsWith("manifest.json")) {
                write(target, "quick");
                assertThat(content(target)).isEqualTo("quick");
            }
        });
    }

    /** The last move is the one that gives the new result its name. */
    @Test
    void aResultThatCannotTakeItsNameLeavesWhatWasThere() throws IOException {
        for (String before : List.of("", "old")) {
            Path target = folder.resolve("results" + before);
            if (!before.isEmpty()) {
                write(target, before);
            }
            Disk refusing = Meddling.disk((method, path) -> {
                if (method.equals("move") && path.toString().endsWith(".writing")) {
                    throw new FileSystemException(path.toString(), null, "Input/output error");
                }
            });
            ResultFolder asked = ResultFolder.ask(refusing, target, ORIGIN, List.of());
            assertThatThrownBy(() -> asked.write(true, files("new"), "new", Map.of(), List.of()))
                    .hasMessageContaining("results" + before + ": Input/output error");
            assertThat(Files.exists(target)).isEqualTo(!before.isEmpty());
        }
        assertThat(content(folder.resolve("resultsold"))).isEqualTo("old");
        assertThat(names(folder)).containsExactly("resultsold");
    }

    /** For disks that keep no order of what they were told: {@link PowerCut} takes them to keep that of names. */
    @Test
    void nothingIsTakenAwayBeforeWhatReplacesItLasts() throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        FragileDisk disk = FragileDisk.sound();
        ResultFolder asked = ResultFolder.ask(disk, target, ORIGIN, List.of());
        int start = disk.log().size();
        asked.write(true, files("new"), "new", Map.of(), List.of());
        List<String> steps = disk.log().subList(start, disk.log().size()).stream()
                .map(change -> change.kind() + " "
                        + folder.getParent().relativize(change.path()).toString()
                                .replaceFirst("^[^/\\\\]*[/\\\\]?", "")
                                .replaceFirst("results\\.mergedesk-[0-9a-f]*", ""))
                .toList();
        assertThat(steps)
                .containsSubsequence("FORCE .writing/manifest.json", "FORCE .writing", "FORCE ", "MOVE results", "MOVE .writing")
                .containsSubsequence("MOVE .writing", "FORCE ", "MOVE .before", "DELETE .replaced/manifest.json", "DELETE .lock");
        assertThat(steps.indexOf("MOVE results")).isGreaterThan(steps.indexOf("FORCE "));
        assertThat(steps.lastIndexOf("FORCE ")).isBetween(steps.indexOf("MOVE .writing"), steps.indexOf("MOVE .before"));
    }

    @Test
    void onlyOurOwnLeftoversAreDeleted() throws IOException {
        Files.createDirectory(folder.resolve("results.2014.writing"));
        Files.writeString(folder.resolve("results.2014.lock"), "");
        Files.writeString(folder.resolve("results.mergedesk-mine.lock"), "");
        Files.createDirectory(folder.resolve("results.mergedesk-mine.writing"));
        write(folder.resolve("results"), "new");
        assertThat(names(folder))
                .containsExactly(
                        "results",
                        "results.2014.lock",
                        "results.2014.writing",
                        "results.mergedesk-mine.lock",
                        "results.mergedesk-mine.writing");
    }

    private static ResultFolder ask(Path target) throws IOException {
        return ResultFolder.ask(target, ORIGIN, List.of());
    }

    private static List<Path> write(Path target, String content) throws IOException {
        return ask(target)
                .write(true, files(content), content, Map.of(), List.of())
                .kept();
    }

    private static Map<String, byte[]> files(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Map.of("a.txt", bytes, "b.txt", bytes);
    }

    /** What the folder says; fails when it is not whole. */
    private static String content(Path target) throws IOException {
        assertThat(names(target)).contains("a.txt", "b.txt", "manifest.json");
        String a = Files.readString(target.resolve("a.txt"));
        assertThat(Files.readString(target.resolve("b.txt"))).isEqualTo(a);
        assertThat(Files.readString(target.resolve("manifest.json"))).contains("\"name\" : \"" + a + "\"");
        return a;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
