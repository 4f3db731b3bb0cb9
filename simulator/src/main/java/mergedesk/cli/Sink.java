package mergedesk.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import mergedesk.results.OutputFile;

/** Where an option that names a file writes: to that file, or to a stream of this process, such as {@code /dev/stdout}. */
final class Sink {
    private final Optional<OutputFile> file;
    private final Optional<OutputStream> stream;

    private Sink(Optional<OutputFile> file, Optional<OutputStream> stream) {
        this.file = file;
        this.stream = stream;
    }

    static Sink to(OutputFile file) {
        return new Sink(Optional.of(file), Optional.empty());
    }

    static Sink to(OutputStream stream) {
        return new Sink(Optional.empty(), Optional.of(stream));
    }

    /** Whether what is written goes somewhere else than to a file, so that nothing need be taken back. */
    boolean isPassedOn() {
        return stream.isPresent() || file.get().isDevice();
    }

    /**
     * Writes all of it or, to a file, nothing.
     *
     * @return the file to tell the user of; empty when all went to a stream
     */
    Optional<Path> write(OutputFile.Content content) throws IOException {
        if (stream.isPresent()) {
            content.writeTo(stream.get());
            return Optional.empty();
        }
        return Optional.of(file.get().write(content));
    }
}
