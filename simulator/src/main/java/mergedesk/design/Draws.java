package mergedesk.design;

import mergedesk.random.Streams;

/**
 * Keyed draws of one design: each is a function of kind of design, seed, part (a factor, or a trajectory) and ordinal. So the first rows of a longer design, where its kind allows that, are those of
 * a shorter one.
 */
final class Draws {
    static final long LATIN_ORDER = 1;
    static final long LATIN_PLACE = 2;
    static final long SOBOL = 3;
    static final long SALTELLI = 4;
    static final long MORRIS_ORDER = 5;
    static final long MORRIS_START = 6;
    static final long BOOTSTRAP = 7;

    private final long runKey;
    private final long kind;

    Draws(long seed, long kind) {
        runKey = Streams.runKey(seed, 0);
        this.kind = Streams.mix(kind);
    }

    /** 64 bits. */
    long bits(int part, int ordinal) {
        return Streams.ordinalKey(Streams.dayKey(runKey, Streams.DESIGN, kind, part), ordinal);
    }

    /** In the open interval (0, 1). */
    double uniform(int part, int ordinal) {
        return Streams.uniform(bits(part, ordinal));
    }

    /** 0 .. bound − 1, each alike up to bound ÷ 2^52. */
    int below(int bound, int part, int ordinal) {
        return (int) (uniform(part, ordinal) * bound);
    }

    /** The numbers 0 .. size − 1 in an order of chance [Fisher, Yates 1938; Durstenfeld 1964]. */
    int[] order(int size, int part) {
        long dayKey = Streams.dayKey(runKey, Streams.DESIGN, kind, part);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = (int) (Streams.uniform(Streams.ordinalKey(dayKey, i)) * (i + 1.0));
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
