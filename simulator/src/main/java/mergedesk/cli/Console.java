package mergedesk.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mergedesk.units.PlainText;

/**
 * Where a command reads and prints: results go to {@link #out}, progress, questions and faults to {@link #err}.
 *
 * <p>What the terminal, pipe or file behind {@link #out} does not take is not lost in silence: see {@link #lost}.
 *
 * <p>In the character set of the terminal, whatever this Java thinks its default is; signs that it lacks are spelt in ASCII, and nothing that is
 * printed can steer the terminal.
 */
public final class Console {
    private final Charset charset;
    private final Observed outStream;
    private final PrintWriter out;
    private final OutputStream errStream;
    private final PrintWriter err;
    private final InputStream in;

    /** A console on streams of the caller's. */
    public Console(Charset charset, InputStream in, OutputStream out, OutputStream err) {
        this.charset = charset;
        this.in = in;
        this.outStream = new Observed(out);
        this.out = writer(outStream);
        this.errStream = err;
        this.err = writer(err);
    }

    /** Standard input, output and error of this process. */
    static Console ofThisProcess() {
        // The launcher gives Java a locale with UTF-8 where the terminal has one without, and says so.
        String ofTheMachine = System.getProperty("native.encoding", "UTF-8");
        String name = System.getProperty("mergedesk.charset", System.getProperty("stdout.encoding", ofTheMachine));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
        return new Console(
                charset, System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }

    private PrintWriter writer(OutputStream stream) {
        OutputStreamWriter encoded = new OutputStreamWriter(stream, charset);
        return new Lines(new BufferedWriter(new SpelledWriter(encoded, charset.newEncoder())));
    }

    /** What is printed as a line is one line, even when a name in it would begin another. */
    private static final class Lines extends PrintWriter {
        Lines(Writer out) {
            super(out, true);
        }

        @Override
        public void println(String line) {
            super.println(PlainText.line(line));
        }
    }

    Charset charset() {
        return charset;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** The stream behind {@link #out}, for what is no text to be spelt; it throws where the writer keeps silent. */
    OutputStream outStream() {
        out.flush();
        return outStream;
    }

    /** The stream behind {@link #err}. */
    OutputStream errStream() {
        err.flush();
        return errStream;
    }

    /** Why not all of {@link #out} arrived: the disk is full, nobody reads any more. Empty when it did, as far as it was flushed. */
    Optional<IOException> lost() {
        out.flush();
        return Optional.ofNullable(outStream.failure);
    }

    /** Keeps the first failure, which a PrintWriter turns into a flag. */
    private static final class Observed extends FilterOutputStream {
        private IOException failure;

        Observed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }

    /** What the user types. A character set of letters only is never that of a file with answers. */
    Reader in() {
        boolean plain = charset.equals(StandardCharsets.US_ASCII);
        return new InputStreamReader(in, plain ? StandardCharsets.UTF_8 : charset);
    }

    /** How the user starts Mergedesk, for commands to copy. */
    static String command() {
        return System.getProperty("mergedesk.command", "mergedesk");
    }
}
