package mergedesk.scenario;

import mergedesk.scenario.text.Days;

/**
 * An expected count per length of time, as written: {@code count} in every {@code per}.
 *
 * <p>A year is the reference year, the 12 months from the scenario's start with their 365 or 366 days; a month is a twelfth of it. Days and weeks are civil;
 * hours, minutes and seconds are as long as they are.
 */
public record Rate(double count, Per per) {
    static final Rate ONE_A_YEAR = new Rate(1, Per.YEAR);
    private static final double HOURS_PER_YEAR = 365.25 * 24;

    /** What a count is per. */
    public enum Per {
        SECOND(3_600 * HOURS_PER_YEAR),
        MINUTE(60 * HOURS_PER_YEAR),
        HOUR(HOURS_PER_YEAR),
        DAY(365.25),
        WEEK(365.25 / 7),
        MONTH(12),
        YEAR(1);

        private final double timesPerMeanYear;

        Per(double timesPerMeanYear) {
            this.timesPerMeanYear = timesPerMeanYear;
        }
    }

    /** Expected count in a mean year of 365.25 days, to compare rates that are written in different ways. */
    public double perMeanYear() {
        return count * per.timesPerMeanYear;
    }
}
