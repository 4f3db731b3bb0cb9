package mergedesk.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One folder that is replaced as a whole or not at all.
 *
 * <p>New files are written into a sibling, {@code NAME.mergedesk-ID.writing}, and forced to disk, manifest.json last. Then an
 * older result moves aside to {@code ….before}, the sibling takes the name, and the older result becomes {@code ….replaced} and is deleted.
 * Whatever moment a command is killed at, the target is the older result, the new one, or (between the two moves) absent
 * with both beside it: the next command finishes or undoes what it finds (see {@link Leftovers}).
 *
 * <p>Of a replaced result only the files that its manifest lists are deleted. Anything else that somebody put there
 * stays in {@code ….replaced}. A target that is not a result of the same origin is never touched.
 */
final class WholeFolder {
    /** How often the name may be taken by another command that finishes at the same time. */
    private static final int ATTEMPTS = 20;

    private static final int PROBE_BYTES = 4096;

    private final Disk disk;
    private final Path place;
    private final Origin origin;

    /** {@code place}: absolute and without links, see {@link Place}; {@code origin}: as seen from the folder above it. */
    WholeFolder(Disk disk, Path place, Origin origin) {
        this.disk = disk;
        this.place = place;
        this.origin = origin;
    }

    /** Tidies up, then really does what will be done later, up to the moves, and undoes it. An older result stays in its place at every moment. */
    void rehearse() throws IOException {
        Leftovers.tidy(disk, place);
        requireReplaceable();
        try (WritingLock lock = WritingLock.take(disk, place)) {
            try {
                disk.makeFolder(lock.writing());
                writeForced(lock.writing().resolve("probe"), new byte[PROBE_BYTES]);
                if (Files.exists(place)) {
                    requireMovable(lock);
                }
            } finally {
                undo(lock);
            }
        }
    }

    private void requireMovable(WritingLock lock) throws IOException {
        disk.makeFolder(lock.before());
        try {
            disk.requireMovable(place, lock.before(), lock.writing());
        } catch (NoSuchFileException gone) {
            return; // another command is putting its result there
        } catch (IOException e) {
            throw refusal("cannot be moved, as results need to replace an older one (" + DiskFault.words(e)
                    + "); name a folder in it, or close what uses it");
        } finally {
            disk.delete(lock.before());
        }
    }

    /**
     * Makes these files the content of the folder.
     *
     * @return the folders that keep what else lay in replaced results; empty when there was nothing
     * @throws IOException when writing fails; the folder is then as before
     */
    List<Path> replace(Map<String, byte[]> files, ResultManifest manifest) throws IOException {
        try (WritingLock lock = WritingLock.take(disk, place)) {
            try {
                write(lock, files, manifest);
                publish(lock);
            } catch (IOException | RuntimeException failure) {
                try {
                    undo(lock);
                } catch (IOException again) {
                    failure.addSuppressed(again);
                }
                throw failure;
            }
            return tidied(lock) ? lock.replaced() : List.of();
        }
    }

    private void write(WritingLock lock, Map<String, byte[]> files, ResultManifest manifest) throws IOException {
        Path writing = lock.writing();
        disk.makeFolder(writing);
        if (Files.isDirectory(place)) {
            disk.permit(writing, place);
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            writeForced(writing.resolve(file.getKey()), file.getValue());
        }
        disk.force(writing);
        writeForced(writing.resolve(ResultManifest.FILE_NAME), manifest.json());
        disk.force(writing);
        lock.forceNames();
    }

    private void publish(WritingLock lock) throws IOException {
        for (int attempt = 1; ; attempt++) {
            requireReplaceable();
            if (Files.exists(place)) {
                giveUpBefore(lock); // of an attempt before: another result of this scenario took its place
                disk.move(place, lock.before());
            }
            try {
                disk.move(lock.writing(), place);
                return;
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /** The new result is in place: what was there before can go. When that fails, the next command does it. */
    private boolean tidied(WritingLock lock) {
        try {
            lock.forceNames();
            giveUpBefore(lock);
            lock.discard();
            return true;
        } catch (IOException later) {
            return false;
        }
    }

    private void giveUpBefore(WritingLock lock) throws IOException {
        if (Files.exists(lock.before())) {
            Path replaced = lock.freeReplaced();
            disk.move(lock.before(), replaced);
            OwnFiles.delete(disk, replaced);
        }
    }

    private void undo(WritingLock lock) throws IOException {
        if (Files.exists(lock.before()) && !Files.exists(place)) {
            disk.move(lock.before(), place);
        }
        OwnFiles.deleteTree(disk, lock.writing());
        if (Leftovers.settle(disk, lock, place)) {
            lock.undo();
        }
    }

    private void requireReplaceable() throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw refusal("is a file; name a folder for the results with --out");
        }
        Optional<ResultManifest.Listed> older = OwnFiles.manifest(place);
        if (older.isEmpty() && !OwnFiles.isEmpty(place)) {
            throw refusal("holds files that are not a result of Mergedesk; nothing was written."
                    + " Name another folder with --out, or move those files away");
        }
        if (older.isPresent() && !older.get().origin().equals(Optional.of(origin))) {
            String what = older.get().origin().map(it -> it.text(place.getParent())).orElse("an older version");
            throw refusal("holds another result, of " + what + "; nothing was written."
                    + " Name another folder with --out, or delete that one");
        }
    }

    private FileAlreadyExistsException refusal(String reason) {
        return new FileAlreadyExistsException(place.toString(), null, reason);
    }

    private void writeForced(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = disk.create(file)) {
            out.write(bytes);
        }
        disk.force(file);
    }
}
