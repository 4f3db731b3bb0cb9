package mergedesk.units;

import java.time.Duration;

/** Simulated time: whole microseconds since the start of the scenario, in a {@code long}. */
public final class Ticks {
    /** Ticks in one second. */
    public static final long PER_SECOND = 1_000_000L;

    /** Later than every event of every run; as a length, endless. */
    public static final long NEVER = Long.MAX_VALUE;

    private Ticks() {}

    /** The ticks of a length of time, rounded down. Range: |length| below 292,000 years. */
    public static long of(Duration length) {
        return Math.addExact(Math.multiplyExact(length.getSeconds(), PER_SECOND), length.getNano() / 1_000);
    }

    /** A length in seconds, for people and files. */
    public static double toSeconds(long ticks) {
        return ticks / (double) PER_SECOND;
    }
}
