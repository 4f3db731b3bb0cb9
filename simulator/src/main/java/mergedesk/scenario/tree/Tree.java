package mergedesk.scenario.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mergedesk.units.PlainText;

/** A document before it has a meaning: tables, lists and texts, each with the place where it stands. Immutable. */
public sealed interface Tree {
    /** Where the value begins. */
    Place place();

    /** The value for a message: a text in quotation marks, shortened, or what kind of thing it is. */
    String shown();

    /** A single value; {@code text} is null when nothing is written. */
    record Leaf(Place place, String text) implements Tree {
        @Override
        public String shown() {
            return text == null ? "nothing" : quote(text);
        }
    }

    /** A list. */
    record Items(Place place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A table; keys in the order of the file. */
    record Table(Place place, Map<String, Entry> entries) implements Tree {
        @Override
        public String shown() {
            return "a table";
        }

        /** The value of a key, or null. */
        public Tree get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** Whether {@code file} itself, not one that it extends, has the key. */
        public boolean has(String key, String file) {
            Entry entry = entries.get(key);
            return entry != null && entry.keyPlace().file().equals(file);
        }

        /** A copy in which {@code key} has another value; a new key comes last. */
        public Table with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Table(place, changed);
        }

        /** A copy without {@code key}. */
        public Table without(String key) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Table(place, changed);
        }
    }

    /**
     * A value with the place of its key.
     *
     * @param isBelow whether a file that the key's extends has the key as well
     */
    record Entry(Place keyPlace, Tree value, boolean isBelow) {
        /** Of a file that extends none, or nothing with this key. */
        public Entry(Place keyPlace, Tree value) {
            this(keyPlace, value, false);
        }

        /** The same key with another value. */
        public Entry with(Tree other) {
            return new Entry(keyPlace, other, isBelow);
        }
    }

    /** {@code text} in quotation marks, at most 60 characters of it. */
    static String quote(String text) {
        return '"' + PlainText.line(text.length() > 60 ? text.substring(0, 57) + "..." : text) + '"';
    }
}
