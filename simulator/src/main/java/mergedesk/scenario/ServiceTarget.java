package mergedesk.scenario;

import mergedesk.units.Internal;
import mergedesk.units.With;

/** A measure that must reach a value, overall or in one place, in all of the time together or in every part of it; from the start to the end, or from one step of the plan to another. */
public record ServiceTarget(
        @Meaning(value = "Measure, an identifier of kpis.csv, or ASA, AHT, GoS, FTE.", required = true)
        String measure,

        @Meaning(value = "Smallest acceptable value; shares as 80 %, times as 30 s.", form = Meaning.Form.OF_MEASURE)
        @Limits(least = 0)
        Double atLeast,

        @Meaning(value = "Largest acceptable value.", form = Meaning.Form.OF_MEASURE) @Limits(least = 0)
        Double atMost,

        @Meaning("Only this council. A target has one of council, service, desk, group and application, or none.")
        String council,

        @Meaning("Only this service.") String service,
        @Meaning("Only this desk.") String desk,
        @Meaning("Only this group.") String group,
        @Meaning("This application; for measures of applications alone.") String application,

        @Meaning("It must hold in each of these by itself, not only in all of the time together: month (calendar months), week (from Monday), weekday (all Mondays together, all Tuesdays ...), interval (each interval of the week), phase (from one step of the plan to the next).")
        Every every,

        @Meaning("The step of the plan with which it begins to hold, to the end of the run, or of a step that lasts for a time; from the start of the run when absent. A target that holds for a part of the run must hold in each phase of it, or each month or week, as every says.")
        String from,

        @Meaning("The step of the plan with which it ends to hold; none when absent.")
        String until) implements With<ServiceTarget> {
    /** Overall, at least so much: shares 0 .. 1, times in seconds. */
    public static ServiceTarget atLeast(String measure, double bound) {
        return new ServiceTarget(measure, bound, null, null, null, null, null, null, null, null, null);
    }

    /** Overall, at most so much. */
    public static ServiceTarget atMost(String measure, double bound) {
        return new ServiceTarget(measure, null, bound, null, null, null, null, null, null, null, null);
    }

    /** Whether it holds for a part of the run only. */
    public boolean isDated() {
        return from != null || until != null;
    }

    /** In what it must hold time after time: where it holds for a part of the run, at least from one step of the plan to the next; null for all of the time together. */
    @Internal
    public Every judgedIn() {
        return every == null && isDated() ? Every.PHASE : every;
    }

    /** Which bound it has. */
    public boolean isAtLeast() {
        return atLeast != null;
    }

    /** Its bound. */
    public double bound() {
        return isAtLeast() ? atLeast : atMost;
    }

    /** In what a target must hold time after time. */
    public enum Every {
        /** Each calendar month. */
        MONTH,
        /** Each week, from Monday to Sunday. */
        WEEK,
        /** All Mondays together, all Tuesdays, and so on. */
        WEEKDAY,
        /** Each interval of the week, such as Monday 09:00 to 09:30. */
        INTERVAL,
        /** From one step of the plan to the next. */
        PHASE
    }
}
