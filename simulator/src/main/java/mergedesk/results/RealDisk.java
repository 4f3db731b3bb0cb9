package mergedesk.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/** The disk of this machine, through {@link Files}. */
final class RealDisk implements Disk {
    private static final String MODE = "unix:mode";
    private static final int PERMISSIONS = 07777;
    private static final int OURS = 0600;
    private static final int OURS_IN_FOLDERS = 0700;

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        if (Files.isDirectory(fileOrFolder)) {
            forceFolder(fileOrFolder);
            return;
        }
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Windows does not let folders be opened for that, nor do some disks in a network. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOffered) {
            // Moves stay atomic without it.
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        try {
            rename(from, to);
        } catch (FileSystemException refused) {
            // Java tells of a folder that is not empty in the system's words only.
            if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS) && !OwnFiles.isEmpty(to)) {
                throw (IOException) new DirectoryNotEmptyException(to.toString()).initCause(refused);
            }
            throw refused;
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * No system puts a folder in the place of one that is not empty, and those of the POSIX kind refuse what is not permitted first. So both folders are moved there,
     * and a reason that our own does not meet is the other's. Windows always refuses for the same reason, so that nothing is found out.
     */
    @Override
    public void requireMovable(Path folder, Path ours, Path occupied) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Optional<FileSystemException> usual = refusal(ours, occupied);
        if (usual.isEmpty()) {
            return; // no such system after all: the other folder shall not move
        }
        FileSystemException found = refusal(folder, occupied).orElse(usual.get());
        if (found.getClass() != usual.get().getClass() || !Objects.equals(found.getReason(), usual.get().getReason())) {
            throw found;
        }
    }

    private static Optional<FileSystemException> refusal(Path from, Path to) throws IOException {
        try {
            rename(from, to);
            return Optional.empty();
        } catch (FileSystemException refused) {
            return Optional.of(refused);
        }
    }

    @Override
    public void permit(Path path, Path like) {
        try {
            int mode = (Integer) Files.getAttribute(like, MODE) & PERMISSIONS;
            Files.setAttribute(path, MODE, mode | (Files.isDirectory(path) ? OURS_IN_FOLDERS : OURS));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notOffered) {
            // Windows gives files the permissions of their folder.
        }
    }

    @Override
    public void link(Path file, Path second) throws IOException {
        Files.createLink(second, file);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
