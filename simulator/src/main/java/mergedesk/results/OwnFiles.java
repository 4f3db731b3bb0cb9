package mergedesk.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What in a folder is ours to delete: the files that its manifest lists. */
final class OwnFiles {
    private OwnFiles() {}

    /** Whether the folder is a whole result of Mergedesk. */
    static boolean isResult(Path folder) throws IOException {
        return listed(folder).isPresent();
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            return !content.iterator().hasNext();
        }
    }

    /**
     * Deletes a result: the files of its manifest, the manifest last, then the folder if nothing else is in it.
     *
     * <p>Files that no manifest of ours lists are left alone. Killed half-way, it can be called again.
     */
    static void delete(Path folder) throws IOException {
        for (String name : listed(folder).orElse(List.of())) {
            Path file = folder.resolve(name).normalize();
            if (folder.equals(file.getParent())) {
                Files.deleteIfExists(file);
            }
        }
        if (Files.isDirectory(folder) && isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    /** Deletes a folder that only we can have filled. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    private static Optional<List<String>> listed(Path folder) throws IOException {
        try {
            return ResultManifest.filesListedBy(Files.readAllBytes(folder.resolve(ResultManifest.FILE_NAME)));
        } catch (NoSuchFileException noManifest) {
            return Optional.empty();
        }
    }
}
