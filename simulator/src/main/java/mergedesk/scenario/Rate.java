package mergedesk.scenario;

import java.time.Duration;

/** An expected count per length of time, as written: {@code count} in every {@code per}; a year is 365.25 days. */
public record Rate(double count, Duration per) {
    private static final double SECONDS_PER_YEAR = 365.25 * 86_400;

    /** Expected count in a mean year of 365.25 days. */
    public double perYear() {
        return count * (SECONDS_PER_YEAR / per.toSeconds());
    }

    /** Expected count in 24 hours. */
    public double perDay() {
        return count * (86_400.0 / per.toSeconds());
    }
}
