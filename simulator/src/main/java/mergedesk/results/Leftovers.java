package mergedesk.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What commands left beside their target when they were killed. */
final class Leftovers {
    private Leftovers() {}

    /** Finishes or undoes what dead commands began; what living ones do stays as it is, and so does what the disk does not let us tidy. */
    static void tidy(Disk disk, Path target) throws IOException {
        if (!Files.isDirectory(target.getParent())) {
            return;
        }
        for (Path file : lockFiles(target)) {
            Optional<WritingLock> lock = WritingLock.of(disk, file);
            if (lock.isEmpty()) {
                continue;
            }
            try (WritingLock dead = lock.get()) {
                if (settle(disk, dead, target)) {
                    dead.discard();
                }
            } catch (IOException later) {
                continue; // nobody's work waits for that: whether the target can be written is tried next
            }
        }
    }

    /**
     * Without a target, a command died while it changed the name's owner: the new result takes the name now if it is whole, else what was there
     * before takes it back. Then all else is deleted that nobody misses. Where somebody else took the name in between, what was there before, and a new
     * result that is whole, stay beside it until the name is free.
     *
     * @return whether nothing had to stay
     */
    static boolean settle(Disk disk, WritingLock dead, Path target) throws IOException {
        if (!exists(target) && OwnFiles.isResult(dead.writing())) {
            disk.move(dead.writing(), target);
        }
        if (exists(dead.before()) && !exists(target)) {
            disk.move(dead.before(), target);
        }
        if (exists(dead.before()) && !takesThePlace(target, dead.before())) {
            return false;
        }
        if (exists(dead.before())) {
            disk.move(dead.before(), dead.freeReplaced());
        }
        OwnFiles.deleteTree(disk, dead.writing());
        for (Path replaced : dead.replaced()) {
            OwnFiles.delete(disk, replaced);
        }
        return true;
    }

    /** Whether the target is a whole result of the scenario that the older one is of; an empty folder has nothing to lose. */
    private static boolean takesThePlace(Path target, Path older) throws IOException {
        Optional<ResultManifest.Listed> before = OwnFiles.manifest(older);
        Optional<ResultManifest.Listed> now = OwnFiles.manifest(target);
        return before.isEmpty()
                ? Files.isDirectory(older, LinkOption.NOFOLLOW_LINKS) && OwnFiles.isEmpty(older)
                : now.isPresent() && now.get().origin().equals(before.get().origin());
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> lockFiles(Path target) throws IOException {
        Pattern ours = WritingLock.names(target);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(target.getParent())) {
            for (Path sibling : siblings) {
                if (ours.matcher(sibling.getFileName().toString()).matches()) {
                    files.add(sibling);
                }
            }
        }
        files.sort(null);
        return files;
    }
}
