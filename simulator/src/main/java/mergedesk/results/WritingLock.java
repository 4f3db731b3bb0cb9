package mergedesk.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Room beside a target in which a command writes, and the sign that it is alive: a locked file {@code NAME.mergedesk-ID.lock}.
 *
 * <p>The operating system drops the lock when a process ends, however it ends, so a lock that can be had belongs to a
 * dead command. A process number would not do: numbers are used again, and mean nothing on a shared disk.
 *
 * <p>Locks are the process's, not the channel's: to open and close a file that is locked through another channel would drop the lock (POSIX). So this process
 * remembers which files it holds, and does not open them again.
 */
final class WritingLock implements AutoCloseable {
    private static final String MARK = ".mergedesk-";
    private static final String LOCK = ".lock";
    private static final SecureRandom IDS = new SecureRandom();
    /** How often others may take a folder away, empty, in which we are about to write. */
    private static final int ATTEMPTS = 100;

    /** Lock files that this process holds, or is about to try. */
    private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Disk disk;
    private final Path file;
    private final FileChannel channel;
    private final List<Path> foldersMade;

    private WritingLock(Disk disk, Path file, FileChannel channel, List<Path> foldersMade) {
        this.disk = disk;
        this.file = file;
        this.channel = channel;
        this.foldersMade = foldersMade;
    }

    /** A lock with a new ID, in a folder that is made if it is missing. When this fails, no new folder stays. */
    static WritingLock take(Disk disk, Path target) throws IOException {
        List<Path> made = new ArrayList<>();
        try {
            for (int attempt = 1; ; attempt++) {
                // Another command may take the lock for a left-over before it is held, or the folder for one of its
                // own.
                try {
                    makeFolders(disk, target.getParent(), made);
                    String id = HexFormat.of().toHexDigits(IDS.nextLong());
                    Path file = target.resolveSibling(target.getFileName() + MARK + id + LOCK);
                    disk.create(file).close();
                    Optional<WritingLock> lock = of(disk, file, made);
                    if (lock.isPresent()) {
                        return lock.get();
                    }
                } catch (NoSuchFileException taken) {
                    if (attempt == ATTEMPTS) {
                        throw taken;
                    }
                }
            }
        } catch (IOException failure) {
            try {
                OwnFiles.deleteEmpty(disk, made);
            } catch (IOException again) {
                failure.addSuppressed(again);
            }
            throw failure;
        }
    }

    /** Makes a folder and those above it, as far as they are not there; tells which it made, the highest first. */
    static void makeFolders(Disk disk, Path folder, List<Path> made) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        makeFolders(disk, folder.getParent(), made);
        try {
            disk.makeFolder(folder);
            made.add(folder);
        } catch (FileAlreadyExistsException byAnother) {
            if (!Files.isDirectory(folder)) {
                throw byAnother;
            }
        }
    }

    /** The lock on an existing file, if no living command holds it. */
    static Optional<WritingLock> of(Disk disk, Path file) throws IOException {
        return of(disk, file, List.of());
    }

    private static Optional<WritingLock> of(Disk disk, Path file, List<Path> foldersMade) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty(); // a pipe would wait for somebody to read, a link may lead to anybody's file
        }
        if (!IN_THIS_PROCESS.add(file)) {
            return Optional.empty();
        }
        Optional<FileChannel> locked = Optional.empty();
        try {
            locked = locked(file);
            return locked.map(channel -> new WritingLock(disk, file, channel, foldersMade));
        } finally {
            if (locked.isEmpty()) {
                IN_THIS_PROCESS.remove(file);
            }
        }
    }

    private static Optional<FileChannel> locked(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException | AccessDeniedException gone) {
            return Optional.empty(); // or somebody else's, in a folder that many write in
        }
        boolean held = false;
        try {
            FileLock lock = channel.tryLock();
            held = lock != null && Files.exists(file);
        } finally {
            if (!held) {
                channel.close();
            }
        }
        return held ? Optional.of(channel) : Optional.empty();
    }

    /** Matches the names of lock files that commands leave beside a target, and no others. */
    static Pattern names(Path target) {
        return Pattern.compile(Pattern.quote(target.getFileName() + MARK) + "[0-9a-f]{16}" + Pattern.quote(LOCK));
    }

    /** What is being written; nobody misses it. */
    Path writing() {
        return sibling(".writing");
    }

    /** What was there before, while its name is given to something else: it may have to go back. */
    Path before() {
        return sibling(".before");
    }

    /** A name that is free, for what was there before and is replaced for good. */
    Path freeReplaced() {
        for (int number = 1; ; number++) {
            Path name = replaced(number);
            if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
                return name;
            }
        }
    }

    /** What was replaced for good, as far as it is still there: others' files in it stay. */
    List<Path> replaced() {
        List<Path> folders = new ArrayList<>();
        for (int number = 1; Files.exists(replaced(number), LinkOption.NOFOLLOW_LINKS); number++) {
            folders.add(replaced(number));
        }
        return folders;
    }

    private Path replaced(int number) {
        return sibling(number == 1 ? ".replaced" : ".replaced-" + number);
    }

    private Path sibling(String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - LOCK.length()) + suffix);
    }

    /** Makes the names in the target's folder, and in the folders made for it, last through a power cut. */
    void forceNames() throws IOException {
        disk.force(file.getParent());
        for (Path folder : foldersMade) {
            disk.force(folder.getParent());
        }
    }

    /** Deletes the file: nothing of this ID is left to be tidied. */
    void discard() throws IOException {
        disk.delete(file);
    }

    /** {@link #discard} and the folders made for it, where nothing else came to lie in them. */
    void undo() throws IOException {
        discard();
        OwnFiles.deleteEmpty(disk, foldersMade);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_THIS_PROCESS.remove(file);
        }
    }
}
