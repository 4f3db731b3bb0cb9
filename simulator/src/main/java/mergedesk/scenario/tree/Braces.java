package mergedesk.scenario.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes wrong in a table in braces only, because commas and colons divide there: numbers with commas, and colons without a blank.
 *
 * <p>Both leave YAML with a key that has no value. The entry that was meant takes its place, and a {@link Slip} says what to write.
 */
final class Braces {
    /** A key and its value without a blank behind the colon; no time of day and no address. */
    private static final Pattern STUCK = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_-]*):((?!//)\\S.*)", Pattern.DOTALL);

    static final String NO_BLANK = "a colon needs a blank behind it";

    private final Map<String, Tree.Entry> entries;
    private final List<Slip> slips = new ArrayList<>();
    private CutValue last;
    /** Where the key of the last value stands, if its colon has no blank. */
    private Place stuckAt;

    /** A fault and the key in whose place it is. */
    record Slip(String key, Place place, String found, String rule, String advice) {}

    Braces(Map<String, Tree.Entry> entries) {
        this.entries = entries;
    }

    /** Whether {@code key} has no value because something was written so that YAML divides it wrongly; then it is put right. */
    boolean mends(String key, Place where, Tree value) {
        if (!(value instanceof Tree.Leaf leaf) || leaf.text() != null) {
            return false;
        }
        CutValue longer = last == null ? null : longer(key, where, leaf.place());
        if (longer == null) {
            return unsticks(key, where);
        }
        if (!slips.isEmpty() && slips.get(slips.size() - 1).key().equals(longer.key())) {
            slips.remove(slips.size() - 1);
        }
        slips.add(stuckAt == null
                ? new Slip(longer.key(), longer.place(), Tree.quote(longer.text()), longer.rule(), longer.advice())
                : new Slip(
                        longer.key(),
                        stuckAt,
                        Tree.quote(longer.key() + ":" + longer.text()),
                        NO_BLANK + ", and " + longer.rule(),
                        "write " + longer.key() + ": " + longer.written()));
        entries.computeIfPresent(
                longer.key(), (k, entry) -> new Tree.Entry(entry.keyPlace(), new Tree.Leaf(longer.place(), longer.meant())));
        last = longer;
        return true;
    }

    /** The value before {@code key} with it as a further piece; null when it is none. */
    private CutValue longer(String key, Place where, Place behind) {
        CutValue longer = last.and(key, where);
        boolean colon = behind.line() != where.line() || behind.column() != where.column() + key.length();
        return longer != null || colon || STUCK.matcher(key).matches() ? longer : last.andText(key, where);
    }

    private boolean unsticks(String key, Place where) {
        Matcher stuck = STUCK.matcher(key);
        if (!stuck.matches()) {
            return false;
        }
        String meant = stuck.group(1);
        String advice = "write " + meant + ": " + stuck.group(2);
        slips.add(new Slip(meant, where, Tree.quote(key), NO_BLANK, advice));
        Place behind = new Place(where.file(), where.folder(), where.line(), where.column() + meant.length() + 1);
        Tree.Leaf value = new Tree.Leaf(behind, stuck.group(2));
        entries.putIfAbsent(meant, new Tree.Entry(where, value));
        last = CutValue.begun(meant, value);
        stuckAt = where;
        return true;
    }

    /** Notes that a value was added, which a comma may have cut. */
    void added(String key, Tree value) {
        last = CutValue.begun(key, value);
        stuckAt = null;
    }

    List<Slip> slips() {
        return slips;
    }
}
