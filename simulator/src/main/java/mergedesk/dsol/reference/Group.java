package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;

/** Agents of one desk with the same skills. */
final class Group {
    /** What the group may take: contacts of a queue once they have waited long enough, at a level; lower levels first. */
    record Row(ContactQueue queue, long afterTicks, int level) {}

    final int number;
    final Desk desk;
    final boolean byShift;
    final List<Agent> agents = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();

    /** Agents that should be present; of no meaning in groups by shift. */
    int target;

    Group(int number, Desk desk, boolean byShift) {
        this.number = number;
        this.desk = desk;
        this.byShift = byShift;
    }

    /** Agents who are scheduled, in a group by number. */
    int scheduled() {
        return Math.min(target, (int) agents.stream().filter(agent -> !agent.away).count());
    }

    /** Agents who are at work and not about to leave because they are away. */
    long staying() {
        return agents.stream().filter(agent -> agent.isPresent() && !agent.away).count();
    }
}
