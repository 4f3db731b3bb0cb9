package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a command does to files, and what was there before; each in a folder of its own, beside files of other people. */
enum Story {
    /** A result where there was nothing, not even the folder above. */
    FIRST_RESULT("none", "deep/results"),
    /** A result in place of an older one. */
    OLDER_RESULT("old", "results"),
    /** The same, with somebody's notes in the older one. */
    OLDER_RESULT_WITH_NOTES("old", "results"),
    /** A result in place of an empty folder. */
    EMPTY_FOLDER("none", "results"),
    /** A result that is not complete, beside a complete one. */
    INCOMPLETE_RESULT("old", "results-incomplete"),
    /** The question whether a result can be written, and no result. */
    QUESTION("old", "results"),
    /** A trace where there was none. */
    FIRST_TRACE("none", "traces/trace.csv"),
    /** A trace in place of an older one. */
    OLDER_TRACE("old", "trace.csv"),
    /** A file that must not replace any. */
    NEW_SCENARIO("none", "first.yaml");

    static final String HEADING = "tick,class";

    private static final Origin ORIGIN = new Origin("mergedesk-study", List.of("/desk.yaml"), List.of());
    private static final List<String> FILES = List.of("a.txt", "b.txt");
    private static final List<String> FOREIGN = List.of(
            "desk.yaml",
            "first.yaml.part",
            "results.2014.lock",
            "results.mergedesk-2014.lock",
            "results.replaced",
            "trace.csv.part");

    private final String before;
    private final String target;

    Story(String before, String target) {
        this.before = before;
        this.target = target;
    }

    /** The state before: old or none. */
    String before() {
        return before;
    }

    /** The state after a command that nothing disturbed. */
    String after() {
        return this == QUESTION ? "old" : "new";
    }

    void prepare(Path root) throws IOException {
        for (String name : FOREIGN) {
            Files.writeString(root.resolve(name), "of others");
        }
        switch (this) {
            case EMPTY_FOLDER -> Files.createDirectory(root.resolve(target));
            case OLDER_TRACE -> Files.writeString(root.resolve(target), text("old"));
            default -> {
                if (before.equals("old")) {
                    writeResult(FragileDisk.sound(), root.resolve("results"), "old", true);
                    writeResult(FragileDisk.sound(), root.resolve("results"), "old", false);
                }
            }
        }
        if (this == OLDER_RESULT_WITH_NOTES) {
            Files.writeString(root.resolve(target).resolve("notes.txt"), "of others");
        }
    }

    /** What the command does; {@code content}: what it writes. */
    void act(Disk disk, Path root, String content) throws IOException {
        Path path = root.resolve(target);
        switch (this) {
            case QUESTION -> ResultFolder.ask(disk, path, ORIGIN, List.of());
            case INCOMPLETE_RESULT -> writeResult(disk, root.resolve("results"), content, false);
            case FIRST_TRACE, OLDER_TRACE -> writeFile(disk, path, Optional.of(HEADING), content);
            case NEW_SCENARIO -> writeFile(disk, path, Optional.empty(), content);
            default -> writeResult(disk, path, content, true);
        }
    }

    /** Asks as the next command would before it works: that tidies up. */
    void ask(Path root) throws IOException {
        switch (this) {
            case INCOMPLETE_RESULT -> ResultFolder.ask(FragileDisk.sound(), root.resolve("results"), ORIGIN, List.of());
            case FIRST_TRACE, OLDER_TRACE ->
                OutputFile.ask(FragileDisk.sound(), root.resolve(target), Optional.of(HEADING));
            case NEW_SCENARIO -> {}
            default -> ResultFolder.ask(FragileDisk.sound(), root.resolve(target), ORIGIN, List.of());
        }
    }

    private static void writeFile(Disk disk, Path path, Optional<String> firstLine, String content) throws IOException {
        OutputFile.ask(disk, path, firstLine)
                .write(out -> out.write(text(content).getBytes(StandardCharsets.UTF_8)));
    }

    private static void writeResult(Disk disk, Path path, String content, boolean complete) throws IOException {
        byte[] bytes = text(content).getBytes(StandardCharsets.UTF_8);
        ResultFolder.ask(disk, path, ORIGIN, List.of())
                .write(complete, Map.of("a.txt", bytes, "b.txt", bytes), content, Map.of(), List.of());
    }

    private static String text(String content) {
        return HEADING + "\n" + content + "\n";
    }

    /** What the target holds: none, or all of old, new or newer. Fails when it is anything in between. */
    String state(Path root) throws IOException {
        Path path = root.resolve(target);
        if (!Files.exists(path) || Files.isDirectory(path) && OwnFiles.isEmpty(path)) {
            return "none";
        }
        List<Path> files =
                Files.isDirectory(path) ? FILES.stream().map(path::resolve).toList() : List.of(path);
        List<String> states = new ArrayList<>();
        for (Path file : files) {
            states.add(Files.readString(file).replace(HEADING + "\n", "").strip());
            assertThat(file).hasContent(text(states.get(0)));
        }
        if (Files.isDirectory(path)) {
            String manifest = Files.readString(path.resolve(ResultManifest.FILE_NAME));
            assertThat(manifest).contains("\"name\" : \"" + states.get(0) + "\"");
            assertThat(names(path).stream().filter(name -> !name.equals("notes.txt")))
                    .containsExactly("a.txt", "b.txt", "manifest.json");
        }
        return states.get(0);
    }

    /** What must be so at any moment: nothing of others is touched. */
    void requireOthersUntouched(Path root) throws IOException {
        for (String name : FOREIGN) {
            assertThat(root.resolve(name)).hasContent("of others");
        }
        if (this == OLDER_RESULT_WITH_NOTES) {
            try (Stream<Path> all = Files.walk(root)) {
                List<Path> notes =
                        all.filter(path -> path.endsWith("notes.txt")).toList();
                assertThat(notes).hasSize(1);
                assertThat(notes.get(0)).hasContent("of others");
            }
        }
    }

    /** What must be so when no command is at work and none was killed since the last: no left-over of ours. */
    void requireTidy(Path root) throws IOException {
        assertThat(names(root).stream().filter(name -> !name.endsWith(".replaced")))
                .isSubsetOf(Stream.concat(
                                FOREIGN.stream(),
                                Stream.of("deep", "results", "results-incomplete", "traces", "trace.csv", "first.yaml"))
                        .toList());
        assertThat(names(root).stream().filter(name -> name.endsWith(".replaced")))
                .hasSize(
                        this == OLDER_RESULT_WITH_NOTES
                                        && !Files.exists(root.resolve(target).resolve("notes.txt"))
                                ? 2
                                : 1);
        if (this == INCOMPLETE_RESULT) {
            assertThat(OLDER_RESULT.state(root)).as("the complete result").isEqualTo("old");
        }
        Path above = root.resolve(target).getParent();
        if (!above.equals(root) && Files.exists(above)) {
            assertThat(names(above)).isSubsetOf(List.of("results", "trace.csv"));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
