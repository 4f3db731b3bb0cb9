package mergedesk.store;

import java.util.List;

/**
 * A point of a sweep: a row of the table of points.
 *
 * @param point its number, from 0
 * @param scenario the file of its scenario, as the sweep names it
 * @param seed seed of its runs
 * @param texts value of each factor, as the scenario has it
 * @param numbers the same as numbers, without units; NaN for texts
 */
public record PointRow(int point, String scenario, long seed, List<String> texts, double[] numbers) {}
