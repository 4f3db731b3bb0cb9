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

    /** Finishes or undoes what dead commands began; what living ones do stays as it is. */
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
                settle(disk, dead, target);
                dead.discard();
            }
        }
    }

    /**
     * Without a target, a command died while it changed the name's owner: the new result takes the name now if it is whole, else what was there
     * before takes it back. Then all else is deleted that nobody misses.
     */
    static void settle(Disk disk, WritingLock dead, Path target) throws IOException {
        if (!exists(target) && OwnFiles.isResult(dead.writing())) {
            disk.move(dead.writing(), target);
        }
        if (exists(dead.before())) {
            disk.move(dead.before(), exists(target) ? dead.replaced() : target);
        }
        OwnFiles.deleteTree(disk, dead.writing());
        OwnFiles.delete(disk, dead.replaced());
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
