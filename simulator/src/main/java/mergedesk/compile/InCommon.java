package mergedesk.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What Programs have in common: whatever was made for the last of them, each beside what it was made of, so that whoever compiles many scenarios that differ in a few numbers makes anew only what these numbers reach. Program and findings are the same with it and
 * without. Remembers a few of each {@link Common}, for plans with several phases, and sweeps over several scenarios. Of one thread.
 */
public final class InCommon {
    private static final int REMEMBERED = 8;

    private final Map<Common<?, ?>, Deque<Made>> made = new LinkedHashMap<>(); // latest first

    private record Made(Object from, Object made) {}

    /** What comes of a value. */
    @SuppressWarnings("unchecked") // what stands there was made by it
    <F, T> T of(Common<F, T> what, F from) {
        Deque<Made> known = made.computeIfAbsent(what, none -> new ArrayDeque<>());
        for (Iterator<Made> all = known.iterator(); all.hasNext(); ) {
            Made one = all.next();
            if (Objects.equals(one.from, from)) {
                if (one != known.peekFirst()) {
                    all.remove();
                    known.addFirst(one);
                }
                return (T) one.made;
            }
        }
        T now = what.make().apply(from);
        known.addFirst(new Made(from, now));
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
        return now;
    }
}
