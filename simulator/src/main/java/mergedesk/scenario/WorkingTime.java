package mergedesk.scenario;

import java.time.Duration;

/**
 * A length of time that may be counted by a desk's opening hours: {@code 24 h}, {@code 8 working hours} or {@code 2 working days}.
 *
 * <p>Working hours run while the desk is open. Working days end at the close of the n-th open day after the one on which the work came; what comes
 * while the desk is closed came at its next opening.
 *
 * @param clock what runs
 * @param length how long; of working days as many days of 24 hours
 */
public record WorkingTime(Clock clock, Duration length) {
    /** What runs while somebody waits. */
    public enum Clock {
        /** Every hour counts. */
        ROUND_THE_CLOCK,
        /** Hours count in which the desk is open. */
        WORKING_HOURS,
        /** Days count on which the desk opens, to the close of the last of them. */
        WORKING_DAYS
    }

    /** So long, night and day. */
    public static WorkingTime of(Duration length) {
        return new WorkingTime(Clock.ROUND_THE_CLOCK, length);
    }

    /** So long while the desk is open. */
    public static WorkingTime ofOpen(Duration length) {
        return new WorkingTime(Clock.WORKING_HOURS, length);
    }

    /** To the close of that open day. */
    public static WorkingTime ofDays(int days) {
        return new WorkingTime(Clock.WORKING_DAYS, Duration.ofDays(days));
    }
}
