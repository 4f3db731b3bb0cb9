package mergedesk.design;

/**
 * Which points a sweep looks at: a table of {@link #size()} rows, each with one number for every factor.
 *
 * <p>Row i is computed when it is asked for and is a function of the design's own parameters alone, the seed among them: the same on every machine, in any order and by any number of threads. Factors and
 * rows count from 0. The array of a row is the caller's own.
 */
public sealed interface Design {
    /** Number of factors, 1 or more. */
    int dimension();

    /** Number of rows, 1 or more. */
    int size();

    /** A design whose factors have a few levels each: a row says which, by number from 0. */
    sealed interface OfLevels extends Design permits FullFactorial, FractionalFactorial {
        /** How many levels a factor has. */
        int levels(int factor);

        /**
         * Level of each factor.
         *
         * @param row 0 .. size − 1
         */
        int[] row(int row);
    }

    /** A design in the unit cube: a row is a point of it, to be stretched to the range of each factor. */
    sealed interface OfPoints extends Design permits LatinHypercube, Sobol, Morris, Saltelli {
        /**
         * Place of each factor in its range, 0 .. 1; only {@link Morris} reaches the ends.
         *
         * @param row 0 .. size − 1
         */
        double[] row(int row);
    }
}
