package mergedesk.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Something with a name that is neither file nor folder and that takes what is written: a terminal, a pipe, {@code /dev/null}. */
final class Device {
    private static final int TYPE = 0xF000; // of a file's mode, as POSIX has it
    private static final int CHARACTERS = 0x2000;
    private static final int BLOCKS = 0x6000;
    private static final int SOCKET = 0xC000;

    private final Path name;

    Device(Path name) {
        this.name = name;
    }

    /** Whether the name, through links, is that of a device. */
    static boolean isAt(Path name) {
        return Files.exists(name) && !Files.isRegularFile(name) && !Files.isDirectory(name);
    }

    /** Refuses what takes no text. A pipe cannot be tried: opening it would wait for a reader. */
    void requireUsable() throws IOException {
        int type = type();
        if (type == BLOCKS || type == SOCKET) {
            throw new FileSystemException(
                    name.toString(), null, "is a " + (type == BLOCKS ? "disk" : "socket") + "; name a file or a pipe");
        }
        if (!Files.isWritable(name)) {
            throw new AccessDeniedException(name.toString());
        }
        if (type == CHARACTERS) {
            open().close();
        }
    }

    /** Writes to it; what was written before a failure stays written. */
    void write(OutputFile.Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(open())) {
            content.writeTo(out);
        }
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(name, StandardOpenOption.WRITE);
    }

    private int type() throws IOException {
        boolean known = name.getFileSystem().supportedFileAttributeViews().contains("unix");
        return known ? (Integer) Files.getAttribute(name, "unix:mode") & TYPE : 0;
    }
}
