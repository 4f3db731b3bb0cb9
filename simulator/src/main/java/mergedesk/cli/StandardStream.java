package mergedesk.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of this process's own streams, such as {@code /dev/stdout}: opened anew, a file behind them would be written from its start again. */
final class StandardStream {
    private static final Path FOLDER = Path.of("/dev/fd");
    private static final Pattern OF_PROCESS = Pattern.compile("/proc/" + ProcessHandle.current().pid() + "(/task/[0-9]+)?/fd");
    private static final int NONE = -1;
    private static final int MOST_LINKS = 8;

    private StandardStream() {}

    /** The stream of that name: the console's output or error; empty when it is the name of something else. */
    static Optional<OutputStream> of(Path name, Console console) {
        return switch (number(name)) {
            case 1 -> Optional.of(console.outStream());
            case 2 -> Optional.of(console.errStream());
            default -> Optional.empty();
        };
    }

    /** Whether it is the number of a file that was opened for us, which a file of its name would replace, so that nothing arrived where it was wanted. */
    static boolean isOpenFile(Path name) {
        return number(name) != NONE && Files.isRegularFile(name);
    }

    private static int number(Path name) {
        Path at = name.toAbsolutePath().normalize();
        try {
            for (int link = 0; link < MOST_LINKS; link++) {
                if (isOfStreams(at.getParent())) {
                    return Integer.parseInt(at.getFileName().toString());
                }
                if (!Files.isSymbolicLink(at)) {
                    return NONE;
                }
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            }
        } catch (IOException | NumberFormatException unreadable) {
            return NONE;
        }
        return NONE;
    }

    private static boolean isOfStreams(Path folder) throws IOException {
        return folder != null && Files.isDirectory(folder)
                && (folder.equals(FOLDER) || OF_PROCESS.matcher(folder.toRealPath().toString()).matches());
    }
}
