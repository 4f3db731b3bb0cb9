package mergedesk.results;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a name leads: links are followed, so that what is replaced is what is there, and a link stays a link. */
final class Place {
    private Place() {}

    /**
     * The place that a name stands for, absolute and without links; the last parts of it need not exist.
     *
     * @throws FileSystemException when it is a link that leads nowhere, or lies below something that is no folder
     */
    static Path of(Path name) throws IOException {
        Path absolute = name.toAbsolutePath();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        if (Files.isSymbolicLink(absolute)) {
            throw new FileSystemException(
                    name.toString(),
                    null,
                    "is a link that leads nowhere, to " + Files.readSymbolicLink(absolute)
                            + "; delete it or choose another name");
        }
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new FileSystemException(name.toString(), null, "there is no such disk");
        }
        Path place = of(parent);
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new FileSystemException(name.toString(), null, place.getFileName() + " is a file, not a folder");
        }
        // The parent has no links any more, so ".." after it means what it says.
        return place.resolve(absolute.getFileName()).normalize();
    }
}
