package mergedesk.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Values of {@code --set} in one way of writing: two lists that come to the same text make the same scenario.
 *
 * <p>Blanks around paths and in amounts ({@code 12 / min}) mean nothing; in names and tables they may, and stay. The order of values that have nothing to do with each other
 * means nothing either; of two for one path, or for a table and something in it, the later goes over the earlier, and they keep their order.
 */
public final class Overrides {
    /** A number and perhaps its unit: {@code £ 30,000}, {@code 80 %}, {@code 12 / min}. */
    private static final Pattern AMOUNT = Pattern.compile("£?\\s*[-+]?[0-9][0-9.,_]*\\s*[/%]?\\s*\\p{L}*");

    private Overrides() {}

    /** The same values, as {@code path=value}. */
    public static List<String> canonical(List<String> sets) {
        List<String> plain = sets.stream().map(Overrides::plain).toList();
        List<String> ordered = new ArrayList<>(plain);
        ordered.sort(Comparator.comparing(set -> top(set, plain))); // stable
        return List.copyOf(ordered);
    }

    private static String plain(String set) {
        int equals = set.indexOf('=');
        if (equals < 0) {
            return set.strip();
        }
        String value = set.substring(equals + 1).strip();
        return path(set).strip() + "=" + (AMOUNT.matcher(value).matches() ? value.replaceAll("\\s+", "") : value);
    }

    private static String path(String set) {
        int equals = set.indexOf('=');
        return equals < 0 ? set : set.substring(0, equals);
    }

    /** The shortest path among all that is this one's, or stands above it. */
    private static String top(String set, List<String> all) {
        String path = path(set);
        return all.stream()
                .map(Overrides::path)
                .filter(above -> path.equals(above) || path.startsWith(above + ".") || path.startsWith(above + "["))
                .min(Comparator.comparingInt(String::length))
                .orElse(path);
    }
}
