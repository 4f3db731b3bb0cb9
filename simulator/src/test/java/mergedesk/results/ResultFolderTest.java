package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mergedesk.report.StudyFixture;
import mergedesk.results.ResultFolder.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultFolderTest {
    @TempDir
    private Path folder;

    /** As if the process ended: no clean-up runs, only the lock is dropped. */
    private static final class Killed extends Error {}

    @Test
    void studyFolderHoldsReportNumbersAndManifest() throws IOException {
        Path target = folder.resolve("deep/results");
        StudyFolder.write(target, StudyFixture.small(), Map.of("report.html", "<p>ü</p>"));
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
        Path kept = write(target, "new").orElseThrow();
        assertThat(content(target)).isEqualTo("new");
        assertThat(names(target)).containsExactly("a.txt", "b.txt", "manifest.json");
        assertThat(names(kept)).containsExactly("notes.txt");
        assertThat(write(target, "newer")).isEmpty();
        assertThat(names(kept)).containsExactly("notes.txt");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Path target = Files.createDirectory(folder.resolve("results"));
        write(target, "new");
        assertThat(content(target)).isEqualTo("new");
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Path target = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(target.resolve("chapter1.txt"), "ten years of work");
        assertThatThrownBy(() -> write(target, "new"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("thesis")
                .hasMessageContaining("not a result of Mergedesk; nothing was written")
                .hasMessageContaining("--out");
        Files.writeString(target.resolve("manifest.json"), "{\"kind\": \"web-app\"}");
        assertThatThrownBy(() -> ResultFolder.at(target)).isInstanceOf(FileAlreadyExistsException.class);
        Files.writeString(target.resolve("manifest.json"), "no JSON");
        assertThatThrownBy(() -> ResultFolder.at(target)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(names(target)).containsExactly("chapter1.txt", "manifest.json");
        assertThat(names(folder)).containsExactly("thesis");
    }

    @Test
    void refusesAFileAndTheRoot() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "text");
        assertThatThrownBy(() -> ResultFolder.at(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> ResultFolder.at(folder.getRoot())).hasMessageContaining("a folder of their own");
    }

    @Test
    void aManifestCannotMakeUsDeleteFilesElsewhere() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "keep");
        Path target = Files.createDirectory(folder.resolve("results"));
        Files.writeString(
                target.resolve("manifest.json"),
                "{\"kind\": \"mergedesk-study\", \"files\": {\"../precious.txt\": {}, \"" + precious.toAbsolutePath()
                        + "\": {}}}");
        write(target, "new");
        assertThat(precious).hasContent("keep");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void killedAtAnyStepNothingHalfWrittenLooksWhole(Step last) throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        assertThatThrownBy(() -> ResultFolder.at(target, killingAt(last)).replace(files("new"), manifest("new")))
                .isInstanceOf(Killed.class);
        if (Files.exists(target)) {
            assertThat(content(target)).isEqualTo(last.compareTo(Step.PUBLISHED) < 0 ? "old" : "new");
        }
        ResultFolder.at(target);
        assertThat(content(target)).isEqualTo(last.compareTo(Step.OLD_ASIDE) < 0 ? "old" : "new");
        assertThat(names(folder)).containsExactly("results");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FOLDER_MADE", "FILE_WRITTEN", "MANIFEST_WRITTEN", "OLD_ASIDE"})
    void aFailureLeavesTheOlderResultAndNothingElse(Step last) throws IOException {
        Path target = folder.resolve("results");
        write(target, "old");
        ResultFolder failing = ResultFolder.at(target, step -> {
            if (step == last) {
                throw new IllegalStateException("disk full");
            }
        });
        assertThatThrownBy(() -> failing.replace(files("new"), manifest("new"))).hasMessage("disk full");
        assertThat(content(target)).isEqualTo("old");
        ResultFolder.at(target);
        assertThat(names(folder)).containsExactly("results");
    }

    @Test
    void aLivingRunIsNotTidiedAway() throws IOException {
        Path target = folder.resolve("results");
        ResultFolder slow = ResultFolder.at(target, step -> {
            if (step == Step.MANIFEST_WRITTEN) {
                overtake(target);
            }
        });
        slow.replace(files("slow"), manifest("slow"));
        assertThat(content(target)).isEqualTo("slow");
        assertThat(names(folder)).containsExactly("results");
    }

    @Test
    void onlyOurOwnLeftoversAreDeleted() throws IOException {
        Files.createDirectory(folder.resolve("results.2014.writing"));
        Files.writeString(folder.resolve("results.mine.lock"), "");
        Files.createDirectory(folder.resolve("results.mine.writing"));
        write(folder.resolve("results"), "new");
        assertThat(names(folder))
                .containsExactly("results", "results.2014.writing", "results.mine.lock", "results.mine.writing");
    }

    private static void overtake(Path target) {
        try {
            write(target, "quick");
            assertThat(content(target)).isEqualTo("quick");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ResultFolder.Witness killingAt(Step last) {
        return step -> {
            if (step == last) {
                throw new Killed();
            }
        };
    }

    private static Optional<Path> write(Path target, String content) throws IOException {
        return ResultFolder.at(target).replace(files(content), manifest(content));
    }

    private static Map<String, byte[]> files(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Map.of("a.txt", bytes, "b.txt", bytes);
    }

    private static ResultManifest manifest(String content) {
        return ResultManifest.of(ResultManifest.STUDY, content, Map.of(), List.of(), files(content));
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
