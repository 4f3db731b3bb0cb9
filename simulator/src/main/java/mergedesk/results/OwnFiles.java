package mergedesk.results;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What in a folder is ours to delete: the files that its manifest lists. */
final class OwnFiles {
    private static final long LARGEST_MANIFEST = 64 << 20; // a thousand times ours: no other file is read into memory

    private OwnFiles() {}

    /** The manifest of a folder that is a whole result of Mergedesk; empty for any other folder or file. */
    static Optional<ResultManifest.Listed> manifest(Path folder) throws IOException {
        Path file = folder.resolve(ResultManifest.FILE_NAME);
        return Files.isRegularFile(file) && Files.size(file) <= LARGEST_MANIFEST
                ? ResultManifest.read(Files.readAllBytes(file))
                : Optional.empty();
    }

    static boolean isResult(Path folder) throws IOException {
        return manifest(folder).isPresent();
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
    static void delete(Disk disk, Path folder) throws IOException {
        for (String name : manifest(folder).map(ResultManifest.Listed::files).orElse(List.of())) {
            if (isFileIn(folder, name)) {
                disk.delete(folder.resolve(name));
            }
        }
        if (Files.isDirectory(folder) && isEmpty(folder)) {
            disk.delete(folder);
        }
    }

    /** Whether a manifest may name it: a file right in the folder. */
    private static boolean isFileIn(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            return folder.equals(file.normalize().getParent()) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    /** Deletes a file, or a folder that only we can have filled. */
    static void deleteTree(Disk disk, Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(top)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            disk.delete(path);
        }
    }

    /** Deletes folders that are empty, innermost first, and leaves those that are not. */
    static void deleteEmpty(Disk disk, List<Path> outermostFirst) throws IOException {
        for (int i = outermostFirst.size() - 1; i >= 0; i--) {
            try {
                disk.delete(outermostFirst.get(i));
            } catch (DirectoryNotEmptyException used) {
                return;
            }
        }
    }
}
