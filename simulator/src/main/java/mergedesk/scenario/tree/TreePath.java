package mergedesk.scenario.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way from the top of a scenario to a value, as people write it: {@code groups.north.shifts[0].agents}. */
public final class TreePath {
    private static final Pattern BEFORE_BRACKET = Pattern.compile("(?=\\[)");
    private static final Pattern INDEXED = Pattern.compile("([^\\[\\]]+)((?:\\[[0-9]{1,6}])*)");

    private TreePath() {}

    /** {@code groups.north.shifts[0].agents} to groups, north, shifts, [0], agents; null when it is no path. */
    public static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            Matcher matcher = INDEXED.matcher(part);
            if (!matcher.matches()) {
                return null;
            }
            segments.add(matcher.group(1));
            if (!matcher.group(2).isEmpty()) {
                segments.addAll(List.of(BEFORE_BRACKET.split(matcher.group(2))));
            }
        }
        return segments;
    }

    /** The path that {@link #segments} takes apart. */
    public static String join(List<String> segments) {
        return String.join(".", segments).replace(".[", "[");
    }

    /** {@code path.key}, or the key alone at the top. */
    public static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
