package mergedesk.program;

import java.util.List;

/**
 * The way back from indices to the user's words.
 *
 * <p>{@code flowCouncil} and {@code flowChannel} index councils and channels;
 * services are indexed by {@link Program.Contacts#flowService}. {@code interval} labels intervals of the week, such as {@code Mon 09:30},
 * {@code calendar} divides the days.
 */
public record Names(
        List<String> councils,
        List<String> services,
        List<String> channels,
        List<String> desks,
        List<String> groups,
        List<String> flows,
        List<String> applications,
        List<String> rooms,
        List<String> datacentres,
        List<String> intervals,
        CalendarPeriods calendar,
        int[] flowCouncil,
        int[] flowChannel) {}
