package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import mergedesk.results.FragileDisk.Fault;
import mergedesk.results.FragileDisk.Killed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every change of a file is a moment to crash at: whatever a command was doing, its target is what it was or what it should become, never half of it, nothing
 * of others is touched, and the next command works and tidies up.
 */
class CrashTest {
    @TempDir
    Path folder;

    private int roots;
    private NavigableMap<Path, String> template = new TreeMap<>();

    private Path root() throws IOException {
        return Files.createDirectory(folder.resolve("root" + roots++));
    }

    private Path prepared(Story story) throws IOException {
        Path root = root();
        if (template.isEmpty()) {
            story.prepare(root);
            template = PowerCut.read(root);
        } else {
            PowerCut.write(template, root);
        }
        return root;
    }

    /** Undisturbed, to see how many changes there are. */
    private List<FragileDisk.Change> log(Story story, Path root) throws IOException {
        FragileDisk disk = FragileDisk.sound();
        story.act(disk, root, "new");
        assertThat(story.state(root)).isEqualTo(story.after());
        story.requireOthersUntouched(root);
        story.requireTidy(root);
        assertThat(disk.log()).hasSizeGreaterThan(5);
        return disk.log();
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER_RESULT_WITH_NOTES", "QUESTION", "FIRST_TRACE", "OLDER_TRACE", "NEW_SCENARIO"})
    void killedAtAnyChangeTheTargetIsOldOrNew(Story story) throws IOException {
        int changes = log(story, prepared(story)).size();
        for (int last = 1; last <= changes; last++) {
            Path root = prepared(story);
            FragileDisk disk = new FragileDisk(last, Fault.KILLED);
            assertThat(catchThrowable(() -> story.act(disk, root, "new"))).isInstanceOf(Killed.class);
            assertThat(story.state(root)).isIn(story == Story.QUESTION ? "old" : "none", story.before(), story.after());
            story.requireOthersUntouched(root);
            requireRecovery(story, root);
        }
    }

    /** Less may have arrived than after a kill; see {@link PowerCut}. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"OLDER_RESULT", "EMPTY_FOLDER", "QUESTION"})
    void afterAPowerCutAtAnyChangeTheTargetIsOldOrNew(Story story) throws IOException {
        Path root = prepared(story);
        NavigableMap<Path, String> before = PowerCut.read(root);
        for (Map<Path, String> state : PowerCut.states(before, root, log(story, root))) {
            Path after = root();
            PowerCut.write(state, after);
            assertThat(story.state(after)).isIn("none", story.before(), story.after());
            story.requireOthersUntouched(after);
            requireRecovery(story, after);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDER_RESULT_WITH_NOTES", "OLDER_TRACE", "NEW_SCENARIO"})
    void whenTheDiskIsFullFromAnyChangeOnTheTargetIsAsBefore(Story story) throws IOException {
        requireAsBefore(story, Fault.FULL);
    }

    /** By day the stories that tell most; also, one change only is refused, so that a command can undo the others. */
    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void everyStoryWithEveryFault(Story story) throws IOException {
        killedAtAnyChangeTheTargetIsOldOrNew(story);
        afterAPowerCutAtAnyChangeTheTargetIsOldOrNew(story);
        requireAsBefore(story, Fault.FULL);
        requireAsBefore(story, Fault.REFUSED);
    }

    private void requireAsBefore(Story story, Fault fault) throws IOException {
        int changes = log(story, prepared(story)).size();
        for (int last = 1; last <= changes; last++) {
            Path root = prepared(story);
            FragileDisk disk = new FragileDisk(last, fault);
            Throwable told = catchThrowable(() -> story.act(disk, root, "new"));
            if (told == null) {
                assertThat(story.state(root)).isEqualTo(story.after());
            } else {
                assertThat(told)
                        .isInstanceOf(FileSystemException.class)
                        .hasMessageContaining("No space left on device");
                assertThat(((FileSystemException) told).getFile()).doesNotContain(".mergedesk-");
                // A disk that refuses everything refuses to undo, too: the next command does.
                assertThat(story.state(root)).isIn(fault == Fault.FULL ? "none" : story.before(), story.before());
            }
            story.requireOthersUntouched(root);
            requireRecovery(story, root);
        }
    }

    /** The next command of the same kind works, and tidies up. */
    private static void requireRecovery(Story story, Path root) throws IOException {
        story.ask(root);
        String found = story.state(root);
        Throwable refused = catchThrowable(() -> story.act(FragileDisk.sound(), root, "newer"));
        if (story == Story.NEW_SCENARIO && found.equals("new")) {
            assertThat(refused).hasMessageContaining("is there already");
            assertThat(story.state(root)).isEqualTo("new");
        } else {
            assertThat(refused).isNull();
            assertThat(found).isIn(story.before(), story.after());
            assertThat(story.state(root)).isEqualTo(story == Story.QUESTION ? "old" : "newer");
        }
        story.requireOthersUntouched(root);
        story.requireTidy(root);
    }
}
