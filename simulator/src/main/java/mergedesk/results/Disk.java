package mergedesk.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Every change that Mergedesk makes to files, one method each: the only door to the disk.
 *
 * <p>So a test can stand in it and end a command before or within any one change, as a crash or a full disk would ({@code CrashTest}).
 * Looking at files is not a change and needs no door. No method follows a link in the last part of a name.
 */
interface Disk {
    /** The disk of this machine. */
    Disk REAL = new RealDisk();

    /** Makes one folder; its parent must be there, and its name free. */
    void makeFolder(Path folder) throws IOException;

    /** Makes a file whose name must be free, and opens it. What is written is lasting only after {@link #force}. */
    OutputStream create(Path file) throws IOException;

    /** Makes the content of a file, or the names in a folder, last through a power cut. */
    void force(Path fileOrFolder) throws IOException;

    /**
     * Gives a file or folder another name in one step. A file of that name is replaced, a folder only if it is empty.
     *
     * @throws java.nio.file.DirectoryNotEmptyException when it is not
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Finds out whether a folder could be given another name, without giving it one.
     *
     * @param ours an empty folder beside it
     * @param occupied a folder beside it that is not empty
     * @throws IOException why it cannot be, as far as the system tells beforehand
     */
    void requireMovable(Path folder, Path ours, Path occupied) throws IOException;

    /** Gives a file or folder the permissions of another, where disks have such; we can read and write it all the same. */
    void permit(Path path, Path like);

    /**
     * Gives a file a second name, which must be free.
     *
     * @throws UnsupportedOperationException or an IOException where the disk knows no second names
     */
    void link(Path file, Path second) throws IOException;

    /** Deletes a file, a link or an empty folder, if it is there. */
    void delete(Path path) throws IOException;
}
