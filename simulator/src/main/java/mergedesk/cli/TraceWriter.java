package mergedesk.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import mergedesk.api.Mergedesk;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.OutputFile;

/** Where {@code --trace} writes: a file, or whatever device is named; standard output goes through the console. */
final class TraceWriter {
    private final Console console;
    private final Optional<OutputFile> file;

    private TraceWriter(Console console, Optional<OutputFile> file) {
        this.console = console;
        this.file = file;
    }

    /** Asks whether a trace can be written there; what is at fault is said by {@code outputs}. */
    static TraceWriter ask(Path name, Outputs outputs, Console console) {
        return new TraceWriter(
                console,
                StandardStream.isOutput(name)
                        ? Optional.empty()
                        : outputs.file("--trace", name, Mergedesk.TRACE_HEADING));
    }

    /** Writes the first replication's events; false, and nothing is written, when the watcher stops it. */
    boolean write(ScenarioFile scenario, Long seed, Watcher watcher) throws IOException {
        OutputFile.Content content = out -> write(scenario, seed, watcher, out);
        try {
            if (file.isPresent()) {
                console.out().println("Trace:  " + file.get().write(content));
            } else {
                content.writeTo(console.outStream());
            }
            return true;
        } catch (CancellationException stopped) {
            return false;
        }
    }

    private static void write(ScenarioFile scenario, Long seed, Watcher watcher, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(Mergedesk.TRACE_HEADING).append('\n');
        try {
            Mergedesk.trace(scenario, seed, 0, line -> {
                if (watcher.stopped()) {
                    throw new CancellationException();
                }
                try {
                    writer.append(line).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}
