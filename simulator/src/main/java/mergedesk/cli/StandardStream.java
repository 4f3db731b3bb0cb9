package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Names of this process's own standard output, such as {@code /dev/stdout}: opened anew, a file behind it would be written from its start again. */
final class StandardStream {
    private static final Set<Path> FOLDERS = Set.of(
            Path.of("/dev/fd"),
            Path.of("/proc/self/fd"),
            Path.of("/proc/" + ProcessHandle.current().pid() + "/fd"));
    private static final int MOST_LINKS = 8;

    private StandardStream() {}

    static boolean isOutput(Path name) {
        Path at = name.toAbsolutePath().normalize();
        try {
            for (int link = 0; link < MOST_LINKS; link++) {
                if (FOLDERS.contains(at.getParent())) {
                    return at.endsWith("1");
                }
                if (!Files.isSymbolicLink(at)) {
                    return false;
                }
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            }
        } catch (IOException unreadable) {
            return false;
        }
        return false;
    }
}
