package mergedesk.design;

import java.util.Arrays;

/** What designs and answers demand of their arguments, in the words of an {@link IllegalArgumentException}: name, value, range. */
final class Require {
    private Require() {}

    static int atLeast(int least, String name, long value) {
        return between(least, Integer.MAX_VALUE, name, value);
    }

    static int between(int least, int most, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + ", must be at least " + least);
        }
        if (value > most) {
            throw new IllegalArgumentException(name + ": " + value + ", must be at most " + most);
        }
        return (int) value;
    }

    /** A row or factor of a design: 0 .. count − 1. */
    static int index(String name, int value, int count) {
        return between(0, count - 1, name, value);
    }

    /** One answer for each row, a number or NaN; a copy. */
    static double[] answers(double[] y, Design design) {
        if (y.length != design.size()) {
            throw new IllegalArgumentException("y: " + y.length + " answers, must be one for each of the design's " + design.size() + " rows");
        }
        for (int row = 0; row < y.length; row++) {
            if (Double.isInfinite(y[row])) {
                throw new IllegalArgumentException("y[" + row + "]: " + y[row] + ", must be a number, or NaN where a row has no answer");
            }
        }
        return Arrays.copyOf(y, y.length);
    }
}
