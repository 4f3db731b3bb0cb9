package mergedesk.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why the disk said no, in words: Java's messages are often the bare name, and that of a file the user never named. */
public final class DiskFault {
    private DiskFault() {}

    /** The reason, without a name. */
    public static String words(IOException e) {
        if (!(e instanceof FileSystemException file)) {
            return e.getMessage() == null ? "could not be read or written" : e.getMessage();
        }
        if (file.getReason() != null) {
            return file.getReason();
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read or written; check its permissions";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof NotDirectoryException) {
            return "is not a folder";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof DirectoryNotEmptyException) {
            return "was made by somebody else meanwhile";
        }
        return "could not be read or written";
    }

    /** The same, told before anything was done: with advice, where the words have none. */
    static FileSystemException before(Path shown, IOException e) {
        FileSystemException told = at(shown, e);
        boolean advises = told.getReason().contains(";") || told.getReason().contains("--out");
        return advises ? told : at(shown, new IOException(told.getReason() + "; choose another place or name", e));
    }

    /** The same fault, told of the file or folder that the user named. */
    static FileSystemException at(Path shown, IOException e) {
        FileSystemException told = new FileSystemException(shown.toString(), null, words(e));
        told.initCause(e);
        return told;
    }
}
