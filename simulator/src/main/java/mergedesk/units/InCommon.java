package mergedesk.units;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What was made of values lately, each beside what it was made of, so that whoever reads, compiles and runs many scenarios that differ in a few numbers makes anew only what these numbers reach. What comes of it is the same with it and without. Remembers the last two of
 * each {@link Common}, in each phase of a plan: it does not grow with how many there have been. Of one thread.
 */
public final class InCommon {
    private static final int REMEMBERED = 2; // the planned one beside, or the one to which a factor goes back

    private final Map<Place, Deque<Made>> made = new LinkedHashMap<>(); // latest first

    /** What is made several times in each Program has a number. */
    private record Place(Common<?, ?> what, int number) {}

    private record Made(Object from, Object made) {}

    /** What comes of a value, of which each Program has one. */
    public <F, T> T of(Common<F, T> what, F from) {
        return of(what, 0, from);
    }

    /** The same where it was made of this very object: for what is alike in hardly two Programs, and would be compared in vain. */
    public <F, T> T ofItself(Common<F, T> what, F from) {
        return of(what, 0, from, (one, other) -> one == other);
    }

    /** The same of the value with this number, where each Program has several. */
    public <F, T> T of(Common<F, T> what, int number, F from) {
        return of(what, number, from, Alike::are);
    }

    @SuppressWarnings("unchecked") // what stands there was made by it
    private <F, T> T of(Common<F, T> what, int number, F from, BiPredicate<Object, Object> same) {
        Deque<Made> known = made.computeIfAbsent(new Place(what, number), none -> new ArrayDeque<>());
        for (Iterator<Made> all = known.iterator(); all.hasNext(); ) {
            Made one = all.next();
            if (same.test(one.from, from)) {
                if (one != known.peekFirst()) {
                    all.remove();
                    known.addFirst(one);
                }
                return (T) one.made;
            }
        }
        T now = what.make().apply(from, this);
        known.addFirst(new Made(from, now));
        if (known.size() > REMEMBERED) {
            known.removeLast();
        }
        return now;
    }
}
