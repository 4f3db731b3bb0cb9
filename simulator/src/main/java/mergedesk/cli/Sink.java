package mergedesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import mergedesk.results.OutputFile;

/** Where an option that names a file writes: to that file, or to standard output when it is called {@code /dev/stdout}. */
final class Sink {
    private final Console console;
    private final Optional<OutputFile> file;

    /** {@code file}: empty for standard output. */
    Sink(Console console, Optional<OutputFile> file) {
        this.console = console;
        this.file = file;
    }

    /** Whether what is written goes somewhere else than to a file, so that nothing need be taken back. */
    boolean isPassedOn() {
        return file.isEmpty() || file.get().isDevice();
    }

    /**
     * Writes all of it or, to a file, nothing.
     *
     * @return the file to tell the user of; empty when all went to standard output
     */
    Optional<Path> write(OutputFile.Content content) throws IOException {
        if (file.isPresent()) {
            return Optional.of(file.get().write(content));
        }
        content.writeTo(console.outStream());
        return Optional.empty();
    }
}
