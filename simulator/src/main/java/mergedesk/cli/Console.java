package mergedesk.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Standard output in the character set of the terminal, whatever this Java thinks its default is. */
final class Console {
    private final Charset charset;
    private final PrintStream out;

    Console() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
        out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    }

    Charset charset() {
        return charset;
    }

    PrintStream out() {
        return out;
    }
}
