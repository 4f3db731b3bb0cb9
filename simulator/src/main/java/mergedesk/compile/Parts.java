package mergedesk.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Parts of Programs that were made before, each beside what it was made of: whoever compiles many scenarios that differ in a few numbers makes anew only what these numbers reach. Program and findings are the same with it and
 * without. Remembers a few of each {@link Part}, for plans with several phases, and sweeps over several scenarios. Of one thread.
 */
public final class Parts {
    private static final int REMEMBERED = 8;

    private final Map<Part<?, ?>, Deque<Made>> made = new LinkedHashMap<>(); // latest first

    private record Made(Object from, Object part) {}

    /** The part that comes of a value. */
    @SuppressWarnings("unchecked") // what stands under a part was made by it
    <F, T> T of(Part<F, T> part, F from) {
        Deque<Made> known = made.computeIfAbsent(part, none -> new ArrayDeque<>());
        for (Iterator<Made> all = known.iterator(); all.hasNext(); ) {
            Made one = all.next();
            if (Objects.equals(one.from, from)) {
                if (one != known.peekFirst()) {
                    all.remove();
                    known.addFirst(one);
                }
                return (T) one.part;
            }
        }
        T now = part.make().apply(from);
        known.addFirst(new Made(from, now));
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
        return now;
    }
}
