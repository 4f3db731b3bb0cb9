package mergedesk.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/** The door to the disk for packages that write files of their own, such as stores of sweeps. */
public final class DiskDoor {
    private DiskDoor() {}

    /** Makes a folder and those above it, as far as they are not there. */
    public static void makeFolders(Path folder) throws IOException {
        WritingLock.makeFolders(Disk.REAL, folder, new ArrayList<>());
    }

    /** Gives a file another name in one step; a file of that name is replaced. */
    public static void move(Path from, Path to) throws IOException {
        Disk.REAL.move(from, to);
    }

    /** Deletes a file, if it is there. */
    public static void delete(Path file) throws IOException {
        Disk.REAL.delete(file);
    }
}
