package mergedesk.program;

/**
 * The divisions of the window by which results may be kept. None of a window that is divided into batches.
 *
 * @param months calendar months, such as {@code 2026-03}; none where no month is whole, or one is all there is
 * @param weeks by the date of their Monday, such as {@code 2026-03-02}; the same
 * @param weekdays all Mondays together, {@code Mon}, and so on; none where the window has one day of the week only
 * @param dates every day by itself, such as {@code 2026-03-04}
 * @param phases from one step of a plan to the next, by the date of the first day, such as {@code 2026-04-01}; a day in which a step happens belongs to the phase before. None where there is but one
 */
public record CalendarPeriods(Periods months, Periods weeks, Periods weekdays, Periods dates, Periods phases) {
    /** No periods. */
    public static final CalendarPeriods NONE = new CalendarPeriods(Periods.NONE, Periods.NONE, Periods.NONE, Periods.NONE, Periods.NONE);
}
