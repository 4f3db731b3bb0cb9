package mergedesk.scenario.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The way from the top of a scenario to a value, as people write it: {@code groups.north.shifts[0].agents}. */
public final class TreePath {
    private static final Pattern BEFORE_BRACKET = Pattern.compile("(?=\\[)");
    private static final Pattern INDEXED = Pattern.compile("[^\\[\\]]+(?:\\[[0-9]{1,6}])+");

    private TreePath() {}

    /** {@code groups.north.shifts[0].agents} to groups, north, shifts, [0], agents; null when it is no path. */
    public static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (int from = 0; from <= path.length(); ) {
            int dot = path.indexOf('.', from);
            int end = dot < 0 ? path.length() : dot;
            if (!addPart(segments, path.substring(from, end))) {
                return null;
            }
            from = end + 1;
        }
        return segments;
    }

    /** Adds a key and the numbers in brackets behind it; false when that is not what it is. */
    private static boolean addPart(List<String> segments, String part) {
        int key = part.indexOf('[');
        if (key < 0) {
            segments.add(part);
            return !part.isEmpty() && part.indexOf(']') < 0;
        }
        if (!INDEXED.matcher(part).matches()) {
            return false;
        }
        segments.add(part.substring(0, key));
        segments.addAll(List.of(BEFORE_BRACKET.split(part.substring(key))));
        return true;
    }

    /** The path that {@link #segments} takes apart. */
    public static String join(List<String> segments) {
        return String.join(".", segments).replace(".[", "[");
    }

    /** {@code path.key}, or the key alone at the top. */
    public static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** How many keys it has. */
    public static int depth(String path) {
        int depth = 1;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            depth++;
        }
        return depth;
    }
}
