package mergedesk.units;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether two values say the same, also in the order of their entries: tables with the same entries are equal to {@link Map#equals} in any order, but what is made of them is not. What is the same object is not looked into.
 */
public final class Alike {
    private Alike() {}

    /** Looks into records, lists, sets and tables; other values are alike when they are equal. */
    public static boolean are(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Record && other instanceof Record && one.getClass() == other.getClass()) {
            return areComponents(one, other);
        }
        if (one instanceof Map<?, ?> table && other instanceof Map<?, ?> otherTable) {
            return areItems(table.keySet(), otherTable.keySet()) && areItems(table.values(), otherTable.values());
        }
        boolean areCollections = one instanceof List && other instanceof List || one instanceof Set && other instanceof Set;
        return areCollections ? areItems((Collection<?>) one, (Collection<?>) other) : Objects.equals(one, other);
    }

    private static boolean areComponents(Object one, Object other) {
        Components components = Components.of(one.getClass());
        for (int i = 0; i < components.count(); i++) {
            if (!are(components.value(i, one), components.value(i, other))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areItems(Collection<?> some, Collection<?> others) {
        if (some.size() != others.size()) {
            return false;
        }
        Iterator<?> other = others.iterator();
        for (Object one : some) {
            if (!are(one, other.next())) {
                return false;
            }
        }
        return true;
    }
}
