package mergedesk.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What runs left beside their target when they were killed. */
final class Leftovers {
    private Leftovers() {}

    /**
     * Finishes or undoes what dead runs began; folders of living runs stay as they are.
     *
     * <p>Without a target, a run died between moving the older result aside and taking its name: the new result takes
     * it now if it is whole, else the older one takes it back. Then what is left of the run is deleted.
     */
    static void tidy(Path target) throws IOException {
        for (Path file : lockFiles(target)) {
            Optional<WritingLock> lock = WritingLock.of(file);
            if (lock.isEmpty()) {
                continue;
            }
            try (WritingLock dead = lock.get()) {
                for (Path whole : List.of(dead.writing(), dead.replaced())) {
                    if (!Files.exists(target) && OwnFiles.isResult(whole)) {
                        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
                OwnFiles.deleteTree(dead.writing());
                OwnFiles.delete(dead.replaced());
                dead.discard();
            }
        }
    }

    /** Only names that we give: the target's, the digits of {@link Files#createTempFile}, our suffix. */
    private static List<Path> lockFiles(Path target) throws IOException {
        Pattern ours = Pattern.compile(
                Pattern.quote(target.getFileName().toString()) + "\\.\\d+" + Pattern.quote(WritingLock.SUFFIX));
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
