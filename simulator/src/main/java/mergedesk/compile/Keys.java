package mergedesk.compile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the keys of one part of the scenario in the order of the file. Equal to others of the same keys in the same order. */
final class Keys {
    private final String what;
    private final List<String> list;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /**
     * @param what what the keys name, for messages
     */
    Keys(String what, Collection<String> keys) {
        this.what = what;
        this.list = List.copyOf(keys);
        for (String key : list) {
            numbers.put(key, numbers.size());
        }
    }

    /** The number of a key. Throws IllegalArgumentException when the scenario has no such key, which the reader would have reported. */
    int of(String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("No " + what + " " + key + "; known: " + list);
        }
        return number;
    }

    /** All keys in order. */
    List<String> list() {
        return list;
    }

    int size() {
        return list.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Keys keys && list.equals(keys.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }
}
