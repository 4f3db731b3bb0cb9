package mergedesk.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of results that is replaced as a whole or not at all.
 *
 * <p>New files are written into a sibling, {@code name.ID.writing}, and forced to disk, manifest.json last. Then an
 * older result moves aside to {@code name.ID.replaced}, the sibling takes the name, and the older result is deleted.
 * Whatever moment a run is killed at, the target is the older result, the new one, or (between the two moves) absent
 * with both beside it: the next run finishes or undoes what it finds (see {@link Leftovers}).
 *
 * <p>Of a replaced result only the files that its manifest lists are deleted. Anything else that somebody put there
 * stays in {@code name.ID.replaced}. A target that is not a result of Mergedesk is never touched.
 */
public final class ResultFolder {
    /** Moments between which a run may be killed. */
    enum Step {
        FOLDER_MADE,
        FILE_WRITTEN,
        MANIFEST_WRITTEN,
        OLD_ASIDE,
        PUBLISHED,
        OLD_DELETED
    }

    /** Told of each step as it is reached; for tests. */
    interface Witness {
        void reached(Step step);
    }

    /** How often the name may be taken by another run that finishes at the same time. */
    private static final int ATTEMPTS = 20;

    private final Path target;
    private final Path parent;
    private final Witness witness;

    private ResultFolder(Path target, Path parent, Witness witness) {
        this.target = target;
        this.parent = parent;
        this.witness = witness;
    }

    /**
     * The result folder of this name. Tidies up after runs that were killed.
     *
     * <p>Call it before a long run as well: it finds out whether the folder may be written at all.
     *
     * @param target a folder that is absent, empty, or an older result
     * @throws FileAlreadyExistsException when there is something else at the target
     * @throws IOException when the disk says no
     */
    public static ResultFolder at(Path target) throws IOException {
        return at(target, step -> {});
    }

    static ResultFolder at(Path target, Witness witness) throws IOException {
        Path place = Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(place.toString(), null, "results need a folder of their own");
        }
        Files.createDirectories(parent);
        Leftovers.tidy(place);
        requireReplaceable(place);
        return new ResultFolder(place, parent, witness);
    }

    /**
     * Makes these files the content of the folder.
     *
     * @return the folder that keeps what else lay in the replaced result; empty when there was nothing
     * @throws IOException when writing fails; the target is then as before
     */
    Optional<Path> replace(Map<String, byte[]> files, ResultManifest manifest) throws IOException {
        try (WritingLock lock = WritingLock.take(target)) {
            Path writing = lock.writing();
            Path replaced = lock.replaced();
            try {
                write(writing, files, manifest);
                publish(writing, replaced);
            } catch (IOException | RuntimeException failure) {
                undo(writing, replaced, failure);
                throw failure;
            }
            witness.reached(Step.PUBLISHED);
            OwnFiles.delete(replaced);
            witness.reached(Step.OLD_DELETED);
            lock.discard();
            return Files.exists(replaced) ? Optional.of(replaced) : Optional.empty();
        }
    }

    private void write(Path writing, Map<String, byte[]> files, ResultManifest manifest) throws IOException {
        Files.createDirectory(writing);
        witness.reached(Step.FOLDER_MADE);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            writeForced(writing.resolve(file.getKey()), file.getValue());
            witness.reached(Step.FILE_WRITTEN);
        }
        forceFolder(writing);
        writeForced(writing.resolve(ResultManifest.FILE_NAME), manifest.json());
        forceFolder(writing);
        witness.reached(Step.MANIFEST_WRITTEN);
    }

    private void publish(Path writing, Path replaced) throws IOException {
        for (int attempt = 1; ; attempt++) {
            requireReplaceable(target);
            if (OwnFiles.isResult(target)) {
                OwnFiles.delete(replaced);
                Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(target);
            }
            witness.reached(Step.OLD_ASIDE);
            try {
                Files.move(writing, target, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(parent);
                return;
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private void undo(Path writing, Path replaced, Exception failure) {
        try {
            if (Files.exists(replaced) && !Files.exists(target)) {
                Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            }
            OwnFiles.deleteTree(writing);
        } catch (IOException again) {
            failure.addSuppressed(again);
        }
    }

    private static void requireReplaceable(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is a file; name a folder for the results with --out");
        }
        if (!OwnFiles.isEmpty(target) && !OwnFiles.isResult(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(),
                    null,
                    "holds files that are not a result of Mergedesk; nothing was written."
                            + " Name another folder with --out, or move those files away");
        }
    }

    private static void writeForced(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the names in a folder last through a power cut. Windows does not let folders be opened for that. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOffered) {
            // The move stays atomic without it.
        }
    }
}
