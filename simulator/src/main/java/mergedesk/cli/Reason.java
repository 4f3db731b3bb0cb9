package mergedesk.cli;

import java.nio.file.FileSystemException;
import mergedesk.results.DiskFault;

/** Why something failed, in words: Java's messages for files are often the bare name. */
final class Reason {
    private Reason() {}

    static String of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return "the memory that Java may use is full; give it more, such as MERGEDESK_JAVA_OPTS=-Xmx8g, or fewer --threads";
            }
        }
        if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + DiskFault.words(file);
        }
        return e.getMessage() == null ? "failed: " + e : e.getMessage();
    }
}
