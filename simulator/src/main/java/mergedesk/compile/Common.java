package mergedesk.compile;

import java.util.function.Function;

/**
 * Something that Programs may have in common, as a function of one value, and of nothing else: what is made of equal values is the same. The value compares by what it says, or is itself something in common.
 *
 * @param make makes it; reads nothing but its argument, and nobody writes to what it returns
 */
record Common<F, T>(Function<F, T> make) {}
