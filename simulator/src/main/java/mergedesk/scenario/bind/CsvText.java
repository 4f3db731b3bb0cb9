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
 * The text of a table: UTF-8, or what spreadsheets save besides: Windows-1252, in which a £ is a single byte that UTF-8 does not know, and UTF-16 ("Unicode text").
 *
 * <p>A byte that is no UTF-8 is read as Windows-1252. A file that begins with the mark of UTF-16, or with a letter of two bytes of which one is zero, is UTF-16. {@link #letters} says so. Refuses lines without end, of which a CSV reader would make
 * more cells than fit the memory, and leaves a byte order mark out, since a quoted heading must not begin with one. Cost: linear.
 */
final class CsvText extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNKNOWN = '\uFFFD';

    private final InputStream in;
    private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private boolean ended;
    private boolean begun;
    private String letters = "";
    private int length;

    CsvText(InputStream in) {
        this.in = in;
    }

    /** What was read so far that is not UTF-8: {@code Windows-1252 letters}, {@code UTF-16 letters}; empty for nothing. */
    String letters() {
        return letters;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        CharBuffer out = CharBuffer.wrap(buffer, offset, count);
        int begin = out.position();
        if (!begun) {
            recogniseUtf16();
        }
        while (out.position() == begin) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                out.put(windows());
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

    private void recogniseUtf16() throws IOException {
        while (bytes.remaining() < 2 && !ended) {
            fill();
        }
        int first = bytes.remaining() < 2 ? 1 : bytes.get(0) & 0xff;
        int second = bytes.remaining() < 2 ? 1 : bytes.get(1) & 0xff;
        boolean little = first == 0xff && second == 0xfe || first != 0 && second == 0;
        boolean big = first == 0xfe && second == 0xff || first == 0 && second != 0;
        if (little || big) {
            letters = "UTF-16 letters";
            decoder = (little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE).newDecoder();
        }
    }

    /** The next byte, which is no UTF-8. */
    private char windows() throws IOException {
        char c = WINDOWS.decode(ByteBuffer.wrap(new byte[] {bytes.get()})).get();
        if (c == UNKNOWN || !decoder.charset().equals(StandardCharsets.UTF_8)) {
            throw new CharacterCodingException();
        }
        letters = "Windows-1252 letters";
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
