package mergedesk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.regex.Pattern;
import mergedesk.results.DiskFault;

/** Why something failed, in words that no programmer is needed for. */
final class Reason {
    /** What names a class or tells of its insides: no words for users. */
    private static final Pattern JAVA = Pattern.compile("\\b[a-z]\\w*(\\.\\w+)*\\.[A-Z]\\w+|Exception\\b|\\bError\\b|^Cannot \\w+ \"");

    private static final String UNFORESEEN = "something failed inside Mergedesk that should not; nobody but its makers can mend that."
            + " Please send them the command, the files, and what it prints with MERGEDESK_DEBUG=1 set";

    private Reason() {}

    static String of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return "the memory that Java may use is full; give it more, such as MERGEDESK_JAVA_OPTS=-Xmx8g, or fewer --threads";
            }
        }
        if (e instanceof UncheckedIOException wrapped) {
            return of(wrapped.getCause());
        }
        if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + DiskFault.words(file);
        }
        if (e instanceof IOException disk) {
            return DiskFault.words(disk);
        }
        String message = e.getMessage();
        return message == null || message.isBlank() || JAVA.matcher(message).find() ? UNFORESEEN : message;
    }
}
