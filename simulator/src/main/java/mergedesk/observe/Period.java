package mergedesk.observe;

import java.util.List;
import java.util.Set;
import mergedesk.observe.Scopes.Kind;
import mergedesk.program.CalendarPeriods;
import mergedesk.program.Periods;
import mergedesk.program.Program;

/**
 * Parts of the window by which results may be kept beside those of all of it: days of the calendar, or intervals of the week.
 *
 * <p>By days of the calendar a contact counts when its wait ends (see {@link CalendarTotals}), by interval of the week when it arrived.
 */
public enum Period {
    MONTH,
    /** From Monday to Sunday. */
    WEEK,
    /** All Mondays together, and so on. */
    WEEKDAY,
    DATE,
    /** Interval of the week. */
    INTERVAL,
    /** From one step of a plan to the next. */
    PHASE;

    private static final Set<Kind> MONTHLY = Set.of(Kind.OVERALL, Kind.COUNCIL, Kind.SERVICE, Kind.DESK, Kind.GROUP);
    private static final Set<Kind> BY_DATE = Set.of(Kind.OVERALL, Kind.COUNCIL, Kind.DESK);

    /** Whether results are kept by such periods for places of this kind; everything together has rows by interval of its own. */
    boolean isKeptFor(Kind kind) {
        return switch (this) {
            case MONTH, PHASE -> MONTHLY.contains(kind);
            case WEEK, DATE -> BY_DATE.contains(kind);
            case INTERVAL -> kind == Kind.DESK;
            case WEEKDAY -> false; // where a target asks
        };
    }

    /** What the program calls each; none where there are none. */
    public List<String> names(Program program) {
        if (this != INTERVAL) {
            return days(program).names();
        }
        Program.Horizon horizon = program.horizon();
        boolean hasBatches = horizon.batchTicks() < horizon.endTick() - horizon.warmUpEndTick();
        return hasBatches ? List.of() : program.names().intervals();
    }

    /** The numbers of the first, and of the one after the last, of the periods of days that lie in a stretch of days as a whole, as far as they count; the same where there is none. */
    public int[] within(Program program, int firstDay, int endDay) {
        Periods periods = days(program);
        int from = 0;
        int to = periods.count();
        for (int day = 0; day < program.calendar().dayCount(); day++) {
            int period = periods.of(day);
            if (period >= 0 && day < firstDay) {
                from = period + 1;
            } else if (period >= 0 && day >= endDay) {
                to = Math.min(to, period);
            }
        }
        return new int[] {from, Math.max(from, to)};
    }

    /** How the days are divided; not for intervals of the week. */
    Periods days(Program program) {
        CalendarPeriods calendar = program.names().calendar();
        return switch (this) {
            case MONTH -> calendar.months();
            case WEEK -> calendar.weeks();
            case WEEKDAY -> calendar.weekdays();
            case DATE -> calendar.dates();
            case INTERVAL -> Periods.NONE;
            case PHASE -> calendar.phases();
        };
    }
}
