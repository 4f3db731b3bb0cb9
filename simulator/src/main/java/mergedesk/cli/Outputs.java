package mergedesk.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mergedesk.results.Origin;
import mergedesk.results.OutputFile;
import mergedesk.results.ResultFolder;

/**
 * What a command will write, asked for before its work begins: every fault of every file and folder at once, see {@link #requireAll}.
 *
 * <p>That something can be written is tried, not guessed ({@link ResultFolder#ask}, {@link OutputFile}); nothing of the trial stays.
 */
final class Outputs {
    private final Console console;
    private final Collection<Path> inputs;
    private final List<String> faults = new ArrayList<>();
    private final List<ResultFolder> folders = new ArrayList<>();

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** {@code inputs}: files that the command reads, and must not write. */
    Outputs(Console console, Collection<Path> inputs) {
        this.console = console;
        this.inputs = inputs;
    }

    /** The result folder; empty when it is at fault. */
    Optional<ResultFolder> folder(String option, Path name, Origin origin) {
        Optional<ResultFolder> folder = asked(option, () -> ResultFolder.ask(name, origin, inputs));
        folder.ifPresent(folders::add);
        return folder;
    }

    /** A file beside the result folder, which replaces an older one that begins with the same line; empty when it is at fault. */
    Optional<Sink> file(String option, Path name, String firstLine) {
        return sink(option, name, () -> {
            requireApart(name);
            return OutputFile.replacing(name, firstLine);
        });
    }

    /** A file of a name that must be free; empty when it is at fault. */
    Optional<Sink> newFile(String option, Path name) {
        return sink(option, name, () -> OutputFile.ofFreeName(name));
    }

    private Optional<Sink> sink(String option, Path name, Question<OutputFile> question) {
        Optional<Sink> stream = StandardStream.of(name, console).map(Sink::to);
        return stream.isPresent()
                ? stream
                : asked(option, () -> {
                            requireNotOpen(name);
                            return question.ask();
                        })
                        .map(Sink::to);
    }

    private static void requireNotOpen(Path name) throws IOException {
        if (StandardStream.isOpenFile(name)) {
            throw new FileSystemException(name.toString(), null, "leads to a file that is open already, " + name.toRealPath() + "; name that file itself");
        }
    }

    /** Refuses the command when anything was at fault. */
    void requireAll() {
        if (!faults.isEmpty()) {
            throw new Faults(List.copyOf(faults));
        }
    }

    private <T> Optional<T> asked(String option, Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (IOException e) {
            faults.add(option + ": " + Reason.of(e));
            return Optional.empty();
        }
    }

    private void requireApart(Path name) throws IOException {
        for (Path input : inputs) {
            if (Files.exists(name) && Files.isSameFile(name, input)) {
                throw new FileSystemException(name.toString(), null, "is a file of the scenario; choose another name");
            }
        }
        for (ResultFolder folder : folders) {
            if (folder.overlaps(name)) {
                throw new FileSystemException(
                        name.toString(),
                        null,
                        "lies in the result folder, which is replaced as a whole, or above it; name a file beside it");
            }
        }
    }
}
