package mergedesk.failures;

import static org.apache.commons.math3.util.FastMath.log;

import java.util.Arrays;

/**
 * Lengths of time that one machine, or whatever else fails, was seen to work or to be repaired; sums that all fits need are made once.
 *
 * @param hours the lengths, each more than 0
 * @param logs  their logarithms
 */
record Lengths(double[] hours, double[] logs, double mean, double meanLog) {
    static Lengths of(double[] hours) {
        double[] logs = Arrays.stream(hours).map(hour -> log(hour)).toArray();
        return new Lengths(hours, logs, Arrays.stream(hours).average().orElseThrow(), Arrays.stream(logs).average().orElseThrow());
    }

    int count() {
        return hours.length;
    }
}
