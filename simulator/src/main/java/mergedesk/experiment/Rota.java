package mergedesk.experiment;

import java.util.Comparator;
import java.util.PriorityQueue;
import mergedesk.program.Program;
import mergedesk.program.Timetable;

/**
 * Doors and agents as they are planned, followed through the timetable from its start. Breaks begin and end as planned, whoever is on the telephone.
 *
 * <p>Before the first call of {@link #to}, all is closed and nobody is there.
 */
final class Rota {
    private final Timetable.Walk timetable;
    private final Program.Groups groups;
    private final boolean[] open;
    private final boolean[] letsIn;
    private final boolean[] campaignOpen;
    private final boolean[] portalOpen;
    private final int[] agentsOfDesk;
    private final int[] agentsOfGroup;
    private final boolean[] onShift;
    private final long[] breakUntil; // planned end of the agent's break, 0 when there is none
    private final PriorityQueue<BreakEnd> breakEnds = new PriorityQueue<>(Comparator.comparingLong(BreakEnd::tick));

    private record BreakEnd(long tick, int agent) {}

    Rota(Program program) {
        timetable = new Timetable.Walk(program);
        groups = program.groups();
        open = new boolean[program.deskCount()];
        letsIn = new boolean[program.deskCount()];
        campaignOpen = new boolean[program.campaigns().count()];
        portalOpen = new boolean[program.portals().portals()];
        agentsOfDesk = new int[program.deskCount()];
        agentsOfGroup = new int[program.groupCount()];
        boolean anyShift = program.groupCount() > 0 && isAny(groups.byShift());
        onShift = new boolean[anyShift ? program.agentCount() : 0];
        breakUntil = new long[anyShift ? program.agentCount() : 0];
    }

    private static boolean isAny(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    /** Tick of the next change after those that have been followed; NEVER when there is none. */
    long next() {
        return breakEnds.isEmpty() ? timetable.tick() : Math.min(timetable.tick(), breakEnds.peek().tick);
    }

    /** Follows all changes up to and at {@code tick}, which never goes back. */
    void to(long tick) {
        while (next() <= tick) {
            if (!breakEnds.isEmpty() && breakEnds.peek().tick == next()) {
                endBreak(breakEnds.poll());
            } else {
                follow();
                timetable.next();
            }
        }
    }

    boolean isOpen(int desk) {
        return open[desk];
    }

    /** Whether who comes now is let in: as long as the desk is open, but not after its last entry. */
    boolean letsIn(int desk) {
        return letsIn[desk];
    }

    /** Whether a campaign may call. */
    boolean mayCall(int campaign) {
        return campaignOpen[campaign];
    }

    /** Whether self-service is open. */
    boolean isAvailable(int portal) {
        return portalOpen[portal];
    }

    /** Agents of a desk who are planned to be at work. */
    int agentsAt(int desk) {
        return agentsOfDesk[desk];
    }

    /** Agents of a group who are planned to be at work. */
    int agentsOf(int group) {
        return agentsOfGroup[group];
    }

    private void follow() {
        int subject = timetable.subject();
        switch (timetable.action()) {
            case Timetable.OPEN -> {
                open[subject] = true;
                letsIn[subject] = true;
            }
            case Timetable.CLOSE -> {
                open[subject] = false;
                letsIn[subject] = false;
            }
            case Timetable.CAMPAIGN_START -> campaignOpen[subject] = true;
            case Timetable.CAMPAIGN_STOP -> campaignOpen[subject] = false;
            case Timetable.PORTAL_OPEN -> portalOpen[subject] = true;
            case Timetable.PORTAL_CLOSE -> portalOpen[subject] = false;
            case Timetable.SHARE, Timetable.RESERVE -> {} // nobody's presence
            case Timetable.LAST_ENTRY -> letsIn[subject] = false;
            case Timetable.STAFF -> more(subject, (int) timetable.value() - agentsOfGroup[subject]);
            case Timetable.SHIFT_START -> {
                onShift[subject] = true;
                more(groups.groupOf(subject), 1);
            }
            case Timetable.BREAK -> startBreak(subject, timetable.tick(), timetable.value());
            case Timetable.SHIFT_END -> {
                onShift[subject] = false;
                more(groups.groupOf(subject), breakUntil[subject] > 0 ? 0 : -1);
            }
            default -> throw new IllegalStateException("timetable action " + timetable.action());
        }
    }

    /** A break that falls due during another follows it. */
    private void startBreak(int agent, long tick, long ticks) {
        if (!onShift[agent]) {
            return;
        }
        more(groups.groupOf(agent), breakUntil[agent] > 0 ? 0 : -1);
        breakUntil[agent] = Math.max(breakUntil[agent], tick) + ticks;
        breakEnds.add(new BreakEnd(breakUntil[agent], agent));
    }

    private void endBreak(BreakEnd end) {
        if (breakUntil[end.agent] == end.tick) {
            breakUntil[end.agent] = 0;
            more(groups.groupOf(end.agent), onShift[end.agent] ? 1 : 0);
        }
    }

    private void more(int group, int agents) {
        agentsOfGroup[group] += agents;
        agentsOfDesk[groups.desk()[group]] += agents;
    }
}
