package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Estate;

/** Who repairs what: crews of each pool, and what waits for one of them, in order of failure. */
final class Repairs {
    private final int[] pool; // by component
    private final int[] crews; // by pool
    private final int[] idle; // the same
    private final int[] first; // component that waits longest, by pool
    private final int[] last;
    private final int[] next; // by component

    Repairs(Estate estate) {
        pool = estate.crew();
        crews = estate.crews();
        idle = new int[crews.length];
        first = new int[crews.length];
        last = new int[crews.length];
        next = new int[pool.length];
    }

    void clear() {
        System.arraycopy(crews, 0, idle, 0, crews.length);
        Arrays.fill(first, State.NONE);
    }

    /** The component waits for a crew, unless one begins at once: then it is not here any more. */
    boolean begins(int component) {
        int of = pool[component];
        if (of == Estate.OWN_CREW) {
            return true;
        }
        if (idle[of] > 0) {
            idle[of]--;
            return true;
        }
        next[component] = State.NONE;
        if (first[of] == State.NONE) {
            first[of] = component;
        } else {
            next[last[of]] = component;
        }
        last[of] = component;
        return false;
    }

    /** The crew of the component is done with it: the component with which it begins next, or NONE. */
    int afterRepairOf(int component) {
        int of = pool[component];
        if (of == Estate.OWN_CREW) {
            return State.NONE;
        }
        int waiting = first[of];
        if (waiting == State.NONE) {
            idle[of]++;
        } else {
            first[of] = next[waiting];
        }
        return waiting;
    }
}
