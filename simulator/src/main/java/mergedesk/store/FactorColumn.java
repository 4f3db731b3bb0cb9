package mergedesk.store;

/**
 * A factor of a sweep as a column of the table of points.
 *
 * @param name of the factor and the column
 * @param unit what follows its numbers in the scenario, such as {@code / min}; empty for plain numbers and for words
 * @param isNumber whether all its values are numbers; else texts
 * @param paths the numbers of the scenario that it moves, or what else it chooses
 */
public record FactorColumn(String name, String unit, boolean isNumber, String paths) {}
