package mergedesk.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mergedesk.units.Ticks;

/** Programs with a timetable that no compiler writes yet, or ever. */
public final class Timetables {
    /** An action that does not exist. */
    public static final int UNKNOWN = 99;

    private Timetables() {}

    /** A step of one subject. */
    public record Step(long tick, int action, int subject, long value) {
        private static final Comparator<Step> IN_ORDER = Comparator.comparingLong(Step::tick)
                .thenComparingInt(Step::action)
                .thenComparingInt(Step::subject)
                .thenComparingLong(Step::value);
    }

    /** The program, but all that is planned is an unknown action at a tick of its first day. */
    public static Program broken(Program program, long tick) {
        return with(program, List.of(new Step(tick, UNKNOWN, 0, 0)));
    }

    /** The program, and these steps are planned too. */
    public static Program plus(Program program, List<Step> further) {
        List<Step> steps = new ArrayList<>(further);
        for (Timetable.Walk step = new Timetable.Walk(program); step.tick() < Ticks.NEVER; step.next()) {
            steps.add(new Step(step.tick(), step.action(), step.subject(), step.value()));
        }
        steps.sort(Step.IN_ORDER);
        return with(program, steps);
    }

    /** Every day has a pattern of its own. */
    private static Program with(Program p, List<Step> steps) {
        long[] starts = p.calendar().dayStartTick();
        int days = p.calendar().dayCount();
        int[] patternOfDay = new int[days];
        int[] patternOffset = new int[days + 1];
        for (int day = 0; day < days; day++) {
            long end = starts[day + 1];
            patternOfDay[day] = day;
            patternOffset[day + 1] = (int) steps.stream().filter(step -> step.tick < end).count();
        }
        int[] ones = new int[steps.size()];
        Arrays.fill(ones, 1);
        Timetable timetable = new Timetable(
                patternOfDay,
                patternOffset,
                steps.stream().mapToLong(step -> step.tick - starts[day(starts, step.tick)]).toArray(),
                steps.stream().mapToInt(Step::action).toArray(),
                steps.stream().mapToInt(Step::subject).toArray(),
                ones,
                steps.stream().mapToLong(Step::value).toArray(),
                p.timetable().endTick());
        return new Program(p.calendar(), p.horizon(), p.demand(), p.lengths(), p.contacts(), p.deferred(), p.tickets(), p.portals(), p.campaigns(), p.needs(), p.incidents(), p.desks(), p.groups(), p.routing(), timetable, p.plan(), p.estate(), p.pay(), p.power(), p.names());
    }

    private static int day(long[] starts, long tick) {
        int found = Arrays.binarySearch(starts, tick);
        return found >= 0 ? found : -found - 2;
    }
}
