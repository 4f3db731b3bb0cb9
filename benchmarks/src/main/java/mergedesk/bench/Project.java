package mergedesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout is. */
public final class Project {
    private Project() {}

    /** The folder that holds {@code scenarios}: the current one or the nearest above it. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("scenarios")) && Files.isDirectory(folder.resolve("benchmarks"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run the benchmarks inside a checkout of Mergedesk");
    }
}
