package mergedesk.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One file that a command writes: asked for before the work begins, whole or not there at all, and never over a file that is not ours.
 *
 * <p>It is written beside its name and takes the name when it is complete and forced to disk. Links are followed: what is replaced is the file
 * that they lead to. A {@link Device} is written to as it is.
 */
public final class OutputFile {
    private final Disk disk;
    private final Path name;
    private final Optional<String> firstLine;

    /** Writes what the file shall hold. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private OutputFile(Disk disk, Path name, Optional<String> firstLine) {
        this.disk = disk;
        this.name = name;
        this.firstLine = firstLine;
    }

    /**
     * A file whose name is free.
     *
     * @throws FileSystemException when it is not, or the disk says no; the message says why and what to do
     */
    public static OutputFile ofFreeName(Path name) throws FileSystemException {
        return ask(Disk.REAL, name, Optional.empty());
    }

    /**
     * A file whose name is free, or is that of an empty file or of an older one of ours, which is replaced.
     *
     * @param firstLine how ours begin
     * @throws FileSystemException when another file is there, or the disk says no; the message says why and what to do
     */
    public static OutputFile replacing(Path name, String firstLine) throws FileSystemException {
        return ask(Disk.REAL, name, Optional.of(firstLine));
    }

    static OutputFile ask(Disk disk, Path name, Optional<String> firstLine) throws FileSystemException {
        OutputFile file = new OutputFile(disk, name, firstLine);
        try {
            if (Device.isAt(name)) {
                new Device(name).requireUsable();
            } else {
                file.rehearse(Place.of(name));
            }
        } catch (IOException e) {
            throw DiskFault.before(name, e);
        }
        return file;
    }

    /** Whether it is written to as it is, a terminal or a pipe. */
    public boolean isDevice() {
        return Device.isAt(name);
    }

    /** Tidies up, then makes and deletes a file beside the name. */
    private void rehearse(Path place) throws IOException {
        Leftovers.tidy(disk, place);
        requireReplaceable(place);
        try (WritingLock lock = WritingLock.take(disk, place)) {
            try {
                disk.create(lock.writing()).close();
            } finally {
                disk.delete(lock.writing());
                lock.undo();
            }
        }
    }

    /**
     * Writes the file.
     *
     * @return the file that was written: another than the name where a link leads elsewhere
     * @throws FileSystemException when writing fails; what was there is then as before
     */
    public Path write(Content content) throws FileSystemException {
        try {
            if (Device.isAt(name)) {
                new Device(name).write(content);
                return name;
            }
            Path place = Place.of(name);
            requireReplaceable(place);
            replace(place, content);
            return Files.isSymbolicLink(name) ? place : name;
        } catch (UncheckedIOException e) {
            throw DiskFault.at(name, e.getCause());
        } catch (IOException e) {
            throw DiskFault.at(name, e);
        }
    }

    private void replace(Path place, Content content) throws IOException {
        try (WritingLock lock = WritingLock.take(disk, place)) {
            try {
                try (OutputStream out = new BufferedOutputStream(disk.create(lock.writing()))) {
                    if (Files.exists(place)) {
                        disk.permit(lock.writing(), place);
                    }
                    content.writeTo(out);
                }
                disk.force(lock.writing());
                publish(lock.writing(), place);
            } catch (IOException | RuntimeException failure) {
                try {
                    disk.delete(lock.writing());
                    lock.undo();
                } catch (IOException again) {
                    failure.addSuppressed(again);
                }
                throw failure;
            }
            tidy(lock);
        }
    }

    private void publish(Path writing, Path place) throws IOException {
        requireReplaceable(place);
        if (Files.exists(place)) {
            disk.move(writing, place);
            return;
        }
        try {
            disk.link(writing, place);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noSecondNames) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(place.toString());
            }
            disk.move(writing, place);
        }
    }

    /** The file is in place. When the rest fails, the next command does it. */
    private void tidy(WritingLock lock) {
        try {
            lock.forceNames();
            disk.delete(lock.writing());
            lock.discard();
        } catch (IOException later) {
            return;
        }
    }

    private void requireReplaceable(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            throw refusal("is a folder; name a file");
        }
        if (OwnFiles.isResult(place.getParent())) {
            throw refusal("lies in a result folder, which is replaced as a whole; name a file beside it");
        }
        if (!Files.exists(place)) {
            return;
        }
        if (firstLine.isEmpty()) {
            throw refusal("is there already; choose another name");
        }
        if (Files.size(place) > 0 && !beginsWith(place, firstLine.get())) {
            throw refusal("is there already and holds something else; choose another name, or move that file away");
        }
    }

    private FileAlreadyExistsException refusal(String reason) {
        return new FileAlreadyExistsException(name.toString(), null, reason);
    }

    private static boolean beginsWith(Path file, String line) throws IOException {
        byte[] ours = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ours.length), ours);
        }
    }
}
