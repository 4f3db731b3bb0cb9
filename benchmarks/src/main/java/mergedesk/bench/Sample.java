package mergedesk.bench;

/**
 * What one contender needed in one round, per operation.
 *
 * @param cpuNanos processor time of the thread that simulates
 * @param wallNanos wall time; for programs that were started, of the whole process
 * @param bytes allocated by the thread; NaN when nobody looked
 */
public record Sample(double cpuNanos, double wallNanos, double bytes) {}
