package mergedesk.results;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where one command puts its result: asked for before the work begins, written when it is done.
 *
 * <p>The folder is replaced as a whole or not at all, and only if it holds nothing or an older result of the same {@link Origin}. A
 * result that is not complete, because the work was stopped early, goes to {@code NAME-incomplete} beside it, under the same rules, so that it never
 * takes the place of a complete one. (How: {@link WholeFolder}.)
 */
public final class ResultFolder {
    private static final String INCOMPLETE = "-incomplete";

    private final Disk disk;
    private final Path name;
    private final Path nameIfIncomplete;
    private final Origin origin;

    /**
     * What was written.
     *
     * @param folder the folder with the result
     * @param kept the folders that keep what else lay in replaced results; empty when there was nothing
     */
    public record Written(Path folder, List<Path> kept) {}

    private ResultFolder(Disk disk, Path name, Path nameIfIncomplete, Origin origin) {
        this.disk = disk;
        this.name = name;
        this.nameIfIncomplete = nameIfIncomplete;
        this.origin = origin;
    }

    /**
     * The result folder of this name, when a result of this origin can be written there. That is tried: folders and a file are made and taken away again;
     * an older result stays where it is. Tidies up after commands that were killed.
     *
     * @param name absent, empty, or an older result of the same origin
     * @param inputs files that the work reads: they must not lie in the folder
     * @throws FileSystemException when it cannot be; the message says why and what to do
     */
    public static ResultFolder ask(Path name, Origin origin, Collection<Path> inputs) throws FileSystemException {
        return ask(Disk.REAL, name, origin, inputs);
    }

    static ResultFolder ask(Disk disk, Path name, Origin origin, Collection<Path> inputs) throws FileSystemException {
        Path last = name.toAbsolutePath().normalize().getFileName();
        if (last == null) {
            throw new FileSystemException(
                    name.toString(), null, "is the top of the disk; results need a folder of their own");
        }
        Path named = withoutDots(name);
        Path incomplete = named.resolveSibling(named.getFileName() + INCOMPLETE);
        for (Path folder : List.of(named, incomplete)) {
            try {
                Path place = Place.of(folder);
                requireClear(place, inputs);
                new WholeFolder(disk, place, origin.seenFrom(place.getParent())).rehearse();
            } catch (IOException e) {
                throw DiskFault.before(folder, e);
            }
        }
        return new ResultFolder(disk, named, incomplete, origin);
    }

    /** The same folder under a name that ends in its own, not in {@code .} or {@code ..}, so that another can be made of it. */
    private static Path withoutDots(Path name) throws FileSystemException {
        String last = String.valueOf(name.getFileName());
        if (!List.of("", ".", "..").contains(last)) {
            return name;
        }
        try {
            boolean isBelow = last.equals(".") && name.getNameCount() > 1;
            return isBelow ? withoutDots(name.getParent()) : Place.of(name);
        } catch (IOException e) {
            throw DiskFault.before(name, e);
        }
    }

    /** Refuses a folder that moves from under the feet of who works in it. */
    private static void requireClear(Path place, Collection<Path> inputs) throws IOException {
        if (!Files.isDirectory(place)) {
            return;
        }
        if (Path.of("").toRealPath().startsWith(place)) {
            throw new FileSystemException(
                    place.toString(),
                    null,
                    "is the folder you are in, or one above it, and results replace a folder as a whole; name one in it");
        }
        for (Path input : inputs) {
            if (Place.of(input).startsWith(place)) {
                throw new FileSystemException(
                        place.toString(),
                        null,
                        "holds " + input + ", which is read; results need a folder of their own");
            }
        }
    }

    /** Whether a file would come to lie in a folder that a result takes, or above it. */
    public boolean overlaps(Path file) throws FileSystemException {
        try {
            Path place = Place.of(file);
            for (Path folder : List.of(Place.of(name), Place.of(nameIfIncomplete))) {
                if (place.startsWith(folder) || folder.startsWith(place)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw DiskFault.before(file, e);
        }
    }

    /**
     * Makes these files and the manifest the content of the folder.
     *
     * @throws FileSystemException when writing fails; the folder is then as before
     */
    Written write(
            boolean complete,
            Map<String, byte[]> files,
            String title,
            Map<String, Study.Manifest> runs,
            List<String> warnings)
            throws FileSystemException {
        Path folder = complete ? name : nameIfIncomplete;
        try {
            Path place = Place.of(folder);
            Origin seen = origin.seenFrom(place.getParent());
            ResultManifest manifest = ResultManifest.of(seen, title, runs, warnings, files);
            return new Written(folder, new WholeFolder(disk, place, seen).replace(files, manifest));
        } catch (IOException e) {
            throw DiskFault.at(folder, e);
        }
    }
}
