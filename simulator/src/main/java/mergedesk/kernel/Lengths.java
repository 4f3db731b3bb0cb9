package mergedesk.kernel;

import mergedesk.program.Program;
import mergedesk.random.Beta;
import mergedesk.random.Exponential;
import mergedesk.random.Gamma;
import mergedesk.random.Lognormal;
import mergedesk.random.Streams;
import mergedesk.random.Triangular;
import mergedesk.random.Weibull;
import mergedesk.units.Ticks;

/**
 * Draws lengths of time from the numbered distributions of a Program.
 *
 * <p>Results are whole ticks, rounded down, from 0 to {@link #LONGEST}; {@link Ticks#NEVER} is endless.
 */
final class Lengths {
    /** About 142 years, so that sums of a tick and a length cannot overflow. */
    static final long LONGEST = Long.MAX_VALUE >>> 11;

    /** Separates the draw of the atom at zero from the draw of the length. */
    private static final long ATOM = 0x9159015a3070dd17L;

    private final int[] kind;
    private final double[] a;
    private final double[] b;
    private final double[] atZero;
    private final long[] shift;
    private final double[] exponentialMean; // 0 for other kinds and where there is an atom at zero or a shift
    private final int[] tableOffset;
    private final double[] table;

    Lengths(Program.Lengths lengths) {
        kind = lengths.kind();
        a = lengths.a();
        b = lengths.b();
        atZero = lengths.atZero();
        shift = lengths.shift();
        exponentialMean = new double[kind.length];
        for (int d = 0; d < kind.length; d++) {
            exponentialMean[d] = kind[d] == Program.Lengths.EXPONENTIAL && atZero[d] == 0 && shift[d] == 0 ? a[d] : 0;
        }
        tableOffset = lengths.tableOffset();
        table = lengths.table();
    }

    /** The length of {@code distribution} that belongs to these bits. */
    long draw(int distribution, long bits) {
        double mean = exponentialMean[distribution];
        return mean > 0 ? ticks(mean * Exponential.of(bits)) : drawOther(distribution, bits);
    }

    private long drawOther(int d, long bits) {
        if (atZero[d] > 0 && Streams.uniform(Streams.next(bits ^ ATOM)) < atZero[d]) {
            return 0;
        }
        long length = ofFamily(d, bits);
        return shift[d] == 0 || length == Ticks.NEVER ? length : Math.min(length + shift[d], LONGEST);
    }

    private long ofFamily(int d, long bits) {
        return switch (kind[d]) {
            case Program.Lengths.NEVER -> Ticks.NEVER;
            case Program.Lengths.EXPONENTIAL -> ticks(a[d] * Exponential.of(bits));
            case Program.Lengths.CONSTANT -> ticks(a[d]);
            case Program.Lengths.LOGNORMAL -> ticks(Lognormal.of(a[d], b[d], bits));
            case Program.Lengths.GAMMA -> ticks(b[d] * Gamma.of(a[d], bits));
            case Program.Lengths.WEIBULL -> ticks(b[d] * Weibull.of(a[d], bits));
            case Program.Lengths.UNIFORM -> ticks(a[d] + b[d] * Streams.uniform(bits));
            case Program.Lengths.TRIANGULAR -> ticks(a[d] + b[d] * Triangular.of(table[tableOffset[d]], bits));
            case Program.Lengths.BETA -> ticks(a[d] + b[d] * Beta.of(table[tableOffset[d]], table[tableOffset[d] + 1], bits));
            case Program.Lengths.HYPEREXPONENTIAL -> hyperexponential(d, bits);
            case Program.Lengths.EMPIRICAL -> empirical(d, bits);
            case Program.Lengths.MIXTURE -> draw((int) table[row(d, bits) + 1], Streams.next(bits));
            default -> throw new IllegalStateException("kind of length " + kind[d]);
        };
    }

    private long hyperexponential(int d, long bits) {
        return ticks(table[row(d, bits) + 1] * Exponential.of(Streams.next(bits)));
    }

    /** Which row of cumulative shares these bits choose. */
    private int row(int d, long bits) {
        double u = Streams.uniform(bits);
        int row = tableOffset[d];
        while (row + 2 < tableOffset[d + 1] && u >= table[row]) {
            row += 2;
        }
        return row;
    }

    /** The quantile of the observed values, interpolated between neighbours. */
    private long empirical(int d, long bits) {
        int first = tableOffset[d];
        int gaps = tableOffset[d + 1] - first - 1;
        double place = Streams.uniform(bits) * gaps;
        int below = (int) place;
        double low = table[first + below];
        double high = gaps == 0 ? low : table[first + below + 1];
        return ticks(low + (place - below) * (high - low));
    }

    private static long ticks(double length) {
        return Math.min((long) length, LONGEST);
    }
}
