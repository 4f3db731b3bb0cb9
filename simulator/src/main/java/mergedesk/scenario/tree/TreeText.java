package mergedesk.scenario.tree;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mergedesk.units.PlainText;

/** A tree as YAML that {@link TreeParser} reads again: sections and their entries a line each, what is below in brackets. */
public final class TreeText {
    /** Words that YAML, in one of its versions, does not take for a text. */
    private static final Set<String> NO_TEXTS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?( %| /)?( [a-z]+)?");

    private TreeText() {}

    /** The text of a whole scenario. */
    public static String of(Tree.Table top) {
        StringBuilder yaml = new StringBuilder();
        top.entries().forEach((section, entry) -> {
            if (entry.value() instanceof Tree.Table table && !table.entries().isEmpty()) {
                yaml.append(word(section)).append(":\n");
                table.entries().forEach((key, below) -> yaml.append("  ").append(word(key)).append(": ").append(flow(below.value())).append('\n'));
            } else {
                yaml.append(word(section)).append(": ").append(flow(entry.value())).append('\n');
            }
        });
        return yaml.toString();
    }

    /** The text of a value, in one line. */
    public static String flow(Tree node) {
        if (node instanceof Tree.Table table) {
            return table.entries().entrySet().stream()
                    .map(entry -> word(entry.getKey()) + ": " + flow(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Tree.Items list) {
            return list.items().stream().map(TreeText::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        String text = ((Tree.Leaf) node).text();
        return text == null ? "" : AMOUNT.matcher(text).matches() ? text : word(text);
    }

    /** A word, in quotation marks where readers of YAML might take it for something else. */
    public static String word(String text) {
        return WORD.matcher(text).matches() && !NO_TEXTS.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** A text that cannot be mistaken for anything else. */
    public static String quoted(String text) {
        return '"' + PlainText.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
