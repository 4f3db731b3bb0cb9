package mergedesk.report;

import java.nio.charset.Charset;
import java.util.Map;
import mergedesk.report.text.ValueText;

/** Text for a console: paragraphs of at most 80 columns and tables, in signs that the console has. */
final class ConsoleText {
    /** What a console may lack, in ASCII. */
    private static final Map<String, String> SPELLINGS = Map.of("±", "+/-", "–", "-", "−", "-", "’", "'", "£", "GBP ", "→", "->", "≥", ">=", "≤", "<=");

    private final StringBuilder text = new StringBuilder();
    private final Charset console;

    /** @param console what the console can show; signs that it lacks are spelt in ASCII */
    ConsoleText(Charset console) {
        this.console = console;
    }

    /** Broken between words; lines after the first are indented. */
    void paragraph(String words, String indent) {
        text.append(TextTable.wrap(spelt(words), indent));
    }

    /** What must be known of the numbers. */
    void note(String warning) {
        paragraph("Note: " + warning, "  ");
    }

    /** A table as it is. */
    void table(String table) {
        text.append(table);
    }

    /** Value and half-width; the latter is empty when there is none. */
    String[] parts(String value) {
        int half = value.indexOf(ValueText.PLUS_MINUS);
        return half < 0
                ? new String[] {spelt(value), ""}
                : new String[] {spelt(value.substring(0, half)), spelt(value.substring(half + ValueText.PLUS_MINUS.length()))};
    }

    String spelt(String words) {
        String plain = words;
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
            if (!console.newEncoder().canEncode(spelling.getKey())) {
                plain = plain.replace(spelling.getKey(), spelling.getValue());
            }
        }
        return plain;
    }

    /** No-break spaces did their work when lines were broken. */
    String finished() {
        return text.toString().replace('\u00a0', ' ');
    }
}
