package mergedesk.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.InPost;
import mergedesk.scenario.Shift;
import mergedesk.scenario.WeeklyHours;

/**
 * Agents of a group when some of its people have gone: of staffing and shifts as they are written, the part that people who are left are of all. Agents are whole: a table carries what is over from one time of the week to
 * the next, so that hours of the week keep the part, and shifts get their numbers by largest remainders.
 */
final class Headcount {
    private Headcount() {}

    /** Agents who are there. */
    static WeekSteps present(AgentGroup group, WeeklyHours opening) {
        InPost left = group.inPost();
        return left == null ? written(group, opening) : written(group, opening).part(left.there(), left.atFirst());
    }

    /** Agents as they are written: all. */
    static WeekSteps written(AgentGroup group, WeeklyHours opening) {
        Integer constant = group.staffing().constant();
        return constant == null ? WeekSteps.of(group.staffing()) : WeekSteps.of(opening, constant);
    }

    /** Shifts with those who are there, as many as are written. */
    static List<Shift> presentShifts(AgentGroup group) {
        InPost left = group.inPost();
        return left == null ? group.shifts() : part(group.shifts(), left.there(), left.atFirst());
    }

    private static List<Shift> part(List<Shift> shifts, long part, long whole) {
        long all = shifts.stream().mapToLong(Shift::agents).sum();
        long[] agents = shifts.stream().mapToLong(shift -> shift.agents() * part / whole).toArray();
        long over = (2 * all * part + whole) / (2 * whole) - IntStream.range(0, agents.length).mapToLong(i -> agents[i]).sum();
        List<Integer> byRemainder = new ArrayList<>(IntStream.range(0, agents.length).boxed().toList());
        byRemainder.sort(Comparator.comparingLong(i -> -(shifts.get(i).agents() * part % whole)));
        byRemainder.stream().limit(Math.max(0, over)).forEach(i -> agents[i]++);
        return IntStream.range(0, agents.length).mapToObj(i -> shifts.get(i).with(Shift::agents, (int) agents[i])).toList();
    }
}
