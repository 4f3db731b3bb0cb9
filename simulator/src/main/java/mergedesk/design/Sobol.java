package mergedesk.design;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The first points of Sobol's sequence [Sobol 1967; direction numbers of Joe, Kuo 2008, as commons-math3 has them], with a digital shift: the 52 bits of each coordinate are XORed with bits of chance, the same for
 * all points, others for each dimension [L'Ecuyer, Lemieux 2002; Owen 1998 scrambles more].
 *
 * <p>Among the first 2^m points each interval [k ÷ 2^m, (k + 1) ÷ 2^m) of each dimension has exactly one, and each rectangle of area 2^−m with dyadic sides in the first two dimensions; the shift exchanges such
 * intervals and keeps that. It makes each single point uniform in the cube, so that a mean over the points has no bias over seeds. Nothing is skipped: the first point, the origin before the shift, belongs to the net.
 * A size that is no power of 2 is allowed and loses the balance.
 *
 * <p>Rows come in the order of the Gray code [Antonov, Saleev 1979]. Coordinates are midpoints of cells of 2^−52: never 0 or 1.
 */
public final class Sobol implements Design.OfPoints {
    /** Most dimensions: those commons-math3 has direction numbers for. */
    public static final int MOST_DIMENSIONS = 1000;

    private final Net net;
    private final int size;

    /**
     * @param dimension number of factors, 1 .. {@link #MOST_DIMENSIONS}
     * @param size number of points, 1 or more, a power of 2 for best
     * @param seed any
     */
    public Sobol(int dimension, int size, long seed) {
        net = new Net(Require.between(1, MOST_DIMENSIONS, "dimension", dimension), new Draws(seed, Draws.SOBOL));
        this.size = Require.atLeast(1, "size", size);
    }

    @Override
    public int dimension() {
        return net.dimension();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] row(int row) {
        return net.point(Require.index("row", row, size));
    }

    /**
     * The sequence without an end. Its points are computed from 31 direction numbers of each dimension, which are the generator's points number 2^(k+1) − 1: those whose Gray code has bit k alone. So a point costs at most 31
     * exclusive-ors a dimension, whatever was asked before, where the generator goes on from point to point.
     */
    static final class Net {
        private static final int DIRECTIONS = 31;
        private static final double CELLS = 0x1.0p52;

        private final long[][] directions = new long[DIRECTIONS][];
        private final long[] shift;

        Net(int dimension, Draws draws) {
            SobolSequenceGenerator generator = new SobolSequenceGenerator(dimension);
            for (int k = 0; k < DIRECTIONS; k++) {
                double[] point = generator.skipTo((int) ((2L << k) - 1));
                directions[k] = new long[dimension];
                for (int j = 0; j < dimension; j++) {
                    directions[k][j] = (long) (point[j] * CELLS);
                }
            }
            shift = new long[dimension];
            for (int j = 0; j < dimension; j++) {
                shift[j] = draws.bits(j, 0) >>> 12;
            }
        }

        int dimension() {
            return shift.length;
        }

        double[] point(int index) {
            long[] cells = shift.clone();
            int gray = index ^ index >>> 1;
            for (int k = 0; gray != 0; k++, gray >>>= 1) {
                if ((gray & 1) != 0) {
                    for (int j = 0; j < cells.length; j++) {
                        cells[j] ^= directions[k][j];
                    }
                }
            }
            double[] point = new double[cells.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = (cells[j] + 0.5) / CELLS;
            }
            return point;
        }
    }
}
