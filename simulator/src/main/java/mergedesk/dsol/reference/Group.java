package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Agents of one desk with the same skills. */
final class Group {
    /** What the group may take: contacts of a queue once they have waited long enough, at a level; lower levels first. */
    record Row(ContactQueue queue, long afterTicks, int level) {}

    final int number;
    Desk desk;
    /** Council that employs them; -1: none. */
    int employer;
    final boolean byShift;
    /** Whether the group has a rule for chats. */
    final boolean hasChats;
    /** Chats that an agent may have at once. */
    final int chatPlaces;
    /** A call is for an agent with at most so many chats. */
    final int callsWith;
    final List<Agent> agents = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();

    /** Agents that should be present; of no meaning in groups by shift. */
    int target;

    Group(int number, boolean byShift, boolean hasChats, int chatPlaces, int callsWith) {
        this.number = number;
        this.byShift = byShift;
        this.hasChats = hasChats;
        this.chatPlaces = chatPlaces;
        this.callsWith = callsWith;
    }

    /** Of those at work, how many may have deferred work; and how many stay idle for people. */
    long millionthsForPieces;

    long reserve;

    /** Agents with deferred work, in the order in which they took theirs up. */
    final List<Agent> working = new ArrayList<>();

    /** Whether agents who should go have stayed for somebody in the single file of their desk, and such people are still in it. */
    boolean staysLate;

    /** Whether people stand in the file of the closed desk whom the group may take once they are in front. */
    boolean isNeededByFile() {
        return desk.servesLast() && rows.stream().anyMatch(row -> row.queue().file != null && !row.queue().waiting.isEmpty());
    }

    /** Those who are idle, the longest first, those of one tick by number. */
    List<Agent> idle() {
        return agents.stream()
                .filter(Agent::isIdle)
                .sorted(Comparator.comparingLong((Agent agent) -> agent.sinceTick).thenComparingInt(agent -> agent.number))
                .toList();
    }

    /** Agents who are scheduled, in a group by number. */
    int scheduled() {
        return Math.min(target, (int) agents.stream().filter(agent -> !agent.away).count());
    }

    /** Whether the agent is one of the highest numbers of which there are too many at work; in a group by number. */
    boolean isSurplus(Agent agent) {
        long fromHere = agents.stream().filter(other -> other.number >= agent.number && other.isPresent() && !other.away).count();
        return fromHere <= staying() - scheduled();
    }

    /** Agents who are at work and not about to leave because they are away. */
    long staying() {
        return agents.stream().filter(agent -> agent.isPresent() && !agent.away).count();
    }
}
