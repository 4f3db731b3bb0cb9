package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Estate;

/**
 * Who repairs what: crews of each pool, and what waits for one of them, in order of failure. A pool may be a desk: its repairs are deferred work, and wait and are done as that is; a contact that is
 * one tells of which component by what stands for the day in its name.
 */
final class Repairs {
    private final int[] pool; // by component
    private final int[] crews; // by pool
    private final int[] flow; // the same
    private final int firstDay; // of the first component, downwards from there
    private final int[] idle; // the same
    private final int[] first; // component that waits longest, by pool
    private final int[] last;
    private final int[] next; // by component

    Repairs(Estate estate) {
        pool = estate.crew();
        crews = estate.crews();
        flow = estate.crewFlow();
        firstDay = Incidents.FIRST_DAY - estate.applications().count();
        idle = new int[crews.length];
        first = new int[crews.length];
        last = new int[crews.length];
        next = new int[pool.length];
    }

    void clear() {
        System.arraycopy(crews, 0, idle, 0, crews.length);
        Arrays.fill(first, State.NONE);
    }

    /** Flow as whose work the component is repaired; NONE where crews do that. */
    int flow(int component) {
        return pool[component] == Estate.OWN_CREW ? State.NONE : flow[pool[component]];
    }

    /** What stands for the day in the name of a contact that is a repair of the component. */
    int day(int component) {
        return firstDay - component;
    }

    /** The component of which a contact with this day is a repair, or NONE. */
    int component(int day) {
        return day > firstDay ? State.NONE : firstDay - day;
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
        if (of == Estate.OWN_CREW || flow[of] != Estate.NONE) {
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
