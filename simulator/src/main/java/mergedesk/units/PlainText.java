package mergedesk.units;

import java.util.Locale;

/**
 * Text of unknown origin, a file or a command line, made fit to be shown: nothing is left that a terminal or a browser obeys instead of showing it.
 *
 * <p>Control characters (ESC and the second set, U+0080 to U+009F, among them), signs that turn the direction of writing or join nothing to nothing, tags, half
 * characters and those that are none become question marks; what breaks a line, or begins a column, becomes a space. Joiners inside words
 * (U+200C, U+200D) stay: scripts and pictures need them. The ranges are written out, because what Java knows of Unicode differs from version to version and the
 * same run must give the same bytes.
 */
public final class PlainText {
    private static final int[][] HIDDEN = {
        {0x0000, 0x001F},
        {0x007F, 0x009F},
        {0x00AD, 0x00AD},
        {0x061C, 0x061C},
        {0x180E, 0x180E},
        {0x200B, 0x200B},
        {0x200E, 0x200F},
        {0x202A, 0x202E},
        {0x2060, 0x206F},
        {0xD800, 0xDFFF},
        {0xFDD0, 0xFDEF},
        {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFB},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF}
    };
    private static final int LAST_OF_PLANE = 0xFFFE;

    private PlainText() {}

    /** {@code text} as one line. */
    public static String line(String text) {
        return of(text, false);
    }

    /** {@code text}, in which line feeds stay. */
    public static String lines(String text) {
        return of(text, true);
    }

    /** JSON in which such signs, which can only stand inside its texts, are escaped, so that none is lost and none is obeyed. */
    public static String escaped(String json) {
        StringBuilder plain = new StringBuilder(json.length());
        for (char c : json.toCharArray()) {
            boolean sign = c != '\n' && (breaks(c) || hidden(c)) && !Character.isSurrogate(c);
            plain.append(sign ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
        }
        return plain.toString();
    }

    private static String of(String text, boolean lineFeeds) {
        if (isPrinted(text)) {
            return text;
        }
        if (text.codePoints().noneMatch(c -> breaks(c) || hidden(c))) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> lineFeeds && c == '\n' ? c : breaks(c) ? ' ' : hidden(c) ? '?' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Whether it has no sign but those of ASCII that everything shows as they are: as most texts. */
    private static boolean isPrinted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean breaks(int c) {
        return c >= '\t' && c <= '\r' || c == 0x0085 || c == 0x2028 || c == 0x2029;
    }

    private static boolean hidden(int c) {
        if ((c & LAST_OF_PLANE) == LAST_OF_PLANE) {
            return true;
        }
        for (int[] range : HIDDEN) {
            if (c <= range[1]) {
                return c >= range[0];
            }
        }
        return false;
    }
}
