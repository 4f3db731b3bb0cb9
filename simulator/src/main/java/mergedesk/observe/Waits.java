package mergedesk.observe;

/**
 * A histogram of waits of answered contacts, or of times that deferred work took.
 *
 * @param bins of {@link WaitBins}, ascending; those that nobody fell into are left out, but for bin 0
 * @param counts how many fell into each
 */
public record Waits(short[] bins, int[] counts) {
    /** The last of the bins; 0 without any. */
    public int last() {
        return bins.length == 0 ? 0 : bins[bins.length - 1];
    }
}
