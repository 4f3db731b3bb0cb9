package mergedesk.scenario.bind;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import mergedesk.scenario.tree.SourceFiles;

/**
 * The text of a table: UTF-8, or what old spreadsheets save, Windows-1252, in which a £ is a single byte that UTF-8 does not know.
 *
 * <p>A byte that is no UTF-8 is read as Windows-1252, and {@link #isWindows} says so. Refuses lines without end, of which a CSV reader would make
 * more cells than fit the memory, and leaves a byte order mark out, since a quoted heading must not begin with one. Cost: linear.
 */
final class CsvText extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNKNOWN = '\uFFFD';

    private final InputStream in;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private boolean ended;
    private boolean begun;
    private boolean windows;
    private int length;

    CsvText(InputStream in) {
        this.in = in;
    }

    /** Whether a byte was read so far that is Windows-1252 and not UTF-8. */
    boolean isWindows() {
        return windows;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, offset, count);
        int begin = out.position();
        while (out.position() == begin) {
            CoderResult result = utf8.decode(bytes, out, ended);
            if (result.isError()) {
                out.put(windows(bytes.get()));
            } else if (result.isOverflow()) {
                break;
            } else if (ended) {
                return out.position() == begin ? -1 : noted(buffer, offset, out.position() - begin);
            } else {
                fill();
            }
        }
        int n = out.position() - begin;
        if (!begun && n > 0) {
            begun = true;
            if (buffer[offset] == SourceFiles.BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, n - 1);
                return n == 1 ? read(buffer, offset, count) : noted(buffer, offset, n - 1);
            }
        }
        return noted(buffer, offset, n);
    }

    private char windows(byte b) throws IOException {
        windows = true;
        char c = WINDOWS.decode(ByteBuffer.wrap(new byte[] {b})).get();
        if (c == UNKNOWN) {
            throw new CharacterCodingException();
        }
        return c;
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(0, n));
        bytes.flip();
    }

    private int noted(char[] buffer, int offset, int n) {
        for (int i = offset; i < offset + n; i++) {
            length = buffer[i] == '\n' || buffer[i] == '\r' ? 0 : length + 1;
            SourceFiles.refuseLonger(length);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
