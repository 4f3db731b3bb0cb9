package mergedesk.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that a run is alive: a locked file {@code name.ID.lock} beside its {@code name.ID.writing} folder.
 *
 * <p>The operating system drops the lock when a process ends, however it ends, so a lock that can be had belongs to a
 * dead run. A process number would not do: numbers are used again, and mean nothing on a shared disk.
 */
final class WritingLock implements AutoCloseable {
    static final String SUFFIX = ".lock";
    static final String WRITING = ".writing";
    static final String REPLACED = ".replaced";

    private final Path file;
    private final FileChannel channel;

    private WritingLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A lock with a new ID. */
    static WritingLock take(Path target) throws IOException {
        while (true) {
            Path file = Files.createTempFile(target.getParent(), target.getFileName() + ".", SUFFIX);
            // Another run may take the file for a left-over before it is locked, and delete it: then make another.
            Optional<WritingLock> lock = of(file);
            if (lock.isPresent()) {
                return lock.get();
            }
        }
    }

    /** The lock on an existing file, if no living run holds it. */
    static Optional<WritingLock> of(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
        boolean held = false;
        try {
            FileLock lock = channel.tryLock();
            held = lock != null && Files.exists(file);
        } catch (OverlappingFileLockException inThisProcess) {
            held = false;
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(new WritingLock(file, channel)) : Optional.empty();
    }

    Path writing() {
        return sibling(WRITING);
    }

    Path replaced() {
        return sibling(REPLACED);
    }

    private Path sibling(String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + suffix);
    }

    /** Deletes the file; nothing of this ID is left to be tidied. */
    void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
