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
import mergedesk.results.FragileDisk.Fault;
import mergedesk.results.FragileDisk.Killed;
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

    private Path root() throws IOException {
        return Files.createDirectory(folder.resolve("root" + roots++));
    }

    private Path prepared(Story story) throws IOException {
        Path root = root();
        story.prepare(root);
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
    @EnumSource
    void killedAtAnyChangeTheTargetIsOldOrNew(Story story) throws IOException {
        int changes = log(story, prepared(story)).size();
        for (int last = 1; last <= changes; last++) {
            Path root = prepared(story);
            FragileDisk disk = new FragileDisk(last, Fault.KILLED);
            assertThat(catchThrowable(() -> story.act(disk, root, "new"))).isInstanceOf(Killed.class);
            assertThat(story.state(root)).isIn("none", story.before(), story.after());
            story.requireOthersUntouched(root);
            requireRecovery(story, root);
        }
    }

    /** Less may have arrived than after a kill; see {@link PowerCut}. */
    @ParameterizedTest
    @EnumSource
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

    /** The disk is full from one change on, or refuses this one only. */
    @ParameterizedTest
    @EnumSource
    void whenAnyChangeIsRefusedTheTargetIsAsBefore(Story story) throws IOException {
        int changes = log(story, prepared(story)).size();
        for (Fault fault : List.of(Fault.FULL, Fault.REFUSED)) {
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
                    assertThat(story.state(root)).isIn(fault == Fault.FULL ? "none" : story.before(), story.before());
                }
                story.requireOthersUntouched(root);
                requireRecovery(story, root);
            }
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
