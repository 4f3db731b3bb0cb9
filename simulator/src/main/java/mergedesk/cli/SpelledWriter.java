package mergedesk.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import mergedesk.units.PlainText;

/**
 * Passes text on to the terminal.
 *
 * <p>Signs that its character set lacks are spelt in ASCII, so that none turns into a question mark, and signs that it would obey are taken out
 * ({@link PlainText}): names of files, arguments and messages of others may hold any.
 */
final class SpelledWriter extends FilterWriter {
    private static final Map<Character, String> SPELLINGS = Map.ofEntries(
            Map.entry('±', "+/-"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('×', "x"),
            Map.entry('÷', "/"),
            Map.entry('…', "..."),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('£', "GBP "),
            Map.entry('\u00a0', " "));

    private final CharsetEncoder encoder;
    /** The first half of a sign whose second half has not been written yet; empty when there is none. */
    private String half = "";

    SpelledWriter(Writer out, CharsetEncoder encoder) {
        super(out);
        this.encoder = encoder;
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String part = half + text.substring(from, from + length);
        boolean halved = !part.isEmpty() && Character.isHighSurrogate(part.charAt(part.length() - 1));
        half = halved ? part.substring(part.length() - 1) : "";
        String whole = part.substring(0, part.length() - half.length()).replace("\r", "");
        String plain = PlainText.lines(whole).replace("\n", System.lineSeparator());
        out.write(encoder.canEncode(plain) ? plain : spelt(plain));
    }

    private String spelt(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            plain.append(encoder.canEncode(c) ? String.valueOf(c) : spelt(c));
        }
        return plain.toString();
    }

    /** A spelling, or a letter without its accent; what has neither becomes a question mark. */
    private String spelt(char c) {
        String spelling = SPELLINGS.get(c);
        if (spelling != null) {
            return spelling;
        }
        char letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return encoder.canEncode(letter) ? String.valueOf(letter) : "?";
    }
}
