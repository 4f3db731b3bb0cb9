package mergedesk.store;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What a store is made for. Stores of equal {@link #identity} may go on with each other's runs.
 *
 * @param identity what results depend on, each part under a name that people understand
 * @param layout what is kept of a run
 * @param factors the factors
 * @param points number of points
 * @param point makes each
 */
public record Contents(Map<String, String> identity, Layout layout, List<FactorColumn> factors, int points, IntFunction<PointRow> point) {}
