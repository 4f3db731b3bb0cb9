package mergedesk.report.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How wide text is, from a table of one font's advance widths.
 *
 * <p>AWT would measure with what the machine has installed: charts would differ from one machine to the next, and on a
 * machine without any font (a slim container, say) AWT refuses to measure at all. Reading a bundled font through AWT
 * does not help: it too starts by asking the system for its fonts.
 */
final class TextWidths {
    /** Part of the font size above and below the baseline. */
    static final float ASCENT = 1854f / 2048;

    static final float DESCENT = 434f / 2048;

    private static final float UNITS_PER_EM = 2048;
    private static final TextWidths ARIMO = read("arimo-widths.txt");

    private final Map<Integer, Integer> widthByCharacter = new HashMap<>();
    private final int widest;

    private TextWidths(BufferedReader lines) {
        int most = 0;
        for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
            int tab = line.indexOf('\t');
            int width = Integer.parseInt(line.substring(0, tab));
            line.substring(tab + 1).codePoints().forEach(character -> widthByCharacter.put(character, width));
            most = Math.max(most, width);
        }
        widthByCharacter.put((int) '\u00a0', widthByCharacter.get((int) ' '));
        widest = most;
    }

    private static TextWidths read(String name) {
        try (InputStream in = TextWidths.class.getResourceAsStream(name)) {
            return new TextWidths(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Width of a text at a font size, in the size's unit. Characters that the table lacks count as the widest. */
    static float of(String text, float size) {
        int units = text.codePoints()
                .map(character -> ARIMO.widthByCharacter.getOrDefault(character, ARIMO.widest))
                .sum();
        return units * size / UNITS_PER_EM;
    }

    /** The text in at most so many lines, broken behind spaces, hyphens or underscores; what still does not fit is cut as {@link #fit} does. */
    static List<String> wrap(String text, float size, float room, int most) {
        for (int end = most > 1 && of(text, size) > room ? text.length() - 1 : 0; end > 0; end--) {
            String first = text.substring(0, end).strip();
            if (" -_".indexOf(text.charAt(end - 1)) >= 0 && of(first, size) <= room) {
                return Stream.concat(Stream.of(first), wrap(text.substring(end).strip(), size, room, most - 1).stream()).toList();
            }
        }
        return List.of(fit(text, size, room));
    }

    /** The text, or its start and end with an ellipsis between: names of councils often differ only at the end. */
    static String fit(String text, float size, float room) {
        int[] characters = text.codePoints().toArray();
        String shown = text;
        for (int kept = characters.length - 1; kept > 0 && of(shown, size) > room; kept--) {
            int start = (kept + 1) / 2;
            int end = kept - start;
            shown = new String(characters, 0, start).strip()
                    + "…"
                    + new String(characters, characters.length - end, end).strip();
        }
        return shown;
    }
}
