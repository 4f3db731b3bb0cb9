package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mergedesk.units.With;

/** Agents who start and end together. */
public record Shift(
        @Meaning(value = "Number of agents.", required = true) @Limits(least = 0, most = 100_000)
        int agents,

        @Meaning(value = "Days on which the shift starts, such as mon-fri or [mon, wed].", byDefault = "mon-fri")
        Set<DayOfWeek> days,

        @Meaning(value = "Start, wall-clock time.", required = true)
        LocalTime start,

        @Meaning(
                value = "End, wall-clock time; 24:00 or 00:00 is the end of the day.",
                required = true,
                form = Meaning.Form.END)
        LocalTime end,

        @Meaning(value = "Whether the shift ends on the day after it starts.", byDefault = "false")
        boolean overnight,

        @Meaning("Breaks, not paid; one that meets a call starts after it, in full.")
        List<Break> breaks) implements With<Shift> {
    /** A shift from Monday to Friday without a break. */
    public static Shift of(int agents, LocalTime start, LocalTime end) {
        return new Shift(agents, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), start, end, false, List.of());
    }

    /** A break inside a shift. */
    public record Break(
            @Meaning(value = "When it is due, wall-clock time.", required = true)
            LocalTime at,

            @Meaning(value = "How long it lasts.", required = true) @Limits(above = 0)
            Duration length) {}
}
