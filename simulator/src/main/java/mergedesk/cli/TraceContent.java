package mergedesk.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import mergedesk.api.Mergedesk;
import mergedesk.api.ScenarioFile;
import mergedesk.api.Watcher;
import mergedesk.results.OutputFile;

/**
 * The events of a scenario's first replication, as {@code --trace} writes them.
 *
 * <p>Ends with a {@link java.util.concurrent.CancellationException} when the watcher stops it.
 */
record TraceContent(ScenarioFile scenario, Long seed, Watcher watcher) implements OutputFile.Content {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.append(Mergedesk.TRACE_HEADING).append('\n');
        try {
            Mergedesk.trace(scenario, seed, 0, line -> write(writer, line), watcher);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void write(Writer writer, CharSequence line) {
        try {
            writer.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
