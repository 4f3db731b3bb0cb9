package mergedesk.kernel;

import java.util.Arrays;
import mergedesk.program.Program;

/**
 * Several agents with one ticket. Those who are with it stand in a ring, in order of joining; whoever worked on it last, as {@link Pieces} has it, closes the ring. Tickets that want more people are in a list,
 * in the order in which they began to; there are few.
 */
final class Crews {
    private final int[] next; // by agent, who joined after; the first after the last
    private final boolean[] released; // the ticket in hand was finished by somebody else, at this tick
    private int[] wanting = new int[8];
    private int count;
    private int others; // agents with a ticket beside the first of each

    Crews(Program program) {
        next = new int[program.tickets().any() ? program.agentCount() : 0];
        released = new boolean[next.length];
    }

    void clear() {
        for (int agent = 0; agent < next.length; agent++) {
            next[agent] = agent;
        }
        Arrays.fill(released, false);
        count = 0;
        others = 0;
    }

    /** The agent is alone with a ticket. */
    void begin(int agent) {
        next[agent] = agent;
    }

    /** The agent joins those of whom {@code last} joined last. */
    void join(int agent, int last) {
        next[agent] = next[last];
        next[last] = agent;
        others++;
    }

    /** The agent leaves the others. Who stands before the agent now: the last, if the agent was. */
    int leave(int agent) {
        int before = agent;
        while (next[before] != agent) {
            before = next[before];
        }
        next[before] = next[agent];
        others--;
        return before;
    }

    /** The ticket is done: the others will find that at this tick. */
    void release(int agent) {
        int other = next[agent];
        next[agent] = agent;
        while (other != agent) {
            int after = next[other];
            released[other] = true;
            next[other] = other;
            other = after;
        }
    }

    /** Whether the agent finds the ticket in hand done by somebody else; no longer, then. */
    boolean findsDone(int agent) {
        boolean done = released.length > 0 && released[agent];
        if (done) {
            released[agent] = false;
            others--;
        }
        return done;
    }

    /** Whether the ticket in hand was finished by somebody else, at this tick. */
    boolean isReleased(int agent) {
        return released.length > 0 && released[agent];
    }

    /** Whether anybody is with the ticket beside the agent. */
    boolean hasOthers(int agent) {
        return next.length > 0 && next[agent] != agent;
    }

    /** Who joined after the agent, or the first after the last. */
    int after(int agent) {
        return next[agent];
    }

    /** How many are with the ticket that the agent is with. */
    int size(int agent) {
        int size = 1;
        for (int other = next[agent]; other != agent; other = next[other]) {
            size++;
        }
        return size;
    }

    /** Agents with a ticket beside the first of each. */
    int others() {
        return others;
    }

    /** The ticket wants more people, or no longer. */
    void setWants(int contact, boolean wants) {
        int at = place(contact);
        if (wants && at == count) {
            if (count == wanting.length) {
                wanting = Arrays.copyOf(wanting, 2 * count);
            }
            wanting[count++] = contact;
        } else if (!wants && at < count) {
            System.arraycopy(wanting, at + 1, wanting, at, --count - at);
        }
    }

    /** Whether it does. */
    boolean wants(int contact) {
        return place(contact) < count;
    }

    private int place(int contact) {
        int at = 0;
        while (at < count && wanting[at] != contact) {
            at++;
        }
        return at;
    }

    /** How many tickets want more people. */
    int wanting() {
        return count;
    }

    /** One of them. */
    int wanting(int place) {
        return wanting[place];
    }
}
