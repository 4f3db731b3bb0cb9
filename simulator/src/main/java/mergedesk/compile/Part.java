package mergedesk.compile;

import java.util.function.Function;

/**
 * A part of Programs as a function of one value, and of nothing else: what is made of equal values is the same. The value compares by what it says, or is a part itself.
 *
 * @param make makes it; reads nothing but its argument, and nobody writes to what it returns
 */
record Part<F, T>(Function<F, T> make) {}
